import type { Dialect } from '../../model/types';
import { isIncludeLine } from '../../project/include-lines';
import { isBlank, strip } from '../../syntax/blanks';
import { type LineKind, lineKind, type LineState, stateBehind } from '../../syntax/line-kind';
import type { Mutable } from '../../syntax/object-node';
import { CLEAN } from '../../syntax/parser';
import { beforeContinuation, FILE_MARKER, type PhysicalLine, Scanner } from '../../syntax/scanner';
import { skipPadding, skipPaddingBack } from './padding';

export type Role =
  | 'blank'
  /** A comment with nothing before it. */
  | 'comment'
  | Exclude<LineKind, 'nothing'>
  /** Goes on from the line before. */
  | 'continuation'
  /** Shinken's own mark of a file, or what would become one if it were moved. */
  | 'frozen';

/** A physical line. */
export interface Line {
  readonly start: number;
  /** Its break, or the end of the text. */
  readonly end: number;
  /** Behind its break. */
  readonly next: number;
  /** Its first character that is no padding, and behind its last one; both `start` where there is none. */
  readonly first: number;
  readonly last: number;
  /** Behind the last character before an inline comment that is no padding. */
  readonly bare: number;
  /** The `;` of an inline comment, or of one that stands alone. */
  readonly semicolon: number | undefined;
  readonly role: Role;
  /** The role of the line that a continuation goes on from. */
  readonly of: Role;
  /** The next line belongs to it, in one of the dialects at least. */
  readonly goesOn: boolean;
  /** The line before said so with a backslash and letters `s`, which nobody means to. */
  readonly byLetters: boolean;
  /** An object is open before it. */
  readonly inObject: boolean;
  /** It stands in an object that is not whole, or between a `define` and its `{`: one cannot know what it is meant to be. */
  readonly adrift: boolean;
}

/** An object that has all its parts, by the numbers of its lines. */
export interface WholeObject {
  readonly type: string;
  readonly from: number;
  readonly close: number;
}

export interface ReadLines {
  /** Behind a last line break there is none. */
  readonly lines: readonly Line[];
  readonly objects: readonly WholeObject[];
  /** An object is open at the end. */
  readonly inObject: boolean;
}

/** What each line of a text is, read from its beginning with nothing left open before it. */
export function readLines(text: string, dialect: Dialect): ReadLines {
  return new Reader(text, dialect).run();
}

/** A logical line that is not at its end: its text, its first physical line, and whether letters joined the last one to it. */
interface Unfinished {
  readonly text: string;
  readonly from: number;
  readonly byLetters: boolean;
}

/** An object that has begun. */
interface Begun {
  /** Empty where the object is not worth anything, whatever follows. */
  type: string;
  readonly from: number;
  /** The line of its `{`. */
  open: number | undefined;
}

class Reader {
  private readonly lines: Mutable<Line>[] = [];
  private readonly objects: WholeObject[] = [];
  private state: LineState = CLEAN;
  private unfinished: Unfinished | undefined;
  private begun: Begun | undefined;

  constructor(
    private readonly text: string,
    private readonly dialect: Dialect,
  ) {}

  run(): ReadLines {
    const { text, lines, objects } = this;
    const scanner = new Scanner(text, { start: 0, end: text.length });
    for (let line = scanner.next(); line; line = scanner.next()) {
      if (line.start < text.length || line.start === 0) this.physical(line);
    }
    // A line that goes on behind the end is no line here.
    if (this.unfinished) this.settle(this.unfinished.from, 'lost');
    this.abandon(lines.length);
    return { lines, objects, inObject: this.state.inObject };
  }

  private physical({ text: content, start, end, semicolon }: PhysicalLine): void {
    const { text, lines, unfinished } = this;
    const found = skipPadding(text, start, end);
    const first = found === end ? start : found;
    const last = skipPaddingBack(text, first, end);
    const marker = text.startsWith(FILE_MARKER, start);
    const frozen = marker || text.startsWith(FILE_MARKER, first);
    const blank = content === '' && !unfinished;
    const empty = semicolon === undefined ? 'blank' : 'comment';
    const role = frozen ? 'frozen' : unfinished ? 'continuation' : blank ? empty : 'lost';
    const index = lines.length;
    lines.push({
      start,
      end,
      next: this.next(end),
      first,
      last,
      bare: semicolon === undefined ? last : skipPaddingBack(text, Math.min(first, semicolon), semicolon),
      semicolon,
      role,
      of: role,
      // A mark of a file is passed over, whatever goes on before it.
      goesOn: marker ? lines.at(-1)?.goesOn === true : !blank && beforeContinuation(content) !== undefined,
      byLetters: unfinished?.byLetters === true,
      inObject: this.state.inObject,
      adrift: false,
    });
    if (marker || blank) return;
    // In a main file, what follows an include line is part of whatever the included file leaves open.
    if (this.begun && isIncludeLine(content)) this.begun.type = '';
    const kept = beforeContinuation(content, this.dialect);
    const from = unfinished?.from ?? index;
    const before = unfinished?.text ?? '';
    if (kept === undefined) {
      this.unfinished = undefined;
      this.logical(before + content, from);
    } else this.unfinished = { text: before + content.slice(0, kept), from, byLetters: content.length - kept > 1 };
  }

  private next(end: number): number {
    const crLf = this.text.charCodeAt(end) === 0x0d && this.text.charCodeAt(end + 1) === 0x0a;
    return Math.min(this.text.length, end + (crLf ? 2 : 1));
  }

  /** A logical line is whole: its physical lines are those from one on. */
  private logical(content: string, from: number): void {
    const { lines, state } = this;
    const kind = lineKind(content, state);
    this.state = stateBehind(kind, content, state);
    this.settle(from, kind === 'nothing' ? (content === '' ? 'lost' : 'comment') : kind);
    if (kind === 'define') {
      this.abandon(from);
      const brace = content.indexOf('{');
      const type = strip(content.slice('define'.length, brace < 0 ? undefined : brace));
      this.begun = { type: isBlank(content.charCodeAt(6)) ? type : '', from, open: brace < 0 ? undefined : from };
    } else if (kind === 'open') {
      if (this.begun && this.begun.open === undefined) this.begun.open = from;
      else {
        this.abandon(from);
        this.begun = { type: '', from, open: from };
      }
    } else if (kind === 'close' && state.inObject) this.close(from, lines.length - 1);
  }

  private settle(from: number, role: Role): void {
    for (let index = from; index < this.lines.length; index++) {
      const line = this.lines[index];
      if (!line) continue;
      line.of = role;
      if (index === from && line.role !== 'frozen') line.role = role;
    }
  }

  private close(from: number, index: number): void {
    const { begun, lines } = this;
    if (!begun || begun.type === '' || begun.open === undefined || from !== index) return this.abandon(index + 1);
    for (const line of lines.slice(begun.from + 1, begun.open)) line.adrift = true;
    this.objects.push({ type: begun.type, from: begun.from, close: index });
    this.begun = undefined;
  }

  /** The object that has begun is not closed before a line, or is closed in vain. */
  private abandon(to: number): void {
    if (this.begun) for (const line of this.lines.slice(this.begun.from, to)) line.adrift = true;
    this.begun = undefined;
  }
}
