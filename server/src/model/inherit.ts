/** Inheritance from templates, one property at a time (item.py:282-420, 1140-1180; timeperiod.py:160). */
import { Attached } from '../project/attached';
import { objectType } from '../schema';
import { type Steps, withEach } from '../steps';
import type { Build } from './build';
import { plusOrigin } from './create-items';
import type { Item, Origin, PropValue } from './item';
import type { Shape } from './shape';
import { DEPTH_LIMIT, inheritingTypes } from './templates';

export function* applyInheritance(build: Build): Steps<void> {
  for (const type of inheritingTypes) {
    const collection = build.of(type);
    const items = collection.all;
    const templates = [...collection.templates];
    const all = [...items, ...templates];
    if (type === 'timeperiod') {
      inheritRanges(items);
      yield* inheritCustoms(items, new Map());
      continue;
    }
    const kinship = yield* kinAmong(items);
    const first = [...kinship.first, ...templates];
    const { kinOf } = kinship;
    for (const key of yield* keysWorthAsking(items, templates, type)) {
      yield* inheritProperty(first, key, kinOf);
      yield;
    }
    for (const { shared } of kinOf.values()) cancelSharedNulls(shared, type);
    yield* withEach(all, (item) => cancelNulls(item, type));
    yield* inheritCustoms(first, kinOf);
  }
}

/**
 * Items that write the same keys and use the same templates: what one of them inherits, all inherit, and hold it once. Only those
 * are among them who begin no list with `+`, which would have to be joined for each.
 */
interface Kin {
  readonly members: Item[];
  readonly shared: { readonly props: Map<string, PropValue>; readonly origins: Map<string, Origin> };
}

interface Kinship {
  /** Of kin the first, and all who have none. */
  readonly first: readonly Item[];
  /** By the first of them. */
  readonly kinOf: ReadonlyMap<Item, Kin>;
}

function* kinAmong(items: readonly Item[]): Steps<Kinship> {
  const first: Item[] = [];
  const kinOf = new Map<Item, Kin>();
  const byTemplates = new Map<readonly Item[], Map<Shape, Map<string, Kin>>>();
  const depths = new Map<Item, number>();
  /** Undefined for an item that has none. */
  const kinFor = (item: Item): Kin | undefined => {
    // An empty display name counts as none, which the keys do not tell.
    if (item.templates.length === 0 || item.plus || item.props.get('display_name') === '') return undefined;
    let known = byTemplates.get(item.templates);
    if (!known) {
      // Where the arbiter gives up, it matters in which order it asks.
      if (depthOf(item, depths) > DEPTH_LIMIT) return undefined;
      byTemplates.set(item.templates, (known = new Map()));
    }
    const { ownShape } = item.props;
    let alike = known.get(ownShape);
    if (!alike) known.set(ownShape, (alike = new Map<string, Kin>()));
    const macros = item.customs.size === 0 ? '' : [...item.customs.keys()].join(' ');
    let kin = alike.get(macros);
    if (!kin) alike.set(macros, (kin = { members: [], shared: { props: new Map(), origins: new Map() } }));
    return kin;
  };
  yield* withEach(items, (item) => {
    const kin = kinFor(item);
    if (!kin || kin.members.length === 0) first.push(item);
    if (!kin) return;
    if (kin.members.length === 0) kinOf.set(item, kin);
    kin.members.push(item);
    item.layOver(kin.shared.props, kin.shared.origins);
  });
  return { first, kinOf };
}

/** How many templates stand above each other over an item. */
function depthOf(item: Item, known: Map<Item, number>): number {
  let depth = known.get(item);
  if (depth === undefined) {
    depth = 0;
    for (const template of item.templates) depth = Math.max(depth, 1 + depthOf(template, known));
    known.set(item, depth);
  }
  return depth;
}

/** Directives of the type, `register` and `name` aside, that some template or some `+` has anything to say about; the others stay as they are. */
function* keysWorthAsking(
  items: readonly Item[],
  templates: readonly Item[],
  type: Item['type'],
): Steps<readonly string[]> {
  const said = new Set<string>();
  yield* withEach(items, ({ plus }) => {
    if (plus) for (const key of plus.keys()) said.add(key);
  });
  for (const { plus, props } of templates) {
    for (const key of plus?.keys() ?? []) said.add(key);
    for (const key of props.keys()) said.add(key);
  }
  for (const key of ['register', 'name', 'display_name']) said.delete(key);
  const keys = (objectType(type)?.directives ?? []).map(({ name }) => name).filter((name) => said.has(name));
  // Asked for before the description is, as in the arbiter: that of a template may become the displayed name.
  return type === 'service' || type === 'host' ? ['display_name', ...keys] : keys;
}

/** `first`: all items, of kin the first alone. */
function* inheritProperty(first: readonly Item[], key: string, kinOf: ReadonlyMap<Item, Kin>): Steps<void> {
  // Templates that gave nothing, with the depth they were asked at: asked as deep or deeper, they give nothing again.
  const barren = new Map<Item, number>();
  const resolve = (item: Item, depth: number): PropValue | undefined => {
    if (depth > DEPTH_LIMIT) return undefined;
    const own = ownValue(item, key);
    if (own !== undefined) return own;
    if ((barren.get(item) ?? Infinity) <= depth) return undefined;
    for (const template of item.templates) {
      const given = resolve(template, depth + 1);
      if (given === undefined || given === null || (Array.isArray(given) && given.length === 0)) continue;
      const adds = Array.isArray(given) && given[0] === '+';
      take(item, template, key, adds && !item.isTemplate ? given.filter((part) => part !== '+') : given);
      barren.clear();
      if (!adds) {
        addOwnPlus(item, key);
        return item.props.get(key);
      }
    }
    if (item.plus?.has(key)) {
      addOwnPlus(item, key);
      barren.clear();
    }
    const value = item.props.get(key);
    if (value === undefined) barren.set(item, depth);
    return value;
  };
  yield* withEach(first, (item) => {
    if (item.templates.length === 0 && !item.plus) return undefined;
    const kin = kinOf.get(item);
    if (kin && item.props.has(key)) return undefined;
    resolve(item, 0);
    if (!kin || shareWithKin(item, key, kin)) return undefined;
    return withEach(kin.members, (other) => {
      resolve(other, 0);
    });
  });
}

/** Gives what an item has inherited to all its kin, if that is nothing, or the very value that a template has; says whether it is. */
function shareWithKin({ props, origins, templates }: Item, key: string, { shared }: Kin): boolean {
  const value = props.get(key);
  if (value === undefined) return true;
  const origin = origins.get(key);
  if (origin?.also || !templates.some((template) => template.props.get(key) === value)) return false;
  props.delete(key);
  origins.delete(key);
  shared.props.set(key, value);
  if (origin) shared.origins.set(key, origin);
  return true;
}

/** A service that has a description has a displayed name, and so inherits none (service.py:572). */
function ownValue(item: Item, key: string): PropValue | undefined {
  const own = item.props.get(key);
  return key === 'display_name' && item.type === 'service' && !own ? item.props.get('service_description') : own;
}

/** Gives an item what a template has, behind what earlier templates gave. The first gift is the template's very own list, not a copy. */
function take(item: Item, template: Item, key: string, given: PropValue): void {
  const before = item.props.get(key);
  item.props.set(key, Array.isArray(before) && Array.isArray(given) ? [...before, ...given] : given);
  const origin = item.origins.get(key);
  const theirs =
    template.origins.get(key) ?? template.origins.get(key === 'display_name' ? 'service_description' : key);
  if (theirs) item.origins.set(key, join(origin, through(theirs, template)));
}

/** A list that began with `+` goes behind what the templates gave; a template hands the `+` on. */
function addOwnPlus(item: Item, key: string): void {
  const plus = item.plus?.get(key);
  if (!plus) return;
  item.plus?.delete(key);
  const before = item.props.get(key);
  const value = Array.isArray(before) ? [...before, ...plus] : plus;
  if (item.isTemplate && value.length > 0 && value[0] !== '+') value.unshift('+');
  item.props.set(key, value);
  const own = item.origins.get(plusOrigin(key));
  if (own) item.origins.set(key, join(item.origins.get(key), own));
  item.origins.delete(plusOrigin(key));
}

/** The last template that an origin was handed on by, and what its heirs share. */
const handedOn = new Attached<Origin, { readonly template: Item; readonly origin: Origin }>();

function through(origin: Origin, template: Item): Origin {
  const before = handedOn.get(origin);
  if (before?.template === template) return before.origin;
  const handed: Origin = {
    property: origin.property,
    via: [template.text('name') ?? '', ...origin.via],
    also: origin.also?.map((other) => through(other, template)),
  };
  handedOn.set(origin, { template, origin: handed });
  return handed;
}

function join(first: Origin | undefined, second: Origin): Origin {
  if (!first) return second;
  const { property, via, also = [] } = first;
  const { also: more = [], ...rest } = second;
  return { property, via, also: [...also, rest, ...more] };
}

/** `null` cancels what is inherited, of text directives only: a list holds it as a name. */
function cancelNulls(item: Item, type: Item['type']): void {
  for (const key of item.props.ownKeysOf('null')) {
    if (isDirective(type, key)) {
      item.props.delete(key);
      item.origins.delete(key);
    }
  }
}

function cancelSharedNulls({ props, origins }: Kin['shared'], type: Item['type']): void {
  for (const [key, value] of props) {
    if (value === 'null' && isDirective(type, key)) {
      props.delete(key);
      origins.delete(key);
    }
  }
}

const directiveNames = new Map<string, ReadonlySet<string>>();

function isDirective(type: Item['type'], key: string): boolean {
  let names = directiveNames.get(type);
  if (!names) directiveNames.set(type, (names = new Set(objectType(type)?.directives.map(({ name }) => name))));
  return names.has(key);
}

/** Custom macros: own ones first, then the templates' in order. `first`: all items, of kin the first alone. */
function* inheritCustoms(first: readonly Item[], kinOf: ReadonlyMap<Item, Kin>): Steps<void> {
  const asked = new Map<Item, number>();
  const resolve = (item: Item, depth: number): void => {
    if (depth > DEPTH_LIMIT || (asked.get(item) ?? Infinity) <= depth) return;
    asked.set(item, depth);
    for (const template of item.templates) {
      resolve(template, depth + 1);
      for (const [name, value] of template.customs) {
        if (item.customs.has(name)) continue;
        item.setCustom(name, value);
        const origin = template.origins.get(name);
        if (origin) item.origins.set(name, through(origin, template));
      }
    }
  };
  yield* withEach(first, (item) => {
    if (item.templates.length === 0) return undefined;
    const kin = kinOf.get(item);
    const hasOwn = item.customs.size > 0;
    resolve(item, 0);
    if (!kin) return undefined;
    if (hasOwn) return withEach(kin.members, (other) => resolve(other, 0));
    for (const name of item.customs.keys()) {
      const origin = item.origins.get(name);
      item.origins.delete(name);
      if (origin) kin.shared.origins.set(name, origin);
    }
    return withEach(kin.members, (other) => {
      if (other !== item) other.shareCustoms(item);
    });
  });
}

/** A time period gets the date ranges of its direct templates behind its own; `exclude` is never inherited. */
function inheritRanges(items: readonly Item[]): void {
  for (const item of items) {
    for (const template of item.templates) {
      const name = template.text('name') ?? '';
      for (const { text, property, via } of template.ranges) item.addRange({ text, property, via: [name, ...via] });
    }
  }
}
