import { isSpace, skipSpaces, skipSpacesBack } from './blanks';
import type { Span, Value } from './nodes';
import { spanOf } from './scanner';

export { spanOf } from './scanner';

/** A part of a decoded value, and where it stands in the file. */
export interface ValuePart {
  readonly text: string;
  readonly span: Span;
}

/** How many decoded characters stand before an offset of the text; undefined for one outside the value. */
export function offsetIn({ text, span, pieces }: Value, offset: number): number | undefined {
  if (offset < span.start || offset > span.end) return undefined;
  for (const { at, length, start } of pieces) {
    if (offset <= start) return at;
    if (offset <= start + length) return at + offset - start;
  }
  return text.length;
}

/** The items of a list, blanks taken off, empty ones kept: `''` is one empty item, as it is for the arbiter. */
export function listItems(value: Value, separator = ','): ValuePart[] {
  const items: ValuePart[] = [];
  let from = 0;
  for (const item of value.text.split(separator)) {
    items.push(stripped(value, from, from + item.length));
    from += item.length + separator.length;
  }
  return items;
}

/**
 * The command and the arguments of `command!argument!…`. A `\!` does not separate and stands for `!`, in arguments only
 * (commandcall.py:93-104); blanks count.
 */
export function callParts(value: Value): { readonly command: ValuePart; readonly args: readonly ValuePart[] } {
  const { text } = value;
  const parts: ValuePart[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && (text[at] !== '!' || text[at - 1] === '\\')) continue;
    parts.push({ text: text.slice(from, at), span: spanOf(value, from, at) });
    from = at + 1;
  }
  const [command = { text: '', span: value.span }, ...args] = parts;
  return { command, args: args.map(({ text, span }) => ({ text: text.replaceAll('\\!', '!'), span })) };
}

export interface ExpressionToken extends ValuePart {
  readonly kind: 'name' | 'operator';
}

/** An expression of groups or of host templates (complexexpression.py:124-286), cut into names and the operators `& | , ! + * ( )`. */
export function expressionTokens(value: Value): ExpressionToken[] {
  const { text } = value;
  const tokens: ExpressionToken[] = [];
  for (let at = 0; at < text.length;) {
    if (isSpace(text.charCodeAt(at))) at++;
    else if (isOperator(text.charAt(at))) {
      tokens.push({ kind: 'operator', text: text.charAt(at), span: spanOf(value, at, at + 1) });
      at++;
    } else {
      let end = at;
      while (end < text.length && !isOperator(text.charAt(end))) end++;
      tokens.push({ kind: 'name', ...stripped(value, at, end) });
      at = end;
    }
  }
  return tokens;
}

function isOperator(character: string): boolean {
  return '&|,!+*()'.includes(character);
}

/** The pairs of `host,service,host,service…`; the last one's second half is undefined where the list is of odd length. */
export function pairs(value: Value): { readonly first: ValuePart; readonly second: ValuePart | undefined }[] {
  const items = listItems(value);
  return items.flatMap((first, index) => (index % 2 === 0 ? [{ first, second: items[index + 1] }] : []));
}

function stripped(value: Value, from: number, to: number): ValuePart {
  const start = skipSpaces(value.text, from, to);
  const end = skipSpacesBack(value.text, start, to);
  return { text: value.text.slice(start, end), span: spanOf(value, start, end) };
}
