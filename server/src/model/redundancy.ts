/** Lines that only repeat what their object would inherit without them. */
import { Attached } from '../project/attached';
import type { RawObject, RawProperty } from '../project/types';
import { type Directive, directive, objectType } from '../schema';
import type { Line } from '../syntax/nodes';
import { convert } from './convert';
import type { Item } from './item';
import { inheritingTypes } from './templates';
import type { Model } from './types';

/** A line, and the one of a template that would take its place. */
export interface RedundantLine {
  readonly item: Item;
  readonly property: RawProperty;
  readonly inherited: RawProperty;
}

/**
 * Directives that are looked at before anything is inherited, or are not inherited as others are (item.py:282-420, service.py:572). The
 * lists among them are those that later phases add to: inherited, the very list of the template would be added to, and so those of all
 * other heirs.
 */
const ownDirectives: ReadonlySet<string> = new Set([
  'name',
  'use',
  'register',
  'definition_order',
  'imported_from',
  'display_name',
  'host_name',
  'hostgroup_name',
  'service_description',
  'contacts',
  'notificationways',
  'service_dependencies',
]);

const found = new Attached<Model, readonly RedundantLine[]>();

/**
 * Every line of an object or a template that repeats what its templates give it anyway: without it nothing is different. Additive lists
 * and `null` are no repetitions, whoever writes them. Worked out when it is first asked for.
 */
export function redundantLines(model: Model): readonly RedundantLine[] {
  const known = found.get(model) ?? search(model);
  found.set(model, known);
  return known;
}

function search(model: Model): RedundantLine[] {
  const lines: RedundantLine[] = [];
  const tooDeep = new Set(model.facts('template-too-deep').map(({ item }) => item.source));
  for (const type of inheritingTypes) {
    // Of time periods the ranges alone are inherited, and those behind their own.
    if (type === 'timeperiod') continue;
    const seen = new Set<RawObject>();
    for (const item of [...model.items(type), ...model.templates(type)]) {
      const { source, templates } = item;
      if (!source || templates.length === 0 || seen.has(source) || tooDeep.has(source)) continue;
      seen.add(source);
      for (const [index, line] of source.lines.entries()) {
        const inherited = isAlone(source, line) ? inheritedLine(item, line) : undefined;
        const property = inherited && source.properties[index];
        if (property) lines.push({ item, property, inherited });
      }
    }
  }
  return lines;
}

/** No other line of the object says the same directive. */
function isAlone({ type, lines }: RawObject, { key }: Line): boolean {
  const said = nameOf(type, key);
  return lines.filter((other) => nameOf(type, other.key) === said).length === 1;
}

/** Old names resolved, custom macros in capitals. */
function nameOf(type: string, key: string): string {
  if (key.startsWith('_')) return key.toUpperCase();
  const oldNames = objectType(type)?.oldNames ?? {};
  return Object.hasOwn(oldNames, key) ? (oldNames[key] ?? key) : key;
}

function inheritedLine(item: Item, line: Line): RawProperty | undefined {
  const name = nameOf(item.type, line.key);
  if (name.startsWith('_')) {
    const above = item.templates.find(({ customs }) => customs.has(name))?.origins.get(name)?.property;
    return above?.value === line.value ? above : undefined;
  }
  const known = directive(item.type, name);
  if (!known || ownDirectives.has(name) || name === objectType(item.type)?.nameDirective) return undefined;
  if (isSpecial(line.value) || item.templates.some((template) => saysSpecial(template, name))) return undefined;
  const origin = item.templates.map((template) => template.origins.get(name)).find((one) => one !== undefined);
  if (!origin || origin.also || nameOf(item.type, origin.property.key) !== name) return undefined;
  return isSame(known, line, origin.property) ? origin.property : undefined;
}

/** What adds to inherited values, or takes them away. */
function isSpecial(value: string): boolean {
  return value === 'null' || value.startsWith('+');
}

/** A template above says something special of a directive; the circles among them are cut by now. */
function saysSpecial(template: Item, name: string): boolean {
  const own = template.source?.lines.some(({ key, value }) => nameOf(template.type, key) === name && isSpecial(value));
  return own === true || template.templates.some((above) => saysSpecial(above, name));
}

function isSame(known: Directive, a: Line, b: Line): boolean {
  if (a.value === b.value) return true;
  const [first, second] = [convert(known, [a.value]), convert(known, [b.value])];
  if ('failure' in first || 'failure' in second) return false;
  return valueKey(first.value) === valueKey(second.value);
}

function valueKey(value: unknown): string {
  return value instanceof Map ? JSON.stringify([...(value as Map<unknown, unknown>)]) : JSON.stringify(value);
}
