/** Object types behind `define`, and whole objects where nothing is written yet. */
import type { FilePath, Project, RawObject } from '../../project/types';
import { directive as directiveOf, objectTypeList, weekdays, type ObjectType } from '../../schema';
import { inheritedProperty, templatesOf } from '../inheritance';
import { symbolsOf } from '../symbols';
import { nameParts } from '../../model/names/parts';
import type { CompletionItem, Topic } from './item';
import { siblingsOf, type Siblings } from './siblings';

/** Types in the order in which people write them; the rest behind, by name. */
const common = ['host', 'service', 'contact', 'command', 'hostgroup', 'timeperiod'];

const topic: Topic = { of: 'types' };

function rank(type: ObjectType): number {
  const place = common.indexOf(type.name);
  return place < 0 ? common.length : place;
}

/** Types behind `define`; with the braces where the line has none. */
export function typeItems(project: Project, file: FilePath, hasBrace: boolean): CompletionItem[] {
  return definable().map((type) => ({
    label: type.name,
    kind: 'type',
    detail: type.title,
    topic,
    rank: rank(type),
    ...(hasBrace
      ? {}
      : { insertText: `${type.name} {\n}`, snippet: `${type.name} ${bodySnippet(project, file, type)}` }),
  }));
}

/** `define type { … }` as one item. */
export function defineItems(project: Project, file: FilePath): CompletionItem[] {
  return definable().map((type) => ({
    label: `define ${type.name}`,
    kind: 'keyword',
    detail: type.title,
    topic,
    insertText: `define ${type.name} {\n}`,
    snippet: `define ${type.name} ${bodySnippet(project, file, type)}`,
    rank: 2 + rank(type) / 100,
  }));
}

function definable(): ObjectType[] {
  return objectTypeList.filter(({ definable }) => definable);
}

/** The braces and what stands between them: a stop for each directive that a new object is begun with. */
function bodySnippet(project: Project, file: FilePath, type: ObjectType): string {
  const siblings = siblingsOf(project, type.name, file);
  const use = type.inherits ? (siblings.commonest('use') ?? onlyTemplate(project, type)) : undefined;
  const lines = linesOf(type, use === undefined ? [] : templatesNamed(project, type, use));
  const all = use === undefined ? lines : [...lines.slice(0, 1), 'use', ...lines.slice(1)];
  const width = Math.max(0, ...all.map((key) => key.length)) + 2;
  const written = all.map((key, index) => {
    const value = key === 'use' ? (use ?? '') : proposed(type, siblings, key);
    return `\t${key.padEnd(width)}${stop(index + 1, value)}\n`;
  });
  return `{\n${written.join('')}\t$0\n}`;
}

/** The name, then what is required or wanted and not inherited, in the order in which people write it. */
function linesOf(
  { name, nameDirective, directives, begunWith = [], usual = [] }: ObjectType,
  templates: readonly RawObject[],
): string[] {
  const required = directives.filter((one) => one.required).map((one) => one.name);
  const wanted = new Set([...(nameDirective === undefined ? [] : [nameDirective]), ...required, ...begunWith]);
  const place = (key: string): number => (key === nameDirective ? -1 : usual.indexOf(key));
  return [...wanted]
    .filter((key) => key === nameDirective || begunWith.includes(key) || !inheritedProperty(templates, key))
    .filter((key) => directiveOf(name, key)?.value !== 'unused')
    .sort((a, b) => place(a) - place(b));
}

function templatesNamed(project: Project, type: ObjectType, use: string): RawObject[] {
  return nameParts(use, 'list').flatMap(({ text }) => {
    const template = symbolsOf(project).definitions(`template ${type.name}`, text).at(-1)?.object;
    return template ? [template, ...templatesOf(project, template)] : [];
  });
}

function onlyTemplate(project: Project, { name }: ObjectType): string | undefined {
  const templates = [...symbolsOf(project).names(`template ${name}`).keys()];
  return templates.length === 1 ? templates[0] : undefined;
}

/** What a line is begun with: the choices, the default, or what most others have; a name is for the user to find. */
function proposed(type: ObjectType, siblings: Siblings, key: string): string | readonly string[] {
  if (key === type.nameDirective) return '';
  if ((weekdays as readonly string[]).includes(key)) return siblings.common(key) ?? '00:00-24:00';
  const directive = directiveOf(type.name, key);
  if (directive?.choices && directive.value !== 'list') return directive.choices.map(({ value }) => value);
  return siblings.common(key) ?? directive?.default ?? '';
}

function stop(number: number, value: string | readonly string[]): string {
  if (typeof value !== 'string')
    return `\${${number}|${value.map((one) => one.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
  return value === '' ? `$${number}` : `\${${number}:${value.replace(/[\\$}]/g, '\\$&')}}`;
}
