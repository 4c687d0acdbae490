/** Names of objects, templates, tags and custom macros, wherever a directive refers to them. */
import type { Project, RawObject } from '../../project/types';
import { isDaemonType, moduleType, type ReferenceShape } from '../../schema';
import { commandShape } from '../commands';
import type { ValueCursor } from '../context';
import { objectMarkdown, shortDetail, summary } from '../objects';
import { symbolsOf, type Occurrence, type Space } from '../symbols';
import type { Target } from '../symbols/scan';
import { hostsOf, written } from '../symbols/written';
import type { CompletionItem, CompletionList } from './item';
import { completionList } from './item';
import { otherItems, tokenAt } from './token';

/** Commands that exist without being defined (config.py:1640-1660). */
const builtInCommands: readonly CompletionItem[] = [
  { label: 'bp_rule', kind: 'object', detail: 'business rule', rank: 1 },
  { label: '_internal_host_up', kind: 'object', detail: 'always up, no plugin is run', rank: 1 },
  { label: '_echo', kind: 'object', detail: 'keeps the last state, no plugin is run', rank: 1 },
];

/** The names that fit at the cursor in a value that refers to `target`. */
export function nameCompletion(
  project: Project,
  object: RawObject | undefined,
  target: Target,
  cursor: ValueCursor,
): CompletionList | undefined {
  const { space, shape } = target;
  switch (shape) {
    case 'name':
      return list(project, object, space, cursor);
    case 'list':
    case 'list-with-all':
      return list(project, object, space, cursor, /,/, /^\+\s*/, otherItems(cursor));
    case 'list-with-not':
      return list(project, object, space, cursor, /,/, /^[+!]\s*/, otherItems(cursor));
    case 'expression':
      return list(project, object, space, cursor, /[,&|()!+]/);
    case 'call':
    case 'calls':
      return callCompletion(project, object, cursor, shape);
    case 'pairs': {
      const half = cursor.before.split(',').length % 2 === 1 ? 'host' : 'service';
      const host = half === 'service' ? cursor.before.split(',').at(-2)?.trim() : undefined;
      return list(project, object, half, cursor, /,/, undefined, undefined, host);
    }
    case 'satellite-map':
      return /=[^,]*$/.test(cursor.before) ? undefined : list(project, object, space, cursor, /[,=]/);
    case 'override':
      return cursor.before.includes(',')
        ? undefined
        : list(project, object, 'service', cursor, /,/, undefined, undefined, target.host);
    case 'service-patterns':
      return list(project, object, 'service', cursor, /,/, undefined, otherItems(cursor), target.host);
  }
}

function list(
  project: Project,
  object: RawObject | undefined,
  space: Space,
  cursor: ValueCursor,
  separators?: RegExp,
  prefix?: RegExp,
  taken: ReadonlySet<string> = new Set(),
  host?: string,
): CompletionList {
  const { typed, span } = tokenAt(cursor, separators, prefix);
  const items = namesOf(project, space, object, host).filter(({ label }) => !taken.has(label));
  return explained(project, space, completionList(span, items, typed));
}

/** The same list with the objects it names shown, as they are written. */
function explained(project: Project, space: Space, found: CompletionList): CompletionList {
  const items = found.items.map((item) => {
    const object = symbolsOf(project).definitions(space, item.label).at(-1)?.object;
    return object && item.kind !== 'macro' ? { ...item, documentation: objectMarkdown(project, object) } : item;
  });
  return { ...found, items };
}

/** `command!argument`: the command, or a hint at what its arguments are for. */
function callCompletion(
  project: Project,
  object: RawObject | undefined,
  cursor: ValueCursor,
  shape: ReferenceShape,
): CompletionList | undefined {
  const call = shape === 'calls' ? (cursor.before.split(',').at(-1) ?? '') : cursor.before;
  const separators = shape === 'calls' ? /[!,]/ : /!/;
  if (!call.includes('!')) {
    const { typed, span } = tokenAt(cursor, separators);
    const whole = !/[!,]/.test(cursor.after);
    const items = namesOf(project, 'command', object).map((item) => (whole ? withArguments(project, item) : item));
    const builtIn = object?.type === 'host' || object?.type === 'service' ? builtInCommands : [];
    return explained(project, 'command', completionList(span, [...items, ...builtIn], typed));
  }
  return /^\s*bp_rule\s*!/.test(call) ? ruleCompletion(project, object, cursor) : undefined;
}

/** A stop for each argument that the command takes. */
function withArguments(project: Project, item: CompletionItem): CompletionItem {
  const args = commandShape(project, item.label)?.args ?? 0;
  if (args === 0) return item;
  const stops = Array.from({ length: args }, (_, index) => `!\${${index + 1}:ARG${index + 1}}`);
  return { ...item, snippet: item.label.replace(/[\\$}]/g, '\\$&') + stops.join('') };
}

/** In a business rule: hosts, after a comma services, after a flag what the flag says. */
function ruleCompletion(
  project: Project,
  object: RawObject | undefined,
  cursor: ValueCursor,
): CompletionList | undefined {
  const node = /[^&|()!]*$/.exec(cursor.before)?.[0].replace(/^.*\bof:\s*/, '') ?? '';
  const service = node.includes(',');
  const flags = /^\s*([grlt]+):/.exec(service ? node.slice(node.indexOf(',') + 1) : node)?.[1] ?? '';
  if (/[rl]/.test(flags)) return undefined;
  const separators = /[&|()!,]|\bof:/;
  const host = service ? node.slice(0, node.indexOf(',')).trim() : undefined;
  const space: Space = flags.includes('g')
    ? service
      ? 'servicegroup'
      : 'hostgroup'
    : flags.includes('t') && !service
      ? 'template host'
      : service
        ? 'service'
        : 'host';
  return list(project, object, space, cursor, separators, /^[grlt]+:/, undefined, host);
}

/** Every name of a family, ready to be offered to an object. */
export function namesOf(project: Project, space: Space, object?: RawObject, host?: string): CompletionItem[] {
  return [...symbolsOf(project).names(space)]
    .filter(([, places]) => places.some((place) => place.object?.node !== object?.node && fits(place, object)))
    .map(([name, places]) => nameItem(space, name, places, host));
}

/** A module is offered to those that it is made for: daemons, or other modules; one of which nothing is known, to all. */
function fits({ object: module }: Occurrence, user: RawObject | undefined): boolean {
  const kind = module?.type === 'module' ? moduleType(written(module, 'module_type') ?? '') : undefined;
  if (!kind || !user) return true;
  if (isDaemonType(user.type)) return kind.daemons.includes(user.type);
  const around = user.type === 'module' ? moduleType(written(user, 'module_type') ?? '') : undefined;
  return !around || (kind.within ?? []).includes(around.type);
}

function nameItem(space: Space, name: string, places: readonly Occurrence[], host: string | undefined): CompletionItem {
  const kind = space.startsWith('template ') ? 'template' : 'object';
  const definition = places.at(-1)?.object;
  if (space.startsWith('custom ')) {
    return { label: `_${name}`, kind: 'macro', detail: places.at(-1)?.property?.value };
  }
  if (space === 'poller-tag' || space === 'reactionner-tag') {
    const daemons = new Set(places.map(({ object }) => (object ? summary(object) : '')));
    return { label: name, kind: 'value', detail: [...daemons].join(', ') };
  }
  if (!definition) return { label: name, kind };
  const here = !host || places.some(({ object }) => object && hostsOf(object).includes(host));
  return { label: name, kind, detail: shortDetail(definition), rank: here ? 0 : 1 };
}
