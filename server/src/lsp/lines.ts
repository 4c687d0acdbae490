/** Between the offsets of one text and the protocol's lines and columns. */
import type { Position } from 'vscode-languageserver';
import { lineIn, lineStarts } from '../features/lines';

/** Finds the lines and columns of offsets in one text. */
export interface Lines {
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
}

/** `hidden` characters stand before the first one that the editor shows: a byte order mark. */
export function linesOf(text: string, hidden = 0): Lines {
  return new TextLines(text.slice(hidden), hidden);
}

/** As `vscode-languageserver-textdocument` has it, which looks at each character of a text: answers may lead to a thousand files. */
class TextLines implements Lines {
  private known: readonly number[] | undefined;
  private returns: boolean | undefined;
  /** The line that was last asked for: the end of a word is on the line of its beginning. */
  private last = 0;

  constructor(
    private readonly shown: string,
    private readonly hidden: number,
  ) {}

  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset - this.hidden, this.shown.length));
    const line = this.lineOf(at);
    const start = this.starts[line] ?? 0;
    // In a text of plain line feeds, no offset is between the two characters of a line break.
    const end = this.hasReturns ? this.beforeBreak(at, start) : at;
    return { line, character: end - start };
  }

  /** Behind the end of a line, it is the end of the line. */
  offsetAt({ line, character }: Position): number {
    return this.shownOffsetAt(line, character) + this.hidden;
  }

  private shownOffsetAt(line: number, character: number): number {
    const { length } = this.shown;
    if (line < 0) return 0;
    const start = this.starts[line];
    if (start === undefined) return length;
    if (character <= 0) return start;
    return this.beforeBreak(Math.min(start + character, this.starts[line + 1] ?? length), start);
  }

  private lineOf(offset: number): number {
    const { starts, last } = this;
    // Mostly the same line, or one not far behind it.
    let from = offset >= (starts[last] ?? Infinity) ? last : 0;
    let to = from + 1;
    for (let step = 1; offset >= (starts[to] ?? Infinity); step *= 2) {
      from = to;
      to += step;
    }
    this.last = lineIn(starts, offset, from, to) - 1;
    return this.last;
  }

  /** An offset is never in a line break, or behind one. */
  private beforeBreak(offset: number, start: number): number {
    let at = offset;
    while (at > start && isBreak(this.shown.charCodeAt(at - 1))) at--;
    return at;
  }

  private get starts(): readonly number[] {
    return (this.known ??= lineStarts(this.shown));
  }
  private get hasReturns(): boolean {
    return (this.returns ??= this.shown.includes('\r'));
  }
}

function isBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}
