/** What an edit has changed in a file: which objects are others, and which are the same at another place. */
import { isSameList } from '../project/lists';
import { selfContained } from '../project/self-contained';
import type { ProjectSyntaxFact, RawObject, SourceFile } from '../project/types';
import { sameHead, sameTail } from '../syntax/common-ends';
import type { Span } from '../syntax/nodes';
import { TextChange } from './text-change';

export interface FileChange {
  readonly before: SourceFile;
  readonly after: SourceFile;
  readonly text: TextChange;
  /** Objects of the file before that are not there any more as they were, and those that stand in their place. */
  readonly removed: readonly RawObject[];
  readonly added: readonly RawObject[];
  /** How many objects of the file stand before those. */
  readonly at: number;
  /** All objects of the file as it is now, in its order. */
  readonly objects: readonly RawObject[];
  readonly facts: readonly ProjectSyntaxFact[];
}

/**
 * Compares a file with itself as it was; `objects` are those that the project has of it. Undefined where more is in it than objects of its
 * own, closed before its end: what it has to do with other files is then not for this comparison to say.
 */
export function fileChange(
  before: SourceFile,
  objects: readonly RawObject[],
  after: SourceFile,
): FileChange | undefined {
  const was = selfContained(before);
  const is = selfContained(after);
  if (!is || !was || !isSameList(was.objects, objects)) return undefined;

  const now = is.objects;
  const delta = after.text.length - before.text.length;
  const most = Math.min(objects.length, now.length);
  // Where the same is written twice the two overlap; objects decide which of them it belongs to.
  const head = sameHead(before.text, after.text);
  const tail = before.text.length - sameTail(before.text, after.text);
  let first = 0;
  while (first < most && isAt(objects[first], now[first], 0, { start: 0, end: head })) first++;
  let last = 0;
  const rest = { start: tail, end: before.text.length };
  while (first + last < most && isAt(objects.at(-1 - last), now.at(-1 - last), delta, rest)) last++;

  const headEnd = objects[first - 1]?.node.span.end ?? 0;
  const end = Math.max(tail, headEnd);
  const start = Math.min(head, end, end + delta);
  if (start < headEnd) return undefined;
  return {
    before,
    after,
    text: new TextChange({ start, end }, delta),
    removed: objects.slice(first, objects.length - last),
    added: now.slice(first, now.length - last),
    at: first,
    objects: now,
    facts: is.facts,
  };
}

/**
 * Whether an object is another one's, so much further on, and in a stretch of the text that is the same. What is read of the same text,
 * from the beginning of an object on, differs only in where that ends.
 */
function isAt(old: RawObject | undefined, now: RawObject | undefined, delta: number, same: Span): boolean {
  if (!old || !now) return false;
  const { span, closedBy } = old.node;
  return (
    span.start >= same.start &&
    span.end <= same.end &&
    span.start + delta === now.node.span.start &&
    span.end + delta === now.node.span.end &&
    closedBy === now.node.closedBy &&
    old.lineCount === now.lineCount
  );
}
