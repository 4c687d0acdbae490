/** Where the parts of a value stand in the files. */
import type { Place, RawProperty } from '../project/types';
import { skipSpaces, skipSpacesBack } from '../syntax/blanks';
import type { Span, Value } from '../syntax/nodes';
import { type Item, type Origin, placeOf } from './item';

/** One item of a list value, blanks taken off, and where it stands. */
export interface Part {
  readonly text: string;
  readonly place: Place;
}

/** The span in the file of a range of a decoded value. */
export function spanWithin(value: Value, at: number, length: number): Span {
  const start = offsetInFile(value, at);
  return { start, end: length === 0 ? start : offsetInFile(value, at + length - 1) + 1 };
}

function offsetInFile(value: Value, at: number): number {
  for (const piece of value.pieces) if (at < piece.at + piece.length) return piece.start + at - piece.at;
  return value.span.end;
}

/** The parts of a property's value between separators, empty ones included. */
export function partsOf(property: RawProperty, separator = ','): Part[] {
  const { value } = property.node;
  const parts: Part[] = [];
  for (let from = 0; from <= value.text.length;) {
    const found = value.text.indexOf(separator, from);
    const end = found < 0 ? value.text.length : found;
    const at = skipSpaces(value.text, from, end);
    const until = skipSpacesBack(value.text, at, end);
    const span = spanWithin(value, at, until - at);
    parts.push({ text: value.text.slice(at, until), place: { file: property.file, span } });
    from = end + 1;
  }
  return parts;
}

/** Every line that a property's value was put together from. */
export function originsOf(item: Item, key: string): readonly Origin[] {
  const origin = item.origins.get(key);
  return origin ? [origin, ...(origin.also ?? [])] : [];
}

/**
 * The place of one name within a list, wherever it was inherited from; a leading `+` or `!` is not counted in. Falls back on the
 * whole value, then on the object's head.
 */
export function namePlace(item: Item, key: string, name: string): Place | undefined {
  for (const { property } of originsOf(item, key)) {
    const { value } = property.node;
    for (let at = value.text.indexOf(name); at >= 0 && name !== ''; at = value.text.indexOf(name, at + 1)) {
      const before = value.text.charAt(skipSpacesBack(value.text, 0, at) - 1);
      const after = value.text.charAt(skipSpaces(value.text, at + name.length, value.text.length));
      if (separators.has(before) && separators.has(after)) {
        return { file: property.file, span: spanWithin(value, at, name.length) };
      }
    }
  }
  return placeOf(item, key);
}

/** What may stand before and behind a name in a list or an expression; `''` is the value's own edge. */
const separators: ReadonlySet<string> = new Set(['', ',', '+', '!', '&', '|', '(', ')']);
