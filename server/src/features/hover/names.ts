/** The objects that the name under the cursor stands for. */
import type { Analysis } from '../../analysis';
import type { Span } from '../../syntax/nodes';
import { daemonMarkdown } from '../daemon-help';
import { effectiveValues } from '../effective';
import type { FilePosition, Markdown } from '../feature';
import { code, escape } from '../markdown';
import { definitionsOf } from '../meaning';
import { objectMarkdown, placeLink } from '../objects';
import { shownValue } from '../secrets';
import { type Occurrence, symbolsOf } from '../symbols';
import { membersMarkdown } from './groups';
import type { Link } from './link';
import { periodMarkdown } from './periods';

/** How many objects of one name a hover shows. */
const MOST_OBJECTS = 3;

export interface NameHover {
  readonly span: Span;
  readonly name: string;
  readonly parts: readonly (Markdown | undefined)[];
}

/** Where the object gets its name: how often others say it, and all that it comes to. Where another says it: the objects that are meant. */
export function nameHover(analysis: Analysis, at: FilePosition, link: Link): NameHover | undefined {
  const { project } = analysis;
  const occurrence = symbolsOf(project).at(at);
  if (!occurrence) return undefined;
  const { name, object, role } = occurrence;
  const span = occurrence.reach ?? occurrence.at.span;
  if (role === 'definition' && object) {
    const parts = [
      usage(analysis, occurrence),
      membersMarkdown(analysis, object),
      periodMarkdown(analysis, object),
      daemonMarkdown(analysis, object, link),
      effectiveValues(analysis, object, link),
    ];
    return { span, name, parts };
  }
  const places = definitionsOf(analysis, occurrence);
  if (places.length === 0) return undefined;
  const shown = places.slice(-MOST_OBJECTS).flatMap((place) => definitionParts(analysis, place, link));
  const rest = places.length - MOST_OBJECTS;
  return { span, name, parts: [...shown, rest > 0 ? `… and ${rest} more` : undefined] };
}

function definitionParts(
  analysis: Analysis,
  { object, name, at, property, setting }: Occurrence,
  link: Link,
): readonly (Markdown | undefined)[] {
  const { project } = analysis;
  if (object && !property?.key.startsWith('_')) {
    return [
      objectMarkdown(project, object, link),
      membersMarkdown(analysis, object),
      periodMarkdown(analysis, object),
      daemonMarkdown(analysis, object, link),
    ];
  }
  const line = property ?? setting;
  return [
    `**${escape(name)}**${line === undefined ? '' : ` ${code(shownValue(line))}`} — ${placeLink(project, at, link)}`,
  ];
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
