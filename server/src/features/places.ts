/** A set of places, for answers of tens of thousands of them: those of one file mostly come one behind the other. */
import type { FilePath, Place } from '../project/types';

export class Places {
  private readonly byFile = new Map<FilePath, Starts>();
  private last: { readonly file: FilePath; readonly starts: Starts } | undefined;

  /** True when no place that begins there has come before. */
  add({ file, span: { start } }: Place): boolean {
    return this.startsIn(file).add(start);
  }

  private startsIn(file: FilePath): Starts {
    if (this.last?.file === file) return this.last.starts;
    let starts = this.byFile.get(file);
    if (!starts) this.byFile.set(file, (starts = new Starts()));
    this.last = { file, starts };
    return starts;
  }
}

/** Numbers, which mostly come in their order: then each is new that is more than the last. */
class Starts {
  private readonly rising: number[] = [];
  /** All of them, once one has come that is out of order. */
  private all: Set<number> | undefined;

  add(start: number): boolean {
    const { rising } = this;
    if (!this.all && start > (rising.at(-1) ?? -1)) {
      rising.push(start);
      return true;
    }
    this.all ??= new Set(rising);
    const { size } = this.all;
    return this.all.add(start).size > size;
  }
}
