import { defineRule } from '../../rules/rule';
import { schedulersAfter, schedulersAtFirst } from '../dispatch';
import { lossesOf } from '../losses';
import { spareFix } from '../spare-fixes';
import { type Daemon, placeOfDaemon, type Topology, topologyOf } from '../topology';
import { listed } from '../words';
import { complete } from './complete';

export const fewSpareSchedulers = defineRule<{ readonly name: string }>({
  code: 'availability/few-spare-schedulers',
  severity: 'warning',
  title: 'Fewer spare schedulers than one machine can lose',
  explain:
    'A scheduler holds one part of the configuration, never two. If a machine runs several active schedulers, its death leaves as many parts without one, and each needs a spare of its own on another machine, in its realm or above. What is left over is not monitored. Add as many spares as one machine can lose.',
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
    if (!topology) return;
    for (const { kind, machine, realm, masters, spares } of lossesOf(topology)) {
      const [master] = masters;
      const elsewhere = spares.filter((spare) => spare.machine !== machine);
      if (kind !== 'scheduler' || !master || elsewhere.length === 0) continue;
      const busy = elsewhere.map((spare) => `${spare.name} then works for ${workOf(topology, machine, spare)}`);
      report({
        at: placeOfDaemon(master),
        object: master.item,
        message: `When ${machine} dies, nobody takes over from ${master.name} in the realm ${realm ?? ''}: ${listed(busy)}, and a spare takes over one scheduler only.`,
        data: { name: master.name },
      });
    }
  },
  fix({ data }, model) {
    const master = topologyOf(model)
      .of('scheduler')
      .find(({ name, spare }) => name === data.name && !spare);
    const fix = master && spareFix(model, master);
    return fix ? [{ ...fix, preferred: true }] : [];
  },
});

/** The scheduler that a spare stands in for when a machine is dead. */
function workOf(topology: Topology, machine: string, spare: Daemon): string {
  const at = schedulersAfter(topology, (daemon) => daemon.machine === machine).findIndex(
    ({ scheduler }) => scheduler === spare,
  );
  return schedulersAtFirst(topology)[at]?.scheduler?.name ?? 'another one';
}
