import type { Model } from '../model/types';
import type { FilePath } from '../project/types';
import { type DaemonType, daemonTypes } from '../schema';
import { type Daemon, titleOf, type Topology, topologyOf } from './topology';

/** The server that spares are written for when nothing says otherwise: the one of Shinken's own documentation. */
export const DEFAULT_SPARE_SERVER = 'server3';

/** The port that each daemon listens on as shipped. A receiver's directive defaults to the broker's port; its daemon listens on this one. */
export const USUAL_PORTS: Readonly<Record<DaemonType, number>> = {
  scheduler: 7768,
  reactionner: 7769,
  arbiter: 7770,
  poller: 7771,
  broker: 7772,
  receiver: 7773,
};

/** A spare that is not there yet. */
export interface SpareDraft {
  readonly kind: DaemonType;
  /** Names of the active daemons it would stand in for. */
  readonly masters: readonly string[];
  readonly name: string;
  readonly address: string;
  /** Where its definition would go: a file that does not exist. */
  readonly file: FilePath;
  /** The main file already reads that folder. */
  readonly loaded: boolean;
  /** The whole `define`, with a line break at its end. */
  readonly text: string;
}

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

/** What has been given away while a plan is made: names and ports must not clash with each other either. */
interface Taken {
  readonly names: Set<string>;
  readonly files: Set<FilePath>;
  readonly ports: Set<string>;
}

/**
 * Plans a spare on `server` for every active daemon that has none: one for each kind and realm (a spare stands in for any of them),
 * and as many schedulers as one machine's death could leave without one, for a scheduler holds one configuration.
 */
export function planSpares(model: Model, server: string, options: SpareOptions = {}): SparePlan {
  const topology = topologyOf(model);
  const taken = takenNames(topology);
  const drafts: SpareDraft[] = [];
  const skipped: string[] = [];
  for (const kind of daemonTypes) {
    const masters = topology
      .of(kind)
      .filter((daemon) => !daemon.spare && (options.for === undefined || daemon.address === options.for));
    const invented = masters.find((master) => master.invented);
    if (invented) {
      skipped.push(
        `Shinken invents a ${kind} on localhost only while none is defined: define the ${kind} itself before its spare.`,
      );
      continue;
    }
    for (const group of groupsByRealm(masters)) {
      const why = reasonToSkip(topology, group, server);
      if (why !== undefined) {
        skipped.push(why);
        continue;
      }
      for (const share of kind === 'scheduler' ? byPosition(group) : [group]) {
        drafts.push(draft(model, share, server, taken, options));
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
  return draft(model, [master], server, takenNames(topologyOf(model)), options);
}

/** The server where most of the other spares are, else Shinken's usual name for it. */
export function likelySpareServer(model: Model, master?: Daemon): string {
  const counts = new Map<string, number>();
  for (const { spare, address } of topologyOf(model).daemons) {
    if (spare && address !== master?.address) counts.set(address, (counts.get(address) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best?.[0] ?? DEFAULT_SPARE_SERVER;
}

function takenNames(topology: Topology): Taken {
  return {
    names: new Set(topology.daemons.map(({ kind, name }) => `${kind} ${name}`)),
    files: new Set(),
    ports: new Set(topology.daemons.map(({ address, port }) => `${address}:${String(port)}`)),
  };
}

function groupsByRealm(masters: readonly Daemon[]): readonly (readonly Daemon[])[] {
  const groups = new Map<string, Daemon[]>();
  for (const master of masters) {
    const key = master.realm ?? '';
    groups.set(key, [...(groups.get(key) ?? []), master]);
  }
  return [...groups.values()];
}

/** The first scheduler of each machine, the second of each …: each list needs one spare. */
function byPosition(schedulers: readonly Daemon[]): readonly (readonly Daemon[])[] {
  const lists: Daemon[][] = [];
  const seen = new Map<string, number>();
  for (const scheduler of schedulers) {
    const position = seen.get(scheduler.address) ?? 0;
    seen.set(scheduler.address, position + 1);
    (lists[position] ??= []).push(scheduler);
  }
  return lists;
}

function reasonToSkip(topology: Topology, group: readonly Daemon[], server: string): string | undefined {
  const [first] = group;
  if (!first) return undefined;
  const spares = topology.sparesFor(first);
  const [spare] = spares;
  const needed = first.kind === 'scheduler' ? byPosition(group).length : 1;
  const names = group.map(({ name }) => name).join(', ');
  if (spare && spares.length >= needed)
    return `${first.kind} ${names}: ${spare.name} on ${spare.address} is already there as a spare.`;
  const resident = group.find(({ address }) => address === server);
  if (resident)
    return `${first.kind} ${names}: ${resident.name} is active on ${server} itself; a spare beside it would die with it.`;
  return undefined;
}

function draft(
  model: Model,
  masters: readonly Daemon[],
  server: string,
  taken: Taken,
  options: SpareOptions,
): SpareDraft {
  const [master] = masters;
  if (!master) throw new Error('a spare stands in for at least one daemon');
  const { kind } = master;
  const name = freeName(master, taken);
  const { folder, loaded } = folderFor(model, master);
  let file = `${folder}/${name}.cfg`;
  for (let n = 2; taken.files.has(file) || model.project.files.has(file) || options.exists?.(file); n++) {
    file = `${folder}/${name}-${String(n)}.cfg`;
  }
  taken.files.add(file);
  const port = freePort(master, server, taken);
  const text = definition(masters, { name, server, port });
  return { kind, masters: masters.map((daemon) => daemon.name), name, address: server, file, loaded, text };
}

function freeName({ kind, name }: Daemon, taken: Taken): string {
  const base = name.includes('master') ? name.replace('master', 'spare') : `${name}-spare`;
  let free = base;
  for (let n = 2; taken.names.has(`${kind} ${free}`); n++) free = `${base}-${String(n)}`;
  taken.names.add(`${kind} ${free}`);
  return free;
}

/** The master's port, as its daemon listens there too; a receiver without one gets the port that receivers really listen on. */
function freePort(master: Daemon, server: string, taken: Taken): number {
  let port = master.item.origins.has('port') ? master.port : USUAL_PORTS[master.kind];
  while (taken.ports.has(`${server}:${String(port)}`)) port += 10;
  taken.ports.add(`${server}:${String(port)}`);
  return port;
}

/** The folder of the master's own file if the main file reads it whole, else the folder of its kind beside the main file. */
function folderFor(model: Model, { item, kind }: Daemon): { folder: FilePath; loaded: boolean } {
  const { mains, includes, cwd } = model.project;
  const folders = includes
    .filter(({ directive, outcome }) => directive === 'cfg_dir' && outcome === 'read')
    .map(({ target }) => target.replace(/\/+$/, ''));
  const isLoaded = (folder: FilePath): boolean =>
    model.project.partial || folders.some((read) => folder === read || folder.startsWith(`${read}/`));
  const own = parent(item.source?.file ?? '');
  if (own !== '' && isLoaded(own)) return { folder: own, loaded: true };
  const main = mains[0];
  const folder = `${main === undefined ? cwd : parent(main)}/${kind}s`;
  return { folder, loaded: isLoaded(folder) };
}

const parent = (file: FilePath): FilePath => file.slice(0, Math.max(0, file.lastIndexOf('/')));

/** Directives of a master that say nothing about its spare. */
const notMirrored = new Set([
  'address',
  'host_name',
  'port',
  'spare',
  'satellitemap',
  'use',
  'name',
  'register',
  'definition_order',
  'imported_from',
]);

/** Lists that a spare must have from all the daemons it stands in for. */
const united = new Set(['modules', 'poller_tags', 'reactionner_tags']);

function definition(
  masters: readonly Daemon[],
  { name, server, port }: { name: string; server: string; port: number },
): string {
  const [master] = masters;
  if (!master) return '';
  const { kind, item } = master;
  const nameDirective = `${kind}_name`;
  const lines: [string, string][] = [
    [nameDirective, name],
    ...(kind === 'arbiter' ? [['host_name', server] as [string, string]] : []),
    ['address', server],
    ['port', String(port)],
    ['spare', '1'],
  ];
  const written = new Map((item.source?.properties ?? []).map(({ key, value }) => [key, value]));
  const unions = new Map(
    [...united].map((key) => [
      key,
      union(masters.map((daemon) => (key === 'modules' ? daemon.modules : tagsWritten(daemon, key)))),
    ]),
  );
  for (const key of united) if ((unions.get(key)?.length ?? 0) > 0 && !written.has(key)) written.set(key, '');
  for (const [key, value] of written) {
    if (key === nameDirective || notMirrored.has(key)) continue;
    const list = unions.get(key);
    const text = list ? list.join(',') : value;
    if (text !== '') lines.push([key, text]);
  }
  const width = Math.max(...lines.map(([key]) => key.length)) + 2;
  const standsFor = masters.map((daemon) => `${daemon.name} (${daemon.address})`).join(', ');
  return [
    `# Stands in for ${standsFor}.`,
    `define ${kind} {`,
    ...lines.map(([key, value]) => `    ${key.padEnd(width)}${value}`),
    '}',
    '',
  ].join('\n');
}

/** Tags as they count: a daemon that names none works for untagged objects, and its spare must too once it names others. */
function tagsWritten({ tags, item }: Daemon, key: string): readonly string[] {
  return item.has(key) ? tags : [];
}

const union = (lists: readonly (readonly string[])[]): readonly string[] => {
  const all = [...new Set(lists.flat())];
  return all.length === 1 && all[0] === 'None' ? [] : all;
};

function notesFor(model: Model, server: string, drafts: readonly SpareDraft[]): string[] {
  const notes: string[] = [];
  for (const { file, loaded } of drafts) {
    if (!loaded) notes.push(`The main file does not read ${file}: add a line cfg_file= or cfg_dir= for it.`);
  }
  if (drafts.some(({ kind }) => kind === 'arbiter')) {
    notes.push(
      `Run \`hostname\` on ${server}: it must print ${server}, the spare arbiter's host_name, or that arbiter will not start.`,
    );
  }
  notes.push(
    `Copy the whole configuration folder to ${server} now, and again every day (rsync in cron): a spare arbiter that has to start by itself reads its own copy.`,
    `Open these ports of ${server} to the other servers, and theirs to it: ${ports(drafts)}.`,
    `Install the same Shinken version and the same modules on ${server}, keep the clocks in step, then start its daemons and restart the arbiter.`,
  );
  if (drafts.some(({ kind }) => kind === 'scheduler') && !hasSharedRetention(model)) {
    notes.push(
      'Give the schedulers a retention module that both servers reach (redis, memcache or mongodb): without one the spare starts every check as PENDING.',
    );
  }
  return notes;
}

function ports(drafts: readonly SpareDraft[]): string {
  const numbers = drafts.map(({ text }) => Number(/^ *port +(\d+)/m.exec(text)?.[1] ?? 0));
  return [...new Set(numbers)].sort((a, b) => a - b).join(', ');
}

function hasSharedRetention(model: Model): boolean {
  const schedulers = topologyOf(model).of('scheduler');
  return (
    schedulers.length > 0 && schedulers.every(({ modules }) => modules.some((name) => isSharedRetention(model, name)))
  );
}

/** A module that keeps states where another server can read them, by its `module_type`. */
export function isSharedRetention(model: Model, moduleName: string): boolean {
  const type = model.find('module', moduleName)?.text('module_type') ?? '';
  return /(redis|memcache|mongodb).*retention|retention.*(redis|memcache|mongodb)/i.test(type);
}

/** All the plan's daemons on one line each, for a summary: `scheduler scheduler-spare for scheduler-master`. */
export function summary({ drafts }: SparePlan): readonly string[] {
  return drafts.map(({ kind, name, masters }) => `${kind} ${name} for ${masters.join(', ')}`);
}

export { titleOf };
