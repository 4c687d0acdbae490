/** What a directive says, put so that two ways of writing the same thing come out the same. */
import { asWritten, isAbsolute, isBelow } from '../../project/paths';
import type { Copy, FilePath, RawProperty } from '../../project/types';
import { type Directive, directive as directiveOf, type ObjectType } from '../../schema';
import { strip } from '../../syntax/blanks';
import { expressionTokens } from '../../syntax/values';

/** How a value is to be read: the arbiter's own ways of taking a text apart, and whether it looks at the order of what it gets. */
type Form =
  | 'text'
  /** Blanks only separate: a day or a date with its hours. */
  | 'words'
  | 'list'
  | 'set'
  /** `host,service,host,service`: a set of pairs. */
  | 'pairs'
  | 'expression'
  /** One item a line. */
  | 'lines';

/** What all the lines of one directive in one object say together. */
export interface Meaning {
  /** Equal for two that say the same. */
  readonly canonical: string;
  /** Of a list whose order means nothing. */
  readonly items?: readonly string[];
}

/** The folders of the copies, the innermost first: a copy may lie in the folder that it is a copy of. */
export type Roots = readonly FilePath[];

export function rootsOf(...copies: readonly Copy[]): Roots {
  return [...new Set(copies.flatMap(({ root, at }) => [root, at, asWritten(root), asWritten(at)]))].sort(
    (a, b) => b.length - a.length,
  );
}

/** Puts a path below one of the folders as a path from there; any other text comes back as it is. */
export function relative(roots: Roots, text: string): string {
  if (!isAbsolute(text)) return text;
  const root = roots.find((folder) => isBelow(folder, text));
  return root === undefined ? text : `\0${text.slice(root.length)}`;
}

/** What the lines of a directive say; `properties` are all of its lines in one object, in order, at least one. */
export function meaning(type: ObjectType | undefined, properties: readonly RawProperty[], roots: Roots): Meaning {
  const key = properties[0]?.key ?? '';
  const directive = type && directiveOf(type.name, key);
  const form = formOf(type, directive, properties);
  const texts = properties.map(({ value }) => value);
  switch (form) {
    case 'text':
      return { canonical: JSON.stringify(texts.map((text) => relative(roots, text))) };
    case 'words':
      return { canonical: JSON.stringify(texts.map((text) => strip(text).replace(/\s+/g, ' '))) };
    case 'lines':
      return { canonical: JSON.stringify(texts.map(strip)) };
    case 'expression':
      return expression(properties);
    default:
      return list(form, texts, type?.inherits === true && directive?.value === 'list');
  }
}

function formOf(
  type: ObjectType | undefined,
  directive: Directive | undefined,
  properties: readonly RawProperty[],
): Form {
  if (!directive) {
    const isCustom = properties[0]?.key.startsWith('_') === true;
    return type?.name === 'timeperiod' && !isCustom ? 'words' : 'text';
  }
  const { value, ordered, oneItemPerLine, reference } = directive;
  if (oneItemPerLine) return 'lines';
  if (ordered) return 'list';
  switch (reference?.shape) {
    case 'pairs':
      return 'pairs';
    case 'expression':
      return 'expression';
    case 'list-with-not':
      // What `!` takes out has to be there already.
      return properties.some(({ value: text }) => text.includes('!')) ? 'list' : 'set';
    case 'list':
    case 'list-with-all':
    case 'calls':
    case 'satellite-map':
    case 'service-patterns':
      return 'set';
    default:
      return value === 'list' || value === 'integerList' || value === 'dictionary' ? 'set' : 'text';
  }
}

/** `additive`: a `+` before the first item adds the list to what templates have, and is no part of the item. */
function list(form: 'list' | 'set' | 'pairs', texts: readonly string[], additive: boolean): Meaning {
  const plus = additive && texts[0]?.startsWith('+') === true;
  const whole = texts.map((text, index) => (plus && index === 0 ? text.slice(1) : text)).join(',');
  const parts = whole.split(',').map(strip);
  const items = form === 'pairs' ? inPairs(parts) : parts;
  if (form === 'list') return { canonical: JSON.stringify([plus, items]) };
  return { canonical: JSON.stringify([plus, [...items].sort()]), items };
}

function inPairs(parts: readonly string[]): string[] {
  return parts.flatMap((first, index) => (index % 2 === 0 ? [parts.slice(index, index + 2).join(',') || first] : []));
}

/** Without operators it is a list; with them the order counts, for the last operator decides about all of its level. */
function expression(properties: readonly RawProperty[]): Meaning {
  const tokens = properties.flatMap(({ node }) => expressionTokens(node.value));
  const isList = tokens.every(({ kind, text }) => kind === 'name' || text === ',');
  const texts = properties.map(({ value }) => value);
  if (isList) return list('set', texts, false);
  return { canonical: JSON.stringify(['expression', ...tokens.map(({ kind, text }) => `${kind} ${text}`)]) };
}
