import { type Laid, placeComments } from './comments';
import type { Edits } from './edits';
import { listGaps, listKeys } from './lists';
import type { FormatOptions } from './options';
import { columnOf, widthOf } from './padding';
import { type Block, headGaps, type Row } from './rows';

/** Blanks between the longest key and its value. */
const GAP = 2;
/** A longer key does not push the values of all others to the right. */
const LONGEST_KEY = 48;

/** The width of the longest key that has a value. */
export function keyWidth(text: string, { rows }: Block): number {
  let widest = 0;
  for (const { first, keyEnd, value } of rows) {
    const width = value === undefined ? 0 : (widthOf(text, first, keyEnd) ?? 0);
    if (width > widest && width <= LONGEST_KEY) widest = width;
  }
  return widest;
}

/** Puts the white space of one object in order, trailing white space apart. `width` is that of the keys' column. */
export function layOut(text: string, block: Block, width: number, options: FormatOptions, edits: Edits): void {
  new Layout(text, block, width, options, edits).run();
}

/** Columns are counted from behind the block's base. */
class Layout {
  private readonly indent: string;
  private readonly lists: ReadonlySet<string>;
  /** Where the value of the property at hand begins; undefined where it has none, or a tab before it. */
  private valueColumn: number | undefined;
  /** Where the first line that goes on from it stood. */
  private firstStood: number | undefined;

  constructor(
    private readonly text: string,
    private readonly block: Block,
    private readonly width: number,
    private readonly options: FormatOptions,
    private readonly edits: Edits,
  ) {
    this.indent = block.base + (options.insertSpaces ? ' '.repeat(options.tabSize) : '\t');
    this.lists = listKeys(text, block, options.lists);
  }

  run(): void {
    const { text, block, indent, options, edits } = this;
    const laid = block.rows.map((row): Laid => {
      if (row.kind === 'property') {
        const width = this.property(row);
        // A comment leaves room for a value that is not there yet.
        const room =
          row.value === undefined && width !== undefined ? (this.gap(width - options.tabSize)?.length ?? 0) : 0;
        return { row, width: width === undefined ? undefined : width + room, room };
      }
      if (row.kind === 'outer') this.outer(row);
      else if (row.kind === 'continuation') this.continuation(row);
      else if (row.kind === 'cursor') this.cursor(row);
      return { row, width: undefined, room: 0 };
    });
    placeComments(text, { ...block, indent }, laid, options, edits);
  }

  private outer({ lead, first, line }: Row): void {
    const { edits, options, block, text } = this;
    edits.set(lead, first, block.base);
    for (const { start, end, wanted } of headGaps(text, first, line.bare)) edits.set(start, end, wanted);
    if (line.semicolon !== undefined && options.alignment !== 'keep') edits.set(line.bare, line.semicolon, ' ');
  }

  /** Gives the columns that the line takes up to its comment; undefined where they cannot be told. */
  private property({ lead, first, keyEnd, value, line }: Row): number | undefined {
    const { edits, options, text } = this;
    edits.set(lead, first, this.indent);
    this.valueColumn = this.firstStood = undefined;
    const keyColumns = widthOf(text, first, keyEnd);
    if (keyColumns === undefined) return undefined;
    if (value === undefined) return options.tabSize + keyColumns;
    const gap = this.gap(keyColumns) ?? text.slice(keyEnd, value);
    edits.set(keyEnd, value, gap);
    const gapColumns = widthOf(gap, 0, gap.length);
    if (gapColumns === undefined) return undefined;
    this.valueColumn = options.tabSize + keyColumns + gapColumns;
    if (line.semicolon === undefined && this.lists.size === 0) return undefined;
    const valueColumns = widthOf(text, value, line.bare);
    let change = 0;
    if (!line.goesOn && this.lists.has(text.slice(first, keyEnd))) {
      for (const { start, end, wanted } of listGaps(text, value, line.bare, options.lists)) {
        edits.set(start, end, wanted);
        change += wanted.length - (end - start);
      }
    }
    return valueColumns === undefined ? undefined : this.valueColumn + valueColumns + change;
  }

  /** What stands between a key and its value; undefined for what stands there. */
  private gap(key: number): string | undefined {
    const { alignment } = this.options;
    if (alignment === 'keep') return undefined;
    return alignment === 'none' ? ' ' : ' '.repeat(Math.max(0, this.width - key) + GAP);
  }

  /** Under the value, or as much deeper as it stood than the first such line. */
  private continuation({ lead, first, line }: Row): void {
    const { edits, options, text, valueColumn } = this;
    if (line.byLetters) {
      edits.set(lead, first, this.indent);
      return;
    }
    if (valueColumn === undefined) return;
    const stood = columnOf(text, line.start, first, options.tabSize);
    this.firstStood ??= stood;
    const deeper = Math.max(0, stood - this.firstStood);
    edits.set(lead, first, this.indent + ' '.repeat(valueColumn + deeper - options.tabSize));
  }

  private cursor({ lead, line }: Row): void {
    const { edits, options, indent, valueColumn } = this;
    const deeper = line.role === 'continuation' && valueColumn !== undefined ? valueColumn - options.tabSize : 0;
    edits.set(lead, line.end, indent + ' '.repeat(deeper));
  }
}
