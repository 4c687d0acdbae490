/**
 * `members web-10, web-2, web-2` → `members web-2, web-2, web-10`, the same without the second `web-2`, or one name a line:
 *
 *     members web-10,\
 *             web-2
 */
import { type Directive, objectType } from '../../schema';
import { edits } from '../../rules/edits';
import { breakOf, lineStart } from '../../rules/lines';
import type { Span } from '../../syntax/nodes';
import { listItems } from '../../syntax/values';
import { directiveOf } from '../../model/names/written';
import type { Offer, Refactoring } from './offer';
import { type PropertyAt, textOf, valueAt } from './place';

/** Sorts the list at the cursor, where the order of its items means nothing. */
export const sortList: Refactoring = ({ project }, range) => {
  const at = valueAt(project, range);
  const list = at && hasNoOrder(at) ? listOf(at, textOf(project, range.file)) : undefined;
  if (!at || !list) return [];
  const { plus, items } = list;
  const sorted = inOrder(items);
  const unique = [...new Set(sorted)];
  const isSorted = sorted.every((item, index) => item === items[index]);
  return [
    ...(isSorted ? [] : [rewrite('Sort list', at, list, plus + joined(sorted, list))]),
    ...(unique.length === sorted.length
      ? []
      : [rewrite('Sort list and drop duplicates', at, list, plus + joined(unique, list))]),
  ];
};

/** Puts each item of the list at the cursor on a line of its own, or all of them on one. */
export const layOutList: Refactoring = ({ project }, range) => {
  const at = valueAt(project, range);
  const text = textOf(project, range.file);
  const list = at && isParted(at) ? listOf(at, text) : undefined;
  if (!at || !list || list.items.some((item) => item.includes('\\'))) return [];
  const { plus, items, gaps, span } = list;
  if (gaps.every((gap) => /^[ \t]*,[ \t]*$/.test(gap))) {
    const before = text.slice(lineStart(text, span.start), span.start) + plus;
    const gap = `,\\${breakOf(text)}${before.replace(/[^\t]/g, ' ')}`;
    return [rewrite('Put one item on each line', at, list, plus + items.join(gap))];
  }
  const isBroken = gaps.every((gap) => /^[ \t]*,[ \t]*(?:\\(?:\r\n|\r|\n)[ \t]*)?$/.test(gap));
  return isBroken ? [rewrite('Put the list on one line', at, list, plus + items.join(','))] : [];
};

/** A list as it stands in the text. */
interface WrittenList {
  /** From its first item to its last. */
  readonly span: Span;
  /** What the first item begins with where the list adds to what is inherited. */
  readonly plus: '+' | '';
  readonly items: readonly string[];
  /** What stands between one item and the next. */
  readonly gaps: readonly string[];
}

/** Undefined for what has no two items, one that is empty or broken over lines, or a `+` that adds nothing to anything. */
function listOf({ object, property }: PropertyAt, text: string): WrittenList | undefined {
  const spans = listItems(property.node.value).map((item) => item.span);
  const [first, last] = [spans[0], spans.at(-1)];
  const written = spans.map(({ start, end }) => text.slice(start, end));
  const plus = written[0]?.startsWith('+') ? '+' : '';
  const items = written.map((item, index) => (index === 0 ? item.slice(plus.length) : item));
  const isAdditive = objectType(object.type)?.inherits === true && directiveOf(object, property.key)?.value === 'list';
  if (!first || !last || (plus !== '' && !isAdditive)) return undefined;
  if (items.length < 2 || items.some((item) => item === '' || /[\r\n]/.test(item))) return undefined;
  const gaps = spans.slice(1).map(({ start }, index) => text.slice(spans[index]?.end, start));
  return { span: { start: first.start, end: last.end }, plus, items, gaps };
}

function rewrite(title: string, { property }: PropertyAt, { span }: WrittenList, newText: string): Offer {
  return { title, kind: 'refactor.rewrite', change: () => edits({ file: property.file, span, newText }) };
}

const joined = (items: readonly string[], { gaps }: WrittenList): string =>
  items.map((item, index) => item + (index < items.length - 1 ? (gaps[index] ?? '') : '')).join('');

/** Names as people count, those that are excluded behind the others. */
function inOrder(items: readonly string[]): readonly string[] {
  const isExcluded = (item: string): number => (item.startsWith('!') ? 1 : 0);
  return [...items].sort((a, b) => isExcluded(a) - isExcluded(b) || natural.compare(a, b) || (a < b ? -1 : 1));
}

const natural = new Intl.Collator('en', { numeric: true });

/** Lists of names that are looked up one by one, and all of which count. */
const namesAlone: ReadonlySet<string> = new Set(['list', 'list-with-all', 'list-with-not', 'expression']);

/**
 * Nothing depends on the order of the items. The names of sub-realms are left alone, since satellites are dealt out realm by realm; so is
 * an exclusion with something behind it that it would not exclude, and an expression that is more than a list.
 */
function hasNoOrder({ object, property: { key, value } }: PropertyAt): boolean {
  const directive = directiveOf(object, key);
  if (!isNames(directive) || directive?.ordered || object.type === 'realm') return false;
  const items = value.split(',').map((item) => item.trim());
  const firstExcluded = items.findIndex((item) => item.startsWith('!'));
  const endsExcluding = firstExcluded < 0 || items.slice(firstExcluded).every((item) => item.startsWith('!'));
  return endsExcluding && (directive?.reference?.shape !== 'expression' || !/[&|()+!*]/.test(value));
}

function isNames(directive: Directive | undefined): boolean {
  return namesAlone.has(directive?.reference?.shape ?? '') && directive?.ignored !== true;
}

/** The arbiter takes blanks off each item, wherever they come from. */
function isParted({ object, property }: PropertyAt): boolean {
  const directive = directiveOf(object, property.key);
  return directive?.value === 'list' && !directive.oneItemPerLine;
}
