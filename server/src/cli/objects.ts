import type { Item } from '../model/item';
import { writtenRanges, writtenValue } from '../model/written';
import { objectType, objectTypeList, type ObjectTypeName } from '../schema';
import { type CommonOptions, type Io, STATUS, UsageError } from './io';
import { analyzeMain } from './load';
import { Locator } from './report';

export interface ObjectsOptions extends CommonOptions {
  readonly format: 'text' | 'json';
  readonly type?: string;
  readonly name?: string;
}

interface ReportedObject {
  readonly type: string;
  readonly name: string;
  readonly file?: string;
  readonly line?: number;
  readonly properties: Readonly<Record<string, string | readonly string[]>>;
  readonly origins: Readonly<
    Record<string, { file: string; line: number; via: readonly string[] } | { default: true }>
  >;
}

/** `shinken objects`: every object as the arbiter has it once templates, groups, implicit inheritance and defaults have done their work. */
export function objects(mains: readonly string[], options: ObjectsOptions, io: Io): number {
  const { model } = analyzeMain(mains, options, io);
  const locator = new Locator((file) => model.text(file), io.cwd);
  const only = options.type === undefined ? undefined : objectType(options.type);
  if (options.type !== undefined && !only) throw new UsageError(`${options.type} is no object type of Shinken's`);
  const types: readonly ObjectTypeName[] = only ? [only.name] : objectTypeList.map(({ name }) => name);
  const found = types
    .flatMap((type) => model.items(type))
    .filter((item) => options.name === undefined || item.name === options.name);
  const write = options.format === 'json' ? asJson : asDefines;
  // All of it may be more than one text can hold.
  for (const part of write(found, (item) => reportedObject(item, locator))) io.out(part);
  return STATUS.ok;
}

function reportedObject(item: Item, locator: Locator): ReportedObject {
  const properties: Record<string, string | readonly string[]> = {};
  const origins: ReportedObject['origins'] & Record<string, unknown> = {};
  const add = (key: string, value: string | readonly string[]): void => {
    properties[key] = value;
    const origin = item.origins.get(key);
    if (origin) {
      const { file, node } = origin.property;
      origins[key] = { file: locator.name(file), line: locator.start({ file, span: node.span }).line, via: origin.via };
    } else if (item.isDefault(key)) origins[key] = { default: true };
  };
  for (const [key, value] of [...item.entries()].sort(([a], [b]) => (a < b ? -1 : 1))) add(key, writtenValue(value));
  for (const [key, value] of item.customs) add(key, value);
  if (item.ranges.length > 0) add('dateranges', writtenRanges(item));
  const place = item.source && { file: item.source.file, span: item.source.node.span };
  return {
    type: item.type,
    name: item.name,
    ...(place && { file: locator.name(place.file), line: locator.start(place).line }),
    properties,
    origins,
  };
}

type Reporter = (item: Item) => ReportedObject;

function* asDefines(items: readonly Item[], report: Reporter): Iterable<string> {
  for (const [index, item] of items.entries()) yield (index > 0 ? '\n' : '') + asText(report(item));
}

/** The lines that `JSON.stringify` would write of all at once. */
function* asJson(items: readonly Item[], report: Reporter): Iterable<string> {
  yield '{\n  "objects": [';
  for (const [index, item] of items.entries()) {
    const lines = JSON.stringify(report(item), undefined, 2).replaceAll('\n', '\n    ');
    yield `${index > 0 ? ',' : ''}\n    ${lines}`;
  }
  yield items.length > 0 ? '\n  ]\n}\n' : ']\n}\n';
}

/** A `define` that says the same, with the origin of each value behind it. */
function asText({ type, properties, origins }: ReportedObject): string {
  const width = Math.max(0, ...Object.keys(properties).map((key) => key.length)) + 2;
  const lines = Object.entries(properties).map(([key, value]) => {
    const origin = origins[key];
    const text = typeof value === 'string' ? value : value.join(',');
    // A bare `;` would begin a comment.
    const written = `    ${key.padEnd(width)}${text.replaceAll(';', '\\;')}`;
    if (!origin) return written;
    if ('default' in origin) return `${written}  ; default`;
    const via = origin.via.length > 0 ? ` via ${origin.via.join(', ')}` : '';
    return `${written}  ; ${origin.file}:${String(origin.line)}${via}`;
  });
  return `define ${type} {\n${lines.join('\n')}\n}\n`;
}
