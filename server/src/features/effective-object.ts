import type { Analysis } from '../analysis';
import type { Item, PropValue } from '../model/item';
import { writtenText } from '../model/written';
import type { Place, RawObject } from '../project/types';
import { objectType } from '../schema';
import { itemsOf } from './effective';
import { touches, type FilePosition } from './feature';
import { placeText } from './objects';
import { symbolsOf } from './symbols';

export interface EffectiveObject {
  readonly title: string;
  /** A `define` with a comment on each line that says where its value comes from. */
  readonly text: string;
  /** The comments that name a place, by line of `text` (from 0) and column, and the place. */
  readonly links: readonly OriginLink[];
}

export interface OriginLink {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly to: Place;
}

/**
 * The object around the cursor as the arbiter has it, after templates, expansion and defaults; undefined outside objects and for one
 * that the arbiter drops. Of a definition that becomes several, the first is shown and the others are named.
 */
export function effectiveObject(analysis: Analysis, { file, offset }: FilePosition): EffectiveObject | undefined {
  const object = symbolsOf(analysis.project)
    .objectsIn(file)
    .find((one) => one.file === file && touches(one.node.span, offset));
  const items = object ? itemsOf(analysis, object) : [];
  const [item] = items;
  if (!object || !item) return undefined;
  const rows = rowsOf(analysis, object, item);
  const keyWidth = Math.max(0, ...rows.map(({ key }) => key.length));
  const valueWidth = Math.min(60, Math.max(0, ...rows.map(({ value }) => value.length)));
  const head = [...items.slice(1).map((other) => `# also ${other.name}`), `define ${item.type} {`];
  const links: OriginLink[] = [];
  const lines = rows.map(({ key, value, from, at }, index) => {
    const line = `    ${key.padEnd(keyWidth)}  ${value.padEnd(valueWidth)}  ; ${from}`;
    if (at) links.push({ line: head.length + index, start: line.length - from.length, end: line.length, to: at });
    return line;
  });
  const title = `${objectType(item.type)?.title ?? item.type} ${item.name}`;
  return { title, text: [...head, ...lines, '}', ''].join('\n'), links };
}

interface Row {
  readonly key: string;
  readonly value: string;
  readonly from: string;
  /** Where the value was written; undefined for what nobody wrote. */
  readonly at: Place | undefined;
}

/** What is written in the object itself first, then what is inherited or implied, then defaults; by name within each. */
function rowsOf(analysis: Analysis, object: RawObject, item: Item): Row[] {
  const own = (key: string): boolean => {
    const node = item.origins.get(key)?.property.node;
    return node !== undefined && object.properties.some((property) => property.node === node);
  };
  const values = sorted([...item.customs, ...item.props]);
  const here = values
    .filter(([key]) => own(key))
    .map(([key, value]) => ({ key, value: shown(value), from: 'here', at: placeOfValue(item, key) }));
  const inherited = values
    .filter(([key]) => !own(key))
    .map(([key, value]) => {
      return { key, value: shown(value), from: originOf(analysis, item, key), at: placeOfValue(item, key) };
    });
  const defaults = sorted([...item.defaults].filter(([key]) => !item.props.has(key))).map(([key, value]) => {
    return { key, value: shown(value), from: 'default', at: undefined };
  });
  const ranges = item.ranges.map(({ text, via, property: { file, node } }) => {
    const [, key = text, value = ''] = /^(.*\S)\s+(\S+)$/.exec(text.trim()) ?? [];
    return { key, value, from: via.length > 0 ? `from ${via.join(' < ')}` : 'here', at: { file, span: node.span } };
  });
  return [...here, ...inherited, ...ranges, ...defaults];
}

function sorted<Value>(entries: readonly (readonly [string, Value])[]): readonly (readonly [string, Value])[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
}

function placeOfValue(item: Item, key: string): Place | undefined {
  const property = item.origins.get(key)?.property;
  return property && { file: property.file, span: property.node.span };
}

function originOf({ project }: Analysis, item: Item, key: string): string {
  const origin = item.origins.get(key);
  if (!origin) return 'set by the arbiter';
  const { property, via } = origin;
  const where = placeText(project, { file: property.file, span: property.node.span });
  return via.length > 0 ? `from ${via.join(' < ')}, ${where}` : `from ${where}`;
}

/** As one would write it: a `;` would begin a comment. */
function shown(value: PropValue): string {
  return writtenText(value).replaceAll(';', '\\;');
}
