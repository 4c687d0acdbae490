/** Which spare stands in for which active daemon. */
import { dispatched, workersFor } from './dispatch';
import type { Daemon, Topology } from './topology';

/** The spares that stand in for an active daemon, in the order of their definitions. */
export function sparesFor(topology: Topology, master: Daemon): readonly Daemon[] {
  return topology.of(master.kind).filter((spare) => standsFor(topology, spare, master));
}

/** The active daemons that a spare stands in for. */
export function mastersOf(topology: Topology, spare: Daemon): readonly Daemon[] {
  return topology.of(spare.kind).filter((master) => standsFor(topology, spare, master));
}

/**
 * A spare stands in for the active daemons of its own realm. For those of a realm below it does where it would be the one to take over
 * when such a daemon dies, or its machine: not where that realm has spares enough of its own. Spare arbiters stand in for every arbiter.
 */
function standsFor(topology: Topology, spare: Daemon, master: Daemon): boolean {
  if (!spare.spare || master.spare || spare.kind !== master.kind) return false;
  if (spare.kind === 'arbiter') return true;
  if (spare.realm === undefined || master.realm === undefined) return false;
  if (spare.realm === master.realm) return true;
  return (
    topology.candidates(spare.kind, master.realm).includes(spare) &&
    topology.descendants(spare.realm).includes(master.realm) &&
    (stepsIn(topology, spare, master, (daemon) => daemon === master) ||
      (spare.machine !== master.machine &&
        stepsIn(topology, spare, master, ({ machine }) => machine === master.machine)))
  );
}

function stepsIn(topology: Topology, spare: Daemon, master: Daemon, isDead: (daemon: Daemon) => boolean): boolean {
  const { kind, realm } = master;
  if (kind === 'arbiter' || realm === undefined) return false;
  if (kind === 'scheduler')
    return dispatched(topology, isDead).some((part) => part.realm === realm && part.scheduler === spare);
  return workersFor(topology, kind, realm, { isDead }).includes(spare);
}
