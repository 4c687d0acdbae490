/** Where the parts of a value stand in the files. */
import type { Place, RawProperty } from '../project/types';
import { skipSpaces, skipSpacesBack } from '../syntax/blanks';
import type { Span, Value } from '../syntax/nodes';
import { listItems, spanOf } from '../syntax/values';
import { type Item, type Origin, placeOf } from './item';

/** One item of a list value, blanks taken off, and where it stands. */
export interface Part {
  readonly text: string;
  readonly place: Place;
}

/** The span in the file of a range of a decoded value, by offset and length. */
export function spanWithin(value: Value, at: number, length: number): Span {
  return spanOf(value, at, at + length);
}

/** The parts of a property's value between commas, empty ones included. */
export function partsOf(property: RawProperty): Part[] {
  const { file, node } = property;
  return listItems(node.value).map(({ text, span }) => ({ text, place: { file, span } }));
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
        return { file: property.file, span: spanOf(value, at, at + name.length) };
      }
    }
  }
  return placeOf(item, key);
}

/** What may stand before and behind a name in a list or an expression; `''` is the value's own edge. */
const separators: ReadonlySet<string> = new Set(['', ',', '+', '!', '&', '|', '(', ')']);
