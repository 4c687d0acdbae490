/** The public face of the facts about Shinken: the one list of object types, directives, settings and macros. */
import { objectTypeList } from './objects';
import type { Directive, ObjectType, ObjectTypeName } from './types';

export * from './types';
export { objectTypeList } from './objects';
export { daemonIniSettings, daemonIniSettingsByDaemon } from './daemon-ini';
export { globalMacros, outputMacros, type GlobalMacro } from './macros';
export { includeSettings, mainSettings, oldSettingNames } from './settings';

const typesByName: ReadonlyMap<string, ObjectType> = new Map(objectTypeList.map((type) => [type.name, type]));

const directivesByType: ReadonlyMap<string, ReadonlyMap<string, Directive>> = new Map(
  objectTypeList.map((type) => [type.name, new Map(type.directives.map((directive) => [directive.name, directive]))]),
);

/** The object type of that exact name; undefined for anything else, other cases included. */
export function objectType(name: string): ObjectType | undefined {
  return typesByName.get(name);
}

/** The directive of that exact name, old names resolved; undefined when the type has none such. */
export function directive(type: ObjectTypeName, name: string): Directive | undefined {
  const directives = directivesByType.get(type);
  const oldNames = objectType(type)?.oldNames;
  return (
    directives?.get(name) ??
    (oldNames && Object.hasOwn(oldNames, name) ? directives?.get(oldNames[name] ?? '') : undefined)
  );
}

/** The daemons: the object types that name a process on an address and a port. */
export const daemonTypes = ['arbiter', 'scheduler', 'poller', 'reactionner', 'broker', 'receiver'] as const;

export type DaemonType = (typeof daemonTypes)[number];

export function isDaemonType(type: string): type is DaemonType {
  return (daemonTypes as readonly string[]).includes(type);
}
