/** The public face of the facts about Shinken: the one list of object types, directives, settings and macros. */
import { objectTypeList } from './objects';
import type { Directive, ObjectType, ObjectTypeName } from './types';

export * from './types';
export { builtInCommandDocs, builtInCommands, type BuiltInCommand } from './built-in-commands';
export { objectTypeList } from './objects';
export { daemonTypes, isDaemonType, type DaemonType } from './daemons';
export { daemonIniSettings, daemonIniSettingsByDaemon } from './daemon-ini';
export { macroDoc, macroForms, objectMacroDocs, type MacroForm } from './macro-docs';
export { globalMacros, notificationMacros, outputMacros, type GlobalMacro } from './macros';
export { moduleType, moduleTypes, type ModuleType } from './modules';
export { includeSettings, mainSettings, oldSettingNames } from './settings';
export { daterangeForm, daterangeForms, months, weekdays, type DaterangeForm } from './timeperiods';

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
