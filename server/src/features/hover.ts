import type { Analysis } from '../analysis';
import { objectType } from '../schema';
import type { Span } from '../syntax/nodes';
import { settingNamed } from './completion/settings';
import { contextAt, type Context, type ValueCursor } from './context';
import { daemonMarkdown } from './daemon-help';
import { effectiveValue, effectiveValues } from './effective';
import type { FilePosition, Markdown } from './feature';
import { argumentMarkdown, type CallHere, callHere, runMarkdown } from './hover/calls';
import { expressionMarkdown } from './hover/groups';
import type { Link } from './hover/link';
import { macroHover } from './hover/macros';
import { nameHover } from './hover/names';
import { daterangeMarkdown, periodMarkdown } from './hover/periods';
import { broughtMarkdown } from './hover/templates';
import { valueHover } from './hover/values';
import { ignoreHover } from './ignore-comments';
import { builtInMarkdown, directiveMarkdown, paragraphs, typeMarkdown } from './markdown';
import { targetOf } from '../model/names/scan';
import { directiveOf } from '../model/names/written';

export type { Link } from './hover/link';

export interface Hover {
  readonly span: Span;
  readonly contents: Markdown;
}

/** What is under the cursor: a directive's help, the object that a name stands for, a macro, the effective values of an object. */
export function hover(analysis: Analysis, at: FilePosition, link: Link): Hover | undefined {
  const context = contextAt(analysis.project, at);
  switch (context.kind) {
    case 'nothing':
      return ignoreHover(analysis.project, at);
    case 'top':
      return undefined;
    case 'head': {
      const { object, word } = context;
      const type = objectType(object.type);
      const help = type ? typeMarkdown(type) : undefined;
      const period = periodMarkdown(analysis, object);
      const daemon = daemonMarkdown(analysis, object, link);
      return found(word, help, period, daemon, effectiveValues(analysis, object, link));
    }
    case 'key':
      return onKey(analysis, at, context, link);
    case 'value':
      return onValue(analysis, at, context, link);
    case 'setting': {
      const { setting, part } = context;
      if (part === 'value') return onValue(analysis, at, context, link);
      const directive = settingNamed(setting.key);
      if (!directive) return onName(analysis, at, link);
      return found(setting.node.keySpan, directiveMarkdown(directive, 'main file', setting.key));
    }
  }
}

function found(span: Span, ...parts: readonly (Markdown | undefined)[]): Hover | undefined {
  const contents = paragraphs(...parts);
  return contents === '' ? undefined : { span, contents };
}

function onKey(
  analysis: Analysis,
  at: FilePosition,
  { object, property, word }: Extract<Context, { kind: 'key' }>,
  link: Link,
): Hover | undefined {
  const directive = property && directiveOf(object, property.key);
  if (!directive) return onName(analysis, at, link) ?? found(word, daterangeMarkdown(object, property));
  const help = directiveMarkdown(directive, objectType(object.type)?.title, property.key);
  const value =
    directive.name === 'use'
      ? effectiveValues(analysis, object, link)
      : effectiveValue(analysis, object, directive.name, link);
  return found(word, help, value);
}

function onName(analysis: Analysis, at: FilePosition, link: Link): Hover | undefined {
  const name = nameHover(analysis, at, link);
  return name && found(name.span, ...name.parts);
}

type InValue = Extract<Context, { kind: 'value' | 'setting' }>;

/** The narrowest thing there is something to say of: a macro, a name, the command that a call runs, the value as a whole. */
function onValue(analysis: Analysis, at: FilePosition, context: InValue, link: Link): Hover | undefined {
  const { cursor } = context;
  const object = context.kind === 'value' ? context.object : undefined;
  const call = callHere(analysis, context);
  const macro = macroHover(analysis, at, object, cursor, call, link);
  if (macro) return found(macro.span, ...macro.parts);
  const name = nameHover(analysis, at, link);
  if (name) return found(name.span, ...beside(analysis, context, call, name.name), ...name.parts);
  return (call && onCall(analysis, call)) ?? onWhole(analysis, context) ?? onChoice(analysis, context, cursor);
}

/** What the value says about the name that the cursor is on, beside what the name stands for. */
function beside(
  analysis: Analysis,
  context: InValue,
  call: CallHere | undefined,
  name: string,
): readonly (Markdown | undefined)[] {
  if (call) return call.call.active < 0 ? [runMarkdown(analysis, call)] : [];
  if (context.kind !== 'value') return [];
  const { object, property, cursor } = context;
  const brought = property.key === 'use' ? broughtMarkdown(analysis, object, name) : undefined;
  return [brought, expressionMarkdown(analysis, targetOf(object, property.key), cursor)];
}

/** On an argument, or on the name of a command that nobody has written. */
function onCall(analysis: Analysis, here: CallHere): Hover | undefined {
  const { cursor, name, active } = here.call;
  const span = partOf(cursor);
  if (active < 0 || name === 'bp_rule') return found(span, builtInMarkdown(name));
  return found(span, argumentMarkdown(analysis, here), runMarkdown(analysis, here));
}

/** The stretch of a call between two exclamation marks. */
function partOf({ before, after, spanOf }: ValueCursor): Span {
  const start = /(?:^|(?<!\\)!)((?:[^!]|\\!)*)$/.exec(before)?.[1]?.length ?? before.length;
  return spanOf(before.length - start, /(?<!\\)!|$/.exec(after)?.index ?? after.length);
}

/** On an operator of an expression, or on the hours behind a day. */
function onWhole(analysis: Analysis, context: InValue): Hover | undefined {
  if (context.kind !== 'value') return undefined;
  const { object, property, cursor } = context;
  const span = cursor.spanOf(0, cursor.after.length);
  const range = directiveOf(object, property.key) ? undefined : daterangeMarkdown(object, property);
  return found(span, expressionMarkdown(analysis, targetOf(object, property.key), cursor), range);
}

function onChoice({ project }: Analysis, context: InValue, cursor: ValueCursor): Hover | undefined {
  const directive =
    context.kind === 'value' ? directiveOf(context.object, context.property.key) : settingNamed(context.setting.key);
  const value = valueHover(project, directive, cursor);
  return value && found(value.span, value.help);
}
