import type { Item, PropValue } from '../../server/src/model/item';
import type { Model } from '../../server/src/model/types';
import { objectType, type ObjectTypeName } from '../../server/src/schema';
import { judged } from './problems';

/** The model of a declared configuration. */
export function modelOf(declaration: string): Model {
  return judged(declaration).model;
}

/** `host web-1` of a model. @throws Error when there is none. */
export function objectIn(model: Model, name: string): Item {
  const [, type = '', rest = ''] = /^(\S+) (.*)$/.exec(name) ?? [];
  const item = objectType(type) && model.find(type as ObjectTypeName, rest);
  if (!item) throw new Error(`no ${name}`);
  return item;
}

/** A value as one would write it; `(none)` for one that is not there. */
export function shown(value: PropValue | undefined): string {
  if (value === undefined || value === null) return '(none)';
  if (Array.isArray(value)) return `[${value.join(' ')}]`;
  if (value instanceof Map) return [...value].map(([key, text]) => `${key}=${text}`).join(',');
  return typeof value === 'boolean' ? (value ? '1' : '0') : String(value);
}

/** What an object has for a directive or a custom macro, as `shown`. */
export function valueOf(declaration: string, object: string, key: string): string {
  const item = objectIn(modelOf(declaration), object);
  return key.startsWith('_') ? shown(item.customs.get(key)) : shown(item.get(key));
}

/** Names of the objects of a type, in alphabetical order, duplicates kept. */
export function namesOf(declaration: string, type: ObjectTypeName): string[] {
  return modelOf(declaration)
    .items(type)
    .map(({ name }) => name)
    .sort();
}
