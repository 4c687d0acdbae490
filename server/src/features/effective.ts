/** What the arbiter makes of an object: its values after templates, and where each was written. */
import type { Analysis } from '../analysis';
import type { Item } from '../model/item';
import { isTemplate } from '../model/names/written';
import { itemsFrom } from '../model/sources';
import { writtenText } from '../model/written';
import type { Place, RawObject } from '../project/types';
import { objectType } from '../schema';
import type { Markdown } from './feature';
import { code, escape, paragraphs } from './markdown';
import { placeLink } from './objects';
import { shownNamed } from './secrets';

/** How many values the head of an object lists. */
const shownValues = 20;

/** The items that an object became: one, or one a host for a service; none for what the arbiter dropped. */
export function itemsOf({ model }: Pick<Analysis, 'model'>, object: RawObject): readonly Item[] {
  const template = isTemplate(object);
  return itemsFrom(model, object).filter((item) => item.type === object.type && item.isTemplate === template);
}

/** The value that a directive has in the end, where that is not simply what the object says itself. */
export function effectiveValue(
  analysis: Analysis,
  object: RawObject,
  key: string,
  link: (place: Place) => string,
): Markdown | undefined {
  const items = itemsOf(analysis, object);
  const [item] = items;
  const value = item?.get(key);
  if (!item || value === undefined) return undefined;
  const others = new Set(items.map((one) => writtenText(one.get(key) ?? null))).size - 1;
  const more = others > 0 ? ` (and ${others} other value${others === 1 ? '' : 's'} elsewhere)` : '';
  const from = originOf(analysis, item, key, object, link);
  return from === undefined && more === '' ? undefined : `Effective value: ${shown(item, key)}${from ?? ''}${more}`;
}

/** A table of what an object inherits, and from where. */
export function effectiveValues(
  analysis: Analysis,
  object: RawObject,
  link: (place: Place) => string,
): Markdown | undefined {
  const items = itemsOf(analysis, object);
  const [item] = items;
  if (!item) return undefined;
  const inherited = [...item.props.keys(), ...item.customs.keys()].flatMap((key) => {
    const from = originOf(analysis, item, key, object, link);
    return from === undefined ? [] : [valueLine(item, key, from)];
  });
  const count =
    items.length > 1 ? `Becomes ${items.length} ${objectType(object.type)?.title ?? object.type}s.` : undefined;
  const rest = inherited.length - shownValues;
  const list = [...inherited.slice(0, shownValues), ...(rest > 0 ? [`- … and ${rest} more`] : [])];
  return paragraphs(count, list.length > 0 ? paragraphs('Inherited:', list.join('\n')) : undefined);
}

/** An item of a list: a value and where it comes from. */
export function inheritedLine(
  analysis: Analysis,
  item: Item,
  key: string,
  object: RawObject,
  link: (place: Place) => string,
): Markdown {
  return valueLine(item, key, originOf(analysis, item, key, object, link) ?? '');
}

function valueLine(item: Item, key: string, from: string): Markdown {
  return `- ${code(key)} ${shown(item, key)}${from}`;
}

/** Where a value came from, if it was not written in the object itself. */
function originOf(
  { project }: Analysis,
  item: Item,
  key: string,
  object: RawObject,
  link: (place: Place) => string,
): Markdown | undefined {
  const origin = item.origins.get(key);
  if (!origin) return undefined;
  const { property, via } = origin;
  if (object.properties.some(({ node }) => node === property.node)) return undefined;
  const through = via.length > 0 ? `${via.map(escape).join(' → ')}, ` : '';
  return ` — from ${through}${placeLink(project, { file: property.file, span: property.node.span }, link)}`;
}

function shown(item: Item, key: string): Markdown {
  const value = item.customs.get(key) ?? item.get(key);
  return value === null || value === undefined ? '*nothing*' : code(shownValueOf(item, key));
}

/** A value as one would write it, unless it is a secret. */
export function shownValueOf(item: Item, key: string): string {
  const value = item.customs.get(key) ?? item.get(key) ?? null;
  return shownNamed(key, writtenText(value), item.origins.get(key)?.property.file);
}
