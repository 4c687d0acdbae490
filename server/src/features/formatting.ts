/**
 * Formatting: white space alone changes, and only where it means nothing to the arbiter. What it would read before, it reads after;
 * a text is taken by itself, as one that begins with nothing left open by a text before it.
 */
import type { Span } from '../syntax/nodes';
import type { Edit } from './formatting/edits';
import { Formatter } from './formatting/formatter';
import type { FormatOptions } from './formatting/options';

export { applyEdits, type Edit } from './formatting/edits';
export * from './formatting/options';

/** The changes that put a text in order. */
export function formatDocument(text: string, options: FormatOptions): Edit[] {
  return formatRanges(text, options, [{ start: 0, end: text.length }]);
}

/** The changes in the objects that the ranges touch, and in the lines between objects. */
export function formatRanges(text: string, options: FormatOptions, ranges: readonly Span[]): Edit[] {
  return new Formatter(text, options).inRanges(ranges);
}

/** Characters that {@link formatOnType} has something to say about. */
export const typedCharacters = ['}', '\n'] as const;

/**
 * The changes that follow from a character that has just been typed before an offset. A `}` puts the object that it closes in order;
 * a line break the object around it, and indents the line that it begins.
 */
export function formatOnType(text: string, options: FormatOptions, offset: number, typed: string): Edit[] {
  const formatter = new Formatter(text, options);
  if (typed === '}') return formatter.closed(offset);
  return typed === '\n' ? formatter.begun(offset) : [];
}
