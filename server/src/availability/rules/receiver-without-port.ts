import { edits } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { setDirective } from '../changes';
import { USUAL_PORTS } from '../ports';
import { placeOfDaemon, topologyOf } from '../topology';
import { complete } from './complete';

export const receiverWithoutPort = defineRule<{ readonly name: string }>({
  code: 'availability/receiver-without-port',
  severity: 'warning',
  title: 'A receiver without a port',
  explain:
    "Left out, the port of a `define receiver` is 7772, the broker's, while the receiver's daemon listens on 7773 as shipped: the arbiter never reaches it. Write the port.",
  example: {
    bad: `
      define receiver {
          receiver_name  receiver-master
          address        server1
      }`,
    good: `
      define receiver {
          receiver_name  receiver-master
          address        server1
          port           7773
      }`,
  },
  check(model, report) {
    for (const daemon of complete(model)?.of('receiver') ?? []) {
      if (daemon.item.origins.has('port') || daemon.invented) continue;
      report({
        at: placeOfDaemon(daemon),
        object: daemon.item,
        message: `Without a port ${daemon.name} is looked for on ${String(daemon.port)}, the broker's; its daemon listens on ${String(USUAL_PORTS.receiver)}.`,
        data: { name: daemon.name },
      });
    }
  },
  fix({ data }, model) {
    const daemon = topologyOf(model)
      .of('receiver')
      .find(({ name }) => name === data.name);
    const edit = daemon && setDirective(model, daemon, 'port', String(USUAL_PORTS.receiver));
    return edit ? [{ title: `Add port ${String(USUAL_PORTS.receiver)}`, change: edits(edit), preferred: true }] : [];
  },
});
