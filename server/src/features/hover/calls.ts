/** What is run: the command line of a call with its macros filled in, and what the argument under the cursor is for. */
import type { Analysis } from '../../analysis';
import type { Item } from '../../model/item';
import { type ObjectTypeName, objectType } from '../../schema';
import { callAt, type CallAt } from '../calls';
import { callOf, fillIn, type FilledIn, nobody, type Subject, subjectOf } from '../command-line';
import { commandShape } from '../commands';
import type { Context } from '../context';
import type { Markdown } from '../feature';
import { block, builtInMarkdown, code, escape, paragraphs } from '../markdown';
import { MASK } from '../secrets';
import { targetOf } from '../../model/names/scan';
import { itemsOf } from '../effective';
import { itemsByLine } from '../items-by-line';

/** The call under the cursor, and for whom it is made; of several objects, for the first. */
export interface CallHere {
  readonly call: CallAt;
  readonly subject: Subject;
  /** The objects that make this call. */
  readonly users: readonly Item[];
}

export function callHere(analysis: Analysis, context: Context): CallHere | undefined {
  const call = callAt(context);
  if (!call) return undefined;
  const users = context.kind === 'value' ? usersOf(analysis, context, call.key) : [];
  const [first] = users;
  return { call, users, subject: first ? subjectOf(analysis.model, first, call.key) : nobody };
}

/** Everything that has the directive from this line: the object, its heirs, the services that an override changes; else a template itself. */
function usersOf(
  analysis: Analysis,
  { object, property }: Extract<Context, { kind: 'value' }>,
  key: string,
): readonly Item[] {
  const override = targetOf(object, property.key)?.shape === 'override';
  const type: ObjectTypeName | undefined = override ? 'service' : objectType(object.type)?.name;
  const users = type ? itemsByLine(analysis.model, type, key, property.node) : [];
  return users.length > 0 || override ? users : itemsOf(analysis, object).slice(0, 1);
}

/** The line that is run, and what about it is not known yet. */
export function runMarkdown({ model }: Analysis, { call, subject, users }: CallHere): Markdown | undefined {
  const text = [call.name, ...call.args].join('!');
  const { command, args } = callOf(model, users[0], call.key, text);
  const line = command?.text('command_line');
  if (line === undefined || builtInMarkdown(call.name) !== undefined) return undefined;
  const filled = fillIn(model, line, args, subject);
  return paragraphs(runs(users), block(shortened(filled.text), 'sh'), notes(filled).join('\n'));
}

/** More than this is no line to read in passing. */
const LONGEST = 1000;

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function runs(users: readonly Item[]): Markdown {
  const [first] = users;
  if (!first) return 'Runs:';
  const others = users.length - 1;
  const title = objectType(first.type)?.title ?? first.type;
  const more = others === 0 ? '' : ` (and ${others} other ${title}${others === 1 ? '' : 's'})`;
  return `Runs, for ${first.isTemplate ? 'the template ' : ''}${escape(first.name)}${more}:`;
}

function notes({ later, empty, notGiven, modulated, masked, loneDollar }: FilledIn): Markdown[] {
  const named = (names: readonly string[]): Markdown => names.map(code).join(', ');
  return [
    ...(loneDollar ? ['- **A `$` stands alone**: macros behind it go wrong. A dollar sign is written `$$`.'] : []),
    ...(empty.length > 0 ? [`- **Not defined, and so empty:** ${named(empty)}`] : []),
    ...(notGiven.length > 0 ? [`- Not given, and so empty: ${named(notGiven)}`] : []),
    ...(later.length > 0 ? [`- Filled in when it runs: ${named(later)}`] : []),
    ...(modulated.length > 0 ? [`- At times another value, by a macro modulation: ${named(modulated)}`] : []),
    ...(masked ? [`- ${MASK} stands for a password.`] : []),
  ];
}

/** What the argument under the cursor is for. */
export function argumentMarkdown({ project }: Analysis, { call }: CallHere): Markdown | undefined {
  const shape = commandShape(project, call.name);
  const parameter = shape?.parameters[call.active];
  const number = `Argument ${call.active + 1} of ${escape(call.name)}`;
  if (!shape || call.active < 0) return undefined;
  if (!parameter) return `${number}: **the command line has no use for it**.`;
  if (parameter.unused) return `${number}: **${code(`$${parameter.macro}$`)} is not in the command line**.`;
  return parameter.label === parameter.macro ? number : `${number}: ${code(parameter.label)}`;
}
