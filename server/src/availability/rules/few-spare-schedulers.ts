import { defineRule } from '../../rules/rule';
import { type Daemon, placeOfDaemon } from '../topology';
import { complete } from './complete';

export const fewSpareSchedulers = defineRule<undefined>({
  code: 'availability/few-spare-schedulers',
  severity: 'warning',
  title: 'Fewer spare schedulers than one machine can lose',
  explain:
    'A scheduler holds one part of the configuration, never two. If a machine runs several active schedulers, its death leaves as many parts without one, and each needs a spare of its own on another machine. What is left over is not monitored.',
  example: {
    bad: `
      define scheduler {
          scheduler_name  one
          address         server1
      }
      define scheduler {
          scheduler_name  two
          address         server1
          port            7778
      }
      define scheduler {
          scheduler_name  spare
          address         server3
          spare           1
      }`,
    good: `
      define scheduler {
          scheduler_name  one
          address         server1
      }
      define scheduler {
          scheduler_name  two
          address         server2
      }
      define scheduler {
          scheduler_name  spare
          address         server3
          spare           1
      }`,
  },
  check(model, report) {
    const topology = complete(model);
    if (!topology?.wantsSpares) return;
    const machines = new Map<string, Daemon[]>();
    for (const scheduler of topology.of('scheduler')) {
      if (scheduler.spare || scheduler.invented) continue;
      machines.set(scheduler.address, [...(machines.get(scheduler.address) ?? []), scheduler]);
    }
    for (const [address, schedulers] of machines) {
      const spares = new Set(
        schedulers.flatMap((master) => topology.sparesFor(master)).filter((spare) => spare.address !== address),
      );
      const last = schedulers.at(-1);
      // None at all is another rule's matter.
      if (!last || spares.size === 0 || spares.size >= schedulers.length) continue;
      report({
        at: placeOfDaemon(last),
        object: last.item,
        message: `If ${address} dies, ${String(schedulers.length)} schedulers need a spare and there ${spares.size === 1 ? 'is one' : `are ${String(spares.size)}`}: a spare takes over one scheduler only.`,
        data: undefined,
      });
    }
  },
});
