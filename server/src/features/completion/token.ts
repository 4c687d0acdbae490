/** The part of a value that is being completed. */
import type { Span } from '../../syntax/nodes';
import type { ValueCursor } from '../context';

export interface Token {
  /** What of it stands before the cursor. */
  readonly typed: string;
  readonly span: Span;
}

/** The part between separators around the cursor; blanks, and what `prefix` matches at its beginning, do not belong to it. */
export function tokenAt(cursor: ValueCursor, separators: RegExp | undefined, prefix?: RegExp): Token {
  const { before, after } = cursor;
  let start = 0;
  let end = after.length;
  if (separators) {
    for (const { index, 0: found } of before.matchAll(new RegExp(separators, 'g'))) start = index + found.length;
    end = separators.exec(after)?.index ?? end;
  }
  start += blanks(before.slice(start));
  start += prefix?.exec(before.slice(start))?.[0].length ?? 0;
  return { typed: before.slice(start), span: cursor.spanOf(start, after.slice(0, end).trimEnd().length) };
}

function blanks(text: string): number {
  return /^\s*/.exec(text)?.[0].length ?? 0;
}

/** The items of a comma list but the one under the cursor. */
export function otherItems({ before, after }: ValueCursor): ReadonlySet<string> {
  const comma = after.indexOf(',');
  const others = [...before.split(',').slice(0, -1), ...(comma < 0 ? [] : after.slice(comma + 1).split(','))];
  return new Set(others.map((item) => item.trim().replace(/^[+!]\s*/, '')));
}
