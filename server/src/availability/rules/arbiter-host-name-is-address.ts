import { defineRule } from '../../rules/rule';
import { askValue } from '../ask-value';
import { isMachineName } from '../server-name';
import { placeOfDaemon, topologyOf, writtenHostName } from '../topology';
import { complete } from './complete';

export const arbiterHostNameIsAddress = defineRule<{ readonly name: string }>({
  code: 'availability/arbiter-host-name-is-address',
  severity: 'warning',
  title: "An arbiter's host_name is an address",
  explain:
    'An arbiter starts only where its `host_name` equals what the machine calls itself. An IP address or `localhost` is hardly ever that name, so this arbiter will not start. Write what `hostname` prints on its machine.',
  example: {
    bad: `
      define arbiter {
          arbiter_name  arbiter-master
          host_name     192.0.2.1
          address       server1
      }`,
    good: `
      define arbiter {
          arbiter_name  arbiter-master
          host_name     server1
          address       server1
      }`,
  },
  check(model, report) {
    for (const daemon of complete(model)?.of('arbiter') ?? []) {
      const hostName = writtenHostName(daemon.item);
      if (hostName === undefined || hostName === '' || isMachineName(hostName)) continue;
      report({
        at: placeOfDaemon(daemon, 'host_name'),
        object: daemon.item,
        message: `${daemon.name} starts only on a machine that calls itself ${hostName}; write what \`hostname\` prints there.`,
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
