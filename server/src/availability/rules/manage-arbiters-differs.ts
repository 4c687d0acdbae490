import { edits } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { setDirective } from '../changes';
import { mastersOf } from '../stand-ins';
import { placeOfDaemon, topologyOf } from '../topology';
import { complete } from './complete';

export const manageArbitersDiffers = defineRule<{ readonly name: string }>({
  code: 'availability/manage-arbiters-differs',
  severity: 'hint',
  title: "A spare broker does not take over the arbiter's own messages",
  explain:
    "A broker with `manage_arbiters 1` also gets what the arbiter itself has to say. If its spare has 0, the arbiter's messages stay with the arbiter for as long as the spare works.",
  example: {
    bad: `
      define broker {
          broker_name      broker-master
          address          server1
          manage_arbiters  1
      }
      define broker {
          broker_name      broker-spare
          address          server3
          spare            1
      }`,
    good: `
      define broker {
          broker_name      broker-master
          address          server1
          manage_arbiters  1
      }
      define broker {
          broker_name      broker-spare
          address          server3
          spare            1
          manage_arbiters  1
      }`,
  },
  check(model, report) {
    const topology = complete(model);
    if (!topology) return;
    const managing = topology.of('broker').filter(({ item }) => item.flag('manage_arbiters'));
    for (const spare of topology.of('broker')) {
      if (!spare.spare || spare.item.flag('manage_arbiters')) continue;
      const master = mastersOf(topology, spare).find((daemon) => managing.includes(daemon));
      // Whoever else has the flag, active or not, goes on taking them.
      if (!master || managing.some(({ machine }) => machine !== master.machine)) continue;
      report({
        at: placeOfDaemon(spare, 'manage_arbiters'),
        object: spare.item,
        message: `${master.name} takes the arbiter's own messages; while ${spare.name} stands in for it, nobody does.`,
        data: { name: spare.name },
      });
    }
  },
  fix({ data }, model) {
    const spare = topologyOf(model)
      .of('broker')
      .find(({ name }) => name === data.name);
    const edit = spare && setDirective(model, spare, 'manage_arbiters', '1');
    return edit ? [{ title: 'Set manage_arbiters 1', change: edits(edit), preferred: true }] : [];
  },
});
