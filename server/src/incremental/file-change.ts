/** What an edit has changed in a file: which objects are others, and which are the same at another place. */
import { Reading } from '../project/reading';
import type { ProjectSyntaxFact, RawObject, SourceFile } from '../project/types';
import { isClean } from '../syntax/parser';
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
  const reading = new Reading();
  reading.take(after.path, after.tree, after.tree, false);
  if (!holdsNothingBut(objects, before) || !holdsNothingBut(reading.objects, after)) return undefined;

  const text = new TextChange(before.text, after.text);
  const most = Math.min(objects.length, reading.objects.length);
  const isSameAt = (index: number, indexNow: number, isTail: boolean): boolean => {
    const [old, now] = [objects[index]?.node, reading.objects[indexNow]?.node];
    if (!old || !now) return false;
    const delta = isTail ? text.delta : 0;
    // The character beside it has to be the same as well: it may have been what made an end of the object.
    if (isTail ? old.span.start <= text.end : old.span.end >= text.start) return false;
    return (
      old.span.start + delta === now.span.start &&
      old.span.end + delta === now.span.end &&
      old.closedBy === now.closedBy &&
      old.properties.length === now.properties.length
    );
  };
  let head = 0;
  while (head < most && isSameAt(head, head, false)) head++;
  let tail = 0;
  while (head + tail < most && isSameAt(objects.length - 1 - tail, reading.objects.length - 1 - tail, true)) tail++;
  return {
    before,
    after,
    text,
    removed: objects.slice(head, objects.length - tail),
    added: reading.objects.slice(head, reading.objects.length - tail),
    at: head,
    objects: reading.objects,
    facts: reading.facts,
  };
}

function holdsNothingBut(objects: readonly RawObject[], { tree }: SourceFile): boolean {
  return (
    isClean(tree.exit) &&
    objects.length === tree.nodes.length &&
    objects.every(({ node }, index) => node === tree.nodes[index] && !node.continues)
  );
}
