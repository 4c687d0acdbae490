/** What `$NAME$` can stand for in a value: arguments, objects' own values, custom macros, resource files. */
import type { Project, RawObject } from '../project/types';
import { globalMacros, macroDoc, notificationMacros, objectType, type ObjectTypeName } from '../schema';
import { parametersOf } from './commands';
import type { Markdown } from './feature';
import { code } from './markdown';
import { shortened } from './objects';
import { shownValue } from './secrets';
import { symbolsOf, type CustomOwner } from './symbols';
import { written } from '../model/names/written';

export interface KnownMacro {
  /** Without its dollars. */
  readonly name: string;
  readonly source: 'argument' | 'duplicate' | 'resource' | 'custom' | 'object' | 'notification' | 'global';
  /** A value it has, or what it shows, in a few words. */
  readonly detail: string;
  /** How often it stands in this configuration, where that is counted. */
  readonly uses?: number;
  /** The first argument that a command line does not take yet. */
  readonly next?: boolean;
}

/** Types whose macros a value of an object can use: a command may be run for anything. */
const ownersByType: Readonly<Record<string, readonly ObjectTypeName[]>> = {
  host: ['host', 'contact', 'hostgroup'],
  service: ['service', 'host', 'contact', 'servicegroup', 'hostgroup'],
};
const allOwners: readonly ObjectTypeName[] = [
  'host',
  'service',
  'contact',
  'hostgroup',
  'servicegroup',
  'contactgroup',
];

/** Arguments that a command line is offered: as many as anyone uses. */
const ARGUMENTS = 9;

/** The macros that mean something in a value of the object, those of its own kind first. */
export function macrosFor(project: Project, object: RawObject | undefined): KnownMacro[] {
  const owners = (object && ownersByType[object.type]) ?? allOwners;
  const found = [
    ...(object?.type === 'command' ? argumentMacros(object) : []),
    ...(object ? duplicateMacros(object) : []),
    ...resourceMacros(project),
    ...owners.flatMap((owner) => (isCustomOwner(owner) ? customMacros(project, owner) : [])),
    ...owners.flatMap(objectMacros),
    ...notificationMacros.map(({ name }): KnownMacro => ({ name, source: 'notification', detail: 'notification' })),
    ...globalMacros.map(({ name, setting }): KnownMacro => {
      return { name, source: 'global', detail: setting ? `setting ${setting}` : 'Shinken' };
    }),
  ];
  const seen = new Set<string>();
  return found.filter(({ name }) => !seen.has(name) && seen.add(name));
}

/** What one macro stands for in a value of the object; undefined when nothing is known of it. */
export function macroMarkdown(project: Project, object: RawObject | undefined, name: string): Markdown | undefined {
  const duplicate = object && duplicateMacros(object).find((macro) => macro.name === name);
  return duplicate?.detail ?? macroDoc(name) ?? resourceMarkdown(project, name);
}

function resourceMarkdown(project: Project, name: string): Markdown | undefined {
  const setting = symbolsOf(project).definitions('macro', name).at(-1)?.setting;
  return setting && code(shownValue(setting));
}

function isCustomOwner(type: ObjectTypeName): type is CustomOwner {
  return type === 'host' || type === 'service' || type === 'contact';
}

function argumentMacros(command: RawObject): KnownMacro[] {
  const line = written(command, 'command_line') ?? '';
  const taken = parametersOf(line).length;
  return Array.from({ length: Math.max(ARGUMENTS, taken + 1) }, (_, index) => {
    const next = index === taken;
    return { name: `ARG${index + 1}`, source: 'argument', detail: `argument ${index + 1} of the call`, next };
  });
}

/** `$KEY$` and `$VALUE$` of a service that is made once an entry (service.py:790-875). */
function duplicateMacros(object: RawObject): KnownMacro[] {
  const macro = object.type === 'service' ? written(object, 'duplicate_foreach') : undefined;
  if (!macro) return [];
  return ['KEY', 'VALUE', 'VALUE1', 'VALUE2'].map((name) => ({
    name,
    source: 'duplicate',
    detail: name === 'KEY' ? `each entry of ${macro}` : `what stands in $(…)$ behind the entry of ${macro}`,
  }));
}

function resourceMacros(project: Project): KnownMacro[] {
  return [...symbolsOf(project).names('macro')].map(([name, places]) => {
    const setting = places.at(-1)?.setting;
    const uses = symbolsOf(project).references('macro', name).length;
    return { name, source: 'resource', detail: setting ? shortened(shownValue(setting)) : '', uses };
  });
}

function customMacros(project: Project, owner: CustomOwner): KnownMacro[] {
  return [...symbolsOf(project).names(`custom ${owner}`)].map(([name, places]) => {
    const property = places.at(-1)?.property;
    const uses = symbolsOf(project).references(`custom ${owner}`, name).length;
    const detail = `_${name} ${property ? shortened(shownValue(property)) : ''}`;
    return { name: `_${owner.toUpperCase()}${name}`, source: 'custom', detail, uses };
  });
}

function objectMacros(owner: ObjectTypeName): KnownMacro[] {
  const type = objectType(owner);
  return Object.entries(type?.macros ?? {}).map(([name, key]) => {
    const title = type?.title ?? owner;
    return { name, source: 'object', detail: key ? `${title} ${key}` : title };
  });
}
