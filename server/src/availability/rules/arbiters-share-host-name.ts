import { edits } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { setDirective } from '../changes';
import { isMachineName, isSameMachineName } from '../server-name';
import { type Daemon, placeOfDaemon, topologyOf, writtenHostName } from '../topology';
import { complete, pairs } from './complete';

export const arbitersShareHostName = defineRule<{ readonly name: string }>({
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
    for (const pair of pairs(arbiters)) {
      const [keeper, claimant] = isElsewhere(pair[0]) && !isElsewhere(pair[1]) ? [pair[1], pair[0]] : pair;
      const hostName = writtenHostName(claimant.item) ?? '';
      if (hostName !== writtenHostName(keeper.item)) continue;
      const other = placeOfDaemon(keeper, 'host_name');
      report({
        at: placeOfDaemon(claimant, 'host_name'),
        object: claimant.item,
        message: `${keeper.name} and ${claimant.name} both claim the machine ${hostName}: only one of them can ever run.`,
        related: other ? [{ ...other, message: `host_name of ${keeper.name}` }] : [],
        data: { name: claimant.name },
      });
    }
  },
  fix({ data }, model) {
    const arbiters = topologyOf(model).of('arbiter');
    const claimant = arbiters.find(({ name }) => name === data.name);
    if (!claimant || !isElsewhere(claimant) || !isMachineName(claimant.address)) return [];
    if (arbiters.some(({ item }) => writtenHostName(item) === claimant.address)) return [];
    const edit = setDirective(model, claimant, 'host_name', claimant.address);
    return edit ? [{ title: `Set host_name ${claimant.address}`, change: edits(edit), preferred: true }] : [];
  },
});

/** Its own address is another machine than the one it claims: `server1` and `server1.example.com` are one. */
function isElsewhere({ item, address }: Daemon): boolean {
  return !isSameMachineName(address, writtenHostName(item) ?? '');
}
