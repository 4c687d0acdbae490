import { defineRule } from '../../rules/rule';
import { type Loss, lossesOf } from '../losses';
import { isLocalAddress } from '../server-name';
import { moveFix } from '../spare-fixes';
import { type Daemon, placeOfDaemon, topologyOf } from '../topology';
import { daemonsListed } from '../words';
import { complete } from './complete';

export const spareBesideMaster = defineRule<{ readonly kind: string; readonly name: string }>({
  code: 'availability/spare-beside-master',
  severity: 'warning',
  title: "A spare on its master's own machine",
  explain:
    'The spare dies with the machine that it should stand in for, and nobody else is there to take over. It helps only when the process of its master dies alone. Put it on another machine.',
  example: {
    bad: `
      define poller {
          poller_name       poller-master
          address           server1
      }
      define poller {
          poller_name       poller-spare
          address           server1
          port              7781
          spare             1
      }
      define reactionner {
          reactionner_name  reactionner-spare
          address           server3
          spare             1
      }`,
    good: `
      define poller {
          poller_name       poller-master
          address           server1
      }
      define poller {
          poller_name       poller-spare
          address           server3
          port              7781
          spare             1
      }
      define reactionner {
          reactionner_name  reactionner-spare
          address           server3
          spare             1
      }`,
  },
  check(model, report) {
    const topology = complete(model);
    if (!topology) return;
    const losses = lossesOf(topology).filter(diesWhole);
    for (const spare of topology.daemons) {
      const loss = losses.find((lost) => isBesideMaster(lost, spare));
      const [master] = loss?.masters ?? [];
      if (!loss || !master) continue;
      // One process for whoever reads it: another rule says so.
      if (
        isLocalAddress(spare.address) &&
        loss.masters.some((other) => isLocalAddress(other.address) && other.port === spare.port)
      )
        continue;
      const other = placeOfDaemon(master, 'address');
      report({
        at: placeOfDaemon(spare, 'address'),
        object: spare.item,
        message: `${spare.name} is on ${spare.machine}, the machine of ${daemonsListed(loss.masters)}: they die together.`,
        related: other ? [{ ...other, message: `where ${master.name} is` }] : [],
        data: { kind: spare.kind, name: spare.name },
      });
    }
  },
  fix({ data }, model) {
    const spare = topologyOf(model).daemons.find(({ kind, name }) => kind === data.kind && name === data.name);
    const fix = spare && moveFix(model, spare);
    return fix ? [fix] : [];
  },
});

/** Every spare for the work is on the machine that takes the work away. */
export function diesWhole({ machine, spares }: Loss): boolean {
  return spares.length > 0 && spares.every((spare) => spare.machine === machine);
}

/** The spare is in the very realm of the lost work, or an arbiter. */
export function isBesideMaster({ spares, realm }: Loss, spare: Daemon): boolean {
  return spares.includes(spare) && spare.realm === realm;
}
