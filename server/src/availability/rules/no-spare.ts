import { defineRule } from '../../rules/rule';
import { spareFix } from '../changes';
import { type Daemon, placeOfDaemon, titleOf, type Topology, topologyOf } from '../topology';
import { complete } from './complete';

/** Names the master that a spare is wanted for; the editor's command reads it. */
export interface NoSpareData {
  readonly kind: string;
  readonly name: string;
}

export const noSpare = defineRule<NoSpareData>({
  code: 'availability/no-spare',
  severity: 'warning',
  title: 'An active daemon that no spare covers',
  explain:
    'When this daemon dies, nobody takes over what it does: no spare of its kind is in its realm, nor in a realm above that manages the realms below, and no second active one shares its work. Only said where some daemon has a spare, so that high availability is wanted.',
  example: {
    bad: `
      define scheduler {
          scheduler_name  scheduler-master
          address         server1
      }
      define poller {
          poller_name     poller-master
          address         server1
      }
      define poller {
          poller_name     poller-spare
          address         server3
          spare           1
      }`,
    good: `
      define scheduler {
          scheduler_name  scheduler-master
          address         server1
      }
      define scheduler {
          scheduler_name  scheduler-spare
          address         server3
          spare           1
      }`,
  },
  check(model, report) {
    const topology = complete(model);
    if (!topology?.wantsSpares) return;
    for (const master of topology.daemons) {
      if (master.spare || master.invented || topology.sparesFor(master).length > 0 || sharesWork(topology, master))
        continue;
      const where = master.realm === undefined ? '' : ` in the realm ${master.realm}`;
      report({
        at: placeOfDaemon(master),
        object: master.item,
        message: `No spare covers the ${titleOf(master)}${where}: when ${master.address} dies, nobody takes over.`,
        data: { kind: master.kind, name: master.name },
      });
    }
  },
  fix({ data }, model) {
    const master = topologyOf(model).daemons.find(
      ({ kind, name, spare }) => kind === data.kind && name === data.name && !spare,
    );
    const fix = master && spareFix(model, master);
    return fix ? [{ ...fix, preferred: true }] : [];
  },
});

/** A second active one on another machine carries the same work; but a scheduler never takes a second part, and arbiters do not share. */
function sharesWork(topology: Topology, { kind, realm, address }: Daemon): boolean {
  if (kind === 'arbiter' || kind === 'scheduler' || realm === undefined) return false;
  return topology.candidates(kind, realm).some((other) => !other.spare && other.address !== address);
}
