/**
 *     define host {                     define host {
 *         use        linux, web             use        unix, web
 *         host_name  web-1                  host_name  web-1
 *     }                              →      realm      Paris
 *     define host {                     }
 *         name       linux
 *         register   0
 *         use        unix
 *         realm      Paris
 *     }
 */
import type { Analysis } from '../../analysis';
import type { RawObject, RawProperty } from '../../project/types';
import { edits, insertDirective, joined, replaceValue } from '../../rules/edits';
import { deleteLines } from '../../rules/fixes';
import { lineStart, nextLine } from '../../rules/lines';
import type { WorkspaceChange } from '../../rules/rule';
import type { ObjectType } from '../../schema';
import { listItems } from '../../syntax/values';
import { isTemplate, lastProperty, written } from '../../model/names/written';
import { touches } from '../feature';
import { templatesOf } from '../inheritance';
import { symbolsOf } from '../symbols';
import type { Offer, Refactoring } from './offer';
import { isWhole, objectsAt, textOf, valueAt } from './place';
import { proven } from './same-effect';
import { inheritingType, isHandedOn, isTag, meantBy, onOneLine, usedBy } from './templates';

/** Writes what a template says into the objects that use it: the one at the cursor, or all of them. */
export const inlineTemplate: Refactoring = (analysis, range, surroundings) => {
  const { project } = analysis;
  const [object, ...others] = objectsAt(project, range);
  const type = object && inheritingType(object);
  if (!object || !type || others.length > 0) return [];
  const offer = (title: string, change: WorkspaceChange | undefined): readonly Offer[] =>
    change
      ? [{ title, kind: 'refactor.inline', costly: true, change: () => proven(analysis, change, surroundings) }]
      : [];

  const use = valueAt(project, range)?.property;
  if (use?.key === 'use') {
    const name = listItems(use.node.value).find(({ span }) => touches(span, range.span.start))?.text ?? '';
    const template = templateCalled(analysis, type, name);
    return template ? offer(`Inline the template ${name} here`, inlined(analysis, type, object, name, template)) : [];
  }
  const name = written(object, 'name');
  if (!isTemplate(object) || name === undefined || templateCalled(analysis, type, name)?.node !== object.node)
    return [];
  const users = usersOf(analysis, type, name);
  const changes = users?.map((user) => inlined(analysis, type, user, name, object));
  if (!changes?.length || changes.some((change) => change === undefined)) return [];
  const all = joined(
    ...changes.filter((change) => change !== undefined),
    removal(textOf(project, object.file), object),
  );
  return offer(`Inline the template ${name} in ${counted(changes.length, 'object')} and remove it`, all);
};

/** The only template of a name, which nobody speaks of but by `use`. */
function templateCalled(analysis: Analysis, type: ObjectType, name: string): RawObject | undefined {
  const { project } = analysis;
  const [only, ...more] = symbolsOf(project).definitions(`template ${type.name}`, name);
  if (!only?.object || more.length > 0 || isTag(analysis, type.name, name)) return undefined;
  return isWhole(only.object) ? only.object : undefined;
}

/** Nobody wants more objects to be written anew at once. */
const MOST_USERS = 200;

/** Undefined where they are many, or one of them is not to be touched. */
function usersOf({ project }: Analysis, type: ObjectType, name: string): readonly RawObject[] | undefined {
  const places = symbolsOf(project).references(`template ${type.name}`, name);
  if (places.length > MOST_USERS) return undefined;
  const users = new Set(places.map(({ object }) => object));
  const whole = [...users].flatMap((user) => (user && isWhole(user) ? [user] : []));
  return whole.length === users.size ? whole : undefined;
}

/** The object with what one of its templates says; undefined where that would not be the same, or nobody could tell. */
function inlined(
  { project }: Analysis,
  type: ObjectType,
  object: RawObject,
  name: string,
  template: RawObject,
): WorkspaceChange | undefined {
  const names = usedBy(object);
  const above = usedBy(template);
  const use = lastProperty(object, 'use');
  if (!names?.includes(name) || !above || !use || template === object) return undefined;
  const given = handedOn(type, template);
  const own = new Set(object.properties.map(({ key }) => meantBy(type, key)));
  const earlier = names.slice(0, names.indexOf(name)).flatMap((one) => {
    const found = symbolsOf(project).definitions(`template ${type.name}`, one).at(-1)?.object;
    return found ? [found, ...templatesOf(project, found)] : [];
  });
  const before = new Set(earlier.flatMap(({ properties }) => properties.map(({ key }) => meantBy(type, key))));
  const adds = (one: RawObject): boolean =>
    one.properties.some(({ key, value }) => value.startsWith('+') && !isText(key));
  const concerned = given?.some(({ key }) => [object, ...earlier].some((one) => adds(one) && lastProperty(one, key)));
  if (!given || concerned) return undefined;

  const text = textOf(project, object.file);
  const left = [...new Set(names.flatMap((one) => (one === name ? above : [one])))];
  const gap = /,[ \t]/.test(use.value) ? ', ' : ',';
  const change = left.length > 0 ? replaceValue(use, left.join(gap)) : deleteLines(text, object.file, use.node.span);
  const copied = given.filter(({ key }) => {
    const means = meantBy(type, key);
    return !own.has(means) && !before.has(means);
  });
  // The line of `use` may be the very one that others are put behind.
  const rest = left.length > 0 ? object : withoutUse(object);
  return edits(change, ...copied.map((property) => insertDirective(rest, text, property.key, onOneLine(property))));
}

const withoutUse = ({ file, node }: RawObject): Parameters<typeof insertDirective>[0] => {
  const properties = node.properties.filter(({ key }) => key !== 'use');
  return { file, node: { span: node.span, open: node.open, properties } };
};

/** A custom macro, or anything else whose `+` is only a character. */
const isText = (key: string): boolean => key.startsWith('_');

/** What a template hands on; undefined where it says something twice, adds to lists, or says nothing at all in a directive. */
function handedOn(type: ObjectType, { properties }: RawObject): readonly RawProperty[] | undefined {
  const given = properties.filter(({ key }) => isHandedOn(type, key));
  const isPlain = given.every(({ key, value }) => value !== '' && (isText(key) || !value.startsWith('+')));
  return isPlain && new Set(given.map(({ key }) => meantBy(type, key))).size === given.length ? given : undefined;
}

/** Takes the definition away, with an empty line behind it. */
function removal(text: string, { file, node }: RawObject): WorkspaceChange {
  const start = lineStart(text, node.span.start);
  const end = nextLine(text, node.span.end);
  const [blank = ''] = /^[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(end)) ?? [];
  return edits({ file, span: { start, end: end + blank.length }, newText: '' });
}

const counted = (count: number, what: string): string => `${String(count)} ${what}${count === 1 ? '' : 's'}`;
