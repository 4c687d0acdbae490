/** Finds the names that one object or one setting says. */
import type { RawObject, RawProperty, RawSetting } from '../../project/types';
import {
  directive,
  mainSettings,
  objectType,
  objectTypeList,
  type Directive,
  type ObjectType,
  type ObjectTypeName,
  type Reference,
  type ReferenceShape,
} from '../../schema';
import type { Line, Span } from '../../syntax/nodes';
import { spanOf } from '../../syntax/values';
import { ruleParts, type RulePart } from './business-rule';
import { macroParts } from './macros';
import { Mention, WideMention } from './mention';
import type { CustomOwner, Occurrence, Part, Space } from './occurrence';
import { nameParts, overridden, strip } from './parts';
import { directiveOf, isTemplate, lastProperty, nameProperty, propertiesWhere, written } from './written';

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
  const name = nameProperty(object, template);
  if (name && !directiveOf(object, name.key)?.reference) {
    const space: Space = template && name.key === 'name' ? `template ${type.name}` : type.name;
    found.push(...define(object, name, space));
  }
  // The description of a service counts in a template too: the services that inherit it are called so.
  const description = type.name === 'service' ? lastProperty(object, 'service_description') : undefined;
  if (description && description !== name) found.push(...define(object, description, 'service'));
  const isTags = ({ key }: Line): boolean => key === 'poller_tags' || key === 'reactionner_tags';
  const isMacro = ({ key }: Line): boolean => type.customMacros && key.startsWith('_');
  for (const property of propertiesWhere(object, (line) => isTags(line) || isMacro(line))) {
    if (isTags(property)) {
      const space: Space = property.key === 'poller_tags' ? 'poller-tag' : 'reactionner-tag';
      for (const part of nameParts(property.value, 'list', type.inherits))
        found.push(mention('definition', object, property, space, part));
    }
    if (isMacro(property)) found.push(...customMacros(object, property));
  }
  return found;
}

/** Whether an object may define names of a space: what `definitionsIn` finds of them, it finds in such objects. */
export function definersOf(space: Space): (object: RawObject) => boolean {
  if (space === 'poller-tag' || space === 'reactionner-tag') return () => true;
  const [kind, owner = ''] = space.split(' ');
  if (kind === 'custom') return ({ type }) => type === owner || type === 'macromodulation';
  if (kind === 'template') return (object) => object.type === owner && isTemplate(object);
  return ({ type }) => type === space;
}

function define(object: RawObject, property: RawProperty, space: Space): Occurrence[] {
  const part = strip({ text: property.value, at: 0 });
  return part.text === '' ? [] : [mention('definition', object, property, space, part)];
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
  if (object.type === 'host' && /^_!./.test(property.key)) return [];
  const name = property.key.slice(1).toUpperCase();
  const span = { start: start + 1, end };
  return owners.map(
    (owner) => new WideMention({ start, end }, 'definition', `custom ${owner}`, name, span, object, property),
  );
}

/** The names of others that a property says, those in macros and business rules included. */
export function referencesIn(object: RawObject, property: RawProperty): Occurrence[] {
  const target = targetOf(object, property.key);
  const found = (target ? namesIn(property.value, target) : []).map((part) =>
    mention('reference', object, property, part.space, part, part.host),
  );
  for (const part of macroParts(property.value)) {
    const reach = spanOf(property.written, part.macro.at - 1, part.macro.at + part.macro.text.length + 1);
    found.push(mention('reference', object, property, part.space, part, part.host, reach));
  }
  if (object.type === 'host' && /^_!./.test(property.key)) found.push(excludedKeys(object, property));
  return found;
}

/** A name in a value, and the family that it is of. */
interface SaidPart extends Part {
  readonly space: Space;
  readonly host?: string;
}

function namesIn(text: string, { space, shape, host, additive }: Target): SaidPart[] {
  const found: SaidPart[] = nameParts(text, shape, additive).map((part) => ({
    text: part.text,
    at: part.at,
    space: shape === 'pairs' ? (part.half ?? space) : space,
    host: part.host ?? host,
  }));
  if (shape === 'call') found.push(...businessRuleParts(text));
  const override = shape === 'override' ? overridden(text) : undefined;
  const inner = override && targetIn('service', override.key);
  if (!override || !inner) return found;
  return [
    ...found,
    ...namesIn(override.value.text, inner).map((part) => ({ ...part, at: part.at + override.value.at })),
  ];
}

/** `_!disks` lists the keys of `_disks` that `duplicate_foreach` is to pass over (service.py:802). */
function excludedKeys(object: RawObject, property: RawProperty): Mention {
  const { start, end } = property.node.keySpan;
  const name = property.key.slice(2).toUpperCase();
  const span = { start: start + 2, end };
  return new WideMention({ start, end }, 'reference', 'custom host', name, span, object, property);
}

/** The names that a main-file setting says, and those in the macros of its value. */
export function settingOccurrences(setting: RawSetting): Occurrence[] {
  const { key, value, file, node } = setting;
  const said = (part: Part, space: Space): Occurrence => ({
    role: 'reference',
    space,
    name: part.text,
    at: { file, span: spanOf(node.value, part.at, part.at + part.text.length) },
    setting,
  });
  const inMacros = macroParts(value).map((part) => {
    const name = part.space.startsWith('custom ') ? part.text.toUpperCase() : part.text;
    const reach = spanOf(node.value, part.macro.at - 1, part.macro.at + part.macro.text.length + 1);
    return { ...said(part, part.space), name, reach, host: part.host };
  });
  const macro = /^\$(.+)\$$/.exec(key)?.[1];
  if (macro !== undefined) {
    const { start, end } = node.keySpan;
    const at = { file, span: { start: start + 1, end: end - 1 } };
    return [{ role: 'definition', space: 'macro', name: macro, at, reach: node.keySpan, setting }, ...inMacros];
  }
  const reference = settings.get(key)?.reference;
  if (!reference || reference.target === 'template' || reference.target === 'host-macro') return inMacros;
  const { target, shape } = reference;
  return [...nameParts(value, shape).map((part) => said(part, target)), ...inMacros];
}

/** What a property refers to, and in which shape. */
export interface Target {
  readonly space: Space;
  readonly shape: ReferenceShape;
  /** The host whose service is meant. */
  readonly host?: string;
  /** A `+` at the head of the list is none of its names. */
  readonly additive?: boolean;
}

/** What a property of this very object refers to; undefined where the schema knows of no reference. */
export function targetOf(object: RawObject, key: string): Target | undefined {
  const type = objectType(object.type);
  if (!type) return undefined;
  // A template service names host templates, not hosts (service.py:1664-1688).
  if (type.name === 'service' && key === 'host_name' && isTemplate(object))
    return { space: 'template host', shape: 'expression' };
  if (type.name === 'discoveryrule' && (key === 'use' || !directiveOf(object, key))) {
    // What a discovery rule writes into the host or the service that it makes, `+` and `-` before the directive included.
    const made = written(object, 'creation_type') === 'host' ? 'host' : 'service';
    return targetIn(made, key.replace(/^[+-]/, ''));
  }
  const target = targets.get(type.name)?.get(key) ?? moduleTarget(object, key);
  const isOfHost = target?.space === 'service' && type.name === 'host';
  return isOfHost ? { ...target, host: written(object, 'host_name') } : target;
}

/** By type and directive, old names included: looked up for every line there is. */
const targets: ReadonlyMap<ObjectTypeName, ReadonlyMap<string, Target>> = new Map(
  objectTypeList.map((type) => [type.name, new Map(targetsOf(type))]),
);

function* targetsOf({ name: type, directives, oldNames, inherits }: ObjectType): Generator<[string, Target]> {
  for (const key of [...directives.map(({ name }) => name), ...Object.keys(oldNames)]) {
    const target = targetIn(type, key);
    if (target) yield [key, { ...target, additive: inherits }];
  }
}

/** Of a directive that modules of one kind have. */
function moduleTarget(object: RawObject, key: string): Target | undefined {
  const reference = object.type === 'module' ? directiveOf(object, key)?.reference : undefined;
  return reference && { ...targetFor('module', reference), additive: objectType('module')?.inherits };
}

/** What a directive refers to in objects of a type. */
function targetIn(type: ObjectTypeName, key: string): Target | undefined {
  const reference = directive(type, key)?.reference;
  return reference && targetFor(type, reference);
}

function targetFor(type: ObjectTypeName, { target, shape }: Reference): Target {
  if (target === 'template') return { space: `template ${type}`, shape };
  return { space: target === 'host-macro' ? 'custom host' : target, shape };
}

/** The names of a business rule; none in any other call. */
function businessRuleParts(call: string): readonly RulePart[] {
  const rule = /^\s*bp_rule\s*!/.exec(call)?.[0].length;
  return rule === undefined ? [] : ruleParts(call.slice(rule), rule);
}

function mention(
  role: Occurrence['role'],
  object: RawObject,
  property: RawProperty,
  space: Space,
  part: Part,
  host?: string,
  reach?: Span,
): Mention {
  const custom = space.startsWith('custom ');
  // `duplicate_foreach _disks`: the family has names without their underscore.
  const cutOff = custom && part.text.startsWith('_') ? 1 : 0;
  const name = custom ? part.text.slice(cutOff).toUpperCase() : part.text;
  const span = spanOf(property.written, part.at + cutOff, part.at + part.text.length);
  return reach
    ? new WideMention(reach, role, space, name, span, object, property, host)
    : new Mention(role, space, name, span, object, property, host);
}
