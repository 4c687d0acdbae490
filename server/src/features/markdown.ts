/** The help texts of schema/, laid out for a hover or the side pane of a completion. */
import type { Directive, ModuleType, ObjectType, Reference } from '../schema';
import { builtInCommandDocs, objectType } from '../schema';
import type { Markdown } from './feature';

/** Text that must show as it is. */
export function escape(text: string): Markdown {
  return text.replace(/[\\`*_{}[\]()#+!|<>~-]/g, '\\$&');
}

/** Text as code, whatever backquotes it holds. */
export function code(text: string): Markdown {
  if (text.trim() === '') return '*empty*';
  const fence = text.includes('`') ? '``' : '`';
  const gap = fence === '``' ? ' ' : '';
  return `${fence}${gap}${text}${gap}${fence}`;
}

/** A fenced block in a language's colours, our own by default. */
export function block(text: string, language = 'shinken'): Markdown {
  const fence = text.includes('```') ? '````' : '```';
  return `${fence}${language}\n${text}\n${fence}`;
}

/** `no hosts`, `1 host`, `12 hosts`. */
export function counted(count: number, what: string): string {
  const number = count === 0 ? 'no' : String(count);
  return `${number} ${count === 1 ? what : what.replace(/y$/, 'ie') + 's'}`;
}

/** Paragraphs, empty ones left out. */
export function paragraphs(...parts: readonly (Markdown | undefined)[]): Markdown {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

const unitNames: Readonly<Record<NonNullable<Directive['unit']>, string>> = {
  seconds: 'seconds',
  minutes: 'minutes',
  percent: 'percent',
  bytes: 'bytes',
  count: '',
  interval_length: 'units of `interval_length` (60 seconds unless set)',
};

const kindNames: Readonly<Record<Directive['value'], string>> = {
  string: 'text',
  integer: 'whole number',
  float: 'number',
  boolean: 'yes or no: `1` or `0`',
  character: 'one character',
  list: 'list, between commas',
  integerList: 'list of whole numbers',
  dictionary: '`key=value` pairs, between commas',
  logLevel: 'log level',
  path: 'path',
  unused: 'not used',
};

/** What kind of value a directive takes, in a few words. */
function valueSummary(directive: Directive): Markdown {
  const { reference, unit, oneItemPerLine } = directive;
  const what = reference
    ? referenceSummary(reference)
    : oneItemPerLine
      ? 'list, one item a line'
      : kindNames[directive.value];
  const unitName = unit ? unitNames[unit] : '';
  return unitName ? `${what}, in ${unitName}` : what;
}

/** The same for a list, where an editor cuts names short for what is long beside them: without marks, and without how it is written. */
export function plainSummary(directive: Directive): string {
  return valueSummary(directive)
    .replace(/ \(`[^`]*`[^)]*\)/g, '')
    .replace(/, in units of .*/, '')
    .replaceAll('`', '');
}

const shapeNames: Readonly<Record<Reference['shape'], string>> = {
  name: '',
  list: 'list of ',
  'list-with-not': 'list (`!` leaves out, `*` is all) of ',
  'list-with-all': 'list (`*` is all) of ',
  expression: 'list or expression (`& | ! ( )`) of ',
  call: 'call (`name!argument!argument`) of a ',
  calls: 'list of calls of a ',
  pairs: '`host,service` pairs of ',
  'satellite-map': '`name=address:port` list of ',
  override: '`description,directive value` for a ',
  'service-patterns': 'patterns of ',
};

function referenceSummary({ target, shape }: Reference): Markdown {
  const title = targetTitle(target);
  return `${shapeNames[shape]}${title}`;
}

/** What a person calls the things that a reference can name. */
function targetTitle(target: Reference['target']): string {
  switch (target) {
    case 'template':
      return 'template';
    case 'poller-tag':
      return 'poller tag';
    case 'reactionner-tag':
      return 'reactionner tag';
    case 'satellite':
      return 'daemon';
    case 'host-macro':
      return 'custom macro of the host';
    default:
      return objectType(target)?.title ?? target;
  }
}

/** The page of a directive or a main-file setting. */
export function directiveMarkdown(directive: Directive, owner: string | undefined, writtenAs?: string): Markdown {
  const old = writtenAs !== undefined && writtenAs !== directive.name;
  const head = `**${directive.name}**${owner ? ` · ${owner}` : ''} · ${valueSummary(directive)}`;
  const facts = [
    directive.required ? 'Required.' : undefined,
    directive.default !== undefined && directive.default !== '' ? `Default: ${code(directive.default)}.` : undefined,
    directive.since ? `Since Shinken ${directive.since}.` : undefined,
    directive.ignored || directive.value === 'unused' ? 'Shinken reads it and does nothing with it.' : undefined,
    old ? `${code(writtenAs)} is an old name of it.` : undefined,
  ].filter((fact) => fact !== undefined);
  const choices = directive.choices?.map(({ value, doc }) => `- ${code(value)}${doc ? ` — ${doc}` : ''}`).join('\n');
  return paragraphs(head, directive.doc, facts.join(' '), choices);
}

/** The page of an object type. */
export function typeMarkdown(type: ObjectType): Markdown {
  const facts = [
    type.nameDirective ? `Named by ${code(type.nameDirective)}.` : undefined,
    type.inherits ? undefined : '`use` has no effect here.',
    type.definable ? undefined : 'The arbiter passes over it.',
  ].filter((fact) => fact !== undefined);
  const required = type.directives.filter((directive) => directive.required).map(({ name }) => code(name));
  return paragraphs(
    `**define ${type.name}** · ${type.title}`,
    type.doc,
    facts.join(' '),
    required.length > 0 ? `Required: ${required.join(', ')}.` : undefined,
  );
}

/** The page of a kind of module. */
export function moduleMarkdown({ type, title, doc, daemons, within = [] }: ModuleType): Markdown {
  const users = [...daemons, ...within.map((other) => `module ${other}`)].join(', ');
  return paragraphs(`**${type}** · ${title}`, doc, users === '' ? undefined : `For: ${users}.`);
}

/** The page of a command that Shinken has by itself. */
export function builtInMarkdown(name: string): Markdown | undefined {
  const command = builtInCommandDocs.find((one) => one.name === name);
  return command && paragraphs(`**${escape(command.name)}** · ${command.title}`, command.doc);
}
