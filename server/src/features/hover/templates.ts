/** What a template brings to the object that uses it. */
import type { Analysis } from '../../analysis';
import type { Item } from '../../model/item';
import { originsOf } from '../../model/places';
import { writtenText } from '../../model/written';
import type { RawObject } from '../../project/types';
import { objectType } from '../../schema';
import { itemsOf } from '../effective';
import type { Markdown } from '../feature';
import { code, paragraphs } from '../markdown';
import { shownNamed } from '../secrets';

/** So many values are listed. */
const MOST_VALUES = 20;

/** The values that an object has through a template, then those that the template has in vain; undefined for what the arbiter drops. */
export function broughtMarkdown(analysis: Analysis, object: RawObject, name: string): Markdown | undefined {
  const type = objectType(object.type)?.name;
  const template = type && analysis.model.findTemplate(type, name);
  const [item] = itemsOf(analysis, object);
  if (!template || !item) return undefined;
  const brought: string[] = [];
  const inVain: string[] = [];
  for (const key of [...template.props.keys(), ...template.customs.keys()]) {
    if (notInherited.has(key)) continue;
    if (comesThrough(item, key, name)) brought.push(key);
    else inVain.push(key);
  }
  const lines = brought.slice(0, MOST_VALUES).map((key) => `- ${code(key)} ${valueOf(template, key)}`);
  const rest = brought.length - lines.length;
  return paragraphs(
    brought.length > 0 ? 'Brings:' : 'Brings nothing here.',
    [...lines, ...(rest > 0 ? [`- … and ${rest} more`] : [])].join('\n'),
    inVain.length > 0
      ? `Other values have gone before: ${inVain.slice(0, MOST_VALUES).map(code).join(', ')}`
      : undefined,
  );
}

/** Of the template itself, or looked for in the object alone (item.py:282-378, service.py:1343-1346). */
const notInherited = new Set(['name', 'register', 'use', 'host_name', 'hostgroup_name', 'service_description']);

function comesThrough(item: Item, key: string, template: string): boolean {
  return originsOf(item, key).some(({ via }) => via[0] === template);
}

function valueOf(template: Item, key: string): Markdown {
  const value = template.customs.get(key) ?? template.get(key) ?? null;
  const file = template.origins.get(key)?.property.file;
  return code(shownNamed(key, writtenText(value), file));
}
