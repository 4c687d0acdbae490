import { isBelow } from './paths';
import type { FilePath, FileSystem } from './types';

/**
 * The file system as it would be if what lies in one folder lay in another one: a copy under `/mnt/server3/etc/shinken` read as if it were
 * in `/etc/shinken`, so that its absolute paths lead to its own files and not to those of this machine.
 */
export function mounted(fs: FileSystem, home: FilePath, at: FilePath): FileSystem {
  if (home === at) return fs;
  const inside = (path: FilePath): FilePath => moved(path, home, at);
  return {
    readFile: (path) => fs.readFile(inside(path)),
    kind: (path) => fs.kind(inside(path)),
    list: (path) => fs.list(inside(path)),
    realPath: (path) => {
      const real = fs.realPath(inside(path));
      return moved(moved(real, at, home), fs.realPath(at), home);
    },
  };
}

/** The path in the folder `to` of what lies in the folder `from`; any other path as it is. */
export function moved(path: FilePath, from: FilePath, to: FilePath): FilePath {
  return isBelow(from, path) ? to + path.slice(from.length) : path;
}
