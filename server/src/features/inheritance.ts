/** What an object gets from its templates, read off the raw objects: for the moments when the model cannot say. */
import type { Project, RawObject, RawProperty } from '../project/types';
import { objectType } from '../schema';
import { symbolsOf } from './symbols';
import { lastProperty } from '../model/names/written';
import { nameParts } from '../model/names/parts';

/** The templates of an object, each once, in the order in which the arbiter asks them: depth first (item.py:282-378). */
export function templatesOf(project: Project, object: RawObject, seen = new Set<RawObject>()): readonly RawObject[] {
  const type = objectType(object.type);
  if (!type?.inherits) return [];
  const names = object.lines.filter(({ key }) => key === 'use').flatMap(({ value }) => nameParts(value, 'list'));
  return names.flatMap(({ text }) => {
    const template = symbolsOf(project).definitions(`template ${type.name}`, text).at(-1)?.object;
    if (!template || seen.has(template)) return [];
    seen.add(template);
    return [template, ...templatesOf(project, template, seen)];
  });
}

/** The property that an object inherits, and the template that has it. */
export function inheritedProperty(
  templates: readonly RawObject[],
  key: string,
): { readonly property: RawProperty; readonly from: RawObject } | undefined {
  for (const from of templates) {
    const property = lastProperty(from, key);
    if (property) return { property, from };
  }
  return undefined;
}
