/** What was found when all was last judged, for the next time that the same folders are opened. */
import type { Diagnostic } from 'vscode-languageserver';
import type { Keeper } from '../project/keeper';
import { holds, type Recorder, type Trace } from '../project/trace';
import type { FilePath, FileSystem } from '../project/types';
import type { Steps } from '../steps';

export type Diagnostics = ReadonlyMap<FilePath, readonly Diagnostic[]>;

/** As it is written, in JSON. */
interface Kept {
  readonly trace: Trace;
  /** All that the configurations read in the folders. */
  readonly files: readonly FilePath[];
  readonly diagnostics: readonly (readonly [FilePath, readonly Diagnostic[]])[];
}

/**
 * A verdict depends on nothing but the server itself, what it has been told by the editor, and what it has read. So what it has read is kept
 * with it, as digests: where all of it is as it was, so are the problems, and nothing need be parsed or judged to say so. It is judged
 * nevertheless, behind the back of those who look at the problems already: as soon as that is done, its word counts.
 */
export class KeptVerdict {
  /** What is kept has been told, or is of no use. */
  private isPassed = false;
  /** As it was read, until it has been looked through. */
  private found: Kept | undefined;
  /** The digest of what is kept. */
  private written: string | undefined;
  private writing: Promise<void> = Promise.resolve();

  /** `key`: all that the problems depend on and no file says. */
  constructor(
    private readonly keeper: Keeper,
    private readonly folder: string,
    readonly key: string,
  ) {}

  /**
   * The problems of all files, once; undefined where something may be different now. A file that is open and that nobody reads has a verdict
   * of its own. May be begun again where it was broken off.
   */
  *recalling(fileSystem: FileSystem, open: Iterable<FilePath>): Steps<Diagnostics | undefined> {
    if (this.isPassed) return undefined;
    try {
      const kept = (this.found ??= this.read());
      yield;
      const known = new Set(kept?.files);
      const isOpenToAll = [...open].every((file) => known.has(file));
      const isTrue = kept && isOpenToAll && (yield* holds(kept.trace, fileSystem, this.keeper.digest));
      return isTrue ? new Map(kept.diagnostics) : undefined;
    } catch {
      // Whatever it is, it is no verdict.
      return undefined;
    } finally {
      this.isPassed = true;
      this.found = undefined;
    }
  }

  /** Keeps what has been judged, unless that is what is kept. */
  *keeping(recorder: Recorder, files: Iterable<FilePath>, diagnostics: Diagnostics): Steps<void> {
    const { digest, largest } = this.keeper;
    const trace = yield* recorder.trace(digest);
    const parts: string[] = [];
    let length = 0;
    for (const file of [...diagnostics.keys()].sort()) {
      const part = JSON.stringify([file, diagnostics.get(file)]);
      parts.push(part);
      length += part.length;
      if (length > largest) break;
      yield;
    }
    const begin = JSON.stringify({ trace, files: [...files].sort() } satisfies Omit<Kept, 'diagnostics'>);
    // What is too much is not kept, and neither is anything older: no text is no verdict.
    const isTooMuch = begin.length + length > largest;
    const text = isTooMuch ? '' : `${begin.slice(0, -1)},"diagnostics":[${parts.join(',')}]}`;
    const now = digest(text);
    if (now === this.written) return;
    this.written = now;
    this.writing = this.writing.then(() => this.keeper.write(this.folder, this.key, text));
  }

  private read(): Kept | undefined {
    const text = this.keeper.read(this.folder, this.key);
    if (!text) return undefined;
    this.written = this.keeper.digest(text);
    return JSON.parse(text) as Kept;
  }
}
