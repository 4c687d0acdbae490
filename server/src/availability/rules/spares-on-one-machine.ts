import { defineRule } from '../../rules/rule';
import { lossesOf } from '../losses';
import { spareFix } from '../spare-fixes';
import { placeOfDaemon, topologyOf } from '../topology';
import { daemonsListed } from '../words';
import { complete } from './complete';
import { diesWhole, isBesideMaster } from './spare-beside-master';

export const sparesOnOneMachine = defineRule<{ readonly kind: string; readonly name: string }>({
  code: 'availability/spares-on-one-machine',
  severity: 'warning',
  title: 'One machine with the masters of a realm and all their spares',
  explain:
    'The spares of a realm above stand in for the daemons of this realm, and all of them run on the very machine that this realm depends on: when it dies, nobody is left to take over here. Add a spare on another machine, in this realm or above.',
  example: {
    bad: `
      define realm {
          realm_name         World
          realm_members      Europe
          default            1
      }
      define realm {
          realm_name         Europe
      }
      define scheduler {
          scheduler_name     scheduler-europe
          address            server1
          realm              Europe
      }
      define poller {
          poller_name        poller-europe
          address            server2
          realm              Europe
      }
      define poller {
          poller_name        poller-world
          address            server1
          realm              World
          manage_sub_realms  0
      }
      define poller {
          poller_name        poller-world-spare
          address            server2
          port               7781
          realm              World
          spare              1
      }`,
    good: `
      define realm {
          realm_name         World
          realm_members      Europe
          default            1
      }
      define realm {
          realm_name         Europe
      }
      define scheduler {
          scheduler_name     scheduler-europe
          address            server1
          realm              Europe
      }
      define poller {
          poller_name        poller-europe
          address            server2
          realm              Europe
      }
      define poller {
          poller_name        poller-world
          address            server1
          realm              World
          manage_sub_realms  0
      }
      define poller {
          poller_name        poller-world-spare
          address            server3
          realm              World
          spare              1
      }`,
  },
  check(model, report) {
    const topology = complete(model);
    if (!topology) return;
    const losses = lossesOf(topology).filter(diesWhole);
    for (const loss of losses) {
      const { machine, realm, masters, spares } = loss;
      // A spare beside its own master: another rule says so, and moving it mends both.
      if (realm === undefined || spares.some((spare) => losses.some((lost) => isBesideMaster(lost, spare)))) continue;
      for (const master of masters) {
        if (master.invented) continue;
        report({
          at: placeOfDaemon(master),
          object: master.item,
          message: `When ${machine} dies, nobody takes over from ${master.name} in the realm ${realm}: whatever could (${daemonsListed(spares)}) dies with it.`,
          related: spares.flatMap((spare) => {
            const place = placeOfDaemon(spare, 'address');
            return place ? [{ ...place, message: `where ${spare.name} is` }] : [];
          }),
          data: { kind: master.kind, name: master.name },
        });
      }
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
