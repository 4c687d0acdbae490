import type { Span } from '../../syntax/nodes';
import { commentedBlock } from './commented';
import { type Edit, Edits } from './edits';
import { keyWidth, layOut } from './layout';
import { type Line, type ReadLines, readLines, type WholeObject } from './lines';
import type { FormatOptions } from './options';
import { type Block, plainRow, type Row, rowOf } from './rows';

/** Lines that are put in order together: an object, or one that is commented out. */
interface Unit {
  /** Its first line, and the one behind its last. */
  readonly from: number;
  readonly to: number;
  readonly commentedOut: boolean;
  /** Made anew each time: a large text has more rows than are worth keeping. */
  readonly block: () => Block;
}

/** Whether a line is to be put in order; 0 where that is not known yet. */
const WANTED = 1;
const UNWANTED = 2;

/** One text, read once, on its way to its changes. */
export class Formatter {
  private readonly lines: readonly Line[];
  /** An object is open behind the last line. */
  private readonly open: boolean;
  private readonly units: readonly Unit[];
  private readonly edits: Edits;
  /** A lone CR and an LF make one line break where nothing is left between them. */
  private readonly mixedBreaks: boolean;
  private fileWidth: number | undefined;

  constructor(
    private readonly text: string,
    private readonly options: FormatOptions,
  ) {
    const read = readLines(text, options.dialect);
    this.lines = read.lines;
    this.open = read.inObject;
    this.units = unitsOf(text, read);
    this.edits = new Edits(text);
    this.mixedBreaks = /\r(?!\n)/.test(text) && text.includes('\n');
  }

  /** Puts the units in order that the ranges touch, and the lines between units. */
  inRanges(ranges: readonly Span[]): Edit[] {
    const { lines, units } = this;
    const touched = new Uint8Array(lines.length);
    for (const unit of units) {
      const span = { start: lines[unit.from]?.start ?? 0, end: lines[unit.to - 1]?.end ?? 0 };
      const wanted = ranges.some((range) => touches(range, span));
      if (wanted) this.unit(unit, unit.block());
      touched.fill(wanted ? WANTED : UNWANTED, unit.from, unit.to);
    }
    lines.forEach((line, index) => {
      if (touched[index] !== 0) return;
      const wanted = ranges.some((range) => touches(range, { start: line.start, end: line.next }));
      if (wanted) this.between(line);
      touched[index] = wanted ? WANTED : UNWANTED;
    });
    const gone = this.superfluous((index) => touched[index] === WANTED);
    lines.forEach((line, index) => {
      if (gone.has(index)) this.edits.set(line.start, line.next, '');
      else if (touched[index] === WANTED) this.trailing(line);
    });
    const last = this.lastKept(gone);
    if (touched[last] === WANTED) this.finalBreak(last);
    return this.edits.sorted();
  }

  /** Puts the object in order whose closing brace ends at an offset. */
  closed(offset: number): Edit[] {
    const unit = this.units.find(({ to }) => (this.lines[to - 1]?.first ?? offset) + 1 === offset);
    if (unit && !unit.commentedOut) this.unitWithEnds(unit);
    return this.edits.sorted();
  }

  /** Puts the object around an offset in order, and indents the line on which the offset is, as one that has just been begun. */
  begun(offset: number): Edit[] {
    const { lines } = this;
    const index = lines.findLastIndex(({ start }) => start <= offset);
    const found = lines[index];
    // Behind the last line break there is a line to the user.
    const line = found && offset <= found.end ? found : undefined;
    const unit = line && this.units.find(({ from, to }) => from <= index && index < to);
    if (unit && !unit.commentedOut) this.unitWithEnds(unit, line?.first === line?.last ? line : undefined);
    else if (!unit) this.beginning(offset, line);
    return this.edits.sorted();
  }

  /** The beginning of a line in an object that is not whole yet, or in none. */
  private beginning(offset: number, line: Line | undefined): void {
    const { edits, options } = this;
    if (line?.role === 'continuation') return;
    const start = line?.start ?? offset;
    const blank = !line || line.first === line.last;
    const inside = line ? line.inObject : this.open;
    if (!inside && line && !blank) this.between(line);
    else if (blank || line.role === 'property' || line.role === 'comment') {
      const indent = options.insertSpaces ? ' '.repeat(options.tabSize) : '\t';
      edits.set(start, blank ? (line?.end ?? start) : line.first, inside ? indent : '');
    }
  }

  private unit({ commentedOut, from, to }: Unit, block: Block): void {
    const { text, lines, options, edits } = this;
    layOut(text, block, this.widthFor(block), options, edits);
    if (commentedOut) for (const { start, first } of lines.slice(from, to)) edits.set(start, first, '');
  }

  /** With its trailing white space. `cursor`: a blank line in it on which the user is. */
  private unitWithEnds(unit: Unit, cursor?: Line): void {
    const block = unit.block();
    const rows = block.rows.map((row): Row => {
      return row.line === cursor ? plainRow('cursor', cursor, cursor.start, cursor.first) : row;
    });
    this.unit(unit, { ...block, rows });
    for (const line of this.lines.slice(unit.from, unit.to)) if (line !== cursor) this.trailing(line);
  }

  private widthFor(block: Block): number {
    const { text, options, units } = this;
    if (options.alignment !== 'file') return keyWidth(text, block);
    this.fileWidth ??= units.reduce((widest, unit) => Math.max(widest, keyWidth(text, unit.block())), 0);
    return this.fileWidth;
  }

  /** A line that is in no unit: those that can only be at the left go there. */
  private between({ role, adrift, start, first, bare }: Line): void {
    const { text, edits } = this;
    if (adrift) return;
    const comment = role === 'comment' && text.charAt(first) === '#';
    const setting = role === 'setting' && /^[\w$.-]+[ \t]*=/.test(text.slice(first, bare));
    if (comment || setting) edits.set(start, first, '');
  }

  private trailing({ role, first, last, end }: Line): void {
    if (!this.options.trimTrailingWhitespace || role === 'frozen' || (this.mixedBreaks && first === last)) return;
    this.edits.set(last, end, '');
  }

  /** Blank lines that are too many, and those at the end. Where a line goes on in a blank one, that ends it. */
  private superfluous(touched: (index: number) => boolean): ReadonlySet<number> {
    const { lines, options, mixedBreaks } = this;
    const gone = new Set<number>();
    if (mixedBreaks) return gone;
    const isFree = (index: number): boolean => lines[index]?.role === 'blank' && lines[index - 1]?.goesOn !== true;
    const most = Math.max(1, options.maxBlankLines ?? Infinity);
    let count = 0;
    lines.forEach(({ first, last }, index) => {
      count = first === last ? count + 1 : 0;
      if (count > most && isFree(index) && touched(index)) gone.add(index);
    });
    if (!options.trimFinalNewlines) return gone;
    for (let index = lines.length - 1; index > 0 && isFree(index) && touched(index); index--) gone.add(index);
    return gone;
  }

  private lastKept(gone: ReadonlySet<number>): number {
    let index = this.lines.length - 1;
    while (index > 0 && gone.has(index)) index--;
    return index;
  }

  /** A line that goes on would end in the empty line behind its break. */
  private finalBreak(index: number): void {
    const { text, lines, options, edits } = this;
    const line = lines[index];
    if (!options.insertFinalNewline || !line || line.end < line.next || line.first === line.last || line.goesOn) return;
    const before = lines[index - 1];
    edits.set(line.end, line.end, before ? text.slice(before.end, before.next) : options.lineBreak);
  }
}

/** True where they share a character; an empty range also touches what it stands at the ends of. */
function touches(range: Span, { start, end }: Span): boolean {
  if (range.start === range.end) return start <= range.start && range.start <= end;
  return range.start < end && start < range.end;
}

function unitsOf(text: string, { lines, objects }: ReadLines): Unit[] {
  const units: Unit[] = [];
  let next = 0;
  for (let from = 0; from < lines.length;) {
    const object = objects[next];
    let to = from + 1;
    if (object?.from === from) {
      to = object.close + 1;
      next++;
      units.push({ from, to, commentedOut: false, block: () => blockOf(text, lines, object) });
    } else {
      const block = commentedBlock(text, lines, from);
      to = from + (block?.rows.length ?? 1);
      if (block) units.push({ from, to, commentedOut: true, block: () => block });
    }
    from = to;
  }
  return units;
}

function blockOf(text: string, lines: readonly Line[], { type, from, close }: WholeObject): Block {
  return { type, rows: lines.slice(from, close + 1).map((line) => rowOf(text, line)), base: '' };
}
