import type { ObjectNode, Property, PropertyNode, Source, Span } from './nodes';
import { PlacedLine, type WrittenLine } from './property';

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Where a piece of text stands whose length is known: its beginning, or both ends where it is cut by something. */
export type Place = number | Span;

/**
 * An object while lines are still added to it, and for good. There are a hundred thousand in a large configuration: places are kept as numbers,
 * and spans are made when somebody asks for them.
 */
export class OpenObject implements ObjectNode {
  readonly kind = 'object';
  end: number;
  lines: readonly WrittenLine[] = NONE;
  private knownPlaced: readonly PlacedLine[] | undefined;
  private opening: Place | undefined;
  /** Where it closes, or what closes it instead. */
  private ending: Place | 'define' | 'end' = 'end';

  constructor(
    readonly source: Source,
    private readonly keyword: Place,
    readonly type: string,
    private readonly typePlace: Place,
  ) {
    this.end = this.typeSpan.end;
  }

  get file(): string {
    return this.source.file;
  }
  get continues(): boolean {
    return this instanceof RestOfObject;
  }
  /** Where the places of its lines are counted from: it stays, whatever is read of the object behind it. */
  get base(): number {
    return typeof this.keyword === 'number' ? this.keyword : this.keyword.start;
  }
  protected get start(): number {
    return this.base;
  }
  get span(): Span {
    return { start: this.start, end: this.end };
  }
  get keywordSpan(): Span {
    return spanAt(this.keyword, 'define'.length);
  }
  get typeSpan(): Span {
    return spanAt(this.typePlace, this.type.length);
  }
  get open(): Span | undefined {
    return this.opening === undefined ? undefined : spanAt(this.opening, 1);
  }
  get close(): Span | undefined {
    return typeof this.ending === 'string' ? undefined : spanAt(this.ending, 1);
  }
  get closedBy(): 'brace' | 'define' | 'end' {
    return typeof this.ending === 'string' ? this.ending : 'brace';
  }
  get properties(): readonly PropertyNode[] {
    return this.placedLines.map(({ node }) => node);
  }
  get placedLines(): readonly Property[] {
    return (this.knownPlaced ??= this.lines.map((line) => new PlacedLine(line, this)));
  }

  /** Reads its `{`; the first one counts. What closed it before does not any more. */
  openAt(place: Place): void {
    this.opening ??= place;
    this.ending = 'end';
  }
  closeAt(place: Place): void {
    this.ending = place;
  }
  endByDefine(): void {
    this.ending = 'define';
  }
  /** The same so much further on, in another text. */
  moved(source: Source, delta: number): OpenObject {
    const copy = new OpenObject(source, movedPlace(this.keyword, delta), this.type, movedPlace(this.typePlace, delta));
    copy.end = this.end + delta;
    if (this.opening !== undefined) copy.opening = movedPlace(this.opening, delta);
    copy.ending = typeof this.ending === 'string' ? this.ending : movedPlace(this.ending, delta);
    copy.lines = this.lines;
    return copy;
  }
  /** A line belongs to it. */
  growBy(_start: number, end: number): void {
    if (end > this.end) this.end = end;
  }
}

const NONE: readonly WrittenLine[] = [];

/** What goes on of an object begun in the text before. */
export class RestOfObject extends OpenObject {
  private first: number;

  /** `at`: where the text begins. */
  constructor(source: Source, at: number) {
    const nowhere = { start: at, end: at };
    super(source, nowhere, '', nowhere);
    this.first = at;
  }
  protected override get start(): number {
    return this.first;
  }
  override growBy(start: number, end: number): void {
    if (this.first === this.end) this.first = start;
    super.growBy(start, end);
  }
}

function spanAt(place: Place, length: number): Span {
  return typeof place === 'number' ? { start: place, end: place + length } : place;
}

function movedPlace(place: Place, delta: number): Place {
  return typeof place === 'number' ? place + delta : { start: place.start + delta, end: place.end + delta };
}

/** `define type`, or only `define`: where one looks for an object that is not as it should be. */
export function headOf({ keywordSpan, typeSpan }: ObjectNode): Span {
  return { start: keywordSpan.start, end: Math.max(keywordSpan.end, typeSpan.end) };
}
