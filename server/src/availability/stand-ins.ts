/** Which spare stands in for which active daemon. */
import { Attached } from '../project/attached';
import { type Assignment, schedulersAfter, workersFor } from './dispatch';
import type { Daemon, Topology } from './topology';

/** The spares that stand in for an active daemon, those of its own realm first. */
export function sparesFor(topology: Topology, master: Daemon): readonly Daemon[] {
  const { kind, realm } = master;
  if (kind === 'arbiter') return master.spare ? [] : topology.of(kind).filter(({ spare }) => spare);
  const candidates = realm === undefined ? [] : topology.candidates(kind, realm);
  return [...new Set(candidates)].filter((spare) => standsFor(topology, spare, master));
}

/** The active daemons that a spare stands in for. */
export function mastersOf(topology: Topology, spare: Daemon): readonly Daemon[] {
  const { kind, realm } = spare;
  if (!spare.spare) return [];
  if (kind === 'arbiter') return topology.of(kind).filter((master) => !master.spare);
  if (realm === undefined) return [];
  return [realm, ...topology.descendants(realm)].flatMap((served) =>
    topology.candidates(kind, served).filter((master) => master.realm === served && standsFor(topology, spare, master)),
  );
}

/**
 * A spare stands in for the active daemons of its own realm. For those of a realm below it does where it would be the one to take over
 * when such a daemon dies, or its machine: not where that realm has spares enough of its own. Spare arbiters stand in for every arbiter.
 */
function standsFor(topology: Topology, spare: Daemon, master: Daemon): boolean {
  if (!spare.spare || master.spare) return false;
  if (spare.realm === master.realm) return true;
  return (
    stepsIn(topology, spare, master, master) ||
    (spare.machine !== master.machine && stepsIn(topology, spare, master, master.machine))
  );
}

/** The spare works in the master's realm once the master is dead, or all of its machine. */
function stepsIn(topology: Topology, spare: Daemon, { kind, realm }: Daemon, dead: Daemon | string): boolean {
  if (kind === 'arbiter' || realm === undefined) return false;
  if (kind === 'scheduler')
    return schedulersWithout(topology, dead).some((part) => part.realm === realm && part.scheduler === spare);
  return workersFor(topology, kind, realm, { isDead: isDeadWith(dead) }).includes(spare);
}

const isDeadWith =
  (dead: Daemon | string) =>
  (daemon: Daemon): boolean =>
    daemon === dead || daemon.machine === dead;

const remembered = new Attached<Topology, Map<Daemon | string, readonly Assignment[]>>();

/** Who schedules what without one daemon, or one machine. */
function schedulersWithout(topology: Topology, dead: Daemon | string): readonly Assignment[] {
  const known = remembered.get(topology) ?? new Map<Daemon | string, readonly Assignment[]>();
  remembered.set(topology, known);
  const parts = known.get(dead) ?? schedulersAfter(topology, isDeadWith(dead));
  known.set(dead, parts);
  return parts;
}
