import { isBlank } from './blanks';
import { movedSpan, movedValue } from './moved';
import type { Piece, Property, PropertyNode, Source, Span, Value } from './nodes';

/**
 * A property as an object has it. A large configuration has hundreds of thousands, and few are ever asked where they stand: of a line that
 * stands in the file as it is decoded, as nearly all do, the node is made when somebody asks for it.
 */
export class PropertyLine implements Property {
  constructor(
    readonly key: string,
    readonly value: string,
    private readonly source: Source,
    /** Where the line begins, until the node is known. */
    private place: number | PropertyNode,
  ) {}

  get file(): string {
    return this.source.file;
  }
  get node(): PropertyNode {
    if (typeof this.place === 'number') this.place = new PlainNode(this, this.place);
    return this.place;
  }
  get written(): Value {
    return typeof this.place === 'number' ? this.valueBehind(this.place) : this.place.value;
  }

  /** The same so much further on, in another text. */
  moved(source: Source, delta: number): PropertyLine {
    const { key, value, place } = this;
    const moved =
      typeof place === 'number'
        ? place + delta
        : place instanceof CutNode
          ? place.moved(delta)
          : place.span.start + delta;
    return new PropertyLine(key, value, source, moved);
  }

  /** The value of a line that stands in the file as it is decoded, and begins there. */
  valueBehind(start: number): Value {
    let at = start + this.key.length;
    if (this.value !== '') while (isBlank(this.source.text.charCodeAt(at))) at++;
    return new PlainValue(this.value, at);
  }
}

/** `key value` as it stands in the file. */
class PlainNode implements PropertyNode {
  readonly kind = 'property';

  constructor(
    private readonly line: PropertyLine,
    private readonly start: number,
  ) {}

  get key(): string {
    return this.line.key;
  }
  get span(): Span {
    const { start, end } = this.keySpan;
    return { start, end: this.line.value === '' ? end : this.value.span.end };
  }
  get keySpan(): Span {
    return { start: this.start, end: this.start + this.line.key.length };
  }
  get value(): Value {
    return this.line.valueBehind(this.start);
  }
}

/** A property whose line is cut by a continuation or an escaped `\;`. */
export class CutNode implements PropertyNode {
  readonly kind = 'property';

  constructor(
    readonly span: Span,
    readonly key: string,
    readonly keySpan: Span,
    readonly value: Value,
  ) {}

  moved(delta: number): CutNode {
    const { span, key, keySpan, value } = this;
    return new CutNode(movedSpan(span, delta), key, movedSpan(keySpan, delta), movedValue(value, delta));
  }
}

class PlainValue implements Value {
  constructor(
    readonly text: string,
    private readonly start: number,
  ) {}

  get span(): Span {
    return { start: this.start, end: this.start + this.text.length };
  }
  get pieces(): readonly Piece[] {
    const { text, start } = this;
    return text === '' ? [] : [{ at: 0, length: text.length, start }];
  }
}
