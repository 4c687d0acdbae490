import { changeOf } from './losses';
import type { Daemon, Topology } from './topology';

/**
 * The tags whose work stops when a spare stands in for an active daemon, and whom it then stands in for: tried for the death of each
 * daemon and of each machine, with the other spares of the realm there and without them, for any of them may be the first to be taken.
 */
export function lostTags(
  topology: Topology,
  spare: Daemon,
): { readonly tags: readonly string[]; readonly masters: readonly Daemon[] } {
  const { kind, realm } = spare;
  const tags = new Set<string>();
  const masters = new Set<Daemon>();
  if (!spare.spare || realm === undefined || (kind !== 'poller' && kind !== 'reactionner'))
    return { tags: [], masters: [] };
  const isRival = (daemon: Daemon): boolean => daemon.spare && daemon !== spare && daemon.realm === realm;
  for (const served of [realm, ...topology.descendants(realm)]) {
    if (topology.schedulers(served).length === 0) continue;
    for (const master of new Set(topology.candidates(kind, served).filter((daemon) => !daemon.spare))) {
      const dies = (daemon: Daemon): boolean => daemon === master;
      const machineDies = ({ machine }: Daemon): boolean => machine === master.machine;
      for (const isDead of [dies, machineDies]) {
        for (const rivals of [false, true]) {
          const change = changeOf(topology, kind, served, (daemon) => isDead(daemon) || (rivals && isRival(daemon)));
          const lost = change.lostTags.filter((tag) => master.tags.includes(tag));
          if (lost.length === 0 || !change.standIns.includes(spare)) continue;
          for (const tag of lost) tags.add(tag);
          masters.add(master);
        }
      }
    }
  }
  return { tags: [...tags], masters: [...masters] };
}
