import { edits } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { setDirective } from '../changes';
import { mastersOf } from '../stand-ins';
import { placeOfDaemon, topologyOf } from '../topology';
import { complete } from './complete';

export const passiveSpare = defineRule<{ readonly kind: string; readonly name: string }>({
  code: 'availability/passive-spare',
  severity: 'information',
  title: 'A passive spare, which is handed work while it idles',
  explain:
    'Schedulers call every passive poller and reactionner of their own realm, idle spares among them, and hand them checks. An idle one knows nothing of the scheduler and drops them: each is run only once it counts as lost, after `time_to_orphanage` (300 seconds by default). Two active ones (`spare 0`) share the work instead, and either goes on alone.',
  example: {
    bad: `
      define poller {
          poller_name  poller-dmz-1
          address      dmz-1
          passive      1
      }
      define poller {
          poller_name  poller-dmz-2
          address      dmz-2
          passive      1
          spare        1
      }
      define scheduler {
          scheduler_name  scheduler-master
          address         server1
      }`,
    good: `
      define poller {
          poller_name  poller-dmz-1
          address      dmz-1
          passive      1
      }
      define poller {
          poller_name  poller-dmz-2
          address      dmz-2
          passive      1
      }
      define scheduler {
          scheduler_name  scheduler-master
          address         server1
      }`,
  },
  check(model, report) {
    const topology = complete(model);
    if (!topology) return;
    for (const spare of [...topology.of('poller'), ...topology.of('reactionner')]) {
      const { realm, item, name, kind } = spare;
      if (!spare.spare || realm === undefined || !item.flag('passive')) continue;
      // Where no master of it is passive, another rule asks for it to be otherwise.
      const isCalled = topology.of('scheduler').some((scheduler) => scheduler.realm === realm);
      if (!isCalled || !mastersOf(topology, spare).some((master) => master.item.flag('passive'))) continue;
      report({
        at: placeOfDaemon(spare, 'passive'),
        object: item,
        message: `The schedulers of the realm ${realm} hand ${kind === 'poller' ? 'checks' : 'notifications'} to ${name} while it idles, and it drops them. Two active ${kind}s do without a spare.`,
        data: { kind, name },
      });
    }
  },
  fix({ data }, model) {
    const spare = topologyOf(model).daemons.find(({ kind, name }) => kind === data.kind && name === data.name);
    const edit = spare && setDirective(model, spare, 'spare', '0');
    return edit ? [{ title: `Make ${data.name} active`, change: edits(edit) }] : [];
  },
});
