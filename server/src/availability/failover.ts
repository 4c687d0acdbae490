/**
 * What happens when servers or daemons die: the state in which Shinken's dispatcher settles, from all being well, and what nobody does
 * in it. The conformance tests hold it to the recorded states of the real dispatcher.
 */
import type { Model } from '../model/types';
import { Attached } from '../project/attached';
import { delaysOf } from './delays';
import { byKind, dispatchedAfter, dispatchedAtFirst, nobody, type Part } from './dispatch';
import type { Failure, FailoverState, Leadership, PartState, RealmState, Uncovered } from './failover-types';
import { type Daemon, satelliteKinds, type SatelliteKind, type Topology, topologyOf } from './topology';
import { uncoveredIn } from './uncovered';
import { tagsNeeded } from './work';
import { addTo } from '../project/lists';

export const allIsWell: Failure = { machines: [], daemons: [] };

/** The state in which the dispatcher settles after a failure. */
export function failoverState(model: Model, failure: Failure = allIsWell): FailoverState {
  const states = remembered.get(model) ?? new Map<string, FailoverState>();
  remembered.set(model, states);
  const topology = topologyOf(model);
  // By their numbers: several may be without a name.
  const numbers = topology.daemons.flatMap((daemon, number) => (isIn(failure, daemon) ? number : []));
  const key = numbers.join();
  const known = states.get(key);
  // Another machine without a daemon may be named in it.
  if (known) return { ...known, failure };
  const dead = new Set(numbers.flatMap((number) => topology.daemons[number] ?? []));
  const state = settle(model, topology, failure, dead);
  states.set(key, state);
  return state;
}

const remembered = new Attached<Model, Map<string, FailoverState>>();

const isIn = ({ machines, daemons }: Failure, daemon: Daemon): boolean =>
  machines.includes(daemon.machine) || daemons.includes(daemon);

function settle(model: Model, topology: Topology, failure: Failure, dead: ReadonlySet<Daemon>): FailoverState {
  const isDead = (daemon: Daemon): boolean => dead.has(daemon);
  const { leaders, leadership } = leadersAfter(topology, isDead);
  const [leader] = leaders;
  const isSameLeader = leader !== undefined && leader === leadersAfter(topology, () => false).leaders[0];
  const before = dispatchedAtFirst(topology);
  const after = partsAfter(topology, leader && (isSameLeader ? 'same' : 'new'), dead);
  const busy = busyIn(after);
  const clash = leader ? clashesIn(topology, busy, isDead) : noClash;
  const parts = partStates(model, before, after, { isDead, busy, isLed: leader !== undefined });
  const realms = topology.realms.map(({ name }): RealmState => ({ realm: name, parts: parts.get(name) ?? [] }));
  const repushed = [...(isSameLeader ? strandedReceivers(topology, before, busy, isDead) : []), ...clash.repushed];
  return {
    failure,
    dead: [...dead],
    leaders,
    leadership,
    realms,
    idle: idleIn(topology, busy, clash, isDead),
    repushed,
    stable: repushed.length === 0 && leadership !== 'contested' && leadership !== 'arbitrary',
    arbiterBroker: leader && topology.of('broker').find((broker) => takesArbiterMessages(broker) && !isDead(broker)),
    uncovered: realms.flatMap((realm) => uncoveredIn(topology, realm, leadership, clash.schedulers)),
    after: delaysOf(topology, { before, after, isDead, leader, isSameLeader }),
  };
}

type IsDead = (daemon: Daemon) => boolean;

/**
 * Who leads. A master leads as long as it lives; without one every spare arbiter takes the lead after its time, and several of them
 * undo each other's work for ever (arbiterdaemon.py:676-717). Two masters stop each other, whoever dies of the others.
 */
function leadersAfter(
  topology: Topology,
  isDead: IsDead,
): { readonly leaders: readonly Daemon[]; readonly leadership: Leadership } {
  const arbiters = topology.of('arbiter');
  const masters = arbiters.filter(({ spare }) => !spare);
  if (masters.length > 1) return { leaders: [], leadership: 'arbitrary' };
  const alive = arbiters.filter((arbiter) => !isDead(arbiter));
  const master = alive.find(({ spare }) => !spare);
  if (master) return { leaders: [master], leadership: 'settled' };
  const leadership = alive.length === 0 ? 'nobody' : alive.length === 1 ? 'settled' : 'contested';
  return { leaders: alive, leadership };
}

/** Without a leader nothing moves: who lives goes on, and who has lost its scheduler has nothing to do. */
function partsAfter(
  topology: Topology,
  leader: 'same' | 'new' | undefined,
  dead: ReadonlySet<Daemon>,
): readonly Part[] {
  if (leader) return dispatchedAfter(topology, dead, leader);
  return dispatchedAtFirst(topology).map((part): Part => {
    if (!part.scheduler || dead.has(part.scheduler)) return { ...part, scheduler: undefined, workers: nobody };
    return { ...part, workers: byKind((kind) => part.workers[kind].filter((worker) => !dead.has(worker))) };
  });
}

interface Circumstances {
  readonly isDead: IsDead;
  /** Who has work in the state. */
  readonly busy: ReadonlySet<Daemon>;
  readonly isLed: boolean;
}

/** The parts of each realm. */
function partStates(
  model: Model,
  before: readonly Part[],
  after: readonly Part[],
  circumstances: Circumstances,
): ReadonlyMap<string, readonly PartState[]> {
  const byScheduler = new Map(before.map((part) => [part.scheduler, part]));
  const realms = new Map<string, PartState[]>();
  for (const part of after) {
    const old = part.scheduler && byScheduler.get(part.scheduler);
    const state = old === part ? untouched(model, part) : partState(model, part, old, after, circumstances);
    addTo(realms, part.realm, state);
  }
  return realms;
}

function partState(
  model: Model,
  part: Part,
  old: Part | undefined,
  after: readonly Part[],
  circumstances: Circumstances,
): PartState {
  const extra = old && circumstances.isLed ? extraWorkers(part, old, after, circumstances) : nobody;
  return { ...part, extra, missingTags: missingTags(model, part) };
}

/** A part that nothing has happened to, the same in every state. */
function untouched(model: Model, part: Part): PartState {
  const known = untouchedParts.get(part);
  if (known) return known;
  const state: PartState = { ...part, extra: nobody, missingTags: missingTags(model, part) };
  untouchedParts.set(part, state);
  return state;
}

const untouchedParts = new Attached<Part, PartState>();

/**
 * Told to let go of a part, a satellite that keeps another one keeps them all: the number of the part arrives as text and is looked for
 * among numbers (satellite.py:86). It goes on talking to the scheduler that had the part, unless that number came back with another one.
 */
function extraWorkers(
  part: Part,
  old: Part,
  after: readonly Part[],
  { isDead, busy }: Circumstances,
): Readonly<Record<SatelliteKind, readonly Daemon[]>> {
  return byKind((kind) =>
    old.workers[kind].filter(
      (worker) =>
        !isDead(worker) &&
        busy.has(worker) &&
        !part.workers[kind].includes(worker) &&
        after[old.number]?.workers[kind].includes(worker) !== true,
    ),
  );
}

/**
 * A receiver that has lost all its parts under one leader is told to wait, then found without a configuration and sent its old one, for
 * ever (dispatcher.py:533).
 */
function strandedReceivers(
  topology: Topology,
  before: readonly Part[],
  busy: ReadonlySet<Daemon>,
  isDead: IsDead,
): readonly Daemon[] {
  const worked = new Set(before.flatMap(({ workers }) => workers.receiver));
  return topology.of('receiver').filter((receiver) => !isDead(receiver) && worked.has(receiver) && !busy.has(receiver));
}

/** Tags of the realm's work that none of a part's workers has. */
function missingTags(model: Model, { realm, workers }: Part): PartState['missingTags'] {
  const missing = (kind: 'poller' | 'reactionner'): readonly string[] =>
    tagsNeeded(model, kind, realm).filter((tag) => !workers[kind].some(({ tags }) => tags.includes(tag)));
  return { poller: missing('poller'), reactionner: missing('reactionner') };
}

/** Daemons that one process cannot all be. */
interface Clash {
  /** They work by one name and are told to idle by the other. */
  readonly repushed: readonly Daemon[];
  readonly schedulers: ReadonlySet<Daemon>;
  readonly twins: ReadonlySet<Daemon>;
}

const noClash: Clash = { repushed: [], schedulers: new Set(), twins: new Set() };

/**
 * One daemon under two names, of which one works and the other does not, is told to work and to idle in turns: a scheduler ends up
 * stopped, while the arbiter believes that it works.
 */
function clashesIn(topology: Topology, busy: ReadonlySet<Daemon>, isDead: IsDead): Clash {
  const torn = sharedProcesses(topology)
    .map((names) => names.filter((name) => !isDead(name)))
    .filter((names) => names.some((name) => busy.has(name)) && names.some((name) => !busy.has(name)));
  const working = torn.flat().filter((daemon) => busy.has(daemon));
  return {
    repushed: working.filter(({ kind }) => kind !== 'scheduler'),
    schedulers: new Set(working.filter(({ kind }) => kind === 'scheduler')),
    twins: new Set(torn.flat()),
  };
}

/** Daemons of one kind on one address and port: names of one process. */
function sharedProcesses(topology: Topology): readonly (readonly Daemon[])[] {
  const known = processes.get(topology);
  if (known) return known;
  const groups = new Map<string, Daemon[]>();
  for (const daemon of topology.daemons) {
    if (daemon.kind === 'arbiter') continue;
    const key = `${daemon.kind} ${daemon.machine} ${String(daemon.port)}`;
    groups.set(key, [...(groups.get(key) ?? []), daemon]);
  }
  const shared = [...groups.values()].filter((names) => names.length > 1);
  processes.set(topology, shared);
  return shared;
}

const processes = new Attached<Topology, readonly (readonly Daemon[])[]>();

function busyIn(parts: readonly Part[]): ReadonlySet<Daemon> {
  const busy = new Set<Daemon>();
  for (const { scheduler, workers } of parts) {
    if (scheduler) busy.add(scheduler);
    for (const kind of satelliteKinds) for (const worker of workers[kind]) busy.add(worker);
  }
  return busy;
}

function idleIn(topology: Topology, busy: ReadonlySet<Daemon>, { twins }: Clash, isDead: IsDead): readonly Daemon[] {
  return topology.daemons.filter(
    (daemon) => daemon.kind !== 'arbiter' && !isDead(daemon) && !busy.has(daemon) && !twins.has(daemon),
  );
}

const takesArbiterMessages = ({ item }: Daemon): boolean => item.flag('manage_arbiters');

/** Work that nobody does in a state, and that somebody does while all is well. */
export function newlyUncovered(model: Model, state: FailoverState): readonly Uncovered[] {
  const before = new Map(failoverState(model).uncovered.map((work) => [keyOf(work), work.parts]));
  return state.uncovered.filter((work) => work.parts > (before.get(keyOf(work)) ?? 0));
}

const keyOf = ({ realm, kind, tag }: Uncovered): string => JSON.stringify([realm, kind, tag]);

/** Every machine with a daemon that somebody defined, spares' machines included, in the order of the daemons. */
export function definedMachines(topology: Topology): readonly string[] {
  return [...new Set(topology.daemons.filter(({ invented }) => !invented).map(({ machine }) => machine))];
}

/** What a failure costs. */
export interface Cost {
  readonly state: FailoverState;
  /** Work that nobody does any more. */
  readonly lost: readonly Uncovered[];
  /** One arbiter leads while all is well, and none does then, or several that fight: what dies next may not be replaced. */
  readonly leaderless: boolean;
}

export function costOf(model: Model, failure: Failure): Cost {
  const state = failoverState(model, failure);
  const isLed = failoverState(model).leadership === 'settled';
  return { state, lost: newlyUncovered(model, state), leaderless: isLed && state.leadership !== 'settled' };
}

export const isHarmless = ({ lost, leaderless }: Pick<Cost, 'lost' | 'leaderless'>): boolean =>
  lost.length === 0 && !leaderless;

/** What the death of one machine costs. */
export interface MachineLoss extends Cost {
  readonly machine: string;
}

/** What the death of each machine costs. Any one of them may fail where all are harmless. */
export function survival(model: Model): readonly MachineLoss[] {
  return definedMachines(topologyOf(model)).map((machine) => {
    return { machine, ...costOf(model, { machines: [machine], daemons: [] }) };
  });
}
