import { directive, objectType } from '../../schema';
import type { Edits } from './edits';
import type { FormatOptions } from './options';
import { columnOf, widthOf } from './padding';
import type { Block, Row } from './rows';

/** Blanks between a line and the comment behind it. */
const GAP = 2;
/** The comment behind a longer line does not push those of its neighbours to the right. */
const LONGEST_LINE = 80;

/** A row, and the columns that it takes up to its comment, where these are known; `room` of them are blanks. */
export interface Laid {
  readonly row: Row;
  readonly width: number | undefined;
  readonly room: number;
}

/**
 * Puts comments on lines of their own to where the properties begin, and comments behind properties that follow one another into one
 * column, together with the lines below that go on with such a comment.
 */
export function placeComments(
  text: string,
  { type, indent }: Block & { readonly indent: string },
  laid: readonly Laid[],
  options: FormatOptions,
  edits: Edits,
): void {
  const { alignment, tabSize } = options;
  const keep = alignment === 'keep';
  let members: Laid[] = [];
  /** The column of the `;` in a `#` comment that has just been placed. */
  let inComment: number | undefined;
  let before: Row | undefined;

  const flush = (): void => {
    const widths = members.flatMap(({ width }) => (width !== undefined && width <= LONGEST_LINE ? width : []));
    const common = widths.reduce((widest, width) => Math.max(widest, width), 0) + GAP;
    let column = common;
    for (const { row, width, room } of members) {
      if (width === undefined) rest(row, column);
      else {
        column = width <= LONGEST_LINE ? common : width + GAP;
        edits.set(row.line.bare, row.line.semicolon ?? row.line.bare, ' '.repeat(column - width + room));
      }
    }
    members = [];
  };
  const rest = ({ lead, first }: Row, column: number): void =>
    edits.set(lead, first, indent + ' '.repeat(column - tabSize));
  const columnOfComment = ({ line }: Row): number => columnOf(text, line.start, line.semicolon ?? line.start, tabSize);
  /** True for a `;` right below that of the line before. */
  const goesOn = (row: Row): boolean => {
    if (row.kind !== 'comment' || row.line.semicolon !== row.first || !before) return false;
    return keep || columnOfComment(before) === columnOfComment(row);
  };

  for (const each of laid) {
    const { row, width } = each;
    const { kind, line, lead, first } = row;
    if (goesOn(row)) {
      before = row;
      if (keep) continue;
      if (inComment === undefined) members.push({ row, width: undefined, room: 0 });
      else rest(row, inComment);
      continue;
    }
    const inline = kind === 'property' && line.semicolon !== undefined && !line.goesOn;
    inComment = undefined;
    before = undefined;
    if (!inline || width === undefined || alignment === 'none') flush();
    if (inline && keep) before = row;
    else if (inline && width !== undefined) {
      members.push(each);
      before = row;
    } else if (inline) edits.set(line.bare, line.semicolon, ' '.repeat(GAP));
    else if (kind === 'comment' && !isCommentedOut(text, type, row)) {
      edits.set(lead, first, indent);
      const columns =
        line.semicolon === undefined || line.semicolon === first ? undefined : widthOf(text, first, line.semicolon);
      inComment = columns === undefined ? undefined : tabSize + columns;
      if (inComment !== undefined) before = row;
    }
  }
  flush();
}

/** A directive behind a `#` in the first column and an indentation: it is left there, to be taken up again. */
function isCommentedOut(text: string, type: string, { line }: Row): boolean {
  if (line.first !== line.start || text.charAt(line.start) !== '#') return false;
  const key = /^#(?:\t| {2,})[ \t]*([A-Za-z]\w*)[ \t]+\S/.exec(text.slice(line.first, line.last))?.[1];
  const name = key === undefined ? undefined : objectType(type)?.name;
  return key !== undefined && name !== undefined && directive(name, key) !== undefined;
}
