import type { Analysis } from '../analysis';
import type { FilePath } from '../project/types';
import type { CommentNode, Span, SyntaxTree } from '../syntax/nodes';

export interface Fold {
  readonly span: Span;
  readonly kind: 'object' | 'comment';
}

/** Objects from their `define` to the line before their `}`, and runs of two or more comment lines. */
export function foldingRanges(analysis: Analysis, file: FilePath): Fold[] {
  const tree = analysis.project.files.get(file)?.tree;
  if (!tree) return [];
  const folds: Fold[] = [...commentBlocks(tree)].map((span) => ({ span, kind: 'comment' }));
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

function* commentBlocks({ text, comments }: SyntaxTree): Generator<Span> {
  let first: CommentNode | undefined;
  let last: CommentNode | undefined;
  for (const comment of comments) {
    if (!ownLine(text, comment)) continue;
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
