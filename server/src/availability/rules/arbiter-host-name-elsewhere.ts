import { edits } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { setDirective } from '../changes';
import { isMachineName, isSameMachineName } from '../server-name';
import { placeOfDaemon, topologyOf, writtenHostName } from '../topology';
import { daemonsListed } from '../words';
import { complete } from './complete';

export const arbiterHostNameElsewhere = defineRule<{ readonly name: string }>({
  code: 'availability/arbiter-host-name-elsewhere',
  severity: 'warning',
  title: "An arbiter's host_name is another machine of this configuration",
  explain:
    'An arbiter starts on the machine that calls itself as its `host_name` says; the others look for it at its `address`. Here the two are machines that other daemons name as well, and not the same: where it is looked for, it does not start. Write what `hostname` prints on the machine of its `address`.',
  example: {
    bad: `
      define arbiter {
          arbiter_name  arbiter-spare
          host_name     server2
          address       server3
          spare         1
      }
      define poller {
          poller_name   poller-2
          address       server2
      }
      define poller {
          poller_name   poller-spare
          address       server3
          spare         1
      }`,
    good: `
      define arbiter {
          arbiter_name  arbiter-spare
          host_name     server3
          address       server3
          spare         1
      }
      define poller {
          poller_name   poller-2
          address       server2
      }
      define poller {
          poller_name   poller-spare
          address       server3
          spare         1
      }`,
  },
  check(model, report) {
    const topology = complete(model);
    const arbiters = topology?.of('arbiter') ?? [];
    for (const arbiter of arbiters) {
      const hostName = writtenHostName(arbiter.item);
      if (!topology || hostName === undefined || isSameMachineName(hostName, arbiter.address)) continue;
      const others = topology.daemons.filter((daemon) => daemon !== arbiter && !daemon.invented);
      // One arbiter beside another, or with its name: other rules say so.
      const rivals = others.filter(({ kind }) => kind === 'arbiter');
      if (rivals.some(({ item, machine }) => machine === arbiter.machine || writtenHostName(item) === hostName))
        continue;
      const there = others.find(({ address }) => isMachineName(address) && isSameMachineName(hostName, address));
      const here = others.find(({ address }) => isSameMachineName(arbiter.address, address));
      if (!there || !here || !isMachineName(arbiter.address)) continue;
      const place = placeOfDaemon(there, 'address');
      report({
        at: placeOfDaemon(arbiter, 'host_name'),
        object: arbiter.item,
        message: `${arbiter.name} starts on ${hostName} only, where ${daemonsListed([there])} is, and is looked for on ${arbiter.address}, where ${daemonsListed([here])} is.`,
        related: place ? [{ ...place, message: `where ${there.name} is` }] : [],
        data: { name: arbiter.name },
      });
    }
  },
  fix({ data }, model) {
    const arbiter = topologyOf(model)
      .of('arbiter')
      .find(({ name }) => name === data.name);
    const edit = arbiter && setDirective(model, arbiter, 'host_name', arbiter.address);
    return arbiter && edit ? [{ title: `Set host_name ${arbiter.address}`, change: edits(edit), preferred: true }] : [];
  },
});
