import { edits } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { setDirective } from '../changes';
import { placeOfDaemon, topologyOf } from '../topology';
import { complete } from './complete';

const satelliteKinds = ['poller', 'reactionner', 'receiver', 'broker'] as const;

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
    for (const { name: realm } of topology.realms) {
      if (!topology.of('scheduler').some((scheduler) => !scheduler.spare && scheduler.realm === realm)) continue;
      for (const kind of satelliteKinds) {
        const reach = topology.candidates(kind, realm);
        const [first] = reach;
        if (!first || reach.some(({ spare }) => !spare)) continue;
        report({
          at: placeOfDaemon(first, 'spare'),
          object: first.item,
          message: `Every ${kind} that reaches the realm ${realm} is a spare: none of them will ever work.`,
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
