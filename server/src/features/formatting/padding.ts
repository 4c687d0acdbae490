/**
 * Characters that Shinken takes off at both ends of a line in Python 2 and in Python 3, and that any reader takes for white space: all
 * that a formatter may take away. What only one of them strips stays.
 */
function isPadding(code: number): boolean {
  if (code < 0x80) return code === 0x20 || code === 0x09 || code === 0x0b || code === 0x0c;
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** First offset in `[from, to)` that is no padding; `to` if there is none. */
export function skipPadding(text: string, from: number, to: number): number {
  while (from < to && isPadding(text.charCodeAt(from))) from++;
  return from;
}

/** Offset behind the last character in `[from, to)` that is no padding; `from` if there is none. */
export function skipPaddingBack(text: string, from: number, to: number): number {
  while (to > from && isPadding(text.charCodeAt(to - 1))) to--;
  return to;
}

/** Columns that a text takes, one for each code point; undefined where a tab makes that depend on its place. */
export function widthOf(text: string, from: number, to: number): number | undefined {
  let width = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x09) return undefined;
    if ((code & 0xfc00) !== 0xdc00) width++;
  }
  return width;
}

/** The column, from 0, of an offset on the line that begins at `lineStart`. */
export function columnOf(text: string, lineStart: number, offset: number, tabSize: number): number {
  let column = 0;
  for (let at = lineStart; at < offset; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x09) column += tabSize - (column % tabSize);
    else if ((code & 0xfc00) !== 0xdc00) column++;
  }
  return column;
}
