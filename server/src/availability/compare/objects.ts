/** Objects of the two copies: which is which, and what differs between the two. */
import { addTo } from '../../project/lists';
import type { Project, RawObject } from '../../project/types';
import type { Difference, Side, ValueDifference } from '../compare';
import type { Roots } from './values';
import {
  identityOf,
  keyOf,
  lettersOf,
  type WrittenDirective,
  type WrittenObject,
  writtenObject,
} from './written-object';

/** Compares what the arbiter reads; of a project in an editor, files that no main file loads are left out. */
export function compareObjects(a: Project, b: Project, roots: Roots): Difference[] {
  const all = { a: objectsOf(a), b: objectsOf(b) };
  const unlike = withoutEqual(all, lettersOf);
  const written = (objects: readonly RawObject[]): WrittenObject[] => objects.map((each) => writtenObject(each, roots));
  const left = withoutEqual(
    { a: written(unlike.a), b: written(unlike.b) },
    ({ type, content }) => `${type} ${content}`,
  );
  const pairs = pairUp(left);
  const identities = (side: Side): ReadonlySet<string | undefined> =>
    (names[side] ??= new Set(all[side].map((object) => identityOf(object, roots))));
  const names: Partial<Record<Side, ReadonlySet<string | undefined>>> = {};
  const partners = new Map(pairs);
  const taken = new Set(pairs.map(([, other]) => other));
  const alone = (object: WrittenObject, side: Side): Difference => ({
    ...labelOf(object),
    a: side === 'a' ? object.place : undefined,
    b: side === 'b' ? object.place : undefined,
    ...(isNamed(object) && identities(side === 'a' ? 'b' : 'a').has(keyOf(object)) ? { again: true } : {}),
    values: [],
  });
  return [
    ...left.a.map((object) => {
      const other = partners.get(object);
      return other ? changed(object, other) : alone(object, 'a');
    }),
    ...left.b.filter((object) => !taken.has(object)).map((object) => alone(object, 'b')),
  ];
}

type Sides<Item> = Readonly<Record<Side, readonly Item[]>>;

function objectsOf({ objects, unloaded = [] }: Project): readonly RawObject[] {
  if (unloaded.length === 0) return objects;
  const skipped = new Set(unloaded);
  return objects.filter(({ file }) => !skipped.has(file));
}

/** Takes out, one for one, those that the other side has as well. */
function withoutEqual<Item>({ a, b }: Sides<Item>, of: (item: Item) => string): Sides<Item> {
  // From the last one on: the first ones are taken off first, and what is left over are further definitions.
  const there = groupedBy([...b].reverse(), (object) => [of(object)]);
  const equal = new Set<Item>();
  for (const object of a) {
    const other = there.get(of(object))?.pop();
    if (other !== undefined) equal.add(object).add(other);
  }
  return { a: a.filter((object) => !equal.has(object)), b: b.filter((object) => !equal.has(object)) };
}

/** Pairs of the rest that stand for the same thing: of one identity first, then services that have a host in common. */
function pairUp({ a, b }: Sides<WrittenObject>): [WrittenObject, WrittenObject][] {
  const taken = new Set<WrittenObject>();
  const pairs: [WrittenObject, WrittenObject][] = [];
  const pair = (keysOf: (object: WrittenObject) => readonly string[]): void => {
    const there = groupedBy(b, keysOf);
    for (const object of a) {
      if (taken.has(object)) continue;
      const other = keysOf(object)
        .flatMap((key) => there.get(key) ?? [])
        .find((candidate) => !taken.has(candidate));
      if (!other) continue;
      taken.add(object).add(other);
      pairs.push([object, other]);
    }
  };
  pair((object) => {
    const key = keyOf(object);
    return key === undefined ? [] : [key];
  });
  pair(({ template, parts }) => parts.map((part) => `${template} ${part}`));
  return pairs;
}

const isNamed = ({ identity }: WrittenObject): boolean => identity !== undefined;

function groupedBy<Item>(objects: readonly Item[], keysOf: (object: Item) => readonly string[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const object of objects) {
    for (const key of keysOf(object)) {
      addTo(groups, key, object);
    }
  }
  return groups;
}

function changed(a: WrittenObject, b: WrittenObject): Difference {
  const keys = new Set([...a.directives.keys(), ...b.directives.keys()]);
  const values = [...keys].flatMap((key) => valueDifference(key, a.directives.get(key), b.directives.get(key)) ?? []);
  return { ...labelOf(a), a: a.place, b: b.place, values };
}

function valueDifference(
  key: string,
  a: WrittenDirective | undefined,
  b: WrittenDirective | undefined,
): ValueDifference | undefined {
  if (a?.canonical === b?.canonical) return undefined;
  const items = a?.items && b?.items ? { a: without(a.items, b.items), b: without(b.items, a.items) } : undefined;
  const tells = items && items.a.length + items.b.length > 0;
  return { key, a, b, ...(tells ? { items } : {}) };
}

const without = (items: readonly string[], others: readonly string[]): string[] => {
  const known = new Set(others);
  return items.filter((item) => !known.has(item));
};

function labelOf({ type, name, template }: WrittenObject): Pick<Difference, 'kind' | 'type' | 'name' | 'template'> {
  return { kind: 'object', type, name, ...(template ? { template: true } : {}) };
}
