/** For whom one server should run spares, and why not for others. */
import { type DaemonType, daemonTypes } from '../schema';
import { spareBeside } from './amendments';
import { lossesOf } from './losses';
import type { Wanted } from './spare-draft';
import { sparesFor } from './stand-ins';
import type { Daemon, Topology } from './topology';

/** Whose spares one asks for; everybody's by default. */
export interface Scope {
  /** Only for active daemons on this address. */
  readonly for?: string;
  /** Only spares of these kinds. */
  readonly kinds?: readonly DaemonType[];
  /** Only for daemons of these realms: no arbiter, which has none, unless its kind is named. */
  readonly realms?: readonly string[];
}

export function isAsked({ kind, realm, address }: Daemon, scope: Scope): boolean {
  if (scope.for !== undefined && address.toLowerCase() !== scope.for.toLowerCase()) return false;
  if (scope.kinds && !scope.kinds.includes(kind)) return false;
  if (!scope.realms) return true;
  return kind === 'arbiter' ? scope.kinds !== undefined : scope.realms.includes(realm ?? '');
}

/** Whom spares are wanted for, one entry for each; and why others get none: sentences for people. */
export function wantedSpares(
  topology: Topology,
  server: string,
  scope: Scope,
): { readonly wanted: readonly Wanted[]; readonly skipped: readonly string[] } {
  const lists: (readonly [Daemon, ...Daemon[]])[] = [];
  const skipped: string[] = [];
  for (const kind of daemonTypes) {
    const masters = topology.of(kind).filter((daemon) => !daemon.spare && isAsked(daemon, scope));
    const refusal = masters.some(({ invented }) => invented)
      ? `No ${kind} is defined: Shinken invents one on localhost. Define the ${kind} itself before its spare.`
      : kind === 'arbiter' && (masters.length > 0 || scope.for === undefined)
        ? arbiterRefusal(topology, scope)
        : undefined;
    if (refusal !== undefined) {
      skipped.push(refusal);
      continue;
    }
    for (const group of groupsByRealm(masters)) {
      const wanted = wantedFor(topology, group, server);
      if (typeof wanted === 'string') skipped.push(wanted);
      else for (const [first, ...others] of wanted) if (first) lists.push([first, ...others]);
    }
  }
  const isPlanned = (kind: DaemonType, realm: string): boolean =>
    lists.some(([first]) => first.kind === kind && first.realm === realm);
  return {
    wanted: lists.map((masters) => ({ masters, others: othersFor(topology, masters, server, isPlanned) })),
    skipped,
  };
}

/** One arbiter leads, and one spare at most waits: any other set fights, and one more spare makes it no better. */
function arbiterRefusal(topology: Topology, scope: Scope): string | undefined {
  const arbiters = topology.of('arbiter').filter((arbiter) => isAsked(arbiter, { ...scope, for: undefined }));
  const active = arbiters.filter(({ spare }) => !spare);
  const [spare] = arbiters.filter((arbiter) => arbiter.spare);
  if (active.length > 1)
    return `arbiter ${namesOf(active)}: several active arbiters stop each other. Make one of them the spare.`;
  if (!spare) return undefined;
  const [master] = active;
  if (!master) return `arbiter ${spare.name}: it is a spare and no arbiter is active. Make it active before its spare.`;
  return spareBeside(topology)
    ? `arbiter ${master.name}: its spare ${spare.name} is on the same machine. A second one would fight with it; move it to another machine.`
    : undefined;
}

const namesOf = (daemons: readonly Daemon[]): string => daemons.map(({ name }) => name).join(', ');

/**
 * Whose work besides may come to a new spare: that of the other active daemons of its kind and realm, and, where it reaches the realms
 * below, of theirs that have no spare of their own.
 */
export function othersFor(
  topology: Topology,
  masters: readonly [Daemon, ...Daemon[]],
  server: string,
  isPlanned: (kind: DaemonType, realm: string) => boolean,
): readonly Daemon[] {
  const [{ kind, realm }] = masters;
  if (kind === 'arbiter' || realm === undefined) return [];
  const home = topology.machineOf(server);
  const reaches = kind === 'scheduler' || masters.some(({ managesSubRealms }) => managesSubRealms);
  const below = (reaches ? topology.descendants(realm) : []).filter(
    (other) => !isPlanned(kind, other) && !topology.of(kind).some((daemon) => daemon.spare && daemon.realm === other),
  );
  const realms = [realm, ...below];
  return topology
    .of(kind)
    .filter(
      (daemon) =>
        !daemon.spare &&
        !daemon.invented &&
        daemon.machine !== home &&
        realms.includes(daemon.realm ?? '') &&
        !masters.includes(daemon),
    );
}

function groupsByRealm(masters: readonly Daemon[]): readonly (readonly Daemon[])[] {
  const groups = new Map<string, Daemon[]>();
  for (const master of masters) {
    const key = master.realm ?? '';
    groups.set(key, [...(groups.get(key) ?? []), master]);
  }
  return [...groups.values()];
}

/** Which daemons of one kind and realm want a spare, one list for each spare; or why they get none. */
function wantedFor(
  topology: Topology,
  group: readonly Daemon[],
  server: string,
): readonly (readonly Daemon[])[] | string {
  const [first] = group;
  if (!first) return [];
  const names = group.map(({ name }) => name).join(', ');
  if (first.kind !== 'arbiter' && first.realm === undefined)
    return `${first.kind} ${names}: there is no realm for it; mend that first.`;
  const spares = [...new Set(group.flatMap((master) => sparesFor(topology, master)))];
  const losses = lossesOf(topology).filter(({ kind, standIns }) => kind === first.kind && standIns.length === 0);
  const lost = group.filter((master) => losses.some(({ masters }) => masters.includes(master)));
  const [spare] = spares;
  if (spare && lost.length === 0)
    return `${first.kind} ${names}: ${spare.name} on ${spare.address} is already there as a spare.`;
  const home = topology.machineOf(server);
  const resident = group.find(({ machine }) => machine === home);
  const movable = (lost.length > 0 ? lost : group).filter(({ machine }) => machine !== home);
  if (resident && (movable.length === 0 || lost.length === 0))
    return `${first.kind} ${names}: ${resident.name} is active on ${server} itself; a spare beside it would die with it.`;
  return first.kind === 'scheduler'
    ? byPosition(movable)
    : [lost.length > 0 && spare ? movable : group.filter(({ machine }) => machine !== home)];
}

/** The first scheduler of each machine, the second of each …: each list needs one spare. */
function byPosition(schedulers: readonly Daemon[]): readonly (readonly Daemon[])[] {
  const lists: Daemon[][] = [];
  const seen = new Map<string, number>();
  for (const scheduler of schedulers) {
    const position = seen.get(scheduler.machine) ?? 0;
    seen.set(scheduler.machine, position + 1);
    (lists[position] ??= []).push(scheduler);
  }
  return lists;
}
