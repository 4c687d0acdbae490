/** The macro under the cursor: what it shows, the value that it has here, the lines that give it one. */
import type { Analysis } from '../../analysis';
import type { RawObject } from '../../project/types';
import type { Span } from '../../syntax/nodes';
import { argumentsGiven } from '../calls';
import { fillIn } from '../command-line';
import { parametersOf } from '../commands';
import type { ValueCursor } from '../context';
import type { FilePosition, Markdown } from '../feature';
import { macroMarkdown } from '../macros';
import { code, escape, paragraphs } from '../markdown';
import { placeLink } from '../objects';
import { isSecret, shownValue } from '../secrets';
import { type Occurrence, symbolsOf } from '../symbols';
import { macrosIn } from '../../model/names/macros';
import { written } from '../../model/names/written';
import type { CallHere } from './calls';
import type { Link } from './link';

/** So many lines that give a macro its value are shown, or so many values of an argument. */
const MOST_SHOWN = 3;

export function macroHover(
  { project, model }: Analysis,
  at: FilePosition,
  object: RawObject | undefined,
  { before, after, spanOf }: ValueCursor,
  call: CallHere | undefined,
  link: Link,
): { readonly span: Span; readonly parts: readonly (Markdown | undefined)[] } | undefined {
  const macro = macrosIn(before + after).find(
    ({ at: start, text }) => start - 1 <= before.length && before.length <= start + text.length + 1,
  );
  const help = macro && macroMarkdown(project, object, macro.text);
  if (!macro || !help) return undefined;
  const occurrence = symbolsOf(project).at(at);
  const places = occurrence ? symbolsOf(project).definitions(occurrence.space, occurrence.name) : [];
  const end = macro.at + macro.text.length + 1 - before.length;
  const name = `$${macro.text}$`;
  const here = call && fillIn(model, name, [], call.subject).text;
  const value = here === undefined || here === name ? undefined : `Here: ${code(here)}`;
  return {
    span: spanOf(macro.at - 1, Math.max(0, end)),
    parts: [
      `**${escape(name)}**`,
      help,
      value,
      givenMarkdown(project, object, macro.text),
      places.slice(0, MOST_SHOWN).map(shown).join('\n'),
      places.length > MOST_SHOWN ? `… and ${places.length - MOST_SHOWN} more` : undefined,
    ],
  };

  function shown({ property, setting, at: place }: Occurrence): Markdown {
    const line = property ?? setting;
    return `- ${code(line ? shownValue(line) : '')} — ${placeLink(project, place, link)}`;
  }
}

/** In a command line: what calls give for an argument. */
function givenMarkdown(
  project: Analysis['project'],
  object: RawObject | undefined,
  macro: string,
): Markdown | undefined {
  const index = Number(/^ARG([1-9]\d*)$/.exec(macro)?.[1] ?? 0) - 1;
  if (object?.type !== 'command' || index < 0) return undefined;
  const name = written(object, 'command_name')?.trim() ?? '';
  const line = written(object, 'command_line') ?? '';
  const label = parametersOf(line)[index]?.label ?? macro;
  const values = isSecret(label) ? [] : [...(argumentsGiven(project, name)[index] ?? [])];
  const shown = values.slice(0, MOST_SHOWN).map(([value, count]) => `${code(value)} ${times(count)}`);
  const rest = values.length - shown.length;
  if (shown.length === 0) return undefined;
  return paragraphs(`Given: ${shown.join(', ')}${rest > 0 ? ` and ${rest} other values` : ''}`);
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
