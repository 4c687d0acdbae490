/** What can be done about a problem that nobody wants to hear of: a comment that silences its rule, or its rule switched off. */
import type { Analysis } from '../../analysis';
import type { FilePath } from '../../project/types';
import { edits } from '../../rules/edits';
import { ignoreComments, targetOf } from '../../rules/ignore-comments';
import { breakOf } from '../../rules/lines';
import type { Problem, TextEdit } from '../../rules/rule';
import { isSuppressible } from '../../rules/suppression';
import { lineAt } from '../../syntax/locate';
import type { Span, SyntaxTree } from '../../syntax/nodes';
import { beforeContinuation, Scanner } from '../../syntax/scanner';
import type { CodeAction } from './action';

/** The last of all actions, and never what one would choose first. Nothing for what the arbiter refuses. */
export function ignoreActions({ project, model }: Analysis, problem: Problem): CodeAction[] {
  const tree = project.files.get(problem.file)?.tree;
  if (!tree || !isSuppressible(problem)) return [];
  const { file, code } = problem;
  const { dialect } = model.options;
  const of = (title: string, edit: TextEdit | undefined): CodeAction[] =>
    edit ? [{ kind: 'quickfix', title, problem, change: () => edits(edit) }] : [];
  return [
    ...of(`Ignore ${code} here`, ignoreHere(tree, problem, dialect)),
    ...of(`Ignore ${code} in this file`, ignoreInFile(tree, file, code)),
    { kind: 'quickfix', title: `Switch ${code} off everywhere`, problem, switchesOff: code, change: () => edits() },
  ];
}

/** A comment above the line, or the definition, that the problem stands in; undefined where none can stand, or none would reach it. */
function ignoreHere(tree: SyntaxTree, { file, span, code }: Problem, dialect: '2.4' | '3.0'): TextEdit | undefined {
  const { text } = tree;
  const line = lineAt(text, beginning(tree, span.start));
  const at = line.start;
  const written = text.slice(at, line.end);
  const reached = targetOf(tree, line);
  // What is said of the whole configuration stands at the beginning of the file, and stays there.
  if (span.end === 0) return undefined;
  if (span.start < at || span.start > reached.end || /^\s*(?:[#;]|$)/.test(written)) return undefined;
  if ((at === 0 && hasMark(text)) || !canStand(tree, at, dialect)) return undefined;
  const known = ignoreComments(tree).find(
    ({ scope, trailing, hasReason, target, codes, comment }) =>
      scope === 'here' && !trailing && !hasReason && codes.length > 0 && target?.start === at && comment.span.end < at,
  );
  const last = known?.codes.at(-1);
  if (last) return { file, span: { start: last.span.end, end: last.span.end }, newText: `, ${code}` };
  const indent = /^\s*/.exec(written)?.[0] ?? '';
  return { file, span: { start: at, end: at }, newText: `${indent}; shinken-ignore ${code}${breakOf(text)}` };
}

/** A line of its own would be read as one: it is not in the midst of a value that goes on, nor before the brace of a definition. */
function canStand({ text, nodes }: SyntaxTree, at: number, dialect: '2.4' | '3.0'): boolean {
  const above = at > 0 ? new Scanner(text, lineAt(text, at - 1)).next() : undefined;
  if (above && beforeContinuation(above.text, dialect) !== undefined) return false;
  return !nodes.some(
    (node) =>
      node.kind === 'object' && node.keywordSpan.start < at && (node.open ? at <= node.open.start : at < node.span.end),
  );
}

/** Where the text begins that a place belongs to: the line of a value may be the second of it. */
function beginning({ nodes }: SyntaxTree, at: number): number {
  const holds = ({ span }: { readonly span: Span }): boolean => span.start <= at && at <= span.end;
  const node = nodes.find(holds);
  if (node?.kind === 'object') return node.properties.find(holds)?.span.start ?? at;
  return node?.span.start ?? at;
}

function ignoreInFile({ text }: SyntaxTree, file: FilePath, code: string): TextEdit | undefined {
  if (hasMark(text)) return undefined;
  return { file, span: { start: 0, end: 0 }, newText: `; shinken-ignore-file ${code}${breakOf(text)}` };
}

/** For the arbiter a line that begins with a byte order mark is no comment. */
const hasMark = (text: string): boolean => text.startsWith('\ufeff');
