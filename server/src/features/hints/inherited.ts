/** Behind `use`: the values that an object has through its templates. Which they are is told in a few words, each of them in the tooltip. */
import type { Analysis } from '../../analysis';
import type { Item } from '../../model/item';
import { lastProperty } from '../../model/names/written';
import type { Place, RawObject } from '../../project/types';
import { inheritedLine, itemsOf, shownValueOf } from '../effective';
import type { HintPart, InlayHint } from '../inlay-hints';
import { paragraphs } from '../markdown';
import type { HintSource } from './index';
import { objectsWithin } from './range';

export const inherited: HintSource = {
  kinds: ['inherited'],
  hints: (analysis, { file, span }) =>
    objectsWithin(analysis, { file, span }).flatMap((object) => hint(analysis, object) ?? []),
};

/** Those that people ask for first. */
const telling = [
  'check_command',
  'command_line',
  'contacts',
  'contact_groups',
  'hostgroups',
  'check_period',
  'check_interval',
  'retry_interval',
  'max_check_attempts',
  'notification_period',
  'notification_options',
  'notification_interval',
  'host_notification_commands',
  'service_notification_commands',
  'host_notification_period',
  'service_notification_period',
  'poller_tag',
  'realm',
];

/** An editor cuts short what a line says beyond some forty characters, and there may be a number behind. */
const MOST_CHARACTERS = 37;

/** So many values are listed. */
const MOST_VALUES = 30;

function hint(analysis: Analysis, object: RawObject): InlayHint | undefined {
  const use = lastProperty(object, 'use');
  if (!use || use.file !== object.file || use.value.trim() === '') return undefined;
  const [item] = itemsOf(analysis, object);
  const keys = item ? inheritedKeys(item, object) : [];
  if (!item || keys.length === 0) return undefined;
  return {
    kind: 'inherited',
    offset: use.node.value.span.end,
    label: labelFor(keys, item),
    tooltip: (link) => {
      const lines = keys.slice(0, MOST_VALUES).map((key) => inheritedLine(analysis, item, key, object, link));
      const rest = keys.length - lines.length;
      return paragraphs('From templates:', [...lines, ...(rest > 0 ? [`- … and ${rest} more`] : [])].join('\n'));
    },
    edits: () => [],
  };
}

/**
 * Directives and custom macros whose value, or the first part of it, came through a template; those that say most first. What a service has
 * from its host may have come through templates of the host: that is no matter of `use`, and another value on another host.
 */
function inheritedKeys(item: Item, object: RawObject): readonly string[] {
  const own = new Set(object.properties.map(({ node }) => node));
  const rank = (key: string): number => {
    const place = telling.indexOf(key);
    return place >= 0 ? place : telling.length + (key.startsWith('_') ? 1 : 0);
  };
  return [...item.props.keys(), ...item.customs.keys()]
    .filter((key) => {
      const origin = item.origins.get(key);
      if (!origin || origin.via.length === 0 || own.has(origin.property.node)) return false;
      return item.templates.some(({ origins }) => origins.get(key)?.property === origin.property);
    })
    .sort((a, b) => rank(a) - rank(b));
}

/** `check_command check_http, contacts admin, +7`; each leads to its line. */
function labelFor(keys: readonly string[], item: Item): readonly HintPart[] {
  const parts: HintPart[] = [];
  let length = 0;
  for (const [index, key] of keys.entries()) {
    const text = `${key} ${shownValueOf(item, key)}`;
    length += text.length + 2;
    if (index > 0 && length > MOST_CHARACTERS) {
      parts.push({ text: `, +${String(keys.length - index)}` });
      break;
    }
    if (index > 0) parts.push({ text: ', ' });
    parts.push({
      text: text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text,
      target: lineOf(item, key),
    });
  }
  return parts;
}

function lineOf(item: Item, key: string): Place | undefined {
  const property = item.origins.get(key)?.property;
  return property && { file: property.file, span: property.node.span };
}
