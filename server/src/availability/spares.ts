import type { Model } from '../model/types';
import type { FilePath } from '../project/types';
import { edits, joined } from '../rules/edits';
import type { WorkspaceChange } from '../rules/rule';
import { type DaemonType, daemonTypes } from '../schema';
import { loadLines } from './load-lines';
import { lossesOf } from './losses';
import { addToMaps } from './satellite-maps';
import { DEFAULT_SPARE_SERVER, isLocalAddress } from './server-name';
import { type RetentionSwap, sharesStates, type StoreChoice, swapRetention } from './share-retention';
import { draftFor, newcomer, type SpareDraft, takenIn, type Wanted } from './spare-draft';
import { spareNotes } from './spare-notes';
import { sparesFor } from './stand-ins';
import { type Daemon, type Topology, topologyOf } from './topology';

export type { SpareDraft } from './spare-draft';

/** The spares that one server would run, and all that has to change with them. */
export interface SparePlan {
  readonly server: string;
  readonly drafts: readonly SpareDraft[];
  /** Why a kind or a daemon gets none: sentences for people. */
  readonly skipped: readonly string[];
  /** What has still to be done by hand: sentences for people. */
  readonly notes: readonly string[];
  /** Schedulers that keep their states where no spare finds them. */
  readonly forgetful: readonly Daemon[];
  /** What becomes of those, if it was asked for. */
  readonly retention: RetentionSwap | undefined;
  readonly change: WorkspaceChange;
}

export interface SpareOptions {
  /** Only for active daemons on this address. */
  readonly for?: string;
  /** Only spares of these kinds. */
  readonly kinds?: readonly DaemonType[];
  /** Only for daemons of these realms: no arbiter, which has none, unless its kind is named. */
  readonly realms?: readonly string[];
  /** Of the spares that would go to files, only those that would go to these. */
  readonly files?: ReadonlySet<FilePath>;
  /** The store that schedulers and their spares are to share from now on; undefined: they keep what they have. */
  readonly retention?: StoreChoice;
  /** Add `cfg_file` lines to the main file for new files that it would not read. */
  readonly load?: boolean;
  /** Whether a file exists on disk or in an editor: its name is then not taken. */
  readonly exists?: (file: FilePath) => boolean;
}

/**
 * Plans a spare on `server` for every active daemon that has none: one for each kind and realm (a spare stands in for any of them),
 * and as many schedulers as one machine's death would leave without one, for a scheduler holds one part of the configuration. Whoever
 * has a master in its `satellitemap` gets the spare in it, too.
 */
export function planSpares(model: Model, server: string, options: SpareOptions = {}): SparePlan {
  const topology = topologyOf(model);
  const { wanted, skipped } = wantedSpares(topology, server, options);
  const forgetful = forgetfulSchedulers(model, topology, options);
  const retention = options.retention && swapFor(model, topology, forgetful, server, options.retention, options);
  const taken = takenIn(topology, options.exists);
  const swapped = new Set(retention?.schedulers);
  const modulesOf = (daemon: Daemon): readonly string[] =>
    swapped.has(daemon) && retention ? retention.modulesOf(daemon) : daemon.modules;
  const drafts = wanted
    .map((spare) => draftFor(model, spare, { server, taken, modulesOf }))
    .filter(({ file }) => options.files?.has(file) !== false);
  const unread = drafts.filter(({ loaded }) => !loaded).map(({ file }) => file);
  const change = joined(
    { edits: [...addToMaps(model, drafts.map(newcomer))], newFiles: drafts.map(({ file, text }) => ({ file, text })) },
    retention?.change ?? edits(),
    options.load === true ? loadLines(model, unread) : edits(),
  );
  const notes = spareNotes(model, { server, drafts, retention, isLoaded: options.load === true, forgetful });
  return { server, drafts, skipped, notes, forgetful, retention, change };
}

/** A spare for one active daemon. Undefined where the daemon is a spare itself or was invented. */
export function draftSpare(
  model: Model,
  master: Daemon,
  server: string,
  options: Pick<SpareOptions, 'exists'> = {},
): SpareDraft | undefined {
  if (master.spare || master.invented) return undefined;
  const topology = topologyOf(model);
  const others = othersFor(topology, [master], server, () => false);
  return draftFor(model, { masters: [master], others }, { server, taken: takenIn(topology, options.exists) });
}

/** The server where most of the other spares are, else Shinken's usual name for it. */
export function likelySpareServer(model: Model, master?: Daemon): string {
  return spareServer(model, master) ?? DEFAULT_SPARE_SERVER;
}

/** The server where most of the spares are, another one than a daemon's own; undefined where there is none. */
export function spareServer(model: Model, daemon?: Daemon): string | undefined {
  const counts = new Map<string, number>();
  for (const { spare, address, machine } of topologyOf(model).daemons) {
    if (spare && machine !== daemon?.machine && !isLocalAddress(address))
      counts.set(address, (counts.get(address) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best?.[0];
}

/** Whether the dialogue or the command line asks for spares of a daemon. */
function isAsked({ kind, realm, address }: Daemon, options: SpareOptions): boolean {
  if (options.for !== undefined && address.toLowerCase() !== options.for.toLowerCase()) return false;
  if (options.kinds && !options.kinds.includes(kind)) return false;
  if (!options.realms) return true;
  return kind === 'arbiter' ? options.kinds !== undefined : options.realms.includes(realm ?? '');
}

function wantedSpares(
  topology: Topology,
  server: string,
  options: SpareOptions,
): { readonly wanted: readonly Wanted[]; readonly skipped: readonly string[] } {
  const lists: (readonly [Daemon, ...Daemon[]])[] = [];
  const skipped: string[] = [];
  for (const kind of daemonTypes) {
    const masters = topology.of(kind).filter((daemon) => !daemon.spare && isAsked(daemon, options));
    const refusal = masters.some(({ invented }) => invented)
      ? `No ${kind} is defined: Shinken invents one on localhost. Define the ${kind} itself before its spare.`
      : kind === 'arbiter' && (masters.length > 0 || options.for === undefined)
        ? arbiterRefusal(topology, options)
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
function arbiterRefusal(topology: Topology, options: SpareOptions): string | undefined {
  const arbiters = topology.of('arbiter').filter((arbiter) => isAsked(arbiter, { ...options, for: undefined }));
  const active = arbiters.filter(({ spare }) => !spare);
  const [spare] = arbiters.filter((arbiter) => arbiter.spare);
  if (active.length > 1)
    return `arbiter ${namesOf(active)}: several active arbiters stop each other. Make one of them the spare.`;
  if (!spare) return undefined;
  const [master] = active;
  if (!master) return `arbiter ${spare.name}: it is a spare and no arbiter is active. Make it active before its spare.`;
  return spare.machine === master.machine
    ? `arbiter ${master.name}: its spare ${spare.name} is on the same machine, and a second spare would fight with it. Move ${spare.name} instead.`
    : undefined;
}

const namesOf = (daemons: readonly Daemon[]): string => daemons.map(({ name }) => name).join(', ');

/**
 * Whose work besides may come to a new spare: that of the other active daemons of its kind and realm, and, where it reaches the realms
 * below, of theirs that have no spare of their own.
 */
function othersFor(
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

/** Active schedulers, as far as one asks for them, that have a spare or may get one and keep their states for themselves. */
function forgetfulSchedulers(model: Model, topology: Topology, options: SpareOptions): readonly Daemon[] {
  const scope = { for: options.for, realms: options.realms };
  return topology
    .of('scheduler')
    .filter((scheduler) => !scheduler.spare && !scheduler.invented && isAsked(scheduler, scope))
    .filter((scheduler) => !sharesStates(model, scheduler));
}

function swapFor(
  model: Model,
  topology: Topology,
  masters: readonly Daemon[],
  server: string,
  choice: StoreChoice,
  { exists }: SpareOptions,
): RetentionSwap | undefined {
  const spares = masters.flatMap((master) => sparesFor(topology, master));
  return swapRetention(model, [...new Set([...masters, ...spares])], choice, server, exists);
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
