/** Objects of the two copies: which is which, and what differs between the two. */
import type { Project } from '../../project/types';
import type { Difference, Side, ValueDifference } from '../compare';
import type { Roots } from './values';
import { type WrittenDirective, type WrittenObject, writtenObject } from './written-object';

/** Compares what the arbiter reads; of a project in an editor, files that no main file loads are left out. */
export function compareObjects(a: Project, b: Project, roots: Roots): Difference[] {
  const all = { a: objectsOf(a, roots), b: objectsOf(b, roots) };
  const left = withoutEqual(all);
  const pairs = pairUp(left);
  const names = { a: identities(all.a), b: identities(all.b) };
  const partners = new Map(pairs);
  const taken = new Set(pairs.map(([, other]) => other));
  const alone = (object: WrittenObject, side: Side): Difference => ({
    ...labelOf(object),
    a: side === 'a' ? object.place : undefined,
    b: side === 'b' ? object.place : undefined,
    ...(names[side === 'a' ? 'b' : 'a'].has(keyOf(object)) ? { again: true } : {}),
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

type Sides = Readonly<Record<Side, readonly WrittenObject[]>>;

function objectsOf({ objects, unloaded = [] }: Project, roots: Roots): WrittenObject[] {
  const skipped = new Set(unloaded);
  return objects.filter(({ file }) => !skipped.has(file)).map((object) => writtenObject(object, roots));
}

/** Takes out, one by one, those that the other side has word for word. */
function withoutEqual({ a, b }: Sides): Sides {
  const contentOf = ({ type, content }: WrittenObject): string => `${type} ${content}`;
  const there = groupedBy(b, (object) => [contentOf(object)]);
  const equal = new Set<WrittenObject>();
  for (const object of a) {
    const other = there.get(contentOf(object))?.shift();
    if (other) equal.add(object).add(other);
  }
  return { a: a.filter((object) => !equal.has(object)), b: b.filter((object) => !equal.has(object)) };
}

/** Pairs of the rest that stand for the same thing: of one identity first, then services that have a host in common. */
function pairUp({ a, b }: Sides): [WrittenObject, WrittenObject][] {
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
  pair((object) => (object.identity === undefined ? [] : [keyOf(object)]));
  pair(({ template, parts }) => parts.map((part) => `${template} ${part}`));
  return pairs;
}

function identities(objects: readonly WrittenObject[]): ReadonlySet<string> {
  return new Set(objects.filter(({ identity }) => identity !== undefined).map(keyOf));
}

const keyOf = ({ type, template, identity = '' }: WrittenObject): string => `${type} ${template} ${identity}`;

function groupedBy(
  objects: readonly WrittenObject[],
  keysOf: (object: WrittenObject) => readonly string[],
): Map<string, WrittenObject[]> {
  const groups = new Map<string, WrittenObject[]>();
  for (const object of objects) {
    for (const key of keysOf(object)) {
      const group = groups.get(key);
      if (group) group.push(object);
      else groups.set(key, [object]);
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
