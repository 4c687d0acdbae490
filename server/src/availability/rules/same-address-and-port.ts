import { edits } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { setDirective } from '../changes';
import { USUAL_PORTS } from '../ports';
import { isLocalAddress } from '../server-name';
import { type Daemon, placeOfDaemon, titleOf, topologyOf } from '../topology';
import { complete, pairs } from './complete';

export const sameAddressAndPort = defineRule<{ readonly kind: string; readonly name: string }>({
  code: 'availability/same-address-and-port',
  severity: 'error',
  title: 'Two daemons on one address and port',
  explain:
    'One process cannot be two daemons: the arbiter tells it to work by one definition and to idle by the other, for ever. Give each its own port.',
  example: {
    bad: `
      define poller {
          poller_name       poller-1
          address           server1
          port              7771
      }
      define reactionner {
          reactionner_name  reactionner-1
          address           server1
          port              7771
      }`,
    good: `
      define poller {
          poller_name       poller-1
          address           server1
          port              7771
      }
      define reactionner {
          reactionner_name  reactionner-1
          address           server1
          port              7769
      }`,
  },
  check(model, report) {
    const topology = complete(model);
    if (!topology) return;
    const daemons = topology.daemons.filter(({ invented }) => !invented);
    const spread = daemons.some(({ address }) => !isLocalAddress(address));
    for (const pair of [...together(daemons)].flatMap((group) => [...pairs(group)])) {
      // Who is on a port that is not its own has taken the other's.
      const [first, second] = isUsual(pair[1]) && !isUsual(pair[0]) ? [pair[1], pair[0]] : pair;
      // Daemons of one kind on a local address, among others elsewhere: another rule says what that means.
      if (first.kind === second.kind && isLocalAddress(first.address) && isLocalAddress(second.address) && spread)
        continue;
      // A receiver without a port: another rule says so.
      if ([first, second].some(({ kind, item }) => kind === 'receiver' && !item.origins.has('port'))) continue;
      const other = placeOfDaemon(first, 'port');
      report({
        at: placeOfDaemon(second, 'port'),
        object: second.item,
        message: `The ${titleOf(first)} and the ${titleOf(second)} are both on ${first.address}:${String(first.port)}: one process cannot be both.`,
        related: other ? [{ ...other, message: `the ${titleOf(first)}` }] : [],
        data: { kind: second.kind, name: second.name },
      });
    }
  },
  fix({ data }, model) {
    const { daemons } = topologyOf(model);
    const daemon = daemons.find(({ kind, name }) => kind === data.kind && name === data.name);
    if (!daemon) return [];
    const taken = new Set(daemons.filter(({ machine }) => machine === daemon.machine).map(({ port }) => port));
    let port = USUAL_PORTS[daemon.kind];
    while (taken.has(port)) port += 10;
    const edit = setDirective(model, daemon, 'port', String(port));
    return edit ? [{ title: `Set port ${String(port)}`, change: edits(edit) }] : [];
  },
});

const isUsual = ({ kind, port }: Daemon): boolean => port === USUAL_PORTS[kind];

/** Daemons that share a machine and a port. */
function together(daemons: readonly Daemon[]): Iterable<readonly Daemon[]> {
  const groups = new Map<string, Daemon[]>();
  for (const daemon of daemons) {
    const key = `${daemon.machine} ${String(daemon.port)}`;
    groups.set(key, [...(groups.get(key) ?? []), daemon]);
  }
  return groups.values();
}
