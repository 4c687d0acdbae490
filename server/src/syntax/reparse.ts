/**
 * Reads a text again of which a stretch has become another: what stands before it is kept, the very same nodes, what stands behind it is
 * moved, and only the objects in between are parsed. It goes by places where there can be no doubt about the state of the reader; where the
 * text has none, or what the change brings leaves something open, all of it is for `parse`.
 */
import { sameHead, sameTail } from './common-ends';
import { movedComment, movedFact, movedNodes } from './moved';
import type { ObjectNode, Source, Span, SyntaxNode, SyntaxTree } from './nodes';
import { CLEAN, isClean, parse, type ParseOptions } from './parser';

/** The tree of a text, made of the tree of what was there before, a whole text read by itself; undefined where it has to be parsed. */
export function reparse(
  before: SyntaxTree,
  text: string,
  options: Pick<ParseOptions, 'dialect'> = {},
): SyntaxTree | undefined {
  // A `define` that misses its `{` waits for it behind the objects that follow, too. Of characters that are none only the first is noted.
  if (before.facts.some(({ kind }) => kind === 'missing-open' || kind === 'not-utf8')) return undefined;
  const { kept, stretch, rest } = around(before, text);
  const delta = text.length - before.text.length;
  const goesOn = stretch.end < before.text.length;
  const source: Source = { file: before.file, text };
  const range = { start: stretch.start, end: stretch.end + delta };
  // Behind its last line break, an empty line would end what that line leaves to be continued.
  if (goesOn) range.end -= text.charCodeAt(range.end - 2) === 0x0d && range.end - 2 >= range.start ? 2 : 1;
  const between = parse(text, CLEAN, range, { ...options, file: before.file });
  if (goesOn && !isClean(between.exit)) return undefined;
  if (between.facts.some(({ kind }) => kind === 'not-utf8')) return undefined;

  const moved = movedNodes(rest, source, delta);
  const isBefore = ({ span }: Placed): boolean => span.start < stretch.start;
  const isBehind = ({ span }: Placed): boolean => goesOn && span.start >= stretch.end;
  const facts = before.facts.filter(isBehind);
  const nodes = new Map<ObjectNode, ObjectNode>();
  if (facts.length > 0) {
    for (const [index, node] of rest.entries()) {
      const other = moved[index];
      if (node.kind === 'object' && other?.kind === 'object') nodes.set(node, other);
    }
  }
  return {
    ...source,
    nodes: [...kept, ...between.nodes, ...moved],
    comments: [
      ...before.comments.filter(isBefore),
      ...between.comments,
      ...before.comments.filter(isBehind).map((comment) => movedComment(comment, delta)),
    ],
    facts: [
      ...before.facts.filter(isBefore),
      ...between.facts,
      ...facts.map((fact) => movedFact(fact, delta, (object) => nodes.get(object))),
    ],
    exit: goesOn ? before.exit : between.exit,
  };
}

interface Placed {
  readonly span: Span;
}

interface Around {
  readonly kept: readonly SyntaxNode[];
  /** What has to be read again, from seam to seam, as it stood in the text before. */
  readonly stretch: Span;
  readonly rest: readonly SyntaxNode[];
}

/** What of a tree stands before and behind all that is not the same in another text. */
function around({ nodes, text: was }: SyntaxTree, text: string): Around {
  const head = sameHead(was, text);
  const tail = Math.min(sameTail(was, text), was.length - head, text.length - head);
  const touched = nodes.findIndex(({ span }) => span.end > head);
  let first = touched < 0 ? nodes.length : touched;
  let start: number | undefined;
  for (; first > 0; first--) {
    start = seamBehind(was, nodes[first - 1]);
    if (start !== undefined && start <= head) break;
  }
  if (first === 0) start = 0;
  let next = first;
  let end: number | undefined;
  while (next < nodes.length && (end === undefined || end <= was.length - tail)) end = seamBehind(was, nodes[next++]);
  // The line break before a seam is the same, too: what stands before it is in the line that ends there.
  const isSame = end !== undefined && end > was.length - tail;
  return {
    kept: nodes.slice(0, first),
    stretch: { start: start ?? 0, end: isSame ? (end ?? was.length) : was.length },
    rest: isSame ? nodes.slice(next) : [],
  };
}

/** Where the line behind an object begins: whatever stands there is read as if nothing had been read before. */
function seamBehind(text: string, node: SyntaxNode | undefined): number | undefined {
  if (node?.kind !== 'object' || !node.close) return undefined;
  let at = node.close.end;
  while (isPadding(text.charCodeAt(at))) at++;
  return text.charCodeAt(at) === 0x0a ? at + 1 : undefined;
}

/** Blanks, and what may stand before a line feed. */
function isPadding(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0d;
}
