import { defineRule } from '../../rules/rule';
import { askValue } from '../ask-value';
import { isMachineName } from '../server-name';
import { placeOfDaemon, topologyOf } from '../topology';
import { complete } from './complete';

export const arbiterWithoutHostName = defineRule<{ readonly name: string }>({
  code: 'availability/arbiter-without-host-name',
  severity: 'error',
  title: 'Several arbiters, and one without host_name',
  explain:
    'Each arbiter process picks the `define arbiter` whose `host_name` is its own machine. Without one, Shinken puts in the name of whichever machine reads the file: two arbiters then match everywhere, and the last one wins. If that is the spare, nobody is master. Give every arbiter the name that `hostname` prints on its machine.',
  example: {
    bad: `
      define arbiter {
          arbiter_name  arbiter-master
          host_name     server1
          address       server1
      }
      define arbiter {
          arbiter_name  arbiter-spare
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
    const arbiters = complete(model)?.of('arbiter') ?? [];
    for (const daemon of arbiters) {
      if (daemon.item.origins.has('host_name') || daemon.invented) continue;
      if (arbiters.length < 2 && !daemon.spare) continue;
      report({
        at: placeOfDaemon(daemon),
        object: daemon.item,
        message: `${daemon.name} has no host_name: it would take itself for the arbiter of any machine. Write what \`hostname\` prints on ${daemon.address}.`,
        data: { name: daemon.name },
      });
    }
  },
  fix({ data }, model) {
    const daemon = topologyOf(model)
      .of('arbiter')
      .find(({ name }) => name === data.name);
    if (!daemon) return [];
    return askValue(model, daemon, 'host_name', isMachineName(daemon.address) ? daemon.address : undefined);
  },
});
