import type { Dialect } from '../../model/types';

/** Where values stand: in one column for each object, in one for the file, behind a single blank, or where they are. */
export const alignments = ['object', 'file', 'none', 'keep'] as const;
export type Alignment = (typeof alignments)[number];

/** White space at the commas of lists: as it is, `a, b` or `a,b`. */
export const listStyles = ['keep', 'spaced', 'compact'] as const;
export type ListStyle = (typeof listStyles)[number];

/** What only the user can say: `shinken.format` in the editor, options on the command line. */
export interface FormatStyle {
  readonly alignment: Alignment;
  readonly lists: ListStyle;
  /** Blank lines that may follow one another, at least 1; undefined: as many as there are. */
  readonly maxBlankLines: number | undefined;
}

export const defaultStyle: FormatStyle = { alignment: 'object', lists: 'keep', maxBlankLines: undefined };

/** What editors know by themselves, or by `.editorconfig`. */
export interface Whitespace {
  /** Columns from one tab stop to the next; also how far blanks indent. */
  readonly tabSize: number;
  readonly insertSpaces: boolean;
  readonly trimTrailingWhitespace: boolean;
  readonly insertFinalNewline: boolean;
  readonly trimFinalNewlines: boolean;
  /** The line break for a text that has none. */
  readonly lineBreak: '\n' | '\r\n' | '\r';
}

export const defaultWhitespace: Whitespace = {
  tabSize: 4,
  insertSpaces: true,
  trimTrailingWhitespace: true,
  insertFinalNewline: true,
  trimFinalNewlines: true,
  lineBreak: '\n',
};

export interface FormatOptions extends FormatStyle, Whitespace {
  /** Which lines go on in the next one differs between the versions. */
  readonly dialect: Dialect;
}
