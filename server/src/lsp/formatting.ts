/** Formatting over the wire: the editor's options and the user's settings made one, changes as edits. */
import type { FormattingOptions, TextEdit } from 'vscode-languageserver';
import { defaultWhitespace, type Edit, type FormatOptions } from '../features/formatting';
import { type Lines, toRange } from './convert';
import type { Settings } from './settings';

/** The widest indentation that an editor can want. */
const WIDEST = 16;

/** What the editor does not say is as the formatter would have it. */
export function toFormatOptions({ format, dialect }: Settings, given: FormattingOptions): FormatOptions {
  const { tabSize, insertSpaces, trimTrailingWhitespace, insertFinalNewline, trimFinalNewlines } = given;
  return {
    ...format,
    dialect,
    tabSize: Number.isInteger(tabSize) ? Math.min(Math.max(tabSize, 1), WIDEST) : defaultWhitespace.tabSize,
    insertSpaces: insertSpaces !== false,
    trimTrailingWhitespace: trimTrailingWhitespace !== false,
    insertFinalNewline: insertFinalNewline !== false,
    trimFinalNewlines: trimFinalNewlines !== false,
    lineBreak: defaultWhitespace.lineBreak,
  };
}

export function toTextEdits(lines: Lines, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ span, newText }) => ({ range: toRange(lines, span), newText }));
}
