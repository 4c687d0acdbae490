/** Who works for whom once the dispatcher has settled: its rules in closed form, under one arbiter. */
import { Attached } from '../project/attached';
import { type Daemon, type SatelliteKind, satelliteKinds, type Topology } from './topology';

/** What one active scheduler of a realm works on while all is well. */
export interface Part {
  readonly realm: string;
  /** Parts are numbered through, realm by realm. */
  readonly number: number;
  /** Undefined: nobody schedules these hosts. */
  readonly scheduler: Daemon | undefined;
  /** Who works for the scheduler, each once; nobody, where there is none. */
  readonly workers: Readonly<Record<SatelliteKind, readonly Daemon[]>>;
}

/** Something for each kind of satellite. */
export function byKind<T>(of: (kind: SatelliteKind) => T): Readonly<Record<SatelliteKind, T>> {
  return { poller: of('poller'), reactionner: of('reactionner'), receiver: of('receiver'), broker: of('broker') };
}

/** No satellite of any kind. */
export const nobody: Readonly<Record<SatelliteKind, readonly Daemon[]>> = byKind(() => []);

/** The parts of the configuration while all is well. */
export function dispatchedAtFirst(topology: Topology): readonly Part[] {
  const known = wellDealt.get(topology);
  if (known) return known;
  const parts = schedulersAtFirst(topology).map((part): Part => ({ ...part, workers: workersOf(topology, part) }));
  wellDealt.set(topology, parts);
  return parts;
}

const wellDealt = new Attached<Topology, readonly Part[]>();

/**
 * The parts of the configuration in the state that follows when, all being well, some daemons die at once (dispatcher.py:171-610). The
 * same arbiter leads on; or a `new` one begins anew among the living, for which nobody has a part yet (dispatcher.py:318-420). Tags,
 * modules and weights play no part in who is chosen. A part that nothing happens to is the very one of before.
 */
export function dispatchedAfter(
  topology: Topology,
  dead: ReadonlySet<Daemon>,
  leader: 'same' | 'new',
): readonly Part[] {
  const before = dispatchedAtFirst(topology);
  const isDead = (daemon: Daemon): boolean => dead.has(daemon);
  const assignments = leader === 'same' ? schedulersAfter(topology, isDead) : schedulersAnew(topology, isDead);
  const reached = realmsReachedBy(topology, dead);
  return assignments.map((part): Part => {
    const old = before[part.number];
    const isSame = old?.scheduler === part.scheduler;
    if (old && isSame && !reached.has(part.realm)) return old;
    const isReached = reached.has(part.realm) || !old?.scheduler;
    return { ...part, workers: part.scheduler && !isReached ? old.workers : workersOf(topology, part, isDead) };
  });
}

/** Realms for which a dead satellite might work. */
function realmsReachedBy(topology: Topology, dead: ReadonlySet<Daemon>): ReadonlySet<string> {
  let index = reaches.get(topology);
  if (!index) {
    index = new Map();
    for (const { name } of topology.realms)
      for (const daemon of satelliteKinds.flatMap((kind) => topology.candidates(kind, name)))
        index.set(daemon, (index.get(daemon) ?? new Set()).add(name));
    reaches.set(topology, index);
  }
  const realms = new Set<string>();
  for (const daemon of dead) for (const realm of index.get(daemon) ?? []) realms.add(realm);
  return realms;
}

const reaches = new Attached<Topology, Map<Daemon, Set<string>>>();

/** A part of the configuration and who has it. */
export type Assignment = Pick<Part, 'realm' | 'number' | 'scheduler'>;

/**
 * Who schedules which part: an active scheduler of its realm, the last defined first. When that one dies the part goes to the first
 * candidate that is alive and has none: nobody ever has two.
 */
export function schedulersAfter(topology: Topology, isDead: (daemon: Daemon) => boolean): readonly Assignment[] {
  const parts = schedulersAtFirst(topology).map((part) => {
    const { scheduler } = part;
    return scheduler && isDead(scheduler) ? { ...part, scheduler: undefined } : part;
  });
  const busy = new Set(parts.map(({ scheduler }) => scheduler));
  return parts.map((part) => {
    if (part.scheduler) return part;
    const free = topology.candidates('scheduler', part.realm).filter((daemon) => !isDead(daemon) && !busy.has(daemon));
    const [scheduler] = inOrder(free);
    if (scheduler) busy.add(scheduler);
    return { ...part, scheduler };
  });
}

const first = new Attached<Topology, readonly Assignment[]>();

/** Who schedules which part while all is well. */
export function schedulersAtFirst(topology: Topology): readonly Assignment[] {
  const known = first.get(topology);
  if (known) return known;
  const parts = schedulersAnew(topology, () => false);
  first.set(topology, parts);
  return parts;
}

function schedulersAnew(topology: Topology, isDead: (daemon: Daemon) => boolean): readonly Assignment[] {
  const busy = new Set<Daemon>();
  const realms = topology.realms.flatMap(({ name }) => topology.schedulers(name).map(() => name));
  return realms.map((realm, number): Assignment => {
    const free = topology.candidates('scheduler', realm).filter((daemon) => !isDead(daemon) && !busy.has(daemon));
    const [scheduler] = inOrder(free);
    if (scheduler) busy.add(scheduler);
    return { realm, number, scheduler };
  });
}

/** Active ones first, the last defined of them before the others, then spares, the first defined before the others. */
function inOrder(alive: readonly Daemon[]): readonly Daemon[] {
  return [...alive.filter(({ spare }) => !spare).reverse(), ...alive.filter(({ spare }) => spare)];
}

function workersOf(
  topology: Topology,
  { realm, number, scheduler }: Assignment,
  isDead: (daemon: Daemon) => boolean = () => false,
): Readonly<Record<SatelliteKind, readonly Daemon[]>> {
  if (!scheduler) return nobody;
  return byKind((kind) => workersFor(topology, kind, realm, { number, isDead }));
}

/**
 * As many satellites work for a part as the realm has active ones in reach, dead or alive: spares come in where active ones are missing,
 * and nobody works where there are spares only. A part goes to a single broker unless its realm says `broker_complete_links 1`, and to a
 * spare one only when no active one is alive.
 */
export function workersFor(
  topology: Topology,
  kind: SatelliteKind,
  realm: string,
  {
    number = 0,
    isDead = () => false,
  }: { readonly number?: number; readonly isDead?: (daemon: Daemon) => boolean } = {},
): readonly Daemon[] {
  const candidates = topology.candidates(kind, realm);
  const wanted = candidates.filter(({ spare }) => !spare).length;
  const alive = inOrder(candidates.filter((daemon) => !isDead(daemon)));
  if (kind === 'broker' && topology.realm(realm)?.flag('broker_complete_links') !== true) {
    const active = alive.filter(({ spare }) => !spare);
    const chosen = active[number % Math.max(active.length, 1)] ?? alive[0];
    return wanted > 0 && chosen ? [chosen] : [];
  }
  return [...new Set(alive.slice(0, wanted))];
}
