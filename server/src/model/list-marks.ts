/** Notes `+` and `null` where they are no more than text (item.py:136-148, 1148). */
import type { RawProperty } from '../project/types';
import { type Directive, objectType } from '../schema';
import type { Build } from './build';
import type { Item } from './item';
import { partsOf } from './places';

/** How a value is read: a text, the first or a further line of a list, a list of a type without `+`, or a custom macro. */
export type Reading = 'text' | 'list' | 'more' | 'plain' | 'custom';

export function noteListMarks(
  build: Build,
  item: Item,
  property: RawProperty,
  reading: Reading,
  directive: Directive | undefined,
): void {
  if (!property.value.includes('+') && !property.value.includes('null')) return;
  const [first, ...others] = partsOf(property);
  if (!first) return;
  const plus = (at: typeof first, why: 'string' | 'inside' | 'type'): void => {
    const refused = why === 'string' && build.options.dialect === '3.0';
    // Without names to refer to, a text may well begin with a plus: a telephone number does.
    if (at.text.startsWith('+') && (refused || directive?.reference)) {
      build.note('literal-plus', { item, property, at: at.place, why, refused });
    }
  };
  if (reading === 'custom' || reading === 'text') {
    if (directive === undefined || directive.value === 'string') plus(first, 'string');
  } else if (reading === 'plain') plus(first, 'type');
  else {
    for (const part of reading === 'more' ? [first, ...others] : others) plus(part, 'inside');
    // Put aside for templates that are never looked at.
    if (reading === 'list' && first.text.startsWith('+') && objectType(item.type)?.inherits === false) {
      build.note('literal-plus', { item, property, at: first.place, why: 'lost', refused: false });
    }
  }
  if (reading !== 'text' && property.value === 'null') build.note('literal-null', { item, property, at: first.place });
}
