/** On the line of the `define`: what Shinken takes where neither the object nor its templates say anything. */
import type { Analysis } from '../../analysis';
import { impliedByHost } from '../../model/defaults';
import type { Item } from '../../model/item';
import { isTemplate } from '../../model/names/written';
import { writtenText } from '../../model/written';
import type { RawObject } from '../../project/types';
import { insertDirective } from '../../rules/edits';
import { inheritedLine, itemsOf } from '../effective';
import type { Markdown } from '../feature';
import type { InlayHint } from '../inlay-hints';
import { code, paragraphs } from '../markdown';
import type { HintSource } from './index';
import { objectsWithin } from './range';

export const filledIn: HintSource = {
  kinds: ['filledIn'],
  hints: (analysis, { file, span }) =>
    objectsWithin(analysis, { file, span })
      .filter((object) => !isTemplate(object))
      .flatMap((object) => hint(analysis, object) ?? []),
};

/** What decides whether and how often something is checked, and who hears of it; the first that are left out are named. */
const telling: Readonly<Record<string, readonly string[]>> = {
  host: ['check_command', 'check_interval', 'max_check_attempts', 'notification_interval', 'retry_interval'],
  service: ['max_check_attempts', 'notification_interval', 'business_impact'],
  contact: ['min_business_impact', 'can_submit_commands', 'is_admin', 'email'],
};

/** An editor cuts short what a line says beyond some forty characters. */
const MOST_CHARACTERS = 41;

function hint(analysis: Analysis, object: RawObject): InlayHint | undefined {
  const keys = telling[object.type];
  const { open } = object.node;
  const [item] = keys && open ? itemsOf(analysis, object) : [];
  if (!keys || !item || !open) return undefined;
  const named = fitting(keys.filter((key) => item.isDefault(key)).map((key) => [key, valueOf(item, key)] as const));
  if (named.length === 0) return undefined;
  return {
    kind: 'filledIn',
    offset: open.end,
    label: [{ text: named.map(pair).join(', ') }],
    tooltip: (link) => paragraphs(fromHost(analysis, object, item, link), defaults(item)),
    edits: () => {
      const text = analysis.project.files.get(object.file)?.text;
      if (text === undefined) return [];
      return named.map(([key, value]) => insertDirective(object, text, key, value));
    },
  };
}

type Pair = readonly [key: string, value: string];

const pair = ([key, value]: Pair): string => `${key} ${value}`;

/** As many as a line has room for. */
function fitting(pairs: readonly Pair[]): readonly Pair[] {
  let length = 0;
  return pairs.filter((each, index) => {
    length += pair(each).length + (index > 0 ? 2 : 0);
    return index === 0 || length <= MOST_CHARACTERS;
  });
}

function valueOf(item: Item, key: string): string {
  return writtenText(item.get(key) ?? null);
}

/** What a service has because its host has it. */
function fromHost(
  analysis: Analysis,
  object: RawObject,
  item: Item,
  link: Parameters<InlayHint['tooltip']>[0],
): Markdown | undefined {
  const host = item.type === 'service' ? analysis.model.find('host', item.text('host_name') ?? '') : undefined;
  if (!host) return undefined;
  const lines = impliedByHost
    .filter((key) => item.origins.has(key) && item.origins.get(key) === host.origins.get(key))
    .map((key) => inheritedLine(analysis, item, key, object, link));
  return lines.length > 0 ? paragraphs('From the host:', lines.join('\n')) : undefined;
}

function defaults(item: Item): Markdown {
  const lines = [...item.defaults.keys()]
    .filter((key) => item.isDefault(key) && !internal.has(key))
    .map((key) => [key, valueOf(item, key)] as const)
    .filter(([, value]) => value !== '')
    .map((each) => `- ${code(pair(each))}`);
  return paragraphs("Shinken's own values, for nobody has written any:", lines.join('\n'));
}

/** Of no interest to anybody who reads a configuration. */
const internal = new Set(['register', 'definition_order', 'password']);
