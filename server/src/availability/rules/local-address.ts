import { defineRule } from '../../rules/rule';
import type { DaemonType } from '../../schema';
import { askValue } from '../ask-value';
import { spareServer } from '../spares';
import { type Daemon, placeOfDaemon, titleOf, type Topology, topologyOf, writtenHostName } from '../topology';
import { complete } from './complete';
import { isLocalAddress } from '../server-name';

export const localAddress = defineRule<{ readonly kind: string; readonly name: string }>({
  code: 'availability/local-address',
  severity: 'warning',
  title: 'localhost, where other daemons are on other machines',
  explain:
    'Every daemon that is told this address looks for it on its own machine: a poller on server2 asks server2 for its scheduler, and the spare arbiter looks for the masters on the spare server. Write a name or an address that means the same machine everywhere. Where one arbiter leads, what only it calls may stay local: a broker, for instance.',
  example: {
    bad: `
      define arbiter {
          arbiter_name    arbiter-master
          host_name       server1
          address         server1
      }
      define scheduler {
          scheduler_name  scheduler-master
          address         localhost
      }
      define poller {
          poller_name     poller-2
          address         server2
      }`,
    good: `
      define arbiter {
          arbiter_name    arbiter-master
          host_name       server1
          address         server1
      }
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
    const topology = complete(model);
    const daemons = (topology?.daemons ?? []).filter(({ invented }) => !invented);
    const homes = new Set((topology?.of('arbiter') ?? []).map(homeOf));
    for (const daemon of daemons) {
      if (!topology || !isLocalAddress(daemon.address)) continue;
      const twin = daemons.find(
        (other) =>
          other !== daemon &&
          other.kind === daemon.kind &&
          isLocalAddress(other.address) &&
          other.port === daemon.port &&
          (homes.size > 1 || daemons.some(({ address }) => !isLocalAddress(address))),
      );
      const reader = homes.size > 1 ? otherArbiter(topology, daemon) : callerElsewhere(topology, daemon);
      if (!twin && !reader) continue;
      report({
        at: placeOfDaemon(daemon, 'address'),
        object: daemon.item,
        message: twin
          ? `${daemon.name} and ${twin.name} are one and the same process for whoever reads ${daemon.address}: write where each of them is.`
          : `${reader ? `The ${titleOf(reader)} on ${homeOf(reader)}` : ''} looks for ${daemon.name} on its own machine: write where ${daemon.name} is instead of ${daemon.address}.`,
        severity: twin ? 'error' : 'warning',
        data: { kind: daemon.kind, name: daemon.name },
      });
    }
  },
  fix({ data }, model) {
    const { daemons } = topologyOf(model);
    const daemon = daemons.find(({ kind, name }) => kind === data.kind && name === data.name);
    const arbiter =
      daemon?.kind === 'arbiter' ? daemon : daemons.find((other) => other.kind === 'arbiter' && !other.spare);
    const isArbiters = !daemon?.spare || daemon === arbiter;
    const home = isArbiters ? arbiter && homeOf(arbiter) : spareServer(model, daemon);
    if (!daemon) return [];
    return askValue(model, daemon, 'address', home === undefined || isLocalAddress(home) ? undefined : home);
  },
});

/** Which machine a daemon says it runs on; an arbiter by its `host_name`, if its address does not tell. */
function homeOf(daemon: Daemon): string {
  const hostName = daemon.kind === 'arbiter' ? writtenHostName(daemon.item) : undefined;
  return isLocalAddress(daemon.address) ? (hostName ?? daemon.machine) : daemon.address;
}

/** With two arbiters on two machines a local address means two machines, whoever leads. */
function otherArbiter(topology: Topology, daemon: Daemon): Daemon | undefined {
  const others = topology.of('arbiter').filter((arbiter) => arbiter !== daemon);
  return others.find(({ spare }) => spare) ?? others[0];
}

/**
 * A daemon on another machine that calls this one: pollers, reactionners, brokers and receivers call schedulers, brokers call pollers,
 * reactionners and receivers, and schedulers call those that are passive. Nobody but the arbiter calls a broker.
 */
function callerElsewhere(topology: Topology, { kind, machine, item, name }: Daemon): Daemon | undefined {
  const callers: readonly DaemonType[] =
    kind === 'scheduler'
      ? ['poller', 'reactionner', 'broker', 'receiver']
      : kind === 'poller' || kind === 'reactionner'
        ? ['broker', ...(item.flag('passive') ? (['scheduler'] as const) : [])]
        : kind === 'receiver'
          ? ['broker']
          : [];
  return topology.daemons.find((caller) => {
    const map = caller.item.get('satellitemap');
    if (caller.invented || caller.machine === machine || !callers.includes(caller.kind)) return false;
    if (caller.kind === 'poller' || caller.kind === 'reactionner') if (caller.item.flag('passive')) return false;
    if (caller.kind === 'receiver' && !caller.item.flag('direct_routing')) return false;
    return !(map instanceof Map && map.has(name));
  });
}
