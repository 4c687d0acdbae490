import { directive, objectType } from '../../schema';
import type { ListStyle } from './options';
import type { Block, Gap } from './rows';

/** The directives of an object whose values the arbiter parts at commas, taking blanks off each item. */
export function listKeys(text: string, { type, rows }: Block, style: ListStyle): ReadonlySet<string> {
  const name = style === 'keep' ? undefined : objectType(type)?.name;
  const lists = new Set<string>();
  if (name === undefined) return lists;
  const seen = new Set<string>();
  for (const { kind, first, keyEnd } of rows) {
    if (kind !== 'property') continue;
    const word = text.slice(first, keyEnd);
    const known = directive(name, word);
    // Of a directive that is written twice, the values are not always parted.
    if (seen.has(word)) lists.delete(word);
    else if (known?.value === 'list' && !known.oneItemPerLine) lists.add(word);
    seen.add(word);
  }
  return lists;
}

/** The white space at the commas of a list that stands in `[from, to)`, and what it should be. */
export function listGaps(text: string, from: number, to: number, style: ListStyle): Gap[] {
  const value = text.slice(from, to);
  return [...value.matchAll(/([ \t\v\f]*),([ \t\v\f]*)/g)].flatMap(
    ({ index, 0: whole, 1: before = '', 2: behind = '' }): Gap[] => {
      const start = from + index;
      const end = start + whole.length;
      return [
        { start, end: start + before.length, wanted: '' },
        { start: end - behind.length, end, wanted: style === 'spaced' && end < to ? ' ' : '' },
      ];
    },
  );
}
