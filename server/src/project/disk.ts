import { dirname, isBelow } from './paths';
import type { FilePath, FileSystem } from './types';

/** A file system that is asked once, until somebody says that something has changed: a keystroke must not read a thousand files. */
export interface Disk extends FileSystem {
  /**
   * What was known of these paths, of what is below them and of the folders they are in is asked anew. The paths come back that are
   * not as they were, or of which nothing was known.
   */
  changed(paths: readonly FilePath[]): FilePath[];
  changedAnywhere(): void;
  /** True for what is a folder now, or was one when it was last asked for. */
  isFolder(path: FilePath): boolean;
}

export function cached(fileSystem: FileSystem): Disk {
  const texts = new Map<FilePath, ReturnType<FileSystem['readFile']>>();
  const kinds = new Map<FilePath, ReturnType<FileSystem['kind']>>();
  const lists = new Map<FilePath, ReturnType<FileSystem['list']>>();
  const realPaths = new Map<FilePath, FilePath>();
  const all: readonly Map<FilePath, unknown>[] = [texts, kinds, lists, realPaths];
  return {
    readFile: (path) => remembered(texts, path, () => fileSystem.readFile(path)),
    kind: (path) => remembered(kinds, path, () => fileSystem.kind(path)),
    list: (path) => remembered(lists, path, () => fileSystem.list(path)),
    realPath: (path) => remembered(realPaths, path, () => fileSystem.realPath(path)),
    changed: (paths) => {
      const others = paths.filter((path) => {
        if (texts.has(path)) return texts.get(path) !== fileSystem.readFile(path);
        return !kinds.has(path) || kinds.get(path) !== fileSystem.kind(path);
      });
      for (const path of paths) {
        const folder = kinds.get(path) === 'directory';
        forgetAround(path, lists, kinds);
        for (const map of all) {
          map.delete(path);
          if (folder) for (const known of map.keys()) if (isBelow(path, known)) map.delete(known);
        }
      }
      return others;
    },
    isFolder: (path) => kinds.get(path) === 'directory' || fileSystem.kind(path) === 'directory',
    changedAnywhere: () => all.forEach((map) => map.clear()),
  };
}

/** The folders above: what they list, and whether they are there. */
function forgetAround(path: FilePath, lists: Map<FilePath, unknown>, kinds: Map<FilePath, unknown>): void {
  for (let at = dirname(path); ; at = dirname(at)) {
    lists.delete(at);
    kinds.delete(at);
    if (at === dirname(at)) return;
  }
}

function remembered<Value>(known: Map<FilePath, Value>, path: FilePath, ask: () => Value): Value {
  if (!known.has(path)) known.set(path, ask());
  return known.get(path) as Value;
}
