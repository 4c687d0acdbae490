import { LogicalLines } from './logical-lines';
import type { ReaderState, Span, SyntaxTree } from './nodes';
import { Sheet } from './object-node';
import { PlainLines } from './plain-lines';
import { Scanner } from './scanner';
import { Statements } from './statements';
import { TreeBuilder } from './tree-builder';

/** The reader before its first line, and after any file that leaves nothing open. */
export const CLEAN: ReaderState = { inObject: false, pendingDefine: false, continued: '' };

/** True when what follows is read as if nothing had been read before. */
export function isClean(state: ReaderState): boolean {
  return !state.inObject && !state.pendingDefine && state.continued === '';
}

export interface ParseOptions {
  /** The file that the text is of; `''` where nobody asks. */
  readonly file?: string;
  /** 2.4 (the default) also takes a backslash followed by letters `s` for a continuation. */
  readonly dialect?: '2.4' | '3.0';
  /** The arbiter reads an empty line right behind this text, as it does between the files of a directory. */
  readonly blankBehind?: boolean;
  /** Whole lines that are not looked at, in their order: objects from beginning to end, of a text that is read as a whole. */
  readonly leftOut?: readonly Span[];
}

/**
 * Reads a text the way the arbiter's reader does, from the state in which the text before left it. `range` limits it to whole
 * lines of the text. Any text at all gives a tree; offsets are those of the whole text.
 */
export function parse(
  text: string,
  entry: ReaderState = CLEAN,
  range: Span = { start: 0, end: text.length },
  { file = '', dialect, blankBehind, leftOut }: ParseOptions = {},
): SyntaxTree {
  const tree = new TreeBuilder(new Sheet(file, text), range.start, entry);
  const statements = new Statements(tree);
  const logical = new LogicalLines(tree, range.start, entry.continued, dialect, (line) => statements.take(line));
  encodingFacts(tree, range);
  // A part of a main file is short, and there may be thousands.
  const plain = range.start === 0 && range.end === text.length ? new PlainLines(tree, leftOut) : undefined;
  const physical = new Scanner(text, range);
  for (;;) {
    if (plain && !logical.open) physical.position = plain.take(physical.position);
    const line = physical.next();
    if (!line) break;
    logical.take(line);
  }
  if (blankBehind) logical.complete(undefined);
  if (range.end === text.length) {
    statements.missOpen();
    logical.atEnd();
    statements.atEnd();
  }
  return tree.finish(logical.open?.text ?? '');
}

function encodingFacts(tree: TreeBuilder, { start, end }: Span): void {
  const { text } = tree.sheet;
  if (start === 0 && text.startsWith('\ufeff')) tree.fact('byte-order-mark', { start: 0, end: 1 });
  // One for the file: a text in another encoding has hundreds of them, and one cure.
  const bad = text.indexOf('\ufffd');
  if (bad >= start && bad < end) tree.fact('not-utf8', { start: bad, end: bad + 1 });
}
