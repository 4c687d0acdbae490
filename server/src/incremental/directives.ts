/** Which edits of an object are told from the objects around it: those of directives that nothing but the object itself has to do with. */
import { impliedByHost } from '../model/defaults';
import { directiveOf } from '../model/names/written';
import type { RawObject } from '../project/types';
import { directive, objectType, type ReferenceTarget } from '../schema';
import { displayDirectives, mapDirectives } from '../schema/objects/monitored/display';

/** What is named there matters to who names it, and not to itself. */
const harmlessTargets: ReadonlySet<ReferenceTarget> = new Set<ReferenceTarget>([
  'businessimpactmodulation',
  'checkmodulation',
  'command',
  'contact',
  'contactgroup',
  'macromodulation',
  'resultmodulation',
  'timeperiod',
]);

/** Directives that name nothing and still decide on other objects: which there are, and what becomes of them. */
const farReaching: ReadonlySet<string> = new Set([
  'definition_order',
  'duplicate_foreach',
  'default_value',
  'host_name',
  // Business rules look for them.
  'labels',
  'name',
  'register',
  'service_description',
  'use',
]);

/** Directives of services that say which services there are: allowed where services can be looked up by what these say. */
const places: ReadonlySet<string> = new Set(['host_name', 'service_description']);

/** What only people read, and macros. */
const forPeople: ReadonlySet<string> = new Set([
  'alias',
  'display_name',
  ...[...displayDirectives, ...mapDirectives].map(({ name }) => name),
]);

const implied: ReadonlySet<string> = new Set(impliedByHost);

export interface ObjectEdit {
  /** It is, or was, the service of another host, or one of another name. */
  readonly isElsewhere: boolean;
  /** Only numbers and texts for people are others. */
  readonly isInward: boolean;
}

/**
 * What has become of a host or a service that is there once; `undefined` where it is far-reaching. `used`: macros that services are
 * multiplied by, in upper case.
 */
export function objectEdit(before: RawObject, after: RawObject, used: ReadonlySet<string>): ObjectEdit | undefined {
  if (before.type !== after.type || (before.type !== 'host' && before.type !== 'service')) return undefined;
  let isElsewhere = false;
  const changed = changedKeys(before, after);
  for (const key of changed) {
    if (before.type === 'service' && places.has(key)) isElsewhere = true;
    else if (!isHarmless(before, key, used)) return undefined;
  }
  // Where no directive has changed, a comment has, which may be for any problem that is told there.
  const isInward = changed.length > 0 && changed.every((key) => isOfObjectAlone(before, key));
  return { isElsewhere, isInward };
}

function isOfObjectAlone(object: RawObject, key: string): boolean {
  return forPeople.has(key) || (directiveOf(object, key)?.value === 'integer' && !implied.has(key));
}

function isHarmless({ type }: RawObject, key: string, used: ReadonlySet<string>): boolean {
  if (key.startsWith('_')) return !used.has(key.toUpperCase());
  const known = objectType(type);
  if (!known || farReaching.has(key) || known.oldNames[key] !== undefined) return false;
  const { reference } = directive(known.name, key) ?? {};
  return !reference || harmlessTargets.has(reference.target);
}

function changedKeys(before: RawObject, after: RawObject): readonly string[] {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((key) => old.get(key) !== now.get(key));
}

/** What is written for each key, a key that is written twice with both. */
function valuesOf({ lines }: RawObject): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { key, value } of lines) {
    const before = values.get(key);
    values.set(key, before === undefined ? value : `${before}\n${value}`);
  }
  return values;
}
