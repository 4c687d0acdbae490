/** What the death of one machine costs, as long as some arbiter leads. */
import { Attached } from '../project/attached';
import type { DaemonType } from '../schema';
import { schedulersAfter, schedulersAtFirst, workersFor } from './dispatch';
import { type Daemon, type SatelliteKind, satelliteKinds, type Topology } from './topology';
import { addTo } from '../project/lists';

/** Work that goes on while all is well, and that nobody does any more once a machine is dead. */
export interface Loss {
  readonly machine: string;
  readonly kind: DaemonType;
  /** Where the work is lost; undefined for an arbiter, who leads all realms. */
  readonly realm: string | undefined;
  /** The tags whose work is lost, where all other work goes on. */
  readonly tags: readonly string[] | undefined;
  /** Who did the work, and died. */
  readonly masters: readonly Daemon[];
  /** Every spare that the dispatcher might choose for this work, dead or alive. */
  readonly spares: readonly Daemon[];
  /** Spares that came in and leave the work undone, for they lack the tags. */
  readonly standIns: readonly Daemon[];
}

/** Every loss that the death of a single machine brings, machine by machine in the order of the daemons. */
export function lossesOf(topology: Topology): readonly Loss[] {
  const known = losses.get(topology);
  if (known) return known;
  const teams = teamsOf(topology);
  const found = topology.activeMachines.flatMap((machine) => [
    ...arbiterLoss(topology, machine),
    ...schedulerLosses(topology, machine),
    ...(teams.get(machine) ?? []).flatMap(({ kind, realm }) => satelliteLoss(topology, machine, kind, realm)),
  ]);
  losses.set(topology, found);
  return found;
}

const losses = new Attached<Topology, readonly Loss[]>();

const on =
  (machine: string) =>
  (daemon: Daemon): boolean =>
    daemon.machine === machine;

const sparesAmong = (daemons: readonly Daemon[]): readonly Daemon[] =>
  [...new Set(daemons)].filter(({ spare }) => spare);

function arbiterLoss(topology: Topology, machine: string): Loss[] {
  const arbiters = topology.of('arbiter');
  const masters = arbiters.filter((arbiter) => !arbiter.spare && on(machine)(arbiter));
  if (masters.length === 0 || arbiters.some((arbiter) => !on(machine)(arbiter))) return [];
  const spares = sparesAmong(arbiters);
  return [{ machine, kind: 'arbiter', realm: undefined, tags: undefined, masters, spares, standIns: [] }];
}

function schedulerLosses(topology: Topology, machine: string): Loss[] {
  const before = schedulersAtFirst(topology);
  if (!before.some(({ scheduler }) => scheduler && on(machine)(scheduler))) return [];
  const after = schedulersAfter(topology, on(machine));
  return before.flatMap(({ realm, scheduler }, index): Loss[] => {
    if (!scheduler || after[index]?.scheduler) return [];
    const spares = sparesAmong(topology.candidates('scheduler', realm));
    return [{ machine, kind: 'scheduler', realm, tags: undefined, masters: [scheduler], spares, standIns: [] }];
  });
}

/** Satellites of one kind for one realm. */
interface Team {
  readonly kind: SatelliteKind;
  readonly realm: string;
}

/** The teams in which an active daemon of each machine works, where there is work. */
function teamsOf(topology: Topology): ReadonlyMap<string, readonly Team[]> {
  const teams = new Map<string, Team[]>();
  for (const { name: realm } of topology.realms) {
    if (topology.schedulers(realm).length === 0) continue;
    for (const kind of satelliteKinds) {
      const active = topology.candidates(kind, realm).filter(({ spare }) => !spare);
      for (const machine of new Set(active.map((daemon) => daemon.machine))) {
        addTo(teams, machine, { kind, realm });
      }
    }
  }
  return teams;
}

function satelliteLoss(topology: Topology, machine: string, kind: SatelliteKind, realm: string): Loss[] {
  const candidates = topology.candidates(kind, realm);
  const dead = [...new Set(candidates)].filter((daemon) => !daemon.spare && on(machine)(daemon));
  const own = dead.filter((daemon) => daemon.realm === realm);
  const { after, standIns, lostTags } = changeOf(topology, kind, realm, on(machine));
  const loss = { machine, kind, realm, spares: sparesAmong(candidates), standIns };
  if (after.length === 0) return [{ ...loss, tags: undefined, masters: own.length > 0 ? own : dead }];
  const masters = dead.filter(({ tags }) => tags.some((tag) => lostTags.includes(tag)));
  return lostTags.length > 0 ? [{ ...loss, tags: lostTags, masters }] : [];
}

/** Who works for a realm before and after some deaths. */
export interface Change {
  readonly before: readonly Daemon[];
  readonly after: readonly Daemon[];
  /** Those who come in. */
  readonly standIns: readonly Daemon[];
  /** Tags of pollers or reactionners that nobody serves any more. */
  readonly lostTags: readonly string[];
}

export function changeOf(
  topology: Topology,
  kind: SatelliteKind,
  realm: string,
  isDead: (daemon: Daemon) => boolean,
): Change {
  const before = workersFor(topology, kind, realm);
  const after = workersFor(topology, kind, realm, { isDead });
  const served = new Set(after.flatMap(({ tags }) => tags));
  const lostTags = [...new Set(before.flatMap(({ tags }) => tags))].filter((tag) => !served.has(tag));
  return { before, after, standIns: after.filter((daemon) => !before.includes(daemon)), lostTags };
}
