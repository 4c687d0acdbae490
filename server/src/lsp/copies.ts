/**
 * Other copies of a configuration: read without keeping the editor waiting, since they may lie on a share that does not answer. Those that
 * the user has named for good are kept as they were last read, for rules to look at with every keystroke.
 */
import { type CopyOptions, isCopy, loadCopy, type NoCopy } from '../availability/copies';
import type { Dialect } from '../model/types';
import { overlay } from '../project/overlay';
import { gather, type Source } from '../project/source';
import { TreeCache } from '../project/tree-cache';
import type { Copy, FilePath } from '../project/types';

/** Milliseconds between two readings of a copy; more where one takes long. */
const PAUSE = 2000;

/** So many times as long as a reading takes, nothing is read again. */
const REST = 10;

export interface CopiesOptions {
  readonly source: Source;
  /** The texts of open documents, which count before those of the disk. */
  readonly texts: ReadonlyMap<FilePath, string>;
  /** A kept copy is another one than before. */
  changed(): void;
}

/** A copy that is kept. */
interface Kept {
  readonly path: FilePath;
  readonly options: CopyOptions;
  copy: Copy | undefined;
  isReading: boolean;
  /** It has to be read once more. */
  isStale: boolean;
  /** When it may be read again. */
  next: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export class Copies {
  private readonly kept = new Map<string, Kept>();
  private readonly end = new AbortController();

  constructor(private readonly options: CopiesOptions) {}

  /** Reads the copy in a folder. @throws what `signal` was aborted with. */
  load(path: FilePath, options: CopyOptions, signal?: AbortSignal): Promise<Copy | NoCopy> {
    return this.loadFrom(this.options.source, path, options, signal);
  }

  /** The same, with files that come from elsewhere than the disk. */
  loadFrom(source: Source, path: FilePath, options: CopyOptions, signal?: AbortSignal): Promise<Copy | NoCopy> {
    const cache = options.cache ?? new TreeCache();
    const texts = source === this.options.source ? this.options.texts : new Map<FilePath, string>();
    return gather(source, (fs) => loadCopy(overlay(fs, texts), path, { ...options, cache }), signal);
  }

  /** The copies in some folders as they were last read; one that was never asked for before comes later, with `changed`. */
  known(paths: readonly FilePath[], like: Copy, dialect: Dialect): Copy[] {
    return paths.flatMap((path) => {
      const key = JSON.stringify([path, like.root, like.project.mains, dialect]);
      const before = this.kept.get(key);
      if (before) return before.copy ?? [];
      const options = { like, dialect, cache: new TreeCache() };
      const kept = { path, options, copy: undefined, isReading: false, isStale: false, next: 0, timer: undefined };
      this.kept.set(key, kept);
      void this.read(kept);
      return [];
    });
  }

  /** Something has been saved, or has come from elsewhere: so may the copies have. */
  refresh(): void {
    for (const kept of this.kept.values()) {
      if (kept.isReading) kept.isStale = true;
      else kept.timer ??= setTimeout(() => void this.read(kept), Math.max(0, kept.next - performance.now()));
    }
  }

  /** Others may be asked for from now on. */
  forget(): void {
    for (const { timer } of this.kept.values()) clearTimeout(timer);
    this.kept.clear();
  }

  stop(): void {
    this.forget();
    this.end.abort();
  }

  private async read(kept: Kept): Promise<void> {
    const begin = performance.now();
    kept.timer = undefined;
    kept.isReading = true;
    kept.isStale = false;
    const found = await this.load(kept.path, kept.options, this.end.signal).catch(() => undefined);
    if (this.end.signal.aborted) return;
    const now = performance.now();
    kept.isReading = false;
    kept.next = now + Math.max(PAUSE, (now - begin) * REST);
    const copy = found && isCopy(found) ? found : undefined;
    if (!isSame(kept.copy, copy)) {
      kept.copy = copy;
      this.options.changed();
    }
    if (kept.isStale && [...this.kept.values()].includes(kept)) this.refresh();
  }
}

/** The same files with the same texts. */
function isSame(a: Copy | undefined, b: Copy | undefined): boolean {
  if (!a || !b) return a === b;
  const texts = ({ at, project }: Copy): string =>
    JSON.stringify([
      at,
      [...project.files].map(([file, { text }]) => [file, text]),
      [...project.triggerTexts],
      project.includes.map(({ outcome }) => outcome),
    ]);
  return texts(a) === texts(b);
}
