/** What all features share: where the user is, and how they answer. Positions are offsets, text for people is Markdown. */
import type { FilePath } from '../project/types';
import type { Span } from '../syntax/nodes';

/** The place of the cursor. */
export interface FilePosition {
  readonly file: FilePath;
  readonly offset: number;
}

export interface FileRange {
  readonly file: FilePath;
  readonly span: Span;
}

/** Text for people, in Markdown. */
export type Markdown = string;

/** True when the offset is in the span or at its very end, where a cursor that has just typed it stands. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** True when the two share a character, or one of them is an empty span inside the other. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
