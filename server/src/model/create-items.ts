/** The first phase: raw properties become items, with every quirk of the arbiter's constructors (item.py, itemgroup.py, command.py, timeperiod.py). */
import type { RawObject, RawProperty } from '../project/types';
import {
  builtInCommands,
  type Directive,
  directive as findDirective,
  type ObjectType,
  objectType,
  type ObjectTypeName,
} from '../schema';
import { type Steps, withEach } from '../steps';
import type { Build } from './build';
import { register } from './collection-rules';
import { convert } from './convert';
import type { Item, Origin } from './item';
import { noteListMarks } from './list-marks';
import { ownOrigin } from './origins';
import { Course, fillPlainly } from './plain-objects';
import { errorsCount } from './verdict';

/** How a type's constructor takes what was written. */
type Constructor =
  /** Values are converted; what does not convert is written down against the object. */
  | 'item'
  /** As `item`, but the arbiter dies of what does not convert; lists know no `+`. */
  | 'group'
  /** As `group`; what is no directive is a date range, and of several lines the last counts. */
  | 'timeperiod'
  /** Nothing is converted: text, or a list of texts for a directive written more than once. */
  | 'raw';

function constructorOf(type: ObjectTypeName): Constructor {
  switch (type) {
    case 'hostgroup':
    case 'servicegroup':
    case 'contactgroup':
    case 'realm':
      return 'group';
    case 'timeperiod':
      return 'timeperiod';
    case 'command':
    case 'discoveryrule':
    case 'discoveryrun':
      return 'raw';
    default:
      return 'item';
  }
}

/** Turns every `define` into an item of its type. */
export function* createItems(build: Build): Steps<void> {
  const { makers } = build.habits;
  yield* withEach(build.project.objects, (object) => {
    let maker = makers.get(object.type);
    if (!maker && !makers.has(object.type)) makers.set(object.type, (maker = makerOf(build, object.type)));
    if (maker) register(build, createItem(build, maker, object));
    else build.note('unknown-type', { object });
  });
  for (const name of builtInCommands) {
    const command = build.create('command');
    command.props.set('command_name', name).set('command_line', name).set('module_type', moduleTypeOf(name));
    register(build, command);
  }
}

/** How objects of a type are made, and what is known of their directives so far. */
export interface Maker {
  readonly type: ObjectType;
  readonly constructor: Constructor;
  /** By key, as they have been written; undefined for what is no directive. */
  readonly directives: Map<string, Directive | undefined>;
  /** The short way that most objects go; undefined for a type whose objects are taken up in a way of their own. */
  readonly course: Course | undefined;
}

function makerOf(build: Build, name: string): Maker | undefined {
  const type = objectType(name);
  if (!type?.definable) return undefined;
  const constructor = constructorOf(type.name);
  const directives = new Map<string, Directive | undefined>();
  const isPlain = constructor === 'item' && type.inherits;
  const course = isPlain
    ? Course.from(build.habits.shape, (key) => knownDirective(build, type, directives, key))
    : undefined;
  return { type, constructor, directives, course };
}

/** An item while it is being filled. */
interface Draft extends Maker {
  readonly build: Build;
  readonly item: Item;
  /** What did not convert. Whether anyone hears of it depends on what the item turns out to be. */
  readonly bad: { readonly property: RawProperty; readonly expected: Directive['value']; readonly crashes: boolean }[];
}

/** All lines of one key, in the order of the files. */
interface Written {
  readonly key: string;
  readonly lines: readonly RawProperty[];
  readonly last: RawProperty;
}

function createItem(build: Build, maker: Maker, object: RawObject): Item {
  const { type, course } = maker;
  const item = build.create(type.name, object);
  if (course && fillPlainly(item, object.lines, course)) {
    item.isMadeOfLines();
    for (const key of item.plus?.keys() ?? []) item.origins.rename(key, plusOrigin(key));
    return item;
  }
  const draft: Draft = { ...maker, build, item, bad: [] };
  if (draft.constructor === 'timeperiod') item.props.set('exclude', '');
  for (const written of groupByKey(object.properties)) {
    if (written.key.startsWith('_') && draft.constructor !== 'group' && !isDiscovery(type)) addCustom(draft, written);
    else if (draft.constructor === 'raw') addRaw(draft, written);
    else addProperty(draft, written);
  }
  if (draft.constructor === 'item') renameOldDirectives(draft);
  if (type.name === 'command' && !item.has('module_type')) {
    item.props.set('module_type', moduleTypeOf(item.text('command_line') ?? ''));
  }
  for (const { property, expected, crashes } of draft.bad) {
    build.note('bad-value', { item, property, expected, crashes, ignored: !crashes && !errorsCount(item) });
  }
  return item;
}

function groupByKey(properties: readonly RawProperty[]): Iterable<Written> {
  const byKey = new Map<string, { key: string; lines: RawProperty[]; last: RawProperty }>();
  for (const property of properties) {
    const written = byKey.get(property.key);
    if (written) {
      written.lines.push(property);
      written.last = property;
    } else byKey.set(property.key, { key: property.key, lines: [property], last: property });
  }
  return byKey.values();
}

function isDiscovery({ name }: ObjectType): boolean {
  return name === 'discoveryrule' || name === 'discoveryrun';
}

/** A command that begins with `_` is run by the module of that name instead of a process (command.py). */
function moduleTypeOf(commandLine: string): string {
  return commandLine.startsWith('_') ? (commandLine.split(' ')[0] ?? '').slice(1) : 'fork';
}

/** The origin of a value that several lines may have made. */
function originOf([first, ...more]: readonly RawProperty[]): Origin | undefined {
  if (!first || more.length === 0) return first && ownOrigin(first);
  return { ...ownOrigin(first), also: more.map(ownOrigin) };
}

function setOrigin(item: Item, key: string, origin: Origin | undefined): void {
  if (origin) item.origins.set(key, origin);
}

/** Custom macros keep the first line of each spelling, those of time periods the last (item.py:114, timeperiod.py:132). */
function addCustom(draft: Draft, { key, lines, last }: Written): void {
  const { build, item } = draft;
  const kept = draft.constructor === 'timeperiod' ? last : (lines[0] ?? last);
  noteLost(draft, lines, kept);
  const name = key.toUpperCase();
  item.setCustom(name, kept.value);
  item.origins.set(name, ownOrigin(kept));
  noteListMarks(build, item, kept, 'custom', undefined);
}

function noteLost({ build, item }: Draft, lines: readonly RawProperty[], kept: RawProperty, crashes = false): void {
  for (const lost of lines) {
    if (lost !== kept && (crashes || lost.value !== kept.value)) {
      build.note('repeated-property', { item, lost, kept, crashes });
    }
  }
}

/** Directives of commands and discovery objects that the arbiter cannot cope with twice: it takes them for one text. */
const singleTexts: ReadonlySet<string> = new Set([
  'command_line',
  'command_name',
  'creation_type',
  'discoveryrule_name',
  'discoveryrun_command',
  'discoveryrun_name',
]);

function addRaw(draft: Draft, { key, lines, last }: Written): void {
  const { build, item, type } = draft;
  if (type.name === 'command') {
    if (isForeign(key)) build.note('foreign-key', { item, property: last });
    else if (!knownDirective(build, type, draft.directives, key))
      build.note('unknown-property', { item, property: last });
  }
  const single = lines.length === 1 || singleTexts.has(key);
  if (single) noteLost(draft, lines, last, true);
  item.props.set(key, single ? last.value : lines.map(({ value }) => value));
  setOrigin(item, key, originOf(single ? [last] : lines));
}

/** Directives that only 3.0 has do not exist in 2.4. */
function knownDirective(
  build: Build,
  type: ObjectType,
  directives: Map<string, Directive | undefined>,
  key: string,
): Directive | undefined {
  const known = directives.get(key);
  if (known || directives.has(key)) return known;
  const found = findDirective(type.name, key);
  const directive = found?.since === '3.0' && build.options.dialect !== '3.0' ? undefined : found;
  directives.set(key, directive);
  return directive;
}

function isForeign(key: string): boolean {
  for (let at = 0; at < key.length; at++) if (key.charCodeAt(at) > 0x7f) return true;
  return false;
}

/** A time period knows fewer directives than its class declares; anything else is a date range (timeperiod.py:138). */
const timeperiodDirectives: ReadonlySet<string> = new Set([
  'name',
  'alias',
  'timeperiod_name',
  'exclude',
  'use',
  'register',
  'imported_from',
  'is_active',
  'dateranges',
]);

function addProperty(draft: Draft, written: Written): void {
  const { build, item, type, constructor, directives } = draft;
  const { key, lines, last } = written;
  if (constructor === 'timeperiod' && !timeperiodDirectives.has(key)) {
    noteLost(draft, lines, last);
    item.addRange({ text: `${key} ${last.value}`, property: last, via: [] });
    return;
  }
  const directive = knownDirective(build, type, directives, key);
  if (directive) addKnown(draft, directive, written);
  else if (type.runningProperties.includes(key)) build.note('running-property', { item, property: last });
  else {
    build.note(isForeign(key) ? 'foreign-key' : 'unknown-property', { item, property: last });
    const texts = lines.map(({ value }) => value);
    item.props.set(key, texts.every((text) => text === last.value) ? last.value : texts);
    item.addExtra(key);
    setOrigin(item, key, originOf(lines));
  }
}

function addKnown(draft: Draft, directive: Directive, { key, lines, last }: Written): void {
  const { build, item, constructor } = draft;
  const isList = directive.value === 'list' || directive.value === 'integerList';
  const used = isList && constructor !== 'timeperiod' ? lines : [last];
  if (used.length < lines.length) noteLost(draft, lines, last);
  const conversion = convert(directive, used.length === 1 ? [last.value] : used.map(({ value }) => value));
  if ('failure' in conversion) {
    item.fail();
    const crashes = constructor !== 'item' || conversion.failure === 'crash';
    draft.bad.push({ property: last, expected: directive.value, crashes });
    return;
  }
  const { value } = conversion;
  const first = Array.isArray(value) ? value[0] : undefined;
  if (constructor === 'item' && Array.isArray(value) && first?.startsWith('+')) {
    value[0] = first.slice(1);
    (item.plus ??= new Map()).set(key, value);
    setOrigin(item, plusOrigin(key), originOf(used));
  } else {
    item.props.set(key, value);
    setOrigin(item, key, originOf(used));
  }
  for (const [index, property] of used.entries()) {
    const reading = !isList ? 'text' : constructor !== 'item' ? 'plain' : index === 0 ? 'list' : 'more';
    noteListMarks(build, item, property, reading, directive);
  }
}

/** Where the origin of a `+` list waits until the list takes effect. */
export function plusOrigin(key: string): string {
  return `+${key}`;
}

/** An old name stands in for its directive where that is not written; beside it, it is lost (item.py, `old_properties_names_to_new`). */
function renameOldDirectives({ build, item, type }: Draft): void {
  for (const oldName in type.oldNames) {
    const newName = type.oldNames[oldName];
    const value = item.props.get(oldName);
    if (value === undefined || newName === undefined) continue;
    const origin = item.origins.get(oldName);
    if (item.props.has(newName)) {
      if (origin) build.note('old-name-ignored', { item, property: origin.property, newName });
      item.addExtra(oldName);
      continue;
    }
    item.props.set(newName, value);
    setOrigin(item, newName, origin);
    item.props.delete(oldName);
    item.origins.delete(oldName);
  }
}
