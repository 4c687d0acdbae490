import { defineRule } from '../../rules/rule';
import { placeOfDaemon } from '../topology';
import { complete } from './complete';

export const severalSpareArbiters = defineRule<undefined>({
  code: 'availability/several-spare-arbiters',
  severity: 'warning',
  title: 'More than one spare arbiter',
  explain:
    'When the master arbiter dies, every spare arbiter takes the lead. Two of them then send the schedulers their parts again and again, each undoing what the other did. Keep one.',
  example: {
    bad: `
      define arbiter {
          arbiter_name  arbiter-master
          host_name     server1
          address       server1
      }
      define arbiter {
          arbiter_name  arbiter-spare
          host_name     server3
          address       server3
          spare         1
      }
      define arbiter {
          arbiter_name  arbiter-spare-2
          host_name     server4
          address       server4
          spare         1
      }`,
    good: `
      define arbiter {
          arbiter_name  arbiter-master
          host_name     server1
          address       server1
      }
      define arbiter {
          arbiter_name  arbiter-spare
          host_name     server3
          address       server3
          spare         1
      }`,
  },
  check(model, report) {
    const [first, ...others] = (complete(model)?.of('arbiter') ?? []).filter(({ spare }) => spare);
    const place = first && placeOfDaemon(first);
    for (const other of others) {
      report({
        at: placeOfDaemon(other, 'spare'),
        object: other.item,
        message: `${first?.name ?? ''} is a spare arbiter already: when the master dies both take the lead and fight over the daemons.`,
        related: first && place ? [{ ...place, message: `the arbiter ${first.name}` }] : [],
        data: undefined,
      });
    }
  },
});
