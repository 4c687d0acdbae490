import { higherRealms } from './higher-realms';
import type { Daemon, Topology } from './topology';

/** A topology with some spares more, behind the daemons of their kind: what it would be once somebody has written them. */
export function topologyWith(topology: Topology, spares: readonly Daemon[]): Topology {
  if (spares.length === 0) return topology;
  const daemons = [...topology.daemons, ...spares];
  const above = higherRealms(topology.realms);
  const inRealm = (kind: Daemon['kind'], realm: string): readonly Daemon[] =>
    daemons.filter((daemon) => daemon.kind === kind && daemon.realm === realm);
  const candidates = (kind: Daemon['kind'], name: string): readonly Daemon[] => {
    const realm = topology.realm(name);
    const higher = (realm ? (above.get(realm) ?? []) : []).flatMap((other) => inRealm(kind, other.name));
    const helps = ({ spare, managesSubRealms }: Daemon): boolean => (kind === 'scheduler' ? spare : managesSubRealms);
    return [...inRealm(kind, name), ...higher.filter(helps)];
  };
  const known = new Map<string, readonly Daemon[]>();
  return {
    ...topology,
    daemons,
    wantsSpares: true,
    of: (kind) => daemons.filter((daemon) => daemon.kind === kind),
    candidates: (kind, realm) => {
      const key = `${kind} ${realm}`;
      const list = known.get(key) ?? candidates(kind, realm);
      known.set(key, list);
      return list;
    },
  };
}
