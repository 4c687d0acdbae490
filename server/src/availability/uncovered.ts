/** Work that nobody does in a state, and why. */
import type { Leadership, RealmState, Uncovered } from './failover-types';
import { type Daemon, type RealmKind, satelliteKinds, type Topology } from './topology';
import { listed } from './words';

/** What nobody does in a realm. `stopped` are schedulers that have a part and do not work on it. */
export function uncoveredIn(
  topology: Topology,
  { realm, parts }: RealmState,
  leadership: Leadership,
  stopped: ReadonlySet<Daemon>,
): readonly Uncovered[] {
  const found = new Map<string, Uncovered>();
  const hosts = topology.hosts(realm).length;
  const note = (kind: Uncovered['kind'], tag: string | undefined, why: string): void => {
    const key = `${kind} ${tag ?? ''}`;
    found.set(key, { realm, kind, tag, hosts, why, parts: (found.get(key)?.parts ?? 0) + 1 });
  };
  for (const { scheduler, workers, missingTags } of parts) {
    if (!scheduler || stopped.has(scheduler)) {
      note(
        'scheduler',
        undefined,
        scheduler ? twoNames(scheduler) : whyNobody(topology, 'scheduler', realm, leadership),
      );
      continue;
    }
    for (const kind of satelliteKinds) {
      // Without a receiver nobody sends passive results: that is no lack.
      if (kind === 'receiver' && topology.candidates(kind, realm).length === 0) continue;
      if (workers[kind].length === 0) note(kind, undefined, whyNobody(topology, kind, realm, leadership));
      else if (kind === 'poller' || kind === 'reactionner')
        for (const tag of missingTags[kind])
          note(kind, tag, `None of ${listed(workers[kind].map(({ name }) => name))} has the tag ${tag}.`);
    }
  }
  return [...found.values()];
}

const twoNames = ({ name, address, port }: Daemon): string =>
  `${name} shares ${address}:${String(port)} with another one, and is told to work and to idle in turns.`;

function whyNobody(topology: Topology, kind: RealmKind, realm: string, leadership: Leadership): string {
  const candidates = topology.candidates(kind, realm);
  if (candidates.length === 0) return `No ${kind} reaches this realm.`;
  if (candidates.every(({ spare }) => spare))
    return 'Only spares reach this realm, and without an active one none works.';
  if (leadership === 'nobody') return 'No arbiter is left to give the work to another one.';
  const spares = candidates.filter(({ spare }) => spare);
  if (spares.length === 0) return `No spare ${kind} reaches this realm.`;
  return `Every spare in reach is dead or at work: ${listed([...new Set(spares)].map(({ name }) => name))}.`;
}
