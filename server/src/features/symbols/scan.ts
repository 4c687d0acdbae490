/** Finds the names that one object or one setting says. */
import type { RawObject, RawProperty, RawSetting } from '../../project/types';
import { mainSettings, objectType, type Directive, type ReferenceShape } from '../../schema';
import { spanOf } from '../../syntax/values';
import { ruleParts, type RulePart } from './business-rule';
import { macroParts } from './macros';
import type { CustomOwner, Occurrence, Part, Space } from './occurrence';
import { nameParts, strip } from './parts';
import { directiveOf, isTemplate, lastProperty, nameProperty, written } from './written';

const settings: ReadonlyMap<string, Directive> = new Map(mainSettings.map((setting) => [setting.name, setting]));

/** Where the object gets its names, and every name it says of others. */
export function occurrencesIn(object: RawObject): Occurrence[] {
  return [...definitionsIn(object), ...object.properties.flatMap((property) => referencesIn(object, property))];
}

/** The names that an object has: its own, those of the tags it offers, those of its custom macros. */
export function definitionsIn(object: RawObject): Occurrence[] {
  const found: Occurrence[] = [];
  const type = objectType(object.type);
  if (!type) return found;
  const template = isTemplate(object);
  const name = nameProperty(object);
  if (name && !directiveOf(object, name.key)?.reference) {
    const space: Space = template && name.key === 'name' ? `template ${type.name}` : type.name;
    found.push(...define(object, name, space));
  }
  // The description of a service counts in a template too: the services that inherit it are called so.
  const description = type.name === 'service' ? lastProperty(object, 'service_description') : undefined;
  if (description && description !== name) found.push(...define(object, description, 'service'));
  for (const property of object.properties) {
    if (property.key === 'poller_tags' || property.key === 'reactionner_tags') {
      const space: Space = property.key === 'poller_tags' ? 'poller-tag' : 'reactionner-tag';
      for (const part of nameParts(property.value, 'list'))
        found.push(occurrence('definition', object, property, space, part));
    }
    if (type.customMacros && property.key.startsWith('_')) found.push(...customMacros(object, property));
  }
  return found;
}

function define(object: RawObject, property: RawProperty, space: Space): Occurrence[] {
  const part = strip({ text: property.value, at: 0 });
  return part.text === '' ? [] : [occurrence('definition', object, property, space, part)];
}

/** `_NAME` belongs to hosts, services and contacts; a macro modulation gives it to any of them. */
function customMacros(object: RawObject, property: RawProperty): Occurrence[] {
  const owners: readonly CustomOwner[] =
    object.type === 'host' || object.type === 'service' || object.type === 'contact'
      ? [object.type]
      : object.type === 'macromodulation'
        ? ['host', 'service', 'contact']
        : [];
  const { start, end } = property.node.keySpan;
  return owners.map((owner) => ({
    role: 'definition',
    space: `custom ${owner}`,
    name: property.key.slice(1).toUpperCase(),
    at: { file: property.file, span: { start: start + 1, end } },
    reach: { start, end },
    object,
    property,
  }));
}

/** The names of others that a property says, those in macros and business rules included. */
export function referencesIn(object: RawObject, property: RawProperty): Occurrence[] {
  const found: Occurrence[] = [];
  const target = targetOf(object, property.key);
  if (target) {
    for (const part of nameParts(property.value, target.shape)) {
      const space = target.shape === 'pairs' ? (part.half ?? target.space) : target.space;
      found.push(occurrence('reference', object, property, space, part, part.host ?? target.host));
    }
    if (target.shape === 'call') {
      for (const part of businessRuleParts(property.value)) {
        found.push(occurrence('reference', object, property, part.space, part, part.host));
      }
    }
  }
  for (const part of macroParts(property.value)) {
    const reach = spanOf(property.node.value, part.macro.at - 1, part.macro.at + part.macro.text.length + 1);
    found.push({ ...occurrence('reference', object, property, part.space, part, part.host), reach });
  }
  return found;
}

/** The names that a main-file setting says. */
export function settingOccurrences(setting: RawSetting): Occurrence[] {
  const { key, value, file, node } = setting;
  const macro = /^\$(.+)\$$/.exec(key)?.[1];
  if (macro !== undefined) {
    const { start, end } = node.keySpan;
    const at = { file, span: { start: start + 1, end: end - 1 } };
    return [{ role: 'definition', space: 'macro', name: macro, at, reach: node.keySpan, setting }];
  }
  const reference = settings.get(key)?.reference;
  if (!reference || reference.target === 'template' || reference.target === 'host-macro') return [];
  const space = reference.target;
  return nameParts(value, reference.shape).map((part) => ({
    role: 'reference',
    space,
    name: part.text,
    at: { file, span: spanOf(node.value, part.at, part.at + part.text.length) },
    setting,
  }));
}

/** What a property refers to, and in which shape. */
export interface Target {
  readonly space: Space;
  readonly shape: ReferenceShape;
  /** The host whose service is meant. */
  readonly host?: string;
}

/** What a property of this very object refers to; undefined where the schema knows of no reference. */
export function targetOf(object: RawObject, key: string): Target | undefined {
  const type = objectType(object.type)?.name;
  const reference = directiveOf(object, key)?.reference;
  if (!type || !reference) return undefined;
  const { target, shape } = reference;
  // A template service names host templates, not hosts (service.py:1664-1688).
  if (type === 'service' && key === 'host_name' && isTemplate(object))
    return { space: 'template host', shape: 'expression' };
  if (target === 'template') return { space: `template ${type}`, shape };
  if (target === 'host-macro') return { space: 'custom host', shape };
  const host = target === 'service' && type === 'host' ? written(object, 'host_name') : undefined;
  return { space: target, shape, host };
}

/** The names of a business rule; none in any other call. */
export function businessRuleParts(call: string): readonly RulePart[] {
  const rule = /^\s*bp_rule\s*!/.exec(call)?.[0].length;
  return rule === undefined ? [] : ruleParts(call.slice(rule), rule);
}

function occurrence(
  role: Occurrence['role'],
  object: RawObject,
  property: RawProperty,
  space: Space,
  part: Part,
  host?: string,
): Occurrence {
  const custom = space.startsWith('custom ');
  // `duplicate_foreach _disks`: the family has names without their underscore.
  const cutOff = custom && part.text.startsWith('_') ? 1 : 0;
  const name = custom ? part.text.slice(cutOff).toUpperCase() : part.text;
  const span = spanOf(property.node.value, part.at + cutOff, part.at + part.text.length);
  return { role, space, name, at: { file: property.file, span }, object, property, host };
}
