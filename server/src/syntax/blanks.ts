/**
 * The two notions of a blank that the arbiter has. Its regular expressions (key from value, `define` from type) know ASCII blanks
 * only; its `strip()` works on Unicode text and also takes off no-break spaces and the like. JavaScript's `trim` is neither.
 */

/** An ASCII blank: tab, line feed, vertical tab, form feed, carriage return, space. */
export function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

/** Anything that Python's `unicode.strip()` takes off. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d) || (code >= 0x1c && code <= 0x1f);
  if (code < 0x1680) return code === 0x85 || code === 0xa0;
  return (
    code === 0x1680 ||
    code === 0x180e ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** First offset in `[from, to)` that is no Unicode blank; `to` if there is none. */
export function skipSpaces(text: string, from: number, to: number): number {
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  return from;
}

/** Offset behind the last character in `[from, to)` that is no Unicode blank; `from` if there is none. */
export function skipSpacesBack(text: string, from: number, to: number): number {
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return to;
}

/** Python's `unicode.strip()`. */
export function strip(text: string): string {
  const start = skipSpaces(text, 0, text.length);
  return text.slice(start, skipSpacesBack(text, start, text.length));
}
