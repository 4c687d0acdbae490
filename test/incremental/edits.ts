/** What people do to a text while they type, drawn at random. */
import type { Random } from '../../bench/random';
import type { FilePath, Project, RawObject, RawProperty } from '../../server/src/project/types';
import { objectType } from '../../server/src/schema';
import type { Span } from '../../server/src/syntax/nodes';

export interface Edit {
  readonly file: FilePath;
  /** The whole text afterwards. */
  readonly text: string;
  /** What was done, for whoever has to find out what went wrong. */
  readonly what: string;
}

const VALUES = ['', '0', '1', '-1', '3.5', 'abc', 'd,u,r', '24x7', 'null', '$HOSTADDRESS$', '$_HOSTSNMP$'] as const;
const LETTERS = ['x', '1', '!', ',', ' ', '-', '+', '#', ';', '*'] as const;
const MARKS = ['\n', ' ', 'z', '}', '{', ';', '#', '\\'] as const;

type Change = readonly [span: Span, replacement: string];

/** One edit of a configuration, in a host or a service more often than not; undefined where there is nothing to edit at the place drawn. */
export function randomEdit(project: Project, random: Random): Edit | undefined {
  const one = <Each>(all: readonly Each[]): Each | undefined => all[random.below(all.length)];
  const monitored = project.objects.filter(({ type }) => type === 'host' || type === 'service');
  const object = one(random.percent(85) && monitored.length > 0 ? monitored : project.objects);
  const property = object && one(object.properties);
  const source = object && project.files.get(object.file);
  // A property may stand in another file than its object.
  if (!object || !property || !source || property.file !== object.file) return undefined;
  const [what, edit] = random.one(kinds);
  const [span, replacement] = edit({ object, property, text: source.text, random, project });
  const text = source.text.slice(0, span.start) + replacement + source.text.slice(span.end);
  const shown = source.text.slice(Math.max(0, span.start - 40), span.end + 10);
  return { file: object.file, text, what: `${what}: ${JSON.stringify(shown)} gets ${JSON.stringify(replacement)}` };
}

interface Situation {
  readonly object: RawObject;
  readonly property: RawProperty;
  readonly text: string;
  readonly random: Random;
  readonly project: Project;
}

type Kind = readonly [what: string, edit: (situation: Situation) => Change];

const kinds: readonly [Kind, ...Kind[]] = [
  [
    'a letter in a value',
    ({ property, random }) => [at(inside(property.node.value.span, random)), random.one(LETTERS)],
  ],
  ['a letter less in a value', ({ property, random }) => [letter(property.node.value.span, random), '']],
  ['a letter less in a key', ({ property, random }) => [letter(property.node.keySpan, random), '']],
  ['another value', ({ property, random }) => [property.node.value.span, random.one(VALUES)]],
  ['a name for a value', (situation) => [situation.property.node.value.span, someName(situation)]],
  [
    'one more name',
    (situation) => [situation.property.node.value.span, `${situation.property.value},${someName(situation)}`],
  ],
  ['another key', (situation) => [situation.property.node.keySpan, someKey(situation)]],
  ['a line less', ({ property, text }) => [upTo(text, property.node.span), '']],
  [
    'a line more',
    (situation) => [at(situation.property.node.span.end), `\n    ${someKey(situation)} ${someName(situation)}`],
  ],
  [
    'one more directive',
    ({ property, object, random }) => [
      at(property.node.span.end),
      `\n    ${anyDirective(object, random)} ${random.one(VALUES)}`,
    ],
  ],
  ['a copy of the object', ({ object, text, random }) => [at(object.node.span.end), copyOf(object, text, random)]],
  ['an object less', ({ object }) => [object.node.span, '']],
  ['a mark anywhere', ({ text, random }) => [at(random.below(text.length)), random.one(MARKS)]],
  ['a letter less anywhere', ({ text, random }) => [letter({ start: 0, end: text.length }, random), '']],
];

const at = (offset: number): Span => ({ start: offset, end: offset });

function inside({ start, end }: Span, random: Random): number {
  return start + random.below(end - start + 1);
}

function letter(span: Span, random: Random): Span {
  const start = Math.min(inside(span, random), Math.max(span.start, span.end - 1));
  return { start, end: Math.min(start + 1, span.end) };
}

function upTo(text: string, { start, end }: Span): Span {
  return { start, end: Math.min(text.length, end + 1) };
}

/** The same once more, under the same name or another. */
function copyOf({ node }: RawObject, text: string, random: Random): string {
  const copy = text.slice(node.span.start, node.span.end);
  return `\n${random.percent(50) ? copy : copy.replace(/(?<=service_description\s+)\S.*/, '$& 2')}\n`;
}

function someProperty(
  { project, random }: Situation,
  wanted: (property: RawProperty) => boolean,
): RawProperty | undefined {
  const found = project.objects[random.below(project.objects.length)]?.properties.filter(wanted) ?? [];
  return found[random.below(found.length)];
}

function someName(situation: Situation): string {
  return someProperty(situation, ({ key }) => /name$|description$|^use$/.test(key))?.value ?? 'nobody';
}

function someKey(situation: Situation): string {
  return someProperty(situation, () => true)?.key ?? 'alias';
}

/** One that objects of its type may have, whether or not anybody here does. */
function anyDirective({ type }: RawObject, random: Random): string {
  const { directives = [] } = objectType(type) ?? {};
  return directives[random.below(directives.length)]?.name ?? 'alias';
}
