import { includeLines } from './include-lines';
import { looksLikeShinken } from './ours';
import { basename, dirname, isBelow, join, locate } from './paths';
import type { FilePath, FileSystem } from './types';
import { SKIPPED_FOLDERS, walk } from './walk';

/** A configuration that was found: what `loadProject` needs to read it. */
export interface ProjectSpec {
  /** Empty for a folder of objects without a main file. */
  readonly mains: string[];
  readonly cwd: FilePath;
  readonly root: FilePath;
}

export interface DiscoverySettings {
  /** Main files by name, absolute or relative to a root; read together as one configuration wherever at least one of them is there. */
  readonly mainFile?: readonly string[];
  /** What the user does not want to see: no main file is looked for there. */
  readonly excludes?: (path: FilePath) => boolean;
}

/** Folders below a root in which a main file is looked for. */
const DEPTH = 8;

/** Names of main files, the first that is found under a root counting. */
const MAIN_NAMES = ['shinken.cfg', 'nagios.cfg'];

/**
 * The configurations under some folders: one for each `shinken.cfg` (or, without any, each `nagios.cfg`) that no other of them
 * reads, or, in a folder without a main file, one of all that looks like Shinken's. Nothing for a folder that has nothing.
 */
export function discoverProjects(
  fs: FileSystem,
  roots: readonly FilePath[],
  settings: DiscoverySettings = {},
): ProjectSpec[] {
  const specs = roots.flatMap((root) => named(fs, root, settings.mainFile ?? []) ?? found(fs, root, settings.excludes));
  const seen = new Set<string>();
  return specs.filter(({ mains, root }) => {
    // A configuration that several roots hold, or a link leads to, is one.
    const key = (mains.length > 0 ? mains : [root]).map((path) => fs.realPath(path)).join('\n');
    return !seen.has(key) && seen.add(key);
  });
}

function named(fs: FileSystem, root: FilePath, names: readonly string[]): ProjectSpec[] | undefined {
  const mains = names.flatMap((name) => locate(fs, root, name) ?? []).filter((path) => fs.kind(path) === 'file');
  const [first] = mains;
  return first === undefined ? undefined : [{ mains, cwd: dirname(first), root }];
}

function found(fs: FileSystem, root: FilePath, excludes?: (path: FilePath) => boolean): ProjectSpec[] {
  const files = walk(fs, root, '.cfg', { skip: SKIPPED_FOLDERS, excludes, depth: DEPTH });
  const name = MAIN_NAMES.find((main) => files.some((file) => basename(file) === main));
  if (name !== undefined) {
    const mains = files.filter((file) => basename(file) === name);
    return topmost(fs, mains).map((main) => ({ mains: [main], cwd: dirname(main), root }));
  }
  return files.some((file) => looksLikeShinken(fs.readFile(file) ?? '')) ? [{ mains: [], cwd: root, root }] : [];
}

/** Main files that no other of them reads; of two that read each other, the first. */
function topmost(fs: FileSystem, mains: readonly FilePath[]): FilePath[] {
  if (mains.length < 2) return [...mains];
  const reads = new Map(mains.map((main) => [main, targets(fs, main)]));
  const readBy = (main: FilePath, other: FilePath): boolean =>
    (reads.get(other) ?? []).some(({ path, folder }) => (folder ? isBelow(path, main) : path === main));
  return mains.filter(
    (main, index) =>
      !mains.some((other, at) => at !== index && readBy(main, other) && !(at > index && readBy(other, main))),
  );
}

function targets(fs: FileSystem, main: FilePath): { path: FilePath; folder: boolean }[] {
  return includeLines(fs.readFile(main) ?? '').flatMap(({ directive, value }) => {
    const folder = directive === 'cfg_dir';
    if (directive === 'triggers_dir' || value === undefined) return [];
    const path = locate(fs, dirname(main), join(dirname(main), folder ? value : value.trim()));
    return path === undefined ? [] : [{ path, folder }];
  });
}

/** The configurations in one folder that somebody has named: its own main file counts before those of folders below it. */
export function configurationsIn(fs: FileSystem, folder: FilePath): ProjectSpec[] {
  const found = discoverProjects(fs, [folder]);
  const own = found.filter(({ mains }) => mains.some((main) => dirname(main) === folder));
  return own.length > 0 ? own : found;
}
