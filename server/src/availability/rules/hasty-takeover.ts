import { edits } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { setDirective } from '../changes';
import { placeOfDaemon, topologyOf } from '../topology';
import { complete } from './complete';

/** Below this many seconds without an answer, a busy network is enough to move everything. */
const SHORTEST = 20;

export const hastyTakeover = defineRule<{ readonly kind: string; readonly name: string }>({
  code: 'availability/hasty-takeover',
  severity: 'warning',
  title: 'A hiccup is taken for a death',
  explain:
    'A daemon is given up after `max_check_attempts` failed checks, `check_interval` seconds apart. With one attempt, or a few seconds in all, a short pause of the network moves its work, and except for the arbiter it does not come back by itself.',
  example: {
    bad: `
      define poller {
          poller_name         poller-master
          max_check_attempts  1
      }
      define poller {
          poller_name         poller-spare
          address             server3
          spare               1
      }`,
    good: `
      define poller {
          poller_name         poller-master
          max_check_attempts  3
      }
      define poller {
          poller_name         poller-spare
          address             server3
          spare               1
      }`,
  },
  check(model, report) {
    for (const daemon of complete(model)?.daemons ?? []) {
      const attempts = daemon.item.number('max_check_attempts') ?? 3;
      const seconds = attempts * (daemon.item.number('check_interval') ?? 60);
      const written = ['max_check_attempts', 'check_interval'].find((key) => daemon.item.origins.has(key));
      if (written === undefined || (attempts > 1 && seconds >= SHORTEST)) continue;
      report({
        at: placeOfDaemon(daemon, written),
        object: daemon.item,
        message: `${daemon.name} is given up after ${attempts === 1 ? 'one failed check' : `${String(seconds)} seconds`}: a hiccup of the network is enough to move its work.`,
        data: { kind: daemon.kind, name: daemon.name },
      });
    }
  },
  fix({ data }, model) {
    const daemon = topologyOf(model).daemons.find(({ kind, name }) => kind === data.kind && name === data.name);
    const edit =
      daemon && daemon.item.number('max_check_attempts') === 1
        ? setDirective(model, daemon, 'max_check_attempts', '3')
        : undefined;
    return edit ? [{ title: 'Set max_check_attempts to 3', change: edits(edit) }] : [];
  },
});
