import { defaultWhitespace, type Whitespace } from '../features/formatting';

/** Gives the white space that the `.editorconfig` files around a path ask for; what they leave open is as the formatter would have it. */
export type EditorConfig = (file: string) => Whitespace;

/** Reads `.editorconfig` files, each once. */
export async function openEditorConfig(): Promise<EditorConfig> {
  const { parseSync } = await import('editorconfig');
  const cache: Parameters<typeof parseSync>[1] = { cache: new Map(), unset: true };
  return (file) => toWhitespace(parseSync(file, cache));
}

const lineBreaks: Readonly<Record<string, Whitespace['lineBreak']>> = { lf: '\n', crlf: '\r\n', cr: '\r' };

function toWhitespace(given: Readonly<Record<string, unknown>>): Whitespace {
  const insertSpaces = given['indent_style'] !== 'tab';
  const sizes = [given['indent_size'], given['tab_width']];
  // With tabs, an indentation is one of them, however wide they say that it is.
  const size = (insertSpaces ? sizes : sizes.reverse()).find(
    (one): one is number => Number.isInteger(one) && Number(one) > 0,
  );
  return {
    tabSize: size ?? defaultWhitespace.tabSize,
    insertSpaces,
    trimTrailingWhitespace: given['trim_trailing_whitespace'] !== false,
    insertFinalNewline: given['insert_final_newline'] !== false,
    trimFinalNewlines: defaultWhitespace.trimFinalNewlines,
    lineBreak: lineBreaks[String(given['end_of_line'])] ?? defaultWhitespace.lineBreak,
  };
}
