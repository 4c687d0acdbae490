import { defineRule } from '../../rules/rule';
import { placeOfDaemon, writtenHostName } from '../topology';
import { complete, pairs } from './complete';

export const arbitersShareHostName = defineRule<undefined>({
  code: 'availability/arbiters-share-host-name',
  severity: 'error',
  title: 'Two arbiters with one host_name',
  explain:
    'Both definitions match the same machine: the last one wins there, and no other machine runs an arbiter at all. Give each arbiter the name of its own machine.',
  example: {
    bad: `
      define arbiter {
          arbiter_name  arbiter-master
          host_name     server1
          address       server1
      }
      define arbiter {
          arbiter_name  arbiter-spare
          host_name     server1
          address       server3
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
    const arbiters = (complete(model)?.of('arbiter') ?? []).filter(({ item }) => writtenHostName(item) !== undefined);
    for (const [first, second] of pairs(arbiters)) {
      const hostName = writtenHostName(second.item) ?? '';
      if (hostName !== writtenHostName(first.item)) continue;
      const other = placeOfDaemon(first, 'host_name');
      report({
        at: placeOfDaemon(second, 'host_name'),
        object: second.item,
        message: `${first.name} and ${second.name} both claim the machine ${hostName}: only one of them can ever run.`,
        related: other ? [{ ...other, message: `host_name of ${first.name}` }] : [],
        data: undefined,
      });
    }
  },
});
