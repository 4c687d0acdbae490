import type { ObjectNode, Property, PropertyNode, Source, Span } from './nodes';
import { PlacedLine, type WrittenLine } from './property';

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Where a piece of text stands whose length is known: its beginning, or both ends where it is cut by something. */
export type Place = number | Span;

/**
 * A text, and the lines of the objects that were read of it, one behind the other: each object knows where its own begin, and how many there
 * are. A list for each would take as much room as what is in it.
 */
export class Sheet implements Source {
  constructor(
    readonly file: string,
    readonly text: string,
    public lines: readonly WrittenLine[] = [],
  ) {}
}

/** How an object begins: thousands begin alike. Its places are counted from the beginning of the object. */
export interface Head {
  readonly type: string;
  readonly keyword: Place;
  readonly typePlace: Place;
  readonly opening: Place | undefined;
}

/** What of an object is not as it is of most: the others have no room for it. */
interface Rarities {
  /** What closes it; undefined: the brace at its end does. */
  readonly ending: Place | 'define' | 'end' | undefined;
  /** Its lines with their places, once somebody has asked for them. */
  readonly placed?: readonly PlacedLine[];
}

const KIND = 'object';
const STILL_OPEN: Rarities = { ending: 'end' };
const ENDED_BY_DEFINE: Rarities = { ending: 'define' };

/**
 * An object while lines are still added to it, and for good. There are a hundred thousand in a large configuration: places are kept as numbers,
 * and spans are made when somebody asks for them.
 */
export class OpenObject implements ObjectNode {
  end: number;
  lineCount = 0;
  private firstLine = 0;
  private rarities: Rarities | undefined = STILL_OPEN;

  constructor(
    readonly sheet: Sheet,
    /** Where the places of its lines are counted from: it stays, whatever is read of the object behind it. */
    readonly base: number,
    private head: Head,
  ) {
    this.end = this.typeSpan.end;
  }

  get kind(): typeof KIND {
    return KIND;
  }
  get source(): Source {
    return this.sheet;
  }
  get file(): string {
    return this.sheet.file;
  }
  get type(): string {
    return this.head.type;
  }
  get continues(): boolean {
    return this instanceof RestOfObject;
  }
  protected get start(): number {
    return this.base;
  }
  get span(): Span {
    return { start: this.start, end: this.end };
  }
  get keywordSpan(): Span {
    return spanAt(movedPlace(this.head.keyword, this.base), 'define'.length);
  }
  get typeSpan(): Span {
    return spanAt(movedPlace(this.head.typePlace, this.base), this.type.length);
  }
  get open(): Span | undefined {
    const { opening } = this.head;
    return opening === undefined ? undefined : spanAt(movedPlace(opening, this.base), 1);
  }
  get close(): Span | undefined {
    if (!this.rarities) return spanAt(this.end - 1, 1);
    const { ending = this.end - 1 } = this.rarities;
    return typeof ending === 'string' ? undefined : spanAt(ending, 1);
  }
  get closedBy(): 'brace' | 'define' | 'end' {
    const ending = this.rarities?.ending;
    return typeof ending === 'string' ? ending : 'brace';
  }
  /** A list of its own, made anew each time. */
  get lines(): readonly WrittenLine[] {
    return this.sheet.lines.slice(this.firstLine, this.firstLine + this.lineCount);
  }
  get properties(): readonly PropertyNode[] {
    return this.placedLines.map(({ node }) => node);
  }
  get placedLines(): readonly Property[] {
    const known = this.rarities?.placed;
    if (known) return known;
    const placed = this.lines.map((line) => new PlacedLine(line, this));
    this.rarities = { ending: this.rarities?.ending, placed };
    return placed;
  }

  /** Its lines are so many of its sheet's, from the first on. */
  takeLines(first: number, count: number): void {
    this.firstLine = first;
    this.lineCount = count;
  }
  /** Reads its `{`; the first one counts. What closed it before does not any more. */
  openAt(place: Place): void {
    if (this.head.opening === undefined) this.head = { ...this.head, opening: movedPlace(place, -this.base) };
    this.rarities = STILL_OPEN;
  }
  /** Reads its `}`, which it has grown by before: nothing behind it belongs to the object, unless it is opened again. */
  closeAt(place: Place): void {
    this.rarities = place === this.end - 1 ? undefined : { ending: place };
  }
  endByDefine(): void {
    this.rarities = ENDED_BY_DEFINE;
  }
  /** The same so much further on, in another text. `sheet`: that text, with the very same lines. */
  moved(sheet: Sheet, delta: number): OpenObject {
    const copy = new OpenObject(sheet, this.base + delta, this.head);
    copy.end = this.end + delta;
    const ending = this.rarities?.ending;
    if (typeof ending === 'string') copy.rarities = ending === 'end' ? STILL_OPEN : ENDED_BY_DEFINE;
    else copy.rarities = ending === undefined ? undefined : { ending: movedPlace(ending, delta) };
    copy.takeLines(this.firstLine, this.lineCount);
    return copy;
  }
  /** A line belongs to it. */
  growBy(_start: number, end: number): void {
    if (end > this.end) this.end = end;
  }
}

/** What goes on of an object begun in the text before. */
export class RestOfObject extends OpenObject {
  private from: number;

  /** `at`: where the text begins. */
  constructor(sheet: Sheet, at: number) {
    super(sheet, at, NO_HEAD);
    this.from = at;
  }
  protected override get start(): number {
    return this.from;
  }
  override growBy(start: number, end: number): void {
    if (this.from === this.end) this.from = start;
    super.growBy(start, end);
  }
}

const NOWHERE: Span = { start: 0, end: 0 };
const NO_HEAD: Head = { type: '', keyword: NOWHERE, typePlace: NOWHERE, opening: undefined };

function spanAt(place: Place, length: number): Span {
  return typeof place === 'number' ? { start: place, end: place + length } : place;
}

/** The place so much further on. */
export function movedPlace(place: Place, delta: number): Place {
  return typeof place === 'number' ? place + delta : { start: place.start + delta, end: place.end + delta };
}

/** `define type`, or only `define`: where one looks for an object that is not as it should be. */
export function headOf({ keywordSpan, typeSpan }: ObjectNode): Span {
  return { start: keywordSpan.start, end: Math.max(keywordSpan.end, typeSpan.end) };
}
