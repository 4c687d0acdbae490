import { defineRule } from '../../rules/rule';
import { type Loss, lossesOf } from '../losses';
import { spareFix } from '../spare-fixes';
import { type Daemon, placeOfDaemon, titleOf, topologyOf } from '../topology';
import { realmsListed, workOf } from '../words';
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
    'When the machine of this daemon dies, nobody takes over what it does: no spare of its kind is in the realm, nor in a realm above (a satellite there needs `manage_sub_realms 1`), and no second active one on another machine goes on with the work. Add a spare. Only said where some daemon has a spare, so that high availability is wanted.',
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
    const losses = lossesOf(topology).filter(({ spares }) => spares.length === 0);
    for (const master of topology.daemons) {
      const own = losses.filter(({ masters }) => masters.includes(master));
      if (own.length === 0 || master.invented) continue;
      report({
        at: placeOfDaemon(master),
        object: master.item,
        message: `No spare covers the ${titleOf(master)}: when ${master.machine} dies, ${consequence(master, own)}.`,
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

function consequence({ kind }: Daemon, losses: readonly Loss[]): string {
  if (kind === 'arbiter') return 'nobody leads, and no other daemon is replaced either';
  const whole = realmsOf(losses.filter(({ tags }) => tags === undefined));
  const parts = losses.filter(({ tags }) => tags !== undefined);
  const tags = [...new Set(parts.flatMap((loss) => loss.tags ?? []))];
  return [
    ...(whole.length > 0 ? [`nobody takes over in ${realmsListed(whole)}`] : []),
    ...(tags.length > 0 ? [`nobody does ${workOf(kind, tags)} in ${realmsListed(realmsOf(parts))}`] : []),
  ].join(', and ');
}

const realmsOf = (losses: readonly Loss[]): string[] => [...new Set(losses.flatMap(({ realm }) => realm ?? []))];
