import { edits } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { setDirective } from '../changes';
import { placeOfDaemon, topologyOf } from '../topology';
import { complete } from './complete';

export const implicitArbiterTimers = defineRule<{ readonly name: string }>({
  code: 'availability/implicit-arbiter-timers',
  severity: 'hint',
  title: 'When the spare arbiter takes the lead is left to defaults',
  explain:
    "A spare arbiter takes the lead after the master's `check_interval` × `max_check_attempts` without news: 60 × 3 = 180 seconds unless written otherwise. Write both, so that everybody sees how long nobody leads.",
  example: {
    bad: `
      define arbiter {
          arbiter_name        arbiter-master
          host_name           server1
          address             server1
      }
      define arbiter {
          arbiter_name        arbiter-spare
          host_name           server3
          address             server3
          spare               1
      }`,
    good: `
      define arbiter {
          arbiter_name        arbiter-master
          host_name           server1
          address             server1
          check_interval      60
          max_check_attempts  3
      }
      define arbiter {
          arbiter_name        arbiter-spare
          host_name           server3
          address             server3
          spare               1
      }`,
  },
  check(model, report) {
    const arbiters = complete(model)?.of('arbiter') ?? [];
    if (!arbiters.some(({ spare }) => spare)) return;
    for (const daemon of arbiters) {
      const { spare, invented, item, name } = daemon;
      if (spare || invented || (item.origins.has('check_interval') && item.origins.has('max_check_attempts'))) continue;
      const seconds = (item.number('check_interval') ?? 60) * (item.number('max_check_attempts') ?? 3);
      report({
        at: placeOfDaemon(daemon),
        object: item,
        message: `The spare arbiter takes the lead after ${String(seconds)} seconds without news of ${name}, by default values.`,
        data: { name },
      });
    }
  },
  fix({ data }, model) {
    const daemon = topologyOf(model)
      .of('arbiter')
      .find(({ name }) => name === data.name);
    if (!daemon) return [];
    const missing: [string, string][] = [
      ['check_interval', '60'],
      ['max_check_attempts', '3'],
    ];
    const list = missing
      .filter(([key]) => !daemon.item.origins.has(key))
      .flatMap(([key, value]) => setDirective(model, daemon, key, value) ?? []);
    return list.length > 0 ? [{ title: 'Write the timers', change: edits(...list) }] : [];
  },
});
