import { edits } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { setDirective } from '../changes';
import { placeOfDaemon, topologyOf } from '../topology';
import { complete } from './complete';

/** Seconds. The arbiter waits in turn for each daemon that does not answer. */
const LONGEST = 15;

export const longTimeout = defineRule<{ readonly kind: string; readonly name: string }>({
  code: 'availability/long-timeout',
  severity: 'information',
  title: 'A long timeout instead of more attempts',
  explain:
    'The arbiter pings its daemons one after the other, and waits `timeout` seconds (3 by default) for each that does not answer. A long timeout delays the detection of every other failure; raise `max_check_attempts` instead.',
  example: {
    bad: `
      define poller {
          poller_name  poller-master
          timeout      60
      }`,
    good: `
      define poller {
          poller_name         poller-master
          timeout             3
          max_check_attempts  5
      }`,
  },
  check(model, report) {
    for (const daemon of complete(model)?.daemons ?? []) {
      const timeout = daemon.item.number('timeout') ?? 0;
      if (timeout <= LONGEST || !daemon.item.origins.has('timeout')) continue;
      report({
        at: placeOfDaemon(daemon, 'timeout'),
        object: daemon.item,
        message: `The arbiter stands still for ${String(timeout)} seconds whenever ${daemon.name} does not answer; more max_check_attempts do the same without that.`,
        data: { kind: daemon.kind, name: daemon.name },
      });
    }
  },
  fix({ data }, model) {
    const daemon = topologyOf(model).daemons.find(({ kind, name }) => kind === data.kind && name === data.name);
    const edit = daemon && setDirective(model, daemon, 'timeout', '3');
    return edit ? [{ title: 'Set timeout to 3, as it is by default', change: edits(edit) }] : [];
  },
});
