import type { Model } from '../model/types';
import type { FilePath } from '../project/types';
import { daemonTypes } from '../schema';
import { lossesOf } from './losses';
import { isSharedRetention } from './retention';
import { isLocalAddress, DEFAULT_SPARE_SERVER } from './server-name';
import { draftFor, type SpareDraft, takenIn } from './spare-draft';
import { sparesFor } from './stand-ins';
import { type Daemon, isIpAddress, type Topology, topologyOf } from './topology';

export type { SpareDraft } from './spare-draft';

/** The full set of spares for one server. */
export interface SparePlan {
  readonly server: string;
  readonly drafts: readonly SpareDraft[];
  /** Why a kind or a daemon gets none: sentences for people. */
  readonly skipped: readonly string[];
  /** What has still to be done by hand: sentences for people. */
  readonly notes: readonly string[];
}

export interface SpareOptions {
  /** Only for active daemons on this address. */
  readonly for?: string;
  /** Whether a file exists on disk or in an editor: its name is then not taken. */
  readonly exists?: (file: FilePath) => boolean;
}

/**
 * Plans a spare on `server` for every active daemon that has none: one for each kind and realm (a spare stands in for any of them),
 * and as many schedulers as one machine's death would leave without one, for a scheduler holds one part of the configuration.
 */
export function planSpares(model: Model, server: string, options: SpareOptions = {}): SparePlan {
  const topology = topologyOf(model);
  const taken = takenIn(topology, options.exists);
  const drafts: SpareDraft[] = [];
  const skipped: string[] = [];
  const isAsked = ({ address }: Daemon): boolean =>
    options.for === undefined || address.toLowerCase() === options.for.toLowerCase();
  for (const kind of daemonTypes) {
    const masters = topology.of(kind).filter((daemon) => !daemon.spare && isAsked(daemon));
    if (masters.some(({ invented }) => invented)) {
      skipped.push(
        `No ${kind} is defined: Shinken invents one on localhost. Define the ${kind} itself before its spare.`,
      );
      continue;
    }
    for (const group of groupsByRealm(masters)) {
      const wanted = wantedFor(topology, group, server);
      if (typeof wanted === 'string') skipped.push(wanted);
      else {
        for (const [first, ...others] of wanted) {
          if (first) drafts.push(draftFor(model, first, others, server, taken));
        }
      }
    }
  }
  return { server, drafts, skipped, notes: drafts.length > 0 ? notesFor(model, server, drafts) : [] };
}

/** A spare for one active daemon. Undefined where the daemon is a spare itself or was invented. */
export function draftSpare(
  model: Model,
  master: Daemon,
  server: string,
  options: SpareOptions = {},
): SpareDraft | undefined {
  if (master.spare || master.invented) return undefined;
  return draftFor(model, master, [], server, takenIn(topologyOf(model), options.exists));
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
  const resident = group.find(({ machine }) => machine === server.toLowerCase());
  const movable = (lost.length > 0 ? lost : group).filter(({ machine }) => machine !== server.toLowerCase());
  if (resident && (movable.length === 0 || lost.length === 0))
    return `${first.kind} ${names}: ${resident.name} is active on ${server} itself; a spare beside it would die with it.`;
  return first.kind === 'scheduler'
    ? byPosition(movable)
    : [lost.length > 0 && spare ? movable : withoutResidents(group, server)];
}

const withoutResidents = (group: readonly Daemon[], server: string): readonly Daemon[] =>
  group.filter(({ machine }) => machine !== server.toLowerCase());

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

function notesFor(model: Model, server: string, drafts: readonly SpareDraft[]): string[] {
  const notes: string[] = [];
  for (const { file, loaded } of drafts) {
    if (!loaded) notes.push(`The main file does not read ${file}: add a line cfg_file= or cfg_dir= for it.`);
  }
  if (drafts.some(({ kind }) => kind === 'arbiter')) {
    notes.push(
      isIpAddress(server)
        ? `Change the spare arbiter's host_name to what \`hostname\` prints on ${server}, or that arbiter will not start.`
        : `Run \`hostname\` on ${server}: it must print ${server}, the spare arbiter's host_name, or that arbiter will not start.`,
    );
  }
  notes.push(
    `Copy the whole configuration folder to ${server} now, and again every day (rsync in cron): a spare arbiter that has to start by itself reads its own copy.`,
    `Open these ports of ${server} to the other servers, and theirs to it: ${portsOf(drafts)}.`,
    `Install the same Shinken version and the same modules on ${server}, keep the clocks in step, then start its daemons and restart the arbiter.`,
  );
  if (drafts.some(({ kind }) => kind === 'scheduler') && !hasSharedRetention(model)) {
    notes.push(
      'Give the schedulers a retention module that both servers reach (redis, memcache or mongodb): without one the spare starts every check as PENDING.',
    );
  }
  return notes;
}

function portsOf(drafts: readonly SpareDraft[]): string {
  const numbers = drafts.map(({ text }) => Number(/^ *port +(\d+)/m.exec(text)?.[1] ?? 0));
  return [...new Set(numbers)].sort((a, b) => a - b).join(', ');
}

function hasSharedRetention(model: Model): boolean {
  const schedulers = topologyOf(model).of('scheduler');
  return (
    schedulers.length > 0 && schedulers.every(({ modules }) => modules.some((name) => isSharedRetention(model, name)))
  );
}
