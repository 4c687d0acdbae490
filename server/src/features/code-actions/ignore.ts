/** What can be done about a problem that nobody wants to hear of: a comment that silences its rule, or its rule switched off. */
import type { Analysis } from '../../analysis';
import type { FilePath } from '../../project/types';
import { edits } from '../../rules/edits';
import { ignoreComments, lineAround } from '../../rules/ignore-comments';
import type { Problem, TextEdit } from '../../rules/rule';
import { isSuppressible } from '../../rules/suppression';
import type { SyntaxTree } from '../../syntax/nodes';
import { parse } from '../../syntax/parser';
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
  const line = lineAround(text, firstOf(tree, span.start));
  const known = ignoreComments(tree).find(
    ({ scope, trailing, hasReason, target, codes, comment }) =>
      scope === 'here' &&
      !trailing &&
      !hasReason &&
      target?.start === line.start &&
      codes.length > 0 &&
      comment.span.end < line.start,
  );
  const last = known?.codes.at(-1);
  if (last) return { file, span: { start: last.span.end, end: last.span.end }, newText: `, ${code}` };
  const at = line.start;
  if (at === 0 && hasMark(text)) return undefined;
  const indent = /^[^\S\r\n]*/.exec(text.slice(at, line.end))?.[0] ?? '';
  const newText = `${indent}; shinken-ignore ${code}${endOf(text)}`;
  const { exit } = parse(text.slice(0, at), undefined, undefined, { dialect });
  if (exit.continued !== '' || exit.pendingDefine) return undefined;
  const after = parse(text.slice(0, at) + newText + text.slice(at), undefined, undefined, { dialect });
  const moved = span.start + newText.length;
  const reaches = ignoreComments(after).some(
    ({ comment, target }) =>
      target && comment.span.start === at + indent.length && target.start <= moved && moved <= target.end,
  );
  return reaches && span.start >= at ? { file, span: { start: at, end: at }, newText } : undefined;
}

/** Where the text begins that a place belongs to: the line of a value may be the second of it. */
function firstOf({ nodes }: SyntaxTree, at: number): number {
  const holds = ({ span }: { readonly span: { readonly start: number; readonly end: number } }): boolean =>
    span.start <= at && at <= span.end;
  const node = nodes.find(holds);
  if (node?.kind === 'object') return node.properties.find(holds)?.span.start ?? at;
  return node?.span.start ?? at;
}

function ignoreInFile({ text }: SyntaxTree, file: FilePath, code: string): TextEdit | undefined {
  if (hasMark(text)) return undefined;
  return { file, span: { start: 0, end: 0 }, newText: `; shinken-ignore-file ${code}${endOf(text)}` };
}

/** For the arbiter a line that begins with a byte order mark is no comment. */
const hasMark = (text: string): boolean => text.startsWith('\ufeff');

const endOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
