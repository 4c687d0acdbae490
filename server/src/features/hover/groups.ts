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
  const names = [...hosts].map(({ name }) => name).sort();
  return `${code(text)}: ${countedNames(names.slice(0, MOST_NAMES), hosts.size, 'host')}`;
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
    return `Used by ${countedItems(hostsUsing(model, name.value.trim()), 'host')}`;
  const kind = members[type];
  const group = kind === undefined ? undefined : model.find(type, name.value.trim());
  return kind === undefined || !group ? undefined : countedItems(group.links.get('members') ?? [], kind);
}

/** The first of them by name: there may be ten thousand. */
function countedItems(items: readonly Item[], kind: string): Markdown {
  const first = items.slice(0, MOST_NAMES).map(({ name }) => name);
  return countedNames(first, items.length, kind);
}

function countedNames(first: readonly string[], number: number, kind: string): Markdown {
  const shown = first.map(escape).join(', ');
  return `**${counted(number, kind)}**${shown === '' ? '' : `: ${shown}`}${number > first.length ? ', …' : ''}`;
}
