import { skipSpaces, skipSpacesBack } from './blanks';
import type { Piece, Span, Value } from './nodes';

/** A decoded text. Most lines stand in the file as they are: to save memory on these, no pieces is one piece. */
export interface Decoded {
  readonly text: string;
  readonly span: Span;
  readonly pieces: readonly Piece[] | undefined;
}

/** One physical line as the arbiter first sees it: comment cut off, `\;` unescaped, blanks stripped at both ends. */
export interface PhysicalLine extends Decoded {
  /** Offset of the `;` that begins a comment. */
  readonly semicolon: number | undefined;
  /** Offset of the line's first character. */
  readonly start: number;
  /** Offset of the line break, or of the end of the range. */
  readonly end: number;
}

/** Lines that the arbiter's file marker is mistaken for are skipped whole, before comments and continuations are looked at. */
export const FILE_MARKER = '# IMPORTEDFROM=';

/** Cuts a range of a text into physical lines: LF, CR LF and a lone CR all end one, and a last empty line counts. */
export class Scanner {
  /** Where the next line begins. */
  position: number;
  private done = false;
  /** The next `;` and CR at or behind `at`, looked for only once each. */
  private nextSemicolon: number;
  private nextReturn: number;

  constructor(
    private readonly text: string,
    private readonly range: Span,
  ) {
    this.position = range.start;
    this.nextSemicolon = this.find(';', range.start);
    this.nextReturn = this.find('\r', range.start);
  }

  /** The next physical line; undefined behind the last one. */
  next(): PhysicalLine | undefined {
    if (this.done) return undefined;
    const start = this.position;
    const end = this.lineEnd(start);
    if (this.nextSemicolon < start) this.nextSemicolon = this.find(';', start);
    return this.nextSemicolon < end ? this.withSemicolon(start, end) : this.plain(start, end, start, end, undefined);
  }

  private find(what: string, from: number): number {
    const found = this.text.indexOf(what, from);
    return found < 0 || found >= this.range.end ? Infinity : found;
  }

  /** Sets `at` to the line behind. */
  private lineEnd(start: number): number {
    if (this.nextReturn < start) this.nextReturn = this.find('\r', start);
    const feed = this.find('\n', start);
    if (feed === Infinity && this.nextReturn === Infinity) {
      this.done = true;
      return this.range.end;
    }
    const end = Math.min(feed, this.nextReturn);
    this.position = end === feed || feed !== end + 1 ? end + 1 : end + 2;
    return end;
  }

  private plain(start: number, end: number, from: number, to: number, semicolon: number | undefined): PhysicalLine {
    const first = skipSpaces(this.text, from, to);
    const last = skipSpacesBack(this.text, first, to);
    const text = first === last ? '' : this.text.slice(first, last);
    return { text, span: { start: first, end: last }, pieces: undefined, semicolon, start, end };
  }

  /** A `;` right behind a backslash is a character of the text, and the backslash is dropped; any other begins a comment. */
  private withSemicolon(start: number, end: number): PhysicalLine {
    const { text } = this;
    const escapes: number[] = [];
    let semicolon: number | undefined;
    for (let at = text.indexOf(';', start); at >= 0 && at < end; at = text.indexOf(';', at + 1)) {
      if (at === start || text.charCodeAt(at - 1) !== 0x5c) {
        semicolon = at;
        break;
      }
      escapes.push(at);
    }
    const to = semicolon ?? end;
    if (escapes.length === 0) return this.plain(start, end, start, to, semicolon);
    const parts: Piece[] = [];
    let length = 0;
    let from = start;
    for (const stop of [...escapes.map((at) => at - 1), to]) {
      if (stop > from) parts.push({ at: length, length: stop - from, start: from });
      length += Math.max(0, stop - from);
      from = stop + 1;
    }
    const decoded: Value = {
      text: parts.map((part) => text.slice(part.start, part.start + part.length)).join(''),
      span: { start, end: to },
      pieces: parts,
    };
    const first = skipSpaces(decoded.text, 0, length);
    const stripped = cut(decoded, first, skipSpacesBack(decoded.text, first, length));
    return { ...stripped, semicolon, start, end };
  }
}

/**
 * How much of a line, comment and blanks taken off, stands before the mark that joins the next line to it; undefined without one.
 * 2.4 also takes a backslash followed by letters `s` for a mark.
 */
export function beforeContinuation(text: string, dialect: '2.4' | '3.0' = '2.4'): number | undefined {
  const last = text.charCodeAt(text.length - 1);
  if (last === 0x5c) return text.length - 1;
  if (last !== 0x73 || dialect === '3.0') return undefined;
  let at = text.length - 1;
  while (at > 0 && text.charCodeAt(at - 1) === 0x73) at--;
  return text.charCodeAt(at - 1) === 0x5c ? at - 1 : undefined;
}

/** The pieces of a decoded text, written out. */
export function piecesOf({ text, span, pieces }: Decoded): readonly Piece[] {
  return pieces ?? (text === '' ? [] : [{ at: 0, length: text.length, start: span.start }]);
}

/** The range `[from, to)` of a decoded text, still knowing where it stands. */
export function cut(line: Decoded, from: number, to: number): Value {
  const text = line.text.slice(from, to);
  const span = spanOf(line, from, to);
  if (!line.pieces) return { text, span, pieces: from < to ? [{ at: 0, length: to - from, start: span.start }] : [] };
  const pieces: Piece[] = [];
  for (const piece of line.pieces) {
    const start = Math.max(piece.at, from);
    const end = Math.min(piece.at + piece.length, to);
    if (start < end) pieces.push({ at: start - from, length: end - start, start: piece.start + start - piece.at });
  }
  return { text, span, pieces };
}

/**
 * Where the range `[from, to)` of a decoded text stands in the file, from its first to its last character. What has no place in
 * this file (a line begun in another one) counts as standing where the value begins.
 */
export function spanOf({ text, span, pieces }: Decoded, from: number, to: number): Span {
  if (!pieces) return { start: span.start + from, end: span.start + to };
  const [only] = pieces;
  if (only?.length === text.length && from <= to && to <= text.length)
    return { start: only.start + from, end: only.start + to };
  if (to <= from) {
    const at = placeOf(span, pieces, from);
    return { start: at, end: at };
  }
  let start: number | undefined;
  let end: number | undefined;
  for (const piece of pieces) {
    if (piece.at >= to) break;
    if (piece.at + piece.length <= from) continue;
    start ??= piece.start + Math.max(0, from - piece.at);
    end = piece.start + Math.min(piece.length, to - piece.at);
  }
  return { start: start ?? span.start, end: end ?? span.start };
}

/** Where a cursor between two decoded characters stands: behind the one before it. */
function placeOf(span: Span, pieces: readonly Piece[], offset: number): number {
  let place = span.start;
  for (const piece of pieces) {
    if (piece.at > offset || (piece.at === offset && offset > 0)) break;
    place = piece.start + Math.min(piece.length, offset - piece.at);
  }
  return place;
}
