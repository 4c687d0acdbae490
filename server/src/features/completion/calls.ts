/** `command!argument`: commands, what their arguments are for and usually are, and business rules. */
import type { Project, RawObject } from '../../project/types';
import { builtInCommandDocs } from '../../schema';
import { argumentsGiven, cursorFrom } from '../calls';
import { commandShape, type Parameter } from '../commands';
import type { ValueCursor } from '../context';
import { isSecret } from '../secrets';
import type { Space } from '../symbols';
import { hostsOf } from '../../model/names/written';
import { familyCompletion } from './family';
import { completionList, type CompletionItem, type CompletionList, type Topic } from './item';
import { hostsNamed, serviceCompletion } from './services';
import { tokenAt } from './token';

const topic: Topic = { of: 'objects', space: 'command' };

/** Commands that exist without being defined: only hosts and services have a use for them. */
const builtIn = builtInCommandDocs.map(({ name, title, argument }): CompletionItem => {
  return { label: name, kind: 'object', detail: title, rank: 1, ...(argument && { suffix: `!${argument}` }) };
});

export function callCompletion(
  project: Project,
  object: RawObject | undefined,
  cursor: ValueCursor,
  shape: 'call' | 'calls',
): CompletionList | undefined {
  const own = shape === 'calls' ? cursorFrom(cursor, cursor.before.lastIndexOf(',') + 1) : cursor;
  const end = shape === 'calls' ? /(?<!\\)!|,/ : /(?<!\\)!/;
  const [name = '', ...args] = own.before.split(/(?<!\\)!/);
  if (args.length === 0) return commandCompletion(project, object, own, end);
  if (name.trim() === 'bp_rule') return ruleCompletion(project, object, own);
  return argumentCompletion(project, name.trim(), args.length - 1, own, end);
}

function commandCompletion(
  project: Project,
  object: RawObject | undefined,
  cursor: ValueCursor,
  end: RegExp,
): CompletionList {
  const token = tokenAt(cursor, end);
  const { items, incomplete } = familyCompletion(project, 'command', token, object);
  const bare = !cursor.after.includes('!');
  const withArguments = items.map((item): CompletionItem => {
    const shape = commandShape(project, item.label);
    if (!shape) return item;
    const { parameters } = shape;
    const named = { ...item, detail: programOf(shape.line) };
    if (parameters.length === 0) return named;
    const suffix = parameters.map(({ label }) => `!${label}`).join('');
    const snippet = plain(item.label) + stops(parameters, '!');
    return bare ? { ...named, suffix, snippet, takesArguments: true } : { ...named, suffix };
  });
  const own = object?.type === 'host' || object?.type === 'service' ? builtIn : [];
  const all = completionList(token.span, [...withArguments, ...own], token.typed, topic);
  return { ...all, incomplete: incomplete || all.incomplete };
}

/** What is run, without its folder: in a list there is no room for more beside the arguments. */
function programOf(line: string): string {
  const [word = ''] = line.trim().split(/\s/);
  return word.slice(word.lastIndexOf('/') + 1);
}

/** A stop for each argument, called as the command line calls it; `before` stands before each but perhaps the first. */
function stops(parameters: readonly Parameter[], before: '!' | ''): string {
  const all = parameters.map(({ label }, index) => `\${${index + 1}:${plain(label)}}`);
  return before + all.join('!');
}

function plain(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** So many values of an argument are offered. */
const MOST_VALUES = 50;

/** What others give the argument, and, where nothing is there yet, stops for all that is left to give. */
function argumentCompletion(
  project: Project,
  name: string,
  index: number,
  cursor: ValueCursor,
  end: RegExp,
): CompletionList | undefined {
  const { typed, span } = tokenAt(cursor, end);
  const rest = commandShape(project, name)?.parameters.slice(index) ?? [];
  const label = rest[0]?.label ?? `argument ${index + 1}`;
  const given = isSecret(label) ? [] : [...(argumentsGiven(project, name)[index] ?? [])];
  const here = `${typed}${/^[^!,]*/.exec(cursor.after)?.[0] ?? ''}`.trim();
  const values = given
    .filter(([value, count]) => value !== here || count > 1)
    .slice(0, MOST_VALUES)
    .map(([value, count], rank): CompletionItem => {
      const uses = count === 1 ? 'once' : `${count} times`;
      return { label: value, kind: 'value', detail: `${label} · ${uses}`, rank };
    });
  const empty = here === '' && !/[^\s,]/.test(cursor.after);
  const blanks: CompletionItem[] =
    empty && rest.length > 0
      ? [
          {
            label: rest.map((parameter) => parameter.label).join('!'),
            kind: 'value',
            detail: rest.length === 1 ? 'argument' : 'arguments',
            snippet: stops(rest, ''),
            needsSnippets: true,
            rank: -1,
          },
        ]
      : [];
  const items = [...blanks, ...values];
  return items.length > 0 ? completionList(span, items, typed) : undefined;
}

/** In a business rule: hosts, after a comma services, after a flag what the flag says. */
function ruleCompletion(
  project: Project,
  object: RawObject | undefined,
  cursor: ValueCursor,
): CompletionList | undefined {
  const node = /[^&|()!]*$/.exec(cursor.before)?.[0].replace(/^.*\bof:\s*/, '') ?? '';
  const comma = node.indexOf(',');
  const flags = /^\s*([grlt]+):/.exec(comma < 0 ? node : node.slice(comma + 1))?.[1] ?? '';
  if (/[rl]/.test(flags)) return undefined;
  const token = tokenAt(cursor, /[&|()!,]|\bof:/, /^[grlt]+:/);
  if (flags.includes('g')) return familyCompletion(project, comma < 0 ? 'hostgroup' : 'servicegroup', token);
  if (comma < 0) {
    const space: Space = flags.includes('t') ? 'template host' : 'host';
    return familyCompletion(project, space, token, object);
  }
  const host = node.slice(0, comma).trim();
  const own = object?.type === 'host' ? [object] : hostsNamed(project, object ? hostsOf(object) : []);
  return serviceCompletion(project, host === '' ? own : hostsNamed(project, [host]), token);
}
