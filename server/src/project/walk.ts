import { join } from './paths';
import type { FilePath, FileSystem } from './types';

/** A folder this deep below the first is a loop that `realPath` did not show. */
const DEEPEST = 64;

/**
 * The files below a folder whose names end in `extension`, hidden ones included: a folder's files, then its sub-folders, both by
 * name. The arbiter takes the order of the file system, which no one can know from here. A folder is not entered again below
 * itself, where the arbiter goes round until the system stops it. What is there and cannot be opened (a dangling link) is listed too.
 */
export function walk(
  fs: FileSystem,
  folder: FilePath,
  extension: string,
  options: {
    /** Names of folders that are not entered. */
    readonly skip?: ReadonlySet<string>;
    /** Files that are left out, and folders that are not entered. */
    readonly excludes?: (path: FilePath) => boolean;
    readonly depth?: number;
  } = {},
): FilePath[] {
  const found: FilePath[] = [];
  const visit = (at: FilePath, above: readonly FilePath[]): void => {
    const real = fs.realPath(at);
    if (above.includes(real) || above.length > (options.depth ?? DEEPEST)) return;
    const folders: FilePath[] = [];
    for (const name of [...(fs.list(at) ?? [])].sort(byName)) {
      const path = join(at, name);
      if (options.excludes?.(path)) continue;
      if (fs.kind(path) === 'directory') folders.push(options.skip?.has(name) ? '' : path);
      else if (name.endsWith(extension)) found.push(path);
    }
    for (const path of folders) if (path !== '') visit(path, [...above, real]);
  };
  visit(folder, []);
  return found;
}

/** By code point, the same on every machine. */
function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Folders that hold no configuration of the user's. */
export const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['node_modules', '.git', '.svn', '.hg']);
