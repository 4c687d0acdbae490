/** The hosts that groups, templates and expressions of them come to. */
import type { Analysis } from '../../analysis';
import { isExpression, parseExpression } from '../../model/expression';
import type { Model } from '../../model/types';
import type { RawObject } from '../../project/types';
import { objectType } from '../../schema';
import type { ValueCursor } from '../context';
import type { Markdown } from '../feature';
import { code, escape } from '../markdown';
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
  const groups = target?.space === 'hostgroup';
  if (target?.shape !== 'expression' || !(groups || target.space === 'template host')) return undefined;
  if (!isExpression(text) && !text.includes(',')) return undefined;
  const hosts = parseExpression(text).evaluate((name) => (groups ? inGroup(model, name) : using(model, name)));
  return `${code(text)}: ${counted([...hosts].sort(), 'host')}`;
}

function inGroup(model: Model, name: string): readonly string[] {
  if (name === '*') return allHosts(model);
  return (model.find('hostgroup', name)?.links.get('members') ?? []).map((host) => host.name);
}

function using(model: Model, name: string): readonly string[] {
  if (name === '*') return allHosts(model);
  return model
    .items('host')
    .filter(({ tags }) => tags.has(name))
    .map((host) => host.name);
}

function allHosts(model: Model): readonly string[] {
  return model.items('host').map((host) => host.name);
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
  if (type === 'host' && name.key === 'name') return `Used by ${counted(using(model, name.value), 'host')}`;
  const kind = members[type];
  const group = kind === undefined ? undefined : model.find(type, name.value.trim());
  const names = (group?.links.get('members') ?? []).map((member) => member.name);
  return kind === undefined || !group ? undefined : counted(names, kind);
}

function counted(names: readonly string[], kind: string): Markdown {
  const count = names.length === 0 ? `no ${kind}s` : names.length === 1 ? `1 ${kind}` : `${names.length} ${kind}s`;
  const shown = names.slice(0, MOST_NAMES).map(escape).join(', ');
  return `**${count}**${shown === '' ? '' : `: ${shown}`}${names.length > MOST_NAMES ? ', …' : ''}`;
}
