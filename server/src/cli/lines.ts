/** Line and column, both from 1, columns in UTF-16 code units: how the command line prints places. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Offsets → lines for one text. A line ends at `\n`, `\r\n` or a lone `\r`, as the arbiter reads. */
export class Lines {
  private readonly starts: readonly number[];

  constructor(private readonly text: string) {
    const starts = [0];
    for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
    this.starts = starts;
  }

  at(offset: number): Position {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 };
  }

  /** The text of a line without its end. */
  line(number: number): string {
    return this.text
      .slice(this.starts[number - 1] ?? 0, this.starts[number] ?? this.text.length)
      .replace(/[\r\n]+$/, '');
  }
}
