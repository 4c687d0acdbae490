import type { Item } from '../model/item';
import { higherRealms } from './higher-realms';
import { candidatesFor, type Daemon, type RealmKind, type Topology } from './topology';

/** A topology with some spares more, behind the daemons of their kind: what it would be once somebody has written them. */
export function topologyWith(topology: Topology, spares: readonly Daemon[]): Topology {
  if (spares.length === 0) return topology;
  const daemons = [...topology.daemons, ...spares];
  const above = higherRealms(topology.realms);
  const candidates = (kind: RealmKind, name: string): readonly Daemon[] => {
    const realm = topology.realm(name);
    const daemonsIn = ({ name }: Item): readonly Daemon[] =>
      daemons.filter((daemon) => daemon.kind === kind && daemon.realm === name);
    return realm ? candidatesFor(realm, kind, above, daemonsIn) : [];
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
