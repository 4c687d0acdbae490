/** An object as it is written, with what it is recognized by on the other side. */
import { headPlace } from '../../model/item';
import { addTo } from '../../project/lists';
import { withProperties } from '../../project/reading';
import type { Place, RawObject, RawProperty } from '../../project/types';
import { type ObjectType, objectType } from '../../schema';
import { expressionTokens } from '../../syntax/values';
import { type Meaning, meaning, type Roots } from './values';

/** One directive, with all of its lines. */
export interface WrittenDirective extends Meaning {
  readonly key: string;
  /** The decoded lines, below each other. */
  readonly text: string;
  readonly place: Place;
}

export interface WrittenObject {
  readonly type: string;
  readonly name: string;
  readonly template: boolean;
  readonly place: Place;
  readonly directives: ReadonlyMap<string, WrittenDirective>;
  /** Equal for two objects that say the same. */
  readonly content: string;
  /** Equal for two that stand for the same thing; undefined for what has nothing to be recognized by. */
  readonly identity: string | undefined;
  /** Of a service: each host or host group with the description. Two that share one are one service, moved to other hosts. */
  readonly parts: readonly string[];
}

/** What objects are recognized by where one name is not enough. */
const identityKeys: Readonly<Record<string, readonly string[]>> = {
  service: ['host_name', 'hostgroup_name', 'service_description'],
  serviceextinfo: ['host_name', 'service_description'],
  hostdependency: ['host_name', 'hostgroup_name', 'dependent_host_name', 'dependent_hostgroup_name'],
  servicedependency: [
    'host_name',
    'hostgroup_name',
    'service_description',
    'dependent_host_name',
    'dependent_hostgroup_name',
    'dependent_service_description',
  ],
  hostescalation: ['host_name', 'hostgroup_name'],
  serviceescalation: ['host_name', 'hostgroup_name', 'service_description'],
};

/** Objects stay the same from one keystroke to the next, save in the file that is typed in. */
const letters = new WeakMap<RawObject, string>();

/** Equal for two objects that are written in the same words, which is nearly all of them: the cheapest thing to compare them by. */
export function lettersOf(object: RawObject): string {
  let text = letters.get(object);
  if (text === undefined) {
    text = object.type;
    for (const { key, value } of object.lines) text += `\n${key}\t${value}`;
    letters.set(object, text);
  }
  return text;
}

/** What `writtenObject` recognizes an object by, without looking at the rest of it. */
export function identityOf(object: RawObject, roots: Roots): string | undefined {
  const type = objectType(object.type);
  const keys = new Set(['register', 'name', ...keysOf(type)]);
  const properties = object.properties.filter(({ key }) => keys.has(key));
  return properties.length > 0 ? keyOf(writtenObject(withProperties(object, properties), roots)) : undefined;
}

/** Equal for two objects of one type and identity; undefined for one that has nothing to be recognized by. */
export function keyOf({ type, template, identity }: WrittenObject): string | undefined {
  return identity === undefined ? undefined : `${type} ${template} ${identity}`;
}

function keysOf(type: ObjectType | undefined): readonly string[] {
  return identityKeys[type?.name ?? ''] ?? (type?.nameDirective === undefined ? [] : [type.nameDirective]);
}

export function writtenObject(object: RawObject, roots: Roots): WrittenObject {
  const type = objectType(object.type);
  const directives = directivesOf(type, object.properties, roots);
  const sorted = [...directives]
    .map(([key, { canonical }]) => [key, canonical])
    .sort(([a = ''], [b = '']) => order(a, b));
  const text = (key: string): string => (directives.get(key)?.text ?? '').replaceAll('\n', ',');
  const template = isTemplate(directives.get('register'));
  const ownName = template && text('name') !== '' ? text('name') : undefined;
  const keys = keysOf(type);
  const has = keys.map((key) => directives.get(key)?.canonical ?? '');
  return {
    type: object.type,
    name: ownName ?? nameOf(keys.map(text), text('name')),
    template,
    place: headPlace(object),
    directives,
    content: JSON.stringify(sorted),
    identity: ownName ?? (has.every((part) => part === '') ? undefined : JSON.stringify(has)),
    parts: object.type === 'service' && ownName === undefined ? serviceParts(directives, object) : [],
  };
}

/** `host/description` of a service; what else has no name of its own is called by what it is about. */
function nameOf(parts: readonly string[], otherwise: string): string {
  return parts.filter((part) => part !== '').join('/') || otherwise;
}

function directivesOf(
  type: ObjectType | undefined,
  properties: readonly RawProperty[],
  roots: Roots,
): ReadonlyMap<string, WrittenDirective> {
  const lines = new Map<string, RawProperty[]>();
  for (const property of properties) {
    // The arbiter keeps custom macros in capitals.
    const key = type?.customMacros && property.key.startsWith('_') ? property.key.toUpperCase() : property.key;
    addTo(lines, key, property);
  }
  return new Map(
    [...lines].map(([key, all]) => [
      key,
      {
        key,
        text: all.map(({ value }) => value).join('\n'),
        place: placeOfValue(all),
        ...meaning(type, all, roots),
      },
    ]),
  );
}

function placeOfValue(properties: readonly RawProperty[]): Place {
  const [first] = properties;
  const { keySpan, value } = first?.node ?? { keySpan: { start: 0, end: 0 }, value: undefined };
  return { file: first?.file ?? '', span: value && value.text !== '' ? value.span : keySpan };
}

function isTemplate(register: WrittenDirective | undefined): boolean {
  const value = register?.text.split('\n').at(-1);
  return value !== undefined && /^(?:0|no|false|off|)$/i.test(value);
}

function serviceParts(directives: ReadonlyMap<string, WrittenDirective>, { properties }: RawObject): readonly string[] {
  const description = directives.get('service_description')?.text ?? '';
  return properties
    .filter(({ key }) => key === 'host_name' || key === 'hostgroup_name')
    .flatMap(({ key, node: { value } }) => {
      const names = expressionTokens(value).filter(({ kind }) => kind === 'name');
      return names.map(({ text }) => JSON.stringify([key, text, description]));
    });
}

/** By code point, the same on every machine. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
