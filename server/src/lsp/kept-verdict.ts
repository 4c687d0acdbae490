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
  private readonly name: string;
  /** Of what is kept: it may still be true; it has been told; it has been looked at. */
  private state: 'unknown' | 'told' | 'passed' = 'unknown';
  /** What is kept is of the files as they are on the disk. */
  private isCurrent = false;

  /** `key`: all that the problems depend on and no file says. */
  constructor(
    private readonly keeper: Keeper,
    private readonly folder: string,
    key: string,
  ) {
    this.name = `${keeper.digest(key)}.json`;
  }

  /**
   * The problems of all files, once; undefined where something may be different now. A file that is open and that nobody reads has a verdict
   * of its own.
   */
  *recalling(fileSystem: FileSystem, open: Iterable<FilePath>): Steps<Diagnostics | undefined> {
    if (this.state !== 'unknown') return undefined;
    const kept = this.read();
    yield;
    const known = new Set(kept?.files);
    const isTrue =
      kept !== undefined &&
      [...open].every((file) => known.has(file)) &&
      (yield* holds(kept.trace, fileSystem, this.keeper.digest));
    this.state = isTrue ? 'told' : 'passed';
    return isTrue ? new Map(kept.diagnostics) : undefined;
  }

  /** All has been judged. */
  judged(isNews: boolean): void {
    if (this.state === 'told' && !isNews) this.isCurrent = true;
    this.state = 'passed';
  }

  /** Files have changed on the disk. */
  outdated(): void {
    this.isCurrent = false;
  }

  /** Keeps what has been judged, unless it is kept. */
  *keeping(recorder: Recorder, files: Iterable<FilePath>, diagnostics: Diagnostics): Steps<void> {
    if (this.isCurrent) return;
    const trace = yield* recorder.trace(this.keeper.digest);
    const kept: Kept = { trace, files: [...files], diagnostics: [...diagnostics] };
    this.isCurrent = true;
    void this.keeper.write(this.folder, this.name, JSON.stringify(kept));
  }

  private read(): Kept | undefined {
    const text = this.keeper.read(this.folder, this.name);
    return text === undefined ? undefined : (JSON.parse(text) as Kept);
  }
}
