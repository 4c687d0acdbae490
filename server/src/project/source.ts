import type { EntryKind, FilePath, FileSystem } from './types';

/** What is at a path. */
export interface Entry {
  readonly kind: EntryKind;
  /** What a folder holds; undefined when it cannot be listed, and for a file. */
  readonly names?: readonly string[];
  readonly realPath: FilePath;
}

/** Files that take time to get: on another machine's share, in a commit. Neither function rejects but when it is aborted. */
export interface Source {
  /** What is at each of the paths; undefined for nothing. */
  look(paths: readonly FilePath[], signal?: AbortSignal): Promise<readonly (Entry | undefined)[]>;
  /** The text of each of the files, as `FileSystem.readFile` gives it. */
  read(paths: readonly FilePath[], signal?: AbortSignal): Promise<readonly (string | undefined)[]>;
}

/**
 * Runs a reading on files that take time to get. A reading knows nothing of time: it is run on what is known, what it has asked for in
 * vain is fetched, and it is run again until it has all it asks for. It must ask the same of the same files, and change nothing.
 *
 * @throws what `signal` was aborted with.
 */
export async function gather<Result>(
  source: Source,
  reading: (fs: FileSystem) => Result,
  signal?: AbortSignal,
): Promise<Result> {
  const entries = new Map<FilePath, Entry | undefined>();
  const texts = new Map<FilePath, string | undefined>();
  for (;;) {
    const unseen = new Set<FilePath>();
    const unread = new Set<FilePath>();
    const ask = <Value>(
      known: ReadonlyMap<FilePath, Value>,
      wanted: Set<FilePath>,
      path: FilePath,
    ): Value | undefined => {
      if (!known.has(path)) wanted.add(path);
      return known.get(path);
    };
    const result = reading({
      readFile: (path) => ask(texts, unread, path),
      kind: (path) => ask(entries, unseen, path)?.kind,
      list: (path) => ask(entries, unseen, path)?.names,
      realPath: (path) => ask(entries, unseen, path)?.realPath ?? path,
    });
    if (unseen.size === 0 && unread.size === 0) return result;
    const [found, read] = await Promise.all([source.look([...unseen], signal), source.read([...unread], signal)]);
    signal?.throwIfAborted();
    [...unseen].forEach((path, index) => entries.set(path, found[index]));
    [...unread].forEach((path, index) => texts.set(path, read[index]));
  }
}

/** A source of files that are at hand. */
export function sourceOf(fs: FileSystem): Source {
  const look = (path: FilePath): Entry | undefined => {
    const kind = fs.kind(path);
    return kind && { kind, names: kind === 'directory' ? fs.list(path) : undefined, realPath: fs.realPath(path) };
  };
  return {
    look: (paths) => Promise.resolve(paths.map(look)),
    read: (paths) => Promise.resolve(paths.map((path) => fs.readFile(path))),
  };
}
