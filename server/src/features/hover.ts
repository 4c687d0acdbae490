import type { Analysis } from '../analysis';
import type { Place, RawObject, RawProperty } from '../project/types';
import { daterangeForm, moduleType, objectType, type Directive } from '../schema';
import type { Span } from '../syntax/nodes';
import { settingNamed } from './completion/settings';
import { contextAt, type ValueCursor } from './context';
import { daemonMarkdown } from './daemon-help';
import { definitionsOf } from './meaning';
import { effectiveValue, effectiveValues } from './effective';
import type { FilePosition, Markdown } from './feature';
import { macroMarkdown } from './macros';
import { code, directiveMarkdown, escape, moduleMarkdown, paragraphs, typeMarkdown } from './markdown';
import { objectMarkdown, placeLink } from './objects';
import { symbolsOf, type Occurrence } from './symbols';
import { macrosIn } from './symbols/macros';
import { directiveOf } from './symbols/written';

export interface Hover {
  readonly span: Span;
  readonly contents: Markdown;
}

/** Turns a place into the target of a link; how, is the editor's business. */
export type Link = (place: Place) => string;

/** How many objects of one name a hover shows. */
const shownObjects = 3;

/** What is under the cursor: a directive's help, the object that a name stands for, a macro, the effective values of an object. */
export function hover(analysis: Analysis, at: FilePosition, link: Link): Hover | undefined {
  const context = contextAt(analysis.project, at);
  switch (context.kind) {
    case 'nothing':
    case 'top':
      return undefined;
    case 'head': {
      const { object, word } = context;
      const type = objectType(object.type);
      const help = type ? typeMarkdown(type) : undefined;
      return found(word, help, daemonMarkdown(analysis, object, link), effectiveValues(analysis, object, link));
    }
    case 'key': {
      const { object, property, word } = context;
      const directive = property && directiveOf(object, property.key);
      if (!directive) return onName(analysis, at, link) ?? onDaterange(object, property, word);
      const help = directiveMarkdown(directive, objectType(object.type)?.title, property.key);
      return found(word, help, effectiveValue(analysis, object, directive.name, link));
    }
    case 'value': {
      const { object, property, cursor } = context;
      return onValue(analysis, at, object, directiveOf(object, property.key), cursor, link);
    }
    case 'setting': {
      const { setting, part, cursor } = context;
      const directive = settingNamed(setting.key);
      if (part === 'value') return onValue(analysis, at, undefined, directive, cursor, link);
      if (!directive) return onName(analysis, at, link);
      return found(setting.node.keySpan, directiveMarkdown(directive, 'main file', setting.key));
    }
  }
}

/** A line of a time period that says days. */
function onDaterange(object: RawObject, property: RawProperty | undefined, span: Span): Hover | undefined {
  const form = object.type === 'timeperiod' && property && daterangeForm(`${property.key} ${property.value}`);
  return form ? found(span, `**${escape(form.form)}**`, form.doc) : undefined;
}

function found(span: Span, ...parts: readonly (Markdown | undefined)[]): Hover | undefined {
  const contents = paragraphs(...parts);
  return contents === '' ? undefined : { span, contents };
}

function onValue(
  analysis: Analysis,
  at: FilePosition,
  object: RawObject | undefined,
  directive: Directive | undefined,
  cursor: ValueCursor,
  link: Link,
): Hover | undefined {
  return (
    onMacro(analysis, at, object, cursor, link) ?? onName(analysis, at, link) ?? onChoice(analysis, directive, cursor)
  );
}

function onMacro(
  { project }: Analysis,
  at: FilePosition,
  object: RawObject | undefined,
  { before, after, spanOf }: ValueCursor,
  link: Link,
): Hover | undefined {
  const macro = macrosIn(before + after).find(
    ({ at: start, text }) => start - 1 <= before.length && before.length <= start + text.length + 1,
  );
  const help = macro && macroMarkdown(project, object, macro.text);
  if (!macro || !help) return undefined;
  const symbols = symbolsOf(project);
  const occurrence = symbols.at(at);
  const places = occurrence ? symbols.definitions(occurrence.space, occurrence.name) : [];
  const shown = places
    .slice(0, shownObjects)
    .map(
      (place) =>
        `- ${code(place.property?.value ?? place.setting?.value ?? '')} — ${placeLink(project, place.at, link)}`,
    );
  const end = macro.at + macro.text.length + 1 - before.length;
  const name = `**${escape(`$${macro.text}$`)}**`;
  return found(spanOf(macro.at - 1, Math.max(0, end)), name, help, shown.join('\n'));
}

/** The objects that the name under the cursor stands for. */
function onName(analysis: Analysis, at: FilePosition, link: Link): Hover | undefined {
  const { project } = analysis;
  const occurrence = symbolsOf(project).at(at);
  if (!occurrence) return undefined;
  const span = occurrence.reach ?? occurrence.at.span;
  if (occurrence.role === 'definition' && occurrence.object) {
    const { object } = occurrence;
    const daemon = daemonMarkdown(analysis, object, link);
    return found(span, usage(analysis, occurrence), daemon, effectiveValues(analysis, object, link));
  }
  const places = definitionsOf(analysis, occurrence);
  const shown = places.slice(-shownObjects).map((place) => definitionMarkdown(analysis, place, link));
  const rest = places.length - shown.length;
  return found(span, ...shown, rest > 0 ? `… and ${rest} more` : undefined);
}

function definitionMarkdown(
  analysis: Analysis,
  { object, name, at, property, setting }: Occurrence,
  link: Link,
): Markdown {
  const { project } = analysis;
  if (object && !property?.key.startsWith('_'))
    return paragraphs(objectMarkdown(project, object, link), daemonMarkdown(analysis, object, link));
  const value = property?.value ?? setting?.value;
  return `**${escape(name)}**${value === undefined ? '' : ` ${code(value)}`} — ${placeLink(project, at, link)}`;
}

/** How often others say a name. */
function usage({ project }: Analysis, { space, name }: Occurrence): Markdown {
  const count = symbolsOf(project).references(space, name).length;
  const kind = space.replace(/^template (.*)/, '$1 template').replace(/^custom (.*)/, 'custom macro of a $1');
  return `**${escape(name)}** · ${kind} · ${count === 0 ? 'not referred to by name' : `referred to ${times(count)}`}`;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

/** What a choice means, and how long a number of `interval_length` units is. */
function onChoice({ project }: Analysis, directive: Directive | undefined, cursor: ValueCursor): Hover | undefined {
  if (!directive) return undefined;
  const { before, after, spanOf } = cursor;
  const list = directive.value === 'list';
  const start = list ? before.lastIndexOf(',') + 1 : 0;
  const end = list ? after.search(/,|$/) : after.length;
  const written = before.slice(start) + after.slice(0, end);
  const text = written.trim();
  const span = spanOf(start + written.search(/\S|$/), end);
  const choice = directive.choices?.find(({ value }) => value === text);
  const module = directive.name === 'module_type' ? moduleType(text) : undefined;
  if (module) return found(span, moduleMarkdown(module));
  if (choice) return found(span, `${code(choice.value)} — ${choice.doc}`);
  if (directive.unit === 'interval_length' && /^\d+(?:\.\d+)?$/.test(text)) {
    const setting = project.settings.findLast(({ key }) => key === 'interval_length')?.value;
    const length = Number(setting ?? settingNamed('interval_length')?.default ?? 60);
    return found(span, `${code(text)} × ${length} seconds = ${duration(Number(text) * length)}`);
  }
  return undefined;
}

/** Seconds, as a person says them. */
function duration(seconds: number): string {
  const units = [
    { name: 'day', length: 86_400 },
    { name: 'hour', length: 3600 },
    { name: 'minute', length: 60 },
    { name: 'second', length: 1 },
  ];
  const unit = units.find(({ length }) => seconds >= length && seconds % length === 0) ?? { name: 'second', length: 1 };
  const count = seconds / unit.length;
  return `${count} ${unit.name}${count === 1 ? '' : 's'}`;
}
