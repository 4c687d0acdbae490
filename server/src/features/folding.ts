import type { Analysis } from '../analysis';
import type { FilePath } from '../project/types';
import type { CommentNode, Span, SyntaxTree } from '../syntax/nodes';

export interface Fold {
  readonly span: Span;
  readonly kind: 'object' | 'comment' | 'region';
}

/** Objects from their `define` to the line before their `}`, what stands from `# region` to `# endregion`, and runs of two or more other comment lines. */
export function foldingRanges(analysis: Analysis, file: FilePath): Fold[] {
  const tree = analysis.project.files.get(file)?.tree;
  if (!tree) return [];
  const folds: Fold[] = [
    ...[...regions(tree)].map((span): Fold => ({ span, kind: 'region' })),
    ...[...commentBlocks(tree)].map((span): Fold => ({ span, kind: 'comment' })),
  ];
  for (const node of tree.nodes) {
    if (node.kind !== 'object') continue;
    const end = node.close ? lineBreakBefore(tree.text, node.close.start) : node.span.end;
    if (/[\r\n]/.test(tree.text.slice(node.span.start, end))) {
      folds.push({ span: { start: node.span.start, end }, kind: 'object' });
    }
  }
  return folds.sort((a, b) => a.span.start - b.span.start);
}

/** Where the line before ends, for an offset with nothing but blanks before it on its own line. */
function lineBreakBefore(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && /[ \t]/.test(text.charAt(at - 1))) at--;
  if (text.charAt(at - 1) === '\n') at--;
  if (text.charAt(at - 1) === '\r') at--;
  return at;
}

/** The marks that the editor's own folding has for this language, in `syntaxes/language-configuration.json`. */
const mark = /^#\s*(end)?region\b/;

function markOf(text: string, { span }: CommentNode): 'begin' | 'end' | undefined {
  const found = mark.exec(text.slice(span.start, span.end));
  return found ? (found[1] === undefined ? 'begin' : 'end') : undefined;
}

/** Regions that are both begun and ended; one may stand in another. */
function* regions({ text, comments }: SyntaxTree): Generator<Span> {
  const open: CommentNode[] = [];
  for (const comment of comments) {
    const kind = ownLine(text, comment) ? markOf(text, comment) : undefined;
    if (kind === 'begin') open.push(comment);
    const first = kind === 'end' ? open.pop() : undefined;
    if (first) yield { start: first.span.start, end: comment.span.end };
  }
}

function* commentBlocks({ text, comments }: SyntaxTree): Generator<Span> {
  let first: CommentNode | undefined;
  let last: CommentNode | undefined;
  for (const comment of comments) {
    if (!ownLine(text, comment) || markOf(text, comment)) continue;
    const between = last ? text.slice(last.span.end, comment.span.start) : '';
    if (last && /^[ \t]*(?:\r\n|\r|\n)[ \t]*$/.test(between)) {
      last = comment;
      continue;
    }
    if (first && last && first !== last) yield { start: first.span.start, end: last.span.end };
    first = last = comment;
  }
  if (first && last && first !== last) yield { start: first.span.start, end: last.span.end };
}

/** True for a comment with nothing but blanks before it. */
function ownLine(text: string, { span }: CommentNode): boolean {
  let at = span.start;
  while (at > 0 && /[ \t]/.test(text.charAt(at - 1))) at--;
  return at === 0 || /[\r\n]/.test(text.charAt(at - 1));
}
