import { isBlank } from '../../syntax/blanks';
import type { Line } from './lines';

/** A line of an object as it is laid out; of one that is commented out, what stands behind the comment mark. */
export interface Row {
  readonly kind:
    /** `define …`, `{`, `}`: as far left as the object. */
    | 'outer'
    | 'property'
    | 'comment'
    | 'continuation'
    /** A blank line that the user is about to fill. */
    | 'cursor'
    /** Stays where it is. */
    | 'left';
  readonly line: Line;
  /** Where the white space before it begins. */
  readonly lead: number;
  /** Its first character that is no white space. */
  readonly first: number;
  /** Of a property, where its key ends; `first` in any other row. */
  readonly keyEnd: number;
  /** Where the value of a property begins; undefined without one on this line. */
  readonly value: number | undefined;
}

/** An object, or one that is commented out, to be laid out. */
export interface Block {
  readonly type: string;
  readonly rows: readonly Row[];
  /** Stands before every row: nothing, or what follows the comment mark. */
  readonly base: string;
}

/** The row of a line of an object. */
export function rowOf(text: string, line: Line): Row {
  if (line.role === 'property') return propertyRow(text, line, line.start, line.first);
  return plainRow(kindOf(text, line), line, line.start, line.first);
}

function kindOf(text: string, { role, of, first, last, adrift }: Line): Row['kind'] {
  if (adrift) return 'left';
  if (role === 'define' || role === 'open' || role === 'close') return 'outer';
  if (role === 'comment') return 'comment';
  const goesOn = role === 'continuation' && of === 'property';
  return goesOn && !/^(?:[{}]|define\b|$)/.test(text.slice(first, last)) ? 'continuation' : 'left';
}

export function plainRow(kind: Row['kind'], line: Line, lead: number, first: number): Row {
  return { kind, line, lead, first, keyEnd: first, value: undefined };
}

export function propertyRow(text: string, line: Line, lead: number, first: number): Row {
  let keyEnd = first;
  while (keyEnd < line.bare && !isBlank(text.charCodeAt(keyEnd))) keyEnd++;
  let value = keyEnd;
  while (value < line.bare && isBlank(text.charCodeAt(value))) value++;
  return { kind: 'property', line, lead, first, keyEnd, value: value === line.bare ? undefined : value };
}

/** White space, and what it should be. */
export interface Gap {
  readonly start: number;
  readonly end: number;
  readonly wanted: string;
}

/** The white space of `define type {`; none where the line has more than that, or is not whole. */
export function headGaps(text: string, from: number, bare: number): Gap[] {
  const found = /^define([ \t\v\f]+)([^\s{\\][^{\\]*?)([ \t\v\f]*)\{$/.exec(text.slice(from, bare));
  if (!found) return [];
  const [, before = '', type = '', behind = ''] = found;
  const typeStart = from + 'define'.length + before.length;
  const typeEnd = typeStart + type.length;
  return [
    { start: typeStart - before.length, end: typeStart, wanted: ' ' },
    { start: typeEnd, end: typeEnd + behind.length, wanted: ' ' },
  ];
}
