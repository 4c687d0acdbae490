import type { Piece, Span } from './nodes';
import { beforeContinuation, cut, FILE_MARKER, piecesOf, spanOf, type Decoded, type PhysicalLine } from './scanner';
import type { TreeBuilder } from './tree-builder';

/** A logical line in the making: physical lines that end in a continuation. */
interface Continued {
  text: string;
  /** It begins with a `#`. */
  comment: boolean;
  pieces: Piece[];
  start: number | undefined;
  end: number;
  /** Where the backslash of the last line stands. */
  mark: Span | undefined;
}

/** Puts physical lines together to what the arbiter takes for one line, and notes comments on the way. */
export class LogicalLines {
  private continued: Continued | undefined;

  constructor(
    private readonly tree: TreeBuilder,
    /** Where the part of the text begins that is read. */
    private readonly start: number,
    /** What the text before has left to be continued. */
    continued: string,
    private readonly dialect: '2.4' | '3.0' | undefined,
    /** Takes each line that is whole. */
    private readonly whole: (line: Decoded) => void,
  ) {
    if (continued === '') return;
    const comment = continued.startsWith('#');
    this.continued = { text: continued, comment, pieces: [], start: undefined, end: start, mark: undefined };
  }

  /** The line that the next one continues. */
  get open(): Readonly<Continued> | undefined {
    return this.continued;
  }

  /** Takes the next physical line. */
  take(line: PhysicalLine): void {
    const { start, end } = line;
    if (end - start >= FILE_MARKER.length && this.tree.sheet.text.startsWith(FILE_MARKER, start)) {
      this.tree.comment('#', start, end);
      return;
    }
    const inComment = this.continued?.text ? this.continued.comment : line.text.startsWith('#');
    if (inComment) this.hashComment(line);
    else if (line.semicolon !== undefined) {
      this.tree.comment(';', line.semicolon, end);
    }
    if (line.text === '' && !this.continued) return;
    this.swallowed(line, inComment);
    const kept = beforeContinuation(line.text, this.dialect);
    if (kept === undefined) this.complete(line);
    else this.append(line, kept, inComment);
  }

  private hashComment(line: PhysicalLine): void {
    const last = this.tree.comments.at(-1);
    if (this.continued?.text && this.continued.start !== undefined && last) last.end = line.end;
    else this.tree.comment('#', line.span.start, line.end);
  }

  /** Notes what a continuation makes of the line behind it. */
  private swallowed(line: PhysicalLine, inComment: boolean): void {
    const cause = this.continued?.mark;
    if (!cause || this.continued?.text === '' || line.text === '') return;
    const object = this.tree.inObject ? this.tree.current() : undefined;
    if (line.text === '}') {
      this.tree.fact('continuation-swallows-close', line.span, { text: line.text, cause, ...(object && { object }) });
    } else if (inComment && !line.text.startsWith('#')) {
      this.tree.fact('comment-continues', cause, { text: line.text, ...(object && { object }) });
    }
  }

  /** `length`: how much of the line stands before its mark. */
  private append(line: PhysicalLine, length: number, inComment: boolean): void {
    const mark = spanOf(line, length, line.text.length);
    if (!inComment && line.text.length - length > 1) {
      this.tree.fact('backslash-s-continues', mark, { text: line.text.slice(length) });
    }
    const kept = cut(line, 0, length);
    this.continued = { ...this.joined(kept, line.span), mark, comment: inComment };
  }

  private joined(line: Decoded, span: Span): Omit<Continued, 'mark' | 'comment'> {
    const before = this.continued;
    if (!before) return { text: line.text, pieces: [...piecesOf(line)], start: span.start, end: line.span.end };
    const { text, pieces } = before;
    for (const piece of piecesOf(line)) pieces.push({ ...piece, at: piece.at + text.length });
    const start = before.start ?? span.start;
    return { text: text + line.text, pieces, start, end: line.text === '' ? before.end : line.span.end };
  }

  /** The logical line is whole; without a line, an empty one makes it so. */
  complete(line: PhysicalLine | undefined): void {
    if (!this.continued) {
      if (line) this.whole(line);
      return;
    }
    const at = this.continued.end;
    const { text, pieces, start, end } = this.joined(
      line ?? { text: '', span: { start: at, end: at }, pieces: [] },
      line?.span ?? { start: at, end: at },
    );
    this.continued = undefined;
    this.whole({ text, pieces, span: { start: start ?? this.start, end } });
  }

  /** Nothing follows, in no other text either. */
  atEnd(): void {
    if (!this.continued || this.continued.text === '') return;
    const { text, mark, end } = this.continued;
    if (!text.startsWith('#')) this.tree.fact('continuation-at-end', mark ?? { start: end, end }, { text });
  }
}
