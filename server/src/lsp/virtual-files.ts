/** Files of folders that are on no disk of this machine, as the editor has sent them. */
import { basename, dirname, isBelow } from '../project/paths';
import type { Entry, Source } from '../project/source';
import type { FilePath, FileSystem } from '../project/types';
import { isVirtual } from './convert';

/**
 * A file system in memory. Its folders are those that its files are in. A folder that the editor has not sent as a whole yet is not
 * {@link VirtualFiles.isKnown known}: what is missing there may just not have come.
 */
export class VirtualFiles implements FileSystem {
  private readonly texts = new Map<FilePath, string>();
  private readonly names = new Map<FilePath, Set<string>>();
  private readonly complete = new Set<FilePath>();

  readFile(path: FilePath): string | undefined {
    return this.texts.get(path);
  }
  kind(path: FilePath): ReturnType<FileSystem['kind']> {
    if (this.texts.has(path)) return 'file';
    return this.names.has(path) || this.complete.has(path) ? 'directory' : undefined;
  }
  list(path: FilePath): readonly string[] | undefined {
    return this.kind(path) === 'directory' ? [...(this.names.get(path) ?? [])] : undefined;
  }
  realPath(path: FilePath): FilePath {
    return path;
  }

  /** Takes a file's text; with `null` the file is gone, or the folder with all that was in it. Gives the files that changed. */
  update(path: FilePath, text: string | null): readonly FilePath[] {
    if (text === null) {
      if (this.kind(path) === undefined) return [];
      const gone = this.texts.has(path) ? [path] : [...this.texts.keys()].filter((file) => isBelow(path, file));
      for (const file of gone) this.remove(file);
      return gone;
    }
    if (this.texts.get(path) === text) return [];
    if (!this.texts.has(path)) this.enter(path);
    this.texts.set(path, text);
    return [path];
  }

  /** All files of a folder have been sent. False when that is no news. */
  completed(folder: FilePath): boolean {
    return !this.complete.has(folder) && this.complete.add(folder).has(folder);
  }

  /** A folder is open no more. Gives the files that went with it. */
  forget(folder: FilePath): readonly FilePath[] {
    this.complete.delete(folder);
    const others = [...this.complete];
    const gone = [...this.texts.keys()].filter((file) => {
      return isBelow(folder, file) && !others.some((other) => isBelow(other, file));
    });
    for (const file of gone) this.remove(file);
    return gone;
  }

  /** Whether all is known of what is at a path, or is known not to be there. */
  isKnown(path: FilePath): boolean {
    return [...this.complete].some((folder) => isBelow(folder, path));
  }

  private enter(file: FilePath): void {
    for (let at = file; at !== dirname(at); at = dirname(at)) {
      const names = this.names.get(dirname(at));
      if (names) {
        names.add(basename(at));
        return;
      }
      this.names.set(dirname(at), new Set([basename(at)]));
    }
  }

  private remove(file: FilePath): void {
    this.texts.delete(file);
    for (let at = file; at !== dirname(at); at = dirname(at)) {
      const names = this.names.get(dirname(at));
      names?.delete(basename(at));
      if (names && names.size > 0) return;
      this.names.delete(dirname(at));
    }
  }
}

/** The disk, and beside it the files that are on none. */
export function withVirtualFiles(disk: FileSystem, virtual: FileSystem): FileSystem {
  const holder = (path: FilePath): FileSystem => (isVirtual(path) ? virtual : disk);
  return {
    readFile: (path) => holder(path).readFile(path),
    kind: (path) => holder(path).kind(path),
    list: (path) => holder(path).list(path),
    realPath: (path) => holder(path).realPath(path),
  };
}

/** The same for what may keep one waiting: the disk. */
export function virtualSource(disk: Source, virtual: Source): Source {
  return {
    look: (paths, signal) => divided<Entry>(paths, (source, own) => source.look(own, signal)),
    read: (paths, signal) => divided<string>(paths, (source, own) => source.read(own, signal)),
  };

  /** Asks each of the two for its own paths, and puts the answers in the order of all. */
  async function divided<Found>(
    paths: readonly FilePath[],
    ask: (source: Source, own: readonly FilePath[]) => Promise<readonly (Found | undefined)[]>,
  ): Promise<readonly (Found | undefined)[]> {
    const found = new Map<FilePath, Found | undefined>();
    for (const [source, own] of [
      [disk, paths.filter((path) => !isVirtual(path))],
      [virtual, paths.filter(isVirtual)],
    ] as const) {
      const answers = own.length > 0 ? await ask(source, own) : [];
      own.forEach((path, index) => found.set(path, answers[index]));
    }
    return paths.map((path) => found.get(path));
  }
}
