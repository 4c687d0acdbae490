/** What extracting and inlining a template have in common. */
import type { Project, RawObject, RawProperty } from '../../project/types';
import { directive, type ObjectType, objectType, type ObjectTypeName } from '../../schema';
import { listItems } from '../../syntax/values';
import { inheritingTypes } from '../../model/templates';
import { symbolsOf } from '../symbols';

/** The type of an object that inherits values; the date ranges of time periods are put together in another way. */
export function inheritingType({ type }: RawObject): ObjectType | undefined {
  const known = objectType(type);
  return known && inheritingTypes.includes(known.name) && known.name !== 'timeperiod' ? known : undefined;
}

/** Directives of templates themselves: none of them is handed on. */
const ofTemplates: ReadonlySet<string> = new Set(['use', 'name', 'register', 'definition_order', 'imported_from']);

export function isHandedOn({ name: type }: ObjectType, key: string): boolean {
  return !ofTemplates.has(key) && (key.startsWith('_') || directive(type, key) !== undefined);
}

/** The directive that a key means: old names resolved, custom macros being the same in capitals and small letters. */
export function meantBy({ name: type }: ObjectType, key: string): string {
  return key.startsWith('_') ? key.toUpperCase() : (directive(type, key)?.name ?? key);
}

/** A value as it can be written on one line. */
export function onOneLine({ value }: RawProperty): string {
  return value.replaceAll(';', '\\;');
}

/** The names in the only `use` of an object; undefined where it has several, or one that is no mere list of names. */
export function usedBy({ properties }: RawObject): readonly string[] | undefined {
  const [use, ...more] = properties.filter(({ key }) => key === 'use');
  if (!use) return [];
  const names = listItems(use.node.value).map(({ text }) => text);
  return more.length > 0 || names.some((name) => name === '' || /[+!&|*]/.test(name)) ? undefined : names;
}

/** Where the name of a template is said beside `use`: services find their hosts by it, as business rules do. */
export function isTag({ project }: { readonly project: Project }, type: ObjectTypeName, name: string): boolean {
  return symbolsOf(project)
    .references(`template ${type}`, name)
    .some(({ property }) => property?.key !== 'use');
}
