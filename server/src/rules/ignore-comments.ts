/** Comments that silence rules: `; shinken-ignore RULE, RULE -- reason`, by themselves, behind a line, or for a whole file. */
import { Attached } from '../project/attached';
import { lineAt } from '../syntax/locate';
import type { CommentNode, Span, SyntaxTree } from '../syntax/nodes';
import { families } from './levels';

/** A rule, a family (`availability/*`) or all rules (`*`), as a comment names it. */
export interface IgnoredCode {
  readonly text: string;
  readonly span: Span;
}

export interface IgnoreComment {
  readonly comment: CommentNode;
  readonly scope: 'here' | 'file';
  readonly codes: readonly IgnoredCode[];
  /** Where codes are written: behind the keyword and a blank, before the reason; undefined right behind the keyword. */
  readonly list: Span | undefined;
  readonly hasReason: boolean;
  /** It stands behind something on its line. */
  readonly trailing: boolean;
  /** The text that it speaks of; undefined where there is none, as for a comment above a blank line, or one for the file amid definitions. */
  readonly target: Span | undefined;
}

const KEYWORD = 'shinken-ignore';
const HEAD = new RegExp(`^[#;]+[ \\t]*${KEYWORD}(-file)?(?=[\\s,]|$)`);

/** Whether a comment speaks of a whole file. */
export function isForFile(comment: string): boolean {
  return HEAD.exec(comment)?.[1] !== undefined;
}

const known = new Attached<SyntaxTree, readonly IgnoreComment[]>();

/** All of a file, in its order. A file without the word costs no more than the search for it, once. */
export function ignoreComments(tree: SyntaxTree): readonly IgnoreComment[] {
  let found = known.get(tree);
  if (!found) {
    const isThere = tree.comments.length > 0 && tree.text.includes(KEYWORD);
    found = isThere ? tree.comments.flatMap((comment) => read(tree, comment) ?? []) : [];
    known.set(tree, found);
  }
  return found;
}

function read(tree: SyntaxTree, comment: CommentNode): IgnoreComment | undefined {
  const { start, end } = comment.span;
  const text = tree.text.slice(start, end);
  const head = HEAD.exec(text);
  if (!head) return undefined;
  const behind = head[0].length;
  const reason = /(?:^|\s)--(?:\s|$)/.exec(text.slice(behind));
  const last = reason ? behind + reason.index : text.length;
  const list = text.slice(behind, last);
  const codes = [...list.matchAll(/[^\s,]+/g)].map(({ 0: code, index }): IgnoredCode => {
    const from = start + behind + index;
    return { text: code, span: { start: from, end: from + code.length } };
  });
  const line = lineAt(tree.text, start);
  const trailing = tree.text.slice(line.start, start).replace('\ufeff', '').trim() !== '';
  const scope = head[1] === undefined ? 'here' : 'file';
  const spokenOf = trailing ? line : lineBelow(tree.text, line);
  return {
    comment,
    scope,
    codes,
    list: behind < text.length ? { start: start + behind, end: start + last } : undefined,
    hasReason: reason !== null,
    trailing,
    target: scope === 'file' ? fileOf(tree, start) : spokenOf && targetOf(tree, spokenOf),
  };
}

/** A whole file is spoken of at its top, before the first definition or setting. */
function fileOf({ text, nodes }: SyntaxTree, at: number): Span | undefined {
  const [first] = nodes;
  return first && first.span.start < at ? undefined : { start: 0, end: text.length };
}

/** The next line that is no comment; undefined where that is a blank one, or none. */
function lineBelow(text: string, { end }: Span): Span | undefined {
  for (let at = behindBreak(text, end); at > end && at < text.length;) {
    const line = lineAt(text, at);
    const content = text.slice(line.start, line.end).trim();
    if (content === '') return undefined;
    if (!/^[#;]/.test(content)) return line;
    const next = behindBreak(text, line.end);
    if (next === line.end) return undefined;
    at = next;
  }
  return undefined;
}

/** What a comment above a line speaks of: the line with all that begins on it, the whole of a definition or the lines that a value goes on to. */
export function targetOf({ nodes }: SyntaxTree, line: Span): Span {
  const touches = ({ start, end }: Span): boolean => start <= line.end && line.start <= end;
  for (let index = firstNot(nodes, ({ span }) => span.end < line.start); index < nodes.length; index++) {
    const node = nodes[index];
    if (!node || !touches(node.span)) break;
    if (node.kind === 'setting') return around(line, node.span);
    if (!node.continues && touches(node.keywordSpan)) return around(line, node.span);
    const property = node.properties.find(({ span }) => touches(span));
    if (property) return around(line, property.span);
  }
  return line;
}

/** The index of the first of some things that is not so, where those that are come first. */
export function firstNot<T>(things: readonly T[], isSo: (thing: T) => boolean): number {
  let [low, high] = [0, things.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const thing = things[middle];
    if (thing !== undefined && isSo(thing)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function around(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

function behindBreak(text: string, end: number): number {
  return end + (/^(?:\r\n|[\r\n])/.exec(text.slice(end, end + 2))?.[0].length ?? 0);
}

/** Whether a comment's word for rules means that one. */
export function meansRule(word: string, code: string): boolean {
  return word === code || word === '*' || word === `${code.slice(0, code.indexOf('/'))}/*`;
}

/** The words that mean several rules, widest first. */
export const wildcards: readonly string[] = ['*', ...families.map((family) => `${family}/*`)];
