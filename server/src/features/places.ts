/** A set of places, for answers of tens of thousands of them: those of one file mostly come one behind the other. */
import type { FilePath, Place } from '../project/types';

export class Places {
  private readonly byFile = new Map<FilePath, Set<number>>();
  private last: { readonly file: FilePath; readonly starts: Set<number> } | undefined;

  /** True when no place that begins there has come before. */
  add({ file, span: { start } }: Place): boolean {
    const starts = this.startsIn(file);
    const { size } = starts;
    return starts.add(start).size > size;
  }

  private startsIn(file: FilePath): Set<number> {
    if (this.last?.file === file) return this.last.starts;
    let starts = this.byFile.get(file);
    if (!starts) this.byFile.set(file, (starts = new Set()));
    this.last = { file, starts };
    return starts;
  }
}
