import { edits } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { setDirective } from '../changes';
import { sparesFor } from '../stand-ins';
import { placeOfDaemon, topologyOf } from '../topology';
import { complete } from './complete';

/** Below this many seconds without an answer, a busy network is enough to move everything. */
const SHORTEST = 10;

/** What Shinken takes where nothing is written. */
const DEFAULT = { check_interval: 60, max_check_attempts: 3 } as const;

export const hastyTakeover = defineRule<{ readonly kind: string; readonly name: string }>({
  code: 'availability/hasty-takeover',
  severity: 'warning',
  title: 'A hiccup is taken for a death',
  explain:
    'A daemon is given up after `max_check_attempts` failed checks, `check_interval` seconds apart. With one attempt, or a few seconds in all, a short pause of the network moves its work, and except for the arbiter it does not come back by itself. A scheduler is given up at the first failed check, whatever is written.',
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
    const topology = complete(model);
    for (const daemon of topology?.daemons ?? []) {
      // A scheduler is given up at the first failed check whatever is written, and nobody waits for a spare arbiter.
      if (!topology || daemon.kind === 'scheduler' || (daemon.kind === 'arbiter' && daemon.spare)) continue;
      if (!daemon.spare && sparesFor(topology, daemon).length === 0) continue;
      const attempts = daemon.item.number('max_check_attempts') ?? DEFAULT.max_check_attempts;
      const seconds = attempts * (daemon.item.number('check_interval') ?? DEFAULT.check_interval);
      // The master arbiter speaks to its spare every second: of one attempt the length counts.
      const once = attempts <= 1 && daemon.kind !== 'arbiter';
      if (!once && seconds >= SHORTEST) continue;
      const written = daemon.item.origins.has('check_interval') && !once ? 'check_interval' : 'max_check_attempts';
      const after = attempts <= 1 ? 'one failed check' : `${String(seconds)} seconds`;
      report({
        at: placeOfDaemon(daemon, written),
        object: daemon.item,
        message:
          daemon.kind === 'arbiter'
            ? `The spare arbiter takes the lead after ${String(seconds)} seconds without news of ${daemon.name}: a hiccup of the network is enough.`
            : `${daemon.name} is given up after ${after}: a hiccup of the network is enough to move its work.`,
        data: { kind: daemon.kind, name: daemon.name },
      });
    }
  },
  fix({ data }, model) {
    const daemon = topologyOf(model).daemons.find(({ kind, name }) => kind === data.kind && name === data.name);
    if (!daemon) return [];
    const attempts = daemon.item.number('max_check_attempts') ?? DEFAULT.max_check_attempts;
    const interval = daemon.item.number('check_interval') ?? DEFAULT.check_interval;
    const enough = Math.max(attempts, attempts <= 1 ? DEFAULT.max_check_attempts : 1);
    const keys = [
      ...(enough > attempts ? (['max_check_attempts'] as const) : []),
      ...(enough * interval < SHORTEST ? (['check_interval'] as const) : []),
    ];
    const list = keys.flatMap((key) => setDirective(model, daemon, key, String(DEFAULT[key])) ?? []);
    const title = `Set ${keys.map((key) => `${key} to ${String(DEFAULT[key])}`).join(' and ')}`;
    return list.length > 0 ? [{ title, change: edits(...list) }] : [];
  },
});
