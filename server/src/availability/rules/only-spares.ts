import { edits } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { setDirective } from '../changes';
import { type Daemon, placeOfDaemon, satelliteKinds, topologyOf } from '../topology';
import { realmsListed } from '../words';
import { complete } from './complete';

export const onlySpares = defineRule<{ readonly kind: string; readonly name: string }>({
  code: 'availability/only-spares',
  severity: 'error',
  title: 'A realm where every daemon of a kind is a spare',
  explain:
    'The dispatcher lets as many daemons work as there are active ones (`spare 0`) in reach of a realm. Where all of them are spares that number is zero: none is ever started, even with all of them alive. Make one of them active.',
  example: {
    bad: `
      define scheduler {
          scheduler_name  scheduler-master
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
      define poller {
          poller_name     poller-master
          address         server1
      }`,
  },
  check(model, report) {
    const topology = complete(model);
    if (!topology) return;
    for (const kind of satelliteKinds) {
      const idle = new Map<Daemon, string[]>();
      for (const { name: realm } of topology.realms) {
        if (topology.schedulers(realm).length === 0) continue;
        const reach = topology.candidates(kind, realm);
        const [first] = reach;
        if (first && reach.every(({ spare }) => spare)) idle.set(first, [...(idle.get(first) ?? []), realm]);
      }
      for (const [first, realms] of idle) {
        report({
          at: placeOfDaemon(first, 'spare'),
          object: first.item,
          message: `Every ${kind} that reaches ${realmsListed(realms)} is a spare: none of them will ever work there.`,
          data: { kind, name: first.name },
        });
      }
    }
  },
  fix({ data }, model) {
    const daemon = topologyOf(model).daemons.find(({ kind, name }) => kind === data.kind && name === data.name);
    const edit = daemon && setDirective(model, daemon, 'spare', '0');
    return edit ? [{ title: `Make ${data.name} active`, change: edits(edit) }] : [];
  },
});
