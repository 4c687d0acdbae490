import { isBlank, skipSpaces, skipSpacesBack } from './blanks';
import { hasOddBlanks, oddBlanks, propertyFacts, settingFacts } from './line-facts';
import type {
  CommentNode,
  ObjectNode,
  Piece,
  PropertyNode,
  ReaderState,
  SettingNode,
  Span,
  SyntaxFact,
  SyntaxNode,
  SyntaxTree,
} from './nodes';
import { type LineState, lineKind, stateBehind } from './line-kind';
import { headOf, newObject, type Mutable, type OpenObject } from './object-node';
import { PlainProperty } from './plain-property';
import {
  beforeContinuation,
  cut,
  FILE_MARKER,
  piecesOf,
  Scanner,
  spanOf,
  type Decoded,
  type PhysicalLine,
} from './scanner';

/** Keys are few, and looked up by all who come behind: one string for all places that write the same. */
const keys = new Map<string, string>();
const MOST_KEYS = 10_000;

function shared(key: string): string {
  const known = keys.get(key);
  if (known !== undefined || keys.size >= MOST_KEYS) return known ?? key;
  // What has been the name of a property is compared by its address from then on.
  const [name = key] = Object.keys({ [key]: true });
  keys.set(name, name);
  return name;
}

/** The reader before its first line, and after any file that leaves nothing open. */
export const CLEAN: ReaderState = { inObject: false, pendingDefine: false, continued: '' };

/** True when what follows is read as if nothing had been read before. */
export function isClean(state: ReaderState): boolean {
  return !state.inObject && !state.pendingDefine && state.continued === '';
}

export interface ParseOptions {
  /** 2.4 (the default) also takes a backslash followed by letters `s` for a continuation. */
  readonly dialect?: '2.4' | '3.0';
  /** The arbiter reads an empty line right behind this text, as it does between the files of a directory. */
  readonly blankBehind?: boolean;
}

/**
 * Reads a text the way the arbiter's reader does, from the state in which the text before left it. `range` limits it to whole
 * lines of the text. Any text at all gives a tree; offsets are those of the whole text.
 */
export function parse(text: string, entry: ReaderState = CLEAN, range?: Span, options?: ParseOptions): SyntaxTree {
  return new Parser(text, entry, range ?? { start: 0, end: text.length }, options ?? {}).run();
}

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

class Parser {
  private readonly nodes: SyntaxNode[] = [];
  private readonly comments: Mutable<CommentNode>[] = [];
  private readonly facts: SyntaxFact[] = [];
  private continued: Continued | undefined;
  private state: LineState;
  /** The last object begun; made up on demand for one begun in an earlier text. */
  private object: OpenObject | undefined;
  private readonly mayBeOdd: boolean;
  /** The object whose `{` is being waited for and not yet missed. */
  private waiting: ObjectNode | undefined;

  constructor(
    private readonly text: string,
    entry: ReaderState,
    private readonly range: Span,
    private readonly options: ParseOptions,
  ) {
    this.state = entry;
    // A line begun in the text before may have brought one along.
    this.mayBeOdd = entry.continued !== '' || hasOddBlanks(text);
    if (entry.continued !== '') {
      const comment = entry.continued.startsWith('#');
      this.continued = {
        text: entry.continued,
        comment,
        pieces: [],
        start: undefined,
        end: range.start,
        mark: undefined,
      };
    }
  }

  run(): SyntaxTree {
    this.encodingFacts();
    const scanner = new Scanner(this.text, this.range);
    for (let line = scanner.next(); line; line = scanner.next()) this.physical(line);
    if (this.options.blankBehind) this.complete(undefined);
    this.atEnd();
    const { text, nodes, comments, facts } = this;
    const { inObject, pendingDefine } = this.state;
    const exit = { inObject, pendingDefine, continued: this.continued?.text ?? '' };
    return { text, nodes, comments, facts, exit };
  }

  private encodingFacts(): void {
    const { start, end } = this.range;
    if (start === 0 && this.text.startsWith('\ufeff')) this.fact('byte-order-mark', { start: 0, end: 1 });
    // One for the file: a text in another encoding has hundreds of them, and one cure.
    const bad = this.text.indexOf('\ufffd');
    if (bad >= start && bad < end) this.fact('not-utf8', { start: bad, end: bad + 1 });
  }

  private fact(kind: SyntaxFact['kind'], span: Span, more: Omit<SyntaxFact, 'kind' | 'span'> = {}): void {
    this.facts.push({ kind, span, ...more });
  }

  // --- lines ---------------------------------------------------------------------------------------------------------------

  private physical(line: PhysicalLine): void {
    const { start, end } = line;
    if (end - start >= FILE_MARKER.length && this.text.startsWith(FILE_MARKER, start)) {
      this.comments.push({ kind: 'comment', marker: '#', span: { start, end } });
      return;
    }
    const inComment = this.continued?.text ? this.continued.comment : line.text.startsWith('#');
    if (inComment) this.hashComment(line);
    else if (line.semicolon !== undefined) {
      this.comments.push({ kind: 'comment', marker: ';', span: { start: line.semicolon, end: line.end } });
    }
    if (line.text === '' && !this.continued) return;
    this.swallowed(line, inComment);
    const kept = beforeContinuation(line.text, this.options.dialect);
    if (kept === undefined) this.complete(line);
    else this.append(line, kept, inComment);
  }

  private hashComment(line: PhysicalLine): void {
    const last = this.comments.at(-1);
    if (this.continued?.text && this.continued.start !== undefined && last)
      last.span = { start: last.span.start, end: line.end };
    else this.comments.push({ kind: 'comment', marker: '#', span: { start: line.span.start, end: line.end } });
  }

  /** Notes what a continuation makes of the line behind it. */
  private swallowed(line: PhysicalLine, inComment: boolean): void {
    const cause = this.continued?.mark;
    if (!cause || this.continued?.text === '' || line.text === '') return;
    const object = this.state.inObject ? this.currentObject() : undefined;
    if (line.text === '}') {
      this.fact('continuation-swallows-close', line.span, { text: line.text, cause, ...(object && { object }) });
    } else if (inComment && !line.text.startsWith('#')) {
      this.fact('comment-continues', cause, { text: line.text, ...(object && { object }) });
    }
  }

  /** `length`: how much of the line stands before its mark. */
  private append(line: PhysicalLine, length: number, inComment: boolean): void {
    const mark = spanOf(line, length, line.text.length);
    if (!inComment && line.text.length - length > 1) {
      this.fact('backslash-s-continues', mark, { text: line.text.slice(length) });
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

  /** The logical line is whole. */
  private complete(line: PhysicalLine | undefined): void {
    if (!this.continued) {
      if (line) this.logical(line);
      return;
    }
    const at = this.continued.end;
    const { text, pieces, start, end } = this.joined(
      line ?? { text: '', span: { start: at, end: at }, pieces: [] },
      line?.span ?? { start: at, end: at },
    );
    this.continued = undefined;
    this.logical({ text, pieces, span: { start: start ?? this.range.start, end } });
  }

  private logical(line: Decoded): void {
    const { text } = line;
    const kind = lineKind(text, this.state);
    if (kind === 'property') this.property(line);
    else if (kind === 'setting') this.setting(line);
    else if (kind === 'define') this.define(line);
    else if (kind === 'close') this.close(line);
    else if (kind === 'lost') this.lost(line);
    else if (kind === 'open') this.open(line);
    this.state = stateBehind(kind, text, this.state);
  }

  // --- objects -------------------------------------------------------------------------------------------------------------

  private currentObject(): OpenObject {
    if (!this.object) {
      const nowhere = { start: this.range.start, end: this.range.start };
      this.object = newObject(nowhere, '', nowhere, undefined, true);
      this.nodes.push(this.object);
    }
    return this.object;
  }

  private grow(line: Decoded): OpenObject {
    const object = this.currentObject();
    const { span } = object;
    if (object.continues && span.start === span.end) span.start = line.span.start;
    if (line.span.end > span.end) span.end = line.span.end;
    return object;
  }

  private lost(line: Decoded): void {
    const { text } = cut(line, skipSpaces(line.text, 1, line.text.length), line.text.length);
    this.fact('text-after-close', line.span, { text, ...(this.state.inObject && { object: this.grow(line) }) });
  }

  private close(line: Decoded): void {
    const span = spanOf(line, 0, 1);
    if (this.state.inObject) {
      const object = this.grow(line);
      object.close = span;
      object.closedBy = 'brace';
    } else this.fact('stray-close', span, { text: '}' });
  }

  private open(line: Decoded): void {
    const object = this.grow(line);
    object.open ??= spanOf(line, 0, 1);
    object.close = undefined;
    object.closedBy = 'end';
    this.waiting = undefined;
  }

  private define(line: Decoded): void {
    this.before(line);
    const { text } = line;
    let blank = 0;
    while (blank < text.length && !isBlank(text.charCodeAt(blank))) blank++;
    const head = Math.min(blank + 1, text.length);
    const brace = text.indexOf('{');
    const typeEnd = brace >= head ? brace : text.indexOf('{', head);
    const stop = typeEnd < 0 ? text.length : typeEnd;
    const from = skipSpaces(text, head, stop);
    const to = skipSpacesBack(text, from, stop);
    const type = text.slice(from, to).replace(/[\t\n\v\f\r]/g, ' ');
    const at = typeEnd < 0 ? brace : typeEnd;
    const open = at < 0 ? undefined : spanOf(line, at, at + 1);
    const object = newObject(spanOf(line, 0, Math.min(6, text.length)), type, spanOf(line, from, to), open, false);
    object.span.end = line.span.end;
    this.object = object;
    this.nodes.push(object);
    oddBlanks(line, to, this.facts, object);
    if (typeEnd >= 0) this.behindOpen(line, typeEnd + 1, object);
    else if (brace < 0) this.waiting = object;
  }

  /** A `define` ends what is open: noted on the object that it ends, unless it is the line that is odd. */
  private before(line: Decoded): void {
    this.missOpen();
    if (!this.state.inObject) return;
    const object = this.currentObject();
    object.closedBy = 'define';
    if (/^define[\t\n\v\f\r {]/.test(line.text) || line.text === 'define') {
      this.fact('unclosed-before-define', headOf(object), { text: object.type, object });
    } else this.fact('define-inside-object', line.span, { text: line.text, object });
  }

  private behindOpen(line: Decoded, from: number, object: ObjectNode): void {
    const { text } = line;
    const start = skipSpaces(text, from, text.length);
    const end = skipSpacesBack(text, start, text.length);
    if (start === end) return;
    if (text.charAt(end - 1) !== '}') {
      this.fact('text-after-open', spanOf(line, start, end), { text: text.slice(start, end), object });
      return;
    }
    const inner = text.slice(start, skipSpacesBack(text, start, end - 1));
    this.fact('one-line-define', line.span, { text: inner, object });
  }

  /** Notes, once, that the `{` of a `define` did not come when it should have. */
  private missOpen(): void {
    if (!this.waiting) return;
    this.fact('missing-open', headOf(this.waiting), { text: this.waiting.type, object: this.waiting });
    this.waiting = undefined;
  }

  private property(line: Decoded): void {
    this.missOpen();
    const { text } = line;
    let keyEnd = 0;
    while (keyEnd < text.length && !isBlank(text.charCodeAt(keyEnd))) keyEnd++;
    let from = keyEnd;
    while (from < text.length && isBlank(text.charCodeAt(from))) from++;
    const object = this.grow(line);
    const valueStart = from < text.length ? from : keyEnd;
    const key = shared(text.slice(0, keyEnd));
    let node: PropertyNode;
    if (line.pieces) {
      const value = cut(line, valueStart, from < text.length ? text.length : keyEnd);
      node = { kind: 'property', span: line.span, key, keySpan: spanOf(line, 0, keyEnd), value };
    } else {
      const { start } = line.span;
      node = new PlainProperty(key, start, from < text.length ? text.slice(from) : '', start + valueStart);
    }
    object.properties.push(node);
    if (text === '{') this.fact('stray-open', node.span, { text, object });
    else propertyFacts(line, node, object, this.facts, this.mayBeOdd);
  }

  private setting(line: Decoded): void {
    this.missOpen();
    const { text } = line;
    const found = text.indexOf('=');
    const equals = found < 0 ? undefined : spanOf(line, found, found + 1).start;
    const keyEnd = found < 0 ? text.length : found;
    const node: SettingNode = {
      kind: 'setting',
      span: line.span,
      key: text.slice(0, keyEnd),
      keySpan: spanOf(line, 0, keyEnd),
      equals,
      value: cut(line, Math.min(keyEnd + 1, text.length), text.length),
    };
    this.nodes.push(node);
    settingFacts(line, node, this.facts);
  }

  private atEnd(): void {
    if (this.range.end !== this.text.length) return;
    this.missOpen();
    if (this.continued && this.continued.text !== '') {
      const { text, mark, end } = this.continued;
      if (!text.startsWith('#')) this.fact('continuation-at-end', mark ?? { start: end, end }, { text });
    }
    if (this.state.inObject && this.object) {
      this.fact('unclosed-at-end', headOf(this.object), { text: this.object.type, object: this.object });
    }
  }
}
