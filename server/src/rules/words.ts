/** Words that many messages share. */
import type { Item } from '../model/item';
import { objectType, type ValueKind } from '../schema';

/** "host web-1", "service template generic-service", "this host" for one without a name. */
export function describe(item: Item): string {
  const title = titleOf(item.type);
  const { name } = item;
  if (name === '' || name === '/') return `this ${title}`;
  return item.isTemplate ? `${title} template ${name}` : `${title} ${name}`;
}

/** What a person calls objects of a type: "time period"; the type itself for one that Shinken does not have. */
export function titleOf(type: string): string {
  return objectType(type)?.title ?? type;
}

/** "a host", "an arbiter". */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

export function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** What a directive wants for a value, said of that value. */
export function wanted(kind: ValueKind): string {
  switch (kind) {
    case 'integer':
      return 'a whole number';
    case 'float':
      return 'a number';
    case 'boolean':
      return '1 or 0 (yes, no, true, false, on, off)';
    case 'character':
      return 'a single letter';
    case 'integerList':
      return 'whole numbers between commas';
    case 'dictionary':
      return 'name=address:port, between commas';
    case 'list':
      return 'names between commas';
    case 'string':
    case 'path':
    case 'logLevel':
    case 'unused':
      return 'text';
  }
}
