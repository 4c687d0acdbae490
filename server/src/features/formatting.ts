/**
 * Formatting: white space alone changes, and only where it means nothing to the arbiter. What it would read before, it reads after;
 * a text is taken by itself, as one that begins with nothing left open by a text before it.
 */
import type { Span } from '../syntax/nodes';
import { applyEdits, type Edit } from './formatting/edits';
import { Formatter } from './formatting/formatter';
import type { FormatOptions } from './formatting/options';
import { readsTheSame } from './formatting/same-reading';

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

/**
 * The text once its changes are made, for those who write it where nothing can be undone: undefined if more than white space would
 * change, or the arbiter would read anything else.
 */
export function safelyApplied(text: string, edits: readonly Edit[], options: FormatOptions): string | undefined {
  if (edits.length === 0) return text;
  const white = edits.every(({ span, newText }) => !/\S/.test(text.slice(span.start, span.end) + newText));
  const after = applyEdits(text, edits);
  return white && readsTheSame(text, after, options) ? after : undefined;
}
