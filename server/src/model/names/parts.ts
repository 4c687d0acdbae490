/** Takes a decoded value apart into the names it says, by the shape that the schema gives it. */
import type { ReferenceShape } from '../../schema';
import type { Part } from './occurrence';

/** A name in a value; of a pair, the one of the service has its host beside it. */
export interface NamePart extends Part {
  /** In a pair or a business rule: which half. */
  readonly half?: 'host' | 'service';
  readonly host?: string;
}

/**
 * The names in a value of that shape, in order; text that names nothing by itself (`*`, patterns, operators) is left out. Where lists are
 * not `additive`, as in the types that inherit nothing, a `+` at the head of one belongs to the name (item.py:136-148).
 */
export function nameParts(text: string, shape: ReferenceShape, additive = true): readonly NamePart[] {
  const list = (): Part[] =>
    split(text, /,/g).map((part, index) => (additive && index === 0 ? without(part, '+') : part));
  switch (shape) {
    case 'name':
      return named([strip({ text, at: 0 })]);
    case 'list':
    case 'list-with-all':
      return named(list());
    case 'list-with-not':
      return named(list().map((part) => without(part, '!')));
    case 'expression':
      return named(split(text, /[()&|!*]/.test(text) ? /[,&|!+()]/g : /,/g));
    case 'call':
      return named([callName({ text, at: 0 })]);
    case 'calls':
      return named(split(text, /,/g).map(callName));
    case 'pairs':
      return pairs(split(text, /,/g));
    case 'satellite-map':
      return named(split(text, /,/g).map((part) => strip(cut(part, 0, part.text.search(/=|$/)))));
    case 'override':
      return named([strip({ text: text.slice(0, text.search(/,|$/)), at: 0 })]).filter(isExact);
    case 'service-patterns':
      return named(split(text, /,/g)).filter(isExact);
  }
}

/** Not `r:regex`. */
function isExact({ text }: Part): boolean {
  return !text.startsWith('r:');
}

/** What `description,directive value` gives the service: the directive, and its value; undefined for any other text. */
export function overridden(text: string): { readonly key: string; readonly value: Part } | undefined {
  const match = /^([^,]+,)(\S+)(\s+)(.*)$/s.exec(text);
  if (!match) return undefined;
  const [, head = '', key = '', gap = '', value = ''] = match;
  return { key, value: { text: value, at: head.length + key.length + gap.length } };
}

/** The parts between separators, stripped of blanks. */
export function split(text: string, separator: RegExp, at = 0): Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const { index, 0: found } of text.matchAll(separator)) {
    parts.push(strip({ text: text.slice(start, index), at: at + start }));
    start = index + found.length;
  }
  parts.push(strip({ text: text.slice(start), at: at + start }));
  return parts;
}

export function cut({ text, at }: Part, start: number, end = text.length): Part {
  return { text: text.slice(start, end), at: at + start };
}

export function strip(part: Part): Part {
  const text = part.text.trim();
  if (text.length === part.text.length) return part;
  return { text, at: part.at + part.text.search(/\S|$/) };
}

function without(part: Part, prefix: string): Part {
  return part.text.startsWith(prefix) ? strip(cut(part, prefix.length)) : part;
}

/** The command's name in `name!argument`, where `\!` is no separator. */
function callName(part: Part): Part {
  return strip(cut(part, 0, callEnd(part.text)));
}

/** Where the name of a call ends: at the first `!` without a backslash before it, or at the end. */
function callEnd(text: string): number {
  return /(?<!\\)!|$/.exec(text)?.index ?? text.length;
}

function pairs(parts: readonly Part[]): NamePart[] {
  return named(
    parts.map((part, index) =>
      index % 2 === 0
        ? { ...part, half: 'host' as const }
        : { ...part, half: 'service' as const, host: parts[index - 1]?.text ?? '' },
    ),
  );
}

function named<P extends Part>(parts: readonly P[]): P[] {
  return parts.filter(({ text }) => text !== '' && text !== '*');
}
