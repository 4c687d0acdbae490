import { edits } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { setDirective } from '../changes';
import { placeOfDaemon, topologyOf } from '../topology';
import { complete } from './complete';

export const noBrokerForArbiters = defineRule<{ readonly name: string; readonly value: '0' | '1' }>({
  code: 'availability/no-broker-for-arbiters',
  severity: 'warning',
  title: "No broker, or several, for the arbiter's own messages",
  explain:
    "The arbiter's logs go to a broker with `manage_arbiters 1`. With none they pile up in the arbiter's memory; with several active ones only the first gets them, and where only a spare has it they go to the spare, idle as it is. Set it on exactly one active broker, and on its spare.",
  example: {
    bad: `
      define broker {
          broker_name      broker-master
          address          server1
      }`,
    good: `
      define broker {
          broker_name      broker-master
          address          server1
          manage_arbiters  1
      }`,
  },
  check(model, report) {
    const brokers = (complete(model)?.of('broker') ?? []).filter(({ invented }) => !invented);
    const active = brokers.filter(({ spare }) => !spare);
    const managing = brokers.filter(({ item }) => item.flag('manage_arbiters'));
    const [first] = active;
    if (first && managing.length === 0) {
      report({
        at: placeOfDaemon(first),
        object: first.item,
        message: "No broker has manage_arbiters 1: the arbiter's own messages pile up in its memory.",
        data: { name: first.name, value: '1' },
      });
    }
    const [idle] = managing;
    if (first && idle && managing.every(({ spare }) => spare)) {
      report({
        at: placeOfDaemon(first, 'manage_arbiters'),
        object: first.item,
        message: `Of the brokers only the spare ${idle.name} has manage_arbiters 1: the arbiter's own messages go there while it idles, and nobody sees them.`,
        data: { name: first.name, value: '1' },
      });
    }
    const [keeper, ...others] = managing.filter(({ spare }) => !spare);
    for (const other of others) {
      report({
        at: placeOfDaemon(other, 'manage_arbiters'),
        object: other.item,
        message: `${keeper?.name ?? ''} already takes the arbiter's messages: ${other.name} gets none of them.`,
        data: { name: other.name, value: '0' },
      });
    }
  },
  fix({ data }, model) {
    const broker = topologyOf(model)
      .of('broker')
      .find(({ name }) => name === data.name);
    const edit = broker && setDirective(model, broker, 'manage_arbiters', data.value);
    const title = `Set manage_arbiters ${data.value} on ${data.name}`;
    return edit ? [{ title, change: edits(edit), preferred: true }] : [];
  },
});
