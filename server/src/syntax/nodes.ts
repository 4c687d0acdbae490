/**
 * The syntax tree of one `.cfg` file. It knows the grammar and nothing else: no object type, no directive, no other file.
 * Every position is an offset into the file's text (UTF-16 code units); line and column exist in `lsp/convert.ts` and in the command line only.
 */

/** A half-open range of offsets into one file's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a piece of a decoded value stands in the text. A value is one piece unless a continuation (`\` at the end of a line)
 * or an escaped `\;` cuts it; the pieces are in order and their decoded texts, joined, are the value. Of a line that a continuation
 * began in the text read before, only the part in this text has pieces.
 */
export interface Piece {
  /** Offset in the decoded value. */
  readonly at: number;
  /** Length, the same in the decoded value and in the text. */
  readonly length: number;
  /** Offset in the file's text. */
  readonly start: number;
}

/** A decoded text (comments dropped, `\;` unescaped, continued lines joined) that still knows where each character stands. */
export interface Value {
  readonly text: string;
  /** From the first to the last character in the file; empty (start = end) for an empty value. */
  readonly span: Span;
  readonly pieces: readonly Piece[];
}

/** The file that a tree is of. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** What `key value` inside a `define` says: all that most want of it. Objects that say the same may have the very same line. */
export interface Line {
  readonly key: string;
  /** Decoded. */
  readonly value: string;
}

/** A line of one object, with its places. */
export interface Property extends Line {
  /** The value with its places; of a line that stands as it is decoded, made anew each time. */
  readonly written: Value;
  /** Where it stands; always the same node, which takes room once it is made. */
  readonly node: PropertyNode;
  readonly file: string;
}

/** `key value` inside a `define`, with its places. */
export interface PropertyNode {
  readonly kind: 'property';
  /** The logical line without its indentation, its comment and the line end. */
  readonly span: Span;
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Value;
}

/** `key=value` outside any `define`. `equals` is undefined where the line has no `=` (the arbiter refuses it). */
export interface SettingNode {
  readonly kind: 'setting';
  readonly span: Span;
  /** Exactly as the arbiter has it: nothing before `=` is stripped but the line's own indentation. */
  readonly key: string;
  readonly keySpan: Span;
  readonly equals: number | undefined;
  readonly value: Value;
}

/** `define type { … }`, as far as it goes. */
export interface ObjectNode {
  readonly kind: 'object';
  readonly file: string;
  /** From the word `define` to the end of the closing brace, or of the last line that belongs to the object. */
  readonly span: Span;
  readonly keywordSpan: Span;
  /** The type as the arbiter reads it; `''` for `define{` and `definehost{`. Case matters. */
  readonly type: string;
  readonly typeSpan: Span;
  /** The opening brace; undefined while none has been read. */
  readonly open: Span | undefined;
  readonly properties: readonly PropertyNode[];
  /**
   * What they say, in a list that is made anew each time. Whoever goes through many objects asks for these: what knows its place takes room
   * once it is made.
   */
  readonly lines: readonly Line[];
  readonly lineCount: number;
  /** The same lines as those have them who ask for places; always the same list. */
  readonly placedLines: readonly Property[];
  /** The `}` that closes it; undefined when a next `define` or the end of the text does. */
  readonly close: Span | undefined;
  readonly closedBy: 'brace' | 'define' | 'end';
  /** True when the object began in text read before this one (an include inside a `define`); keyword and type are then empty spans at 0. */
  readonly continues: boolean;
}

/** A comment: a whole line (`#`), or from an unescaped `;` to the end of the line. */
export interface CommentNode {
  readonly kind: 'comment';
  readonly span: Span;
  readonly marker: '#' | ';';
}

export type SyntaxNode = ObjectNode | SettingNode;

/** What is wrong or surprising about the text itself. `span` is the text that the user has to look at. */
export interface SyntaxFact {
  readonly kind: SyntaxFactKind;
  readonly span: Span;
  /** The text in question, decoded, where the message needs it. */
  readonly text?: string;
  /** The object it happened in, if any. */
  readonly object?: ObjectNode;
  /** What brought it about, where that stands elsewhere: the backslash that swallows a `}`. */
  readonly cause?: Span;
}

export type SyntaxFactKind =
  /** Text after `define x {` on the same line: the arbiter drops it. */
  | 'text-after-open'
  /** A line that begins with `}` and goes on: it does not close, and its text is lost. */
  | 'text-after-close'
  /** A `}` with no object open. */
  | 'stray-close'
  /** A `{` alone, with no `define` waiting for it: a malformed setting, or in an object a key. */
  | 'stray-open'
  /** No `}` before the next `define`; stands on the object that is not closed. */
  | 'unclosed-before-define'
  /** No `}` before the end; stands on the object that is not closed. */
  | 'unclosed-at-end'
  /** `define x` whose `{` never comes, or lines between it and its `{`. */
  | 'missing-open'
  /** A line inside an open object that only begins with the letters `define` (`define_me 1`): it begins another object. */
  | 'define-inside-object'
  /** A one-line `define x { … }`: it never closes there. */
  | 'one-line-define'
  /** A line outside any object with no `=`. */
  | 'malformed-setting'
  /** `key=` with nothing behind it. */
  | 'setting-without-value'
  /** `=value` with no name (the arbiter crashes). */
  | 'setting-without-name'
  /** Blanks around `=`: they become part of name and value. */
  | 'blanks-around-equals'
  /** `key=value` inside an object: the arbiter takes it all for a key. */
  | 'equals-in-object'
  /** `key = value` inside an object: the `=` becomes the head of the value. */
  | 'equals-before-value'
  /** A `#` behind a value: it is part of the value. */
  | 'hash-in-value'
  /** A comment line that ends in a backslash and swallows the next line. */
  | 'comment-continues'
  /** A backslash followed by letters `s` at the end of a line: a continuation in 2.4. */
  | 'backslash-s-continues'
  /** A continued line that swallowed a `}` . */
  | 'continuation-swallows-close'
  /** The text ends in a continuation: its last line is lost, or swallows the first line of the text read next. */
  | 'continuation-at-end'
  /** U+00A0 or another blank that does not separate key and value. */
  | 'no-break-space'
  /** A byte order mark at the head of the file. */
  | 'byte-order-mark'
  /** A byte that is no UTF-8 (read as U+FFFD). */
  | 'not-utf8';

/** What the arbiter's reader carries from one line, and so from one file, to the next. */
export interface ReaderState {
  /** An object is open. */
  readonly inObject: boolean;
  /** `define x` was read and its `{` was not. */
  readonly pendingDefine: boolean;
  /** Text of the lines so far continued (`''`: none). */
  readonly continued: string;
}

export interface SyntaxTree extends Source {
  /** Objects and settings, in the order of the text. */
  readonly nodes: readonly SyntaxNode[];
  readonly comments: readonly CommentNode[];
  readonly facts: readonly SyntaxFact[];
  readonly exit: ReaderState;
}
