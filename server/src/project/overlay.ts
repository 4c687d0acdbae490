import { isBelow, join } from './paths';
import type { FilePath, FileSystem } from './types';

/** Files as the editor has them, over those of the disk. */
export interface Overlay extends FileSystem {
  /**
   * How many characters of `readFile`'s text stand before the editor's own first one: 1 where the editor hides the byte order mark
   * of the file, else 0. The arbiter does read the mark, so the core has to see it; whoever turns its offsets into the editor's
   * positions takes this number off.
   */
  hiddenBefore(path: FilePath): number;
}

const MARK = '\ufeff';

/**
 * Lays unsaved texts over a file system. `open` is looked at with every call, so one overlay lasts as long as its editor. A file that
 * is open and not on the disk is there all the same, and so are its folders.
 */
export function overlay(disk: FileSystem, open: ReadonlyMap<FilePath, string>): Overlay {
  /** Editors never show the mark: whether there is one is asked of the disk once, when the file is first read while open. */
  const marked = new Map<FilePath, boolean>();

  const hiddenBefore = (path: FilePath): number => {
    const text = open.get(path);
    if (text === undefined) {
      marked.delete(path);
      return 0;
    }
    if (text.startsWith(MARK)) return 0;
    let mark = marked.get(path);
    if (mark === undefined) marked.set(path, (mark = disk.readFile(path)?.startsWith(MARK) ?? false));
    return mark ? 1 : 0;
  };

  return {
    hiddenBefore,
    readFile: (path) => {
      const text = open.get(path);
      if (text === undefined) {
        marked.delete(path);
        return disk.readFile(path);
      }
      return hiddenBefore(path) > 0 ? MARK + text : text;
    },
    kind: (path) => {
      if (open.has(path)) return 'file';
      return disk.kind(path) ?? ([...open.keys()].some((file) => isBelow(path, file)) ? 'directory' : undefined);
    },
    list: (path) => {
      const names = new Set(disk.list(path));
      for (const file of open.keys()) {
        if (!isBelow(path, file) || file === path) continue;
        const rest = file.slice(join(path, '').length);
        names.add(rest.split('/')[0] ?? rest);
      }
      return names.size > 0 || disk.kind(path) === 'directory' ? [...names] : undefined;
    },
    realPath: (path) => disk.realPath(path),
  };
}

/** A file system without some of its files. Their folders stay. */
export function withoutFiles(fileSystem: FileSystem, gone: ReadonlySet<FilePath>): FileSystem {
  return {
    readFile: (path) => (gone.has(path) ? undefined : fileSystem.readFile(path)),
    kind: (path) => (gone.has(path) ? undefined : fileSystem.kind(path)),
    list: (path) => fileSystem.list(path)?.filter((name) => !gone.has(join(path, name))),
    realPath: (path) => fileSystem.realPath(path),
  };
}
