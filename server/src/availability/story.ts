/** What follows from a failure, told: who takes over from whom, after how long, and what nobody does any more. */
import type { DaemonType } from '../schema';
import type { Delays, Failure, FailoverState, Uncovered } from './failover-types';
import { type Daemon, type SatelliteKind, satelliteKinds, type Topology, titleOf } from './topology';
import { listed, realmsListed, workOf } from './words';

/** Work that goes from the dead to the living. */
export interface Handover {
  readonly kind: DaemonType;
  /** Empty for arbiters. */
  readonly realms: readonly string[];
  /** The dead who did the work before. */
  readonly from: readonly Daemon[];
  /** Who comes in; empty where nobody does. */
  readonly by: readonly Daemon[];
  /** Who did it with them, and goes on. */
  readonly others: readonly Daemon[];
}

/** `death`, who has died; `takeover`, who comes in; `loss`, what nobody does; `fine`, that nothing is lost; `note`, anything else. */
export type StoryTone = 'death' | 'takeover' | 'loss' | 'fine' | 'note';

/** A sentence, and how good or bad the news are. */
export interface StoryLine {
  readonly tone: StoryTone;
  readonly text: string;
}

/** Everything that changes hands between all being well and a state after a failure; what is the same in several realms stands once. */
export function handovers(well: FailoverState, state: FailoverState): readonly Handover[] {
  const handover = (
    kind: DaemonType,
    realms: string[],
    before: readonly Daemon[],
    after: readonly Daemon[],
  ): Handover => ({
    kind,
    realms,
    from: state.dead.filter((daemon) => before.includes(daemon)),
    by: after.filter((daemon) => !before.includes(daemon)),
    others: after.filter((daemon) => before.includes(daemon)),
  });
  const all = [
    handover('arbiter', [], well.leaders, state.leaders),
    ...well.realms.flatMap((before, index) => {
      const after = state.realms[index];
      return (['scheduler', ...satelliteKinds] as const).map((kind) =>
        handover(kind, [before.realm], workersIn(before, kind), after ? workersIn(after, kind) : []),
      );
    }),
  ];
  const merged = new Map<string, Handover>();
  for (const one of all) {
    if (one.from.length === 0) continue;
    const key = JSON.stringify([
      one.kind,
      ...[one.from, one.by, one.others].map((list) => list.map(({ name }) => name)),
    ]);
    const known = merged.get(key);
    merged.set(key, known ? { ...known, realms: [...known.realms, ...one.realms] } : one);
  }
  return [...merged.values()];
}

/** Who does the work of a kind for any part of a realm, each once. */
function workersIn({ parts }: FailoverState['realms'][number], kind: SatelliteKind | 'scheduler'): readonly Daemon[] {
  const workers = parts.flatMap((part) => (kind === 'scheduler' ? (part.scheduler ?? []) : part.workers[kind]));
  return [...new Set(workers)];
}

/** The story of a failure. `lost` is what is uncovered in the state and is not while all is well. */
export function storyOf(
  topology: Topology,
  well: FailoverState,
  state: FailoverState,
  lost: readonly Uncovered[],
): readonly StoryLine[] {
  const lines: StoryLine[] = deaths(topology, state.failure).map((text) => ({ tone: 'death', text }));
  if (lines.length === 0) return [];
  lines.push(...leadershipLines(well, state));
  for (const one of handovers(well, state)) {
    const text = one.kind === 'arbiter' ? undefined : handoverText(topology, one, state.after);
    if (text !== undefined) lines.push({ tone: 'takeover', text });
  }
  lines.push(...lost.map((work): StoryLine => ({ tone: 'loss', text: `Lost: ${lossText(work, state)} ${work.why}` })));
  if (lost.length === 0) lines.push({ tone: 'fine', text: 'No work is lost.' });
  return lines;
}

function deaths(topology: Topology, { machines, daemons }: Failure): readonly string[] {
  const known = machines.filter((name) => topology.daemons.some(({ machine }) => machine === name));
  const single = daemons.filter(({ machine }) => !machines.includes(machine));
  return [
    ...(known.length > 0 ? [`${listed(known)} ${known.length === 1 ? 'is' : 'are'} dead.`] : []),
    ...single.map((daemon) => `The ${titleOf(daemon)} on ${daemon.machine} is dead.`),
  ];
}

function leadershipLines(well: FailoverState, state: FailoverState): readonly StoryLine[] {
  const { leadership, leaders, after } = state;
  const newcomers = leaders.filter((leader) => !well.leaders.includes(leader));
  const names = listed(newcomers.map(placed));
  if (leadership === 'nobody' && well.leadership !== 'nobody')
    return [{ tone: 'loss', text: 'No arbiter is left: what works goes on, but nobody is replaced any more.' }];
  if (leadership === 'contested')
    return [
      {
        tone: 'loss',
        text: `${names || 'Several spare arbiters'} all take the lead, and undo each other's work for ever.`,
      },
    ];
  if (leadership === 'arbitrary')
    return [{ tone: 'note', text: 'Several active arbiters stop each other: nobody can tell which of them leads.' }];
  if (newcomers.length === 0) return [];
  const time = after.arbiter === undefined ? '' : ` after ${seconds(after.arbiter)}`;
  return [{ tone: 'takeover', text: `${names} takes the lead${time}.` }];
}

/** Undefined where nobody comes in and nobody goes on: that is among the losses. */
function handoverText(
  topology: Topology,
  { kind, realms, from, by, others }: Handover,
  after: Delays,
): string | undefined {
  const dead = listed(from.map(({ name }) => name));
  // With one realm alone, there is no other that could be meant.
  const where = topology.realms.length > 1 ? ` in ${realmsListed(realms)}` : '';
  if (by.length === 0) {
    // A scheduler never takes a second part.
    if (others.length === 0 || kind === 'scheduler') return undefined;
    const names = listed(others.map(placed));
    return `${names} ${others.length === 1 ? 'goes' : 'go'} on without ${dead}${where}, as ${kind}${others.length === 1 ? '' : 's'}.`;
  }
  const range = kind === 'scheduler' ? after.schedulers : after.satellites;
  const time = range ? ` ${within(range)}` : '';
  const names = listed(by.map(placed));
  const what = kind === 'scheduler' ? `the hosts of ${dead}` : `from ${dead}`;
  return `${names} ${by.length === 1 ? 'takes' : 'take'} over ${what}${where}${time}.`;
}

/** `scheduler-spare on server3`; with its kind where the name does not tell it. */
function placed({ kind, name, machine }: Daemon): string {
  const named = name.toLowerCase().includes(kind) ? name : titleOf({ kind, name });
  return `${named} on ${machine}`;
}

/** `within 60 s`, `after 120 to 180 s`: from the earliest to the latest. */
export function within([earliest, latest]: readonly [number, number]): string {
  if (earliest === 0) return `within ${seconds(latest)}`;
  return earliest === latest ? `after ${seconds(latest)}` : `after ${String(earliest)} to ${seconds(latest)}`;
}

export const seconds = (count: number): string => `${String(count)} s`;

/** What each kind does for the hosts of a realm, as a verb in front of them. */
export const works: Readonly<Record<Uncovered['kind'], string>> = {
  scheduler: 'schedules',
  poller: 'runs the checks of',
  reactionner: 'sends the notifications and runs the event handlers of',
  receiver: 'takes the passive results of',
  broker: 'brings to interfaces, logs and graphs what becomes of',
};

/** How many parts each realm has, of a state here or on the wire. */
interface PartsByRealm {
  readonly realms: readonly { readonly realm: string; readonly parts: readonly unknown[] }[];
}

/** Work that nobody does, as a sentence; `state` is the one in which it is not done. */
export function lossText({ realm, kind, tag, hosts, parts }: Uncovered, state: PartsByRealm): string {
  if (tag !== undefined) return `nobody does ${workOf(kind, [tag])} in the realm ${realm}.`;
  const all = state.realms.find((one) => one.realm === realm)?.parts.length ?? parts;
  const count =
    hosts === 1 ? 'the one host' : parts < all ? `some of the ${String(hosts)} hosts` : `the ${String(hosts)} hosts`;
  const whose = hosts === 0 ? `the realm ${realm}, which has no hosts` : `${count} of the realm ${realm}`;
  return `nobody ${works[kind]} ${whose}.`;
}

/** What of `survival` the verdict needs. */
interface Death {
  readonly machine: string;
  readonly lost: readonly Uncovered[];
  readonly leaderless: boolean;
}

/** In one sentence, whether any one server may fail, and if not, which may not. `well` is the state while all of them live. */
export function verdict(deaths: readonly Death[], well: Pick<FailoverState, 'leadership' | 'uncovered'>): string {
  const [only] = deaths;
  if (only && deaths.length === 1) return `${only.machine} is the only server: when it dies, everything stops.`;
  const fatal = deaths.filter(({ lost, leaderless }) => lost.length > 0 || leaderless);
  const [first] = fatal;
  if (!first && (well.leadership !== 'settled' || well.uncovered.length > 0))
    return 'Not everything is done even while all servers live; any one of them may fail, and nothing more is lost.';
  if (!first) return 'Any one server may fail: nothing is lost.';
  if (fatal.length === 1)
    return `${first.machine} is a single point of failure: nobody takes over its ${listed(rolesOf(first))}.`;
  const servers = fatal.map((death) => `${death.machine} (${listed(rolesOf(death))})`);
  return `${String(fatal.length)} of ${String(deaths.length)} servers are single points of failure: ${listed(servers)}.`;
}

/** What is left undone, by the kind of daemon whose work it is. */
function rolesOf({ lost, leaderless }: Death): readonly string[] {
  const roles = lost.map(({ kind, tag }) => (tag === undefined ? kind : `${kind} tag ${tag}`));
  return [...new Set([...(leaderless ? ['arbiter'] : []), ...roles])];
}
