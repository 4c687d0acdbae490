/** Templates and what is made of them: the supertypes of an object are the templates it uses, its subtypes the objects that use it. */
import type { Analysis } from '../analysis';
import type { Project, RawObject } from '../project/types';
import { objectType } from '../schema';
import type { FilePosition } from './feature';
import { definitionsOf } from './meaning';
import { type ItemKey, objectAt, type ObjectItem, objectItem, objectOfItem } from './object-item';
import { symbolsOf } from './symbols';
import { nameParts } from '../model/names/parts';
import { isTemplate, written } from '../model/names/written';

/**
 * Where a hierarchy begins: what the name under the cursor stands for, if it is something that templates are used for; else the object
 * around the cursor.
 */
export function prepareTypeHierarchy(analysis: Analysis, at: FilePosition): ObjectItem[] {
  return [...new Set(subjects(analysis, at))].filter(canUse).map((object) => objectItem(object));
}

function subjects(analysis: Analysis, at: FilePosition): readonly RawObject[] {
  const occurrence = symbolsOf(analysis.project).at(at);
  const named = occurrence ? definitionsOf(analysis, occurrence).flatMap(({ object }) => object ?? []) : [];
  if (named.some(canUse)) return named;
  return [objectAt(analysis.project, at)].flatMap((object) => object ?? []);
}

/** `use` has an effect in objects of its type (config.py:1865-1878). */
function canUse({ type }: RawObject): boolean {
  return objectType(type)?.inherits === true;
}

/** The templates that an object uses, in the order in which it asks them. */
export function supertypes({ project }: Pick<Analysis, 'project'>, key: ItemKey): ObjectItem[] {
  const object = objectOfItem(project, key);
  return object ? templatesIn(project, object).map((template) => objectItem(template)) : [];
}

/** The templates that `use` names in an object itself; of several of one name the last one, which wins (item.py:200-215). */
export function templatesIn(project: Project, object: RawObject): readonly RawObject[] {
  const type = objectType(object.type);
  if (!type?.inherits) return [];
  const names = object.lines.filter(({ key }) => key === 'use').flatMap(({ value }) => nameParts(value, 'list'));
  const found = names.flatMap(
    ({ text }) => symbolsOf(project).definitions(`template ${type.name}`, text).at(-1)?.object ?? [],
  );
  return [...new Set(found)];
}

/** The objects and templates that use a template, in the order in which they are read. */
export function subtypes({ project }: Pick<Analysis, 'project'>, key: ItemKey): ObjectItem[] {
  const object = objectOfItem(project, key);
  const type = object && objectType(object.type);
  const name = object && isTemplate(object) ? written(object, 'name')?.trim() : undefined;
  if (!object || !type?.inherits || !name) return [];
  const symbols = symbolsOf(project);
  if (symbols.definitions(`template ${type.name}`, name).at(-1)?.object?.node !== object.node) return [];
  const users = symbols
    .references(`template ${type.name}`, name)
    .flatMap((one) => (one.property?.key === 'use' && one.object ? [one.object] : []));
  return [...new Set(users)].map((user) => objectItem(user));
}
