/** The hosts that groups, templates and expressions of them come to. */
import type { Analysis } from '../../analysis';
import { isExpression } from '../../model/expression';
import type { Item } from '../../model/item';
import type { RawObject } from '../../project/types';
import { objectType } from '../../schema';
import type { ValueCursor } from '../context';
import type { Markdown } from '../feature';
import { code, counted, escape } from '../markdown';
import { hostsSelected, hostsUsing } from '../selection';
import type { Target } from '../../model/names/scan';
import { nameProperty } from '../../model/names/written';

/** So many names are shown. */
const MOST_NAMES = 5;

/** What the whole of an expression selects; undefined for a single name, and for what is no expression of groups or templates. */
export function expressionMarkdown(
  { model }: Analysis,
  target: Target | undefined,
  { before, after }: ValueCursor,
): Markdown | undefined {
  const text = (before + after).trim();
  if (target?.shape !== 'expression' || !(target.space === 'hostgroup' || target.space === 'template host'))
    return undefined;
  if (!isExpression(text) && !text.includes(',')) return undefined;
  const hosts = hostsSelected(model, target.space, text);
  return `${code(text)}: ${countedNames(namesOf(hosts).sort(), 'host')}`;
}

const members: Readonly<Record<string, string>> = {
  hostgroup: 'host',
  contactgroup: 'contact',
  servicegroup: 'service',
};

/** Who is in a group, by its own list and by those that name it; who uses a host template. */
export function membersMarkdown({ model }: Analysis, object: RawObject): Markdown | undefined {
  const name = nameProperty(object);
  const type = objectType(object.type)?.name;
  if (!name || !type) return undefined;
  if (type === 'host' && name.key === 'name')
    return `Used by ${countedNames(namesOf(hostsUsing(model, name.value.trim())), 'host')}`;
  const kind = members[type];
  const group = kind === undefined ? undefined : model.find(type, name.value.trim());
  return kind === undefined || !group ? undefined : countedNames(namesOf(group.links.get('members') ?? []), kind);
}

const namesOf = (items: Iterable<Item>): string[] => [...items].map(({ name }) => name);

function countedNames(names: readonly string[], kind: string): Markdown {
  const shown = names.slice(0, MOST_NAMES).map(escape).join(', ');
  return `**${counted(names.length, kind)}**${shown === '' ? '' : `: ${shown}`}${names.length > MOST_NAMES ? ', …' : ''}`;
}
