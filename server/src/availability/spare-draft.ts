/** A spare that is not there yet: its name, its port, its file and its text. */
import type { Model } from '../model/types';
import { folderFor, newFileIn } from '../project/placement';
import type { FilePath } from '../project/types';
import type { DaemonType } from '../schema';
import { USUAL_PORTS } from './ports';
import { isLocalRetention } from './retention';
import type { Newcomer } from './satellite-maps';
import { type Daemon, type Topology, topologyOf } from './topology';

/** A spare that is not there yet. */
export interface SpareDraft {
  readonly kind: DaemonType;
  /** Undefined for an arbiter. */
  readonly realm: string | undefined;
  /** Names of the active daemons it would stand in for. */
  readonly masters: readonly string[];
  readonly name: string;
  readonly address: string;
  readonly port: number;
  /** Where its definition would go: a file that does not exist. */
  readonly file: FilePath;
  /** The main file already reads that folder. */
  readonly loaded: boolean;
  /** The whole `define`, with a line break at its end. */
  readonly text: string;
}

/** What has been given away while drafts are made: names and ports must not clash with each other either. */
export interface Taken {
  readonly names: Set<string>;
  readonly files: Set<FilePath>;
  readonly ports: Set<string>;
  /** Whether a file exists on disk or in an editor: its name is then not taken. */
  readonly exists: (file: FilePath) => boolean;
}

export function takenIn(topology: Topology, exists: (file: FilePath) => boolean = () => false): Taken {
  return {
    names: new Set(topology.daemons.map(({ kind, name }) => `${kind} ${name}`)),
    files: new Set(),
    ports: new Set(topology.daemons.map(({ machine, port }) => portOn(machine, port))),
    exists,
  };
}

const portOn = (machine: string, port: number): string => `${machine}:${String(port)}`;

/** Whom a spare is for. */
export interface Wanted {
  /** Active daemons of one kind and realm, the first of which gives it its name, port, folder and flags. */
  readonly masters: readonly [Daemon, ...Daemon[]];
  /** Others whose work the dispatcher may give to it: it has their modules and tags, too. */
  readonly others: readonly Daemon[];
}

export interface DraftOptions {
  readonly server: string;
  readonly taken: Taken;
  /** The modules that a daemon will have had by then; those that it has by default. */
  readonly modulesOf?: (daemon: Daemon) => readonly string[];
}

/** A spare before it is written out. */
export interface Sketch {
  readonly wanted: Wanted;
  /** As the dispatcher would see it. */
  readonly daemon: Daemon;
  readonly file: FilePath;
  readonly loaded: boolean;
}

export function sketchOf(model: Model, wanted: Wanted, options: DraftOptions): Sketch {
  const { server, taken, modulesOf = ({ modules }: Daemon) => modules } = options;
  const [master] = wanted.masters;
  const name = freeName(master, taken);
  const { folder, loaded } = folderFor(model.project, master.kind, master.item.source?.file);
  const isTaken = (path: FilePath): boolean =>
    taken.files.has(path) || model.project.files.has(path) || taken.exists(path);
  const file = newFileIn(folder, name, isTaken);
  taken.files.add(file);
  const all = [...wanted.masters, ...wanted.others];
  const machine = topologyOf(model).machineOf(server);
  const daemon: Daemon = {
    ...master,
    name,
    address: server,
    machine,
    port: freePort(master, machine, taken),
    spare: true,
    managesSubRealms: all.some(({ managesSubRealms }) => managesSubRealms),
    modules: modulesFor(model, all, modulesOf),
    tags: [...new Set(all.flatMap(({ tags }) => tags))],
  };
  return { wanted, daemon, file, loaded };
}

/** One spare, written out. */
export function draftOf({ wanted, daemon, file, loaded }: Sketch): SpareDraft {
  const { kind, realm, name, address, port } = daemon;
  const masters = [...wanted.masters, ...wanted.others];
  const text = definition(daemon, masters);
  return { kind, realm, masters: masters.map((master) => master.name), name, address, port, file, loaded, text };
}

/** What a `satellitemap` has to know of a spare. */
export function newcomer({ name, address, port, masters }: SpareDraft): Newcomer {
  return { name, place: `${address}:${String(port)}`, masters };
}

function freeName({ kind, name }: Daemon, taken: Taken): string {
  const base = name.includes('master') ? name.replace('master', 'spare') : `${name}-spare`;
  let free = base;
  for (let n = 2; taken.names.has(`${kind} ${free}`); n++) free = `${base}-${String(n)}`;
  taken.names.add(`${kind} ${free}`);
  return free;
}

/** The master's port, as its daemon listens there too; a receiver without one gets the port that receivers really listen on. */
export function freePort(master: Daemon, machine: string, taken: Taken): number {
  let port = master.item.origins.has('port') ? master.port : USUAL_PORTS[master.kind];
  while (taken.ports.has(portOn(machine, port))) port += 10;
  taken.ports.add(portOn(machine, port));
  return port;
}

/** Directives of a master that say nothing about its spare. */
const notMirrored: ReadonlySet<string> = new Set([
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

function definition(spare: Daemon, masters: readonly Daemon[]): string {
  // The item is that of the master whose flags it has.
  const { kind, item, name, address, port, modules, tags } = spare;
  const nameDirective = `${kind}_name`;
  const lines: [string, string][] = [
    [nameDirective, name],
    ...(kind === 'arbiter' ? [['host_name', address] as [string, string]] : []),
    ['address', address],
    ['port', String(port)],
    ['spare', '1'],
  ];
  const values = new Map((item.source?.lines ?? []).map(({ key, value }) => [key, value]));
  if (modules.length > 0 || values.has('modules')) values.set('modules', modules.join(','));
  // Untagged work is what it does if nothing is written.
  if (tags.some((tag) => tag !== 'None')) values.set(`${kind}_tags`, tags.join(','));
  // What one of them does, whoever stands in for all of them has to do.
  if (spare.managesSubRealms && !item.flag('manage_sub_realms', true)) values.set('manage_sub_realms', '1');
  if (masters.some((master) => master.item.flag('manage_arbiters'))) values.set('manage_arbiters', '1');
  for (const [key, value] of values) {
    if (key !== nameDirective && !notMirrored.has(key) && value !== '') lines.push([key, value]);
  }
  const width = Math.max(...lines.map(([key]) => key.length)) + 2;
  return [
    `# Stands in for ${masters.map((master) => `${master.name} (${master.address})`).join(', ')}.`,
    `define ${kind} {`,
    // A bare `;` would begin a comment.
    ...lines.map(([key, value]) => `    ${key.padEnd(width)}${value.replaceAll(';', '\\;')}`),
    '}',
    '',
  ].join('\n');
}

/** The modules of all the masters; of those that keep states on a local disk, one is enough. */
function modulesFor(
  model: Model,
  masters: readonly Daemon[],
  modulesOf: (daemon: Daemon) => readonly string[],
): readonly string[] {
  const all = [...new Set(masters.flatMap(modulesOf))];
  const [, ...more] = all.filter((name) => isLocalRetention(model, name));
  return all.filter((name) => !more.includes(name));
}
