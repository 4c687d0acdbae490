import { edits } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { setDirective } from '../changes';
import { isLocalAddress, placeOfDaemon, topologyOf } from '../topology';
import { complete } from './complete';

export const localAddress = defineRule<{ readonly kind: string; readonly name: string }>({
  code: 'availability/local-address',
  severity: 'warning',
  title: 'localhost, where other daemons are on other machines',
  explain:
    'Every daemon that is told this address looks for it on its own machine: a poller on server2 asks server2 for its scheduler, and the spare arbiter looks for the masters on the spare server. Write a name or an address that means the same machine everywhere.',
  example: {
    bad: `
      define scheduler {
          scheduler_name  scheduler-master
          address         localhost
      }
      define poller {
          poller_name     poller-2
          address         server2
      }`,
    good: `
      define scheduler {
          scheduler_name  scheduler-master
          address         server1
      }
      define poller {
          poller_name     poller-2
          address         server2
      }`,
  },
  check(model, report) {
    const daemons = (complete(model)?.daemons ?? []).filter(({ invented }) => !invented);
    const elsewhere = daemons.find(({ address }) => !isLocalAddress(address));
    if (!elsewhere) return;
    for (const daemon of daemons) {
      if (!isLocalAddress(daemon.address)) continue;
      const twin = daemons.find(
        (other) =>
          other !== daemon && other.kind === daemon.kind && isLocalAddress(other.address) && other.port === daemon.port,
      );
      report({
        at: placeOfDaemon(daemon, 'address'),
        object: daemon.item,
        message: twin
          ? `${daemon.name} and ${twin.name} are one and the same process for whoever reads ${daemon.address}; write where each of them is.`
          : `${daemon.address} is another machine for each daemon that reads it, and ${elsewhere.name} is on ${elsewhere.address}; write where ${daemon.name} is.`,
        severity: twin ? 'error' : 'warning',
        data: { kind: daemon.kind, name: daemon.name },
      });
    }
  },
  fix({ data }, model) {
    const { daemons } = topologyOf(model);
    const daemon = daemons.find(({ kind, name }) => kind === data.kind && name === data.name);
    const hostName = daemons
      .find(({ kind, spare, item }) => kind === 'arbiter' && !spare && item.origins.has('host_name'))
      ?.item.text('host_name');
    const edit =
      daemon && !daemon.spare && hostName !== undefined && !isLocalAddress(hostName)
        ? setDirective(model, daemon, 'address', hostName)
        : undefined;
    return edit ? [{ title: `Set the address to ${hostName ?? ''}`, change: edits(edit) }] : [];
  },
});
