import type { Piece, PropertyNode, Span, Value } from './nodes';

/**
 * A line `key value` that stands in the file as it is decoded, as nearly all of them do. A large configuration has hundreds of thousands, of
 * which few are ever asked where they stand: the places are worked out when they are.
 */
export class PlainProperty implements PropertyNode {
  readonly kind = 'property';
  readonly value: Value;

  /** `key` and `value` begin at these offsets of the file. */
  constructor(
    readonly key: string,
    private readonly start: number,
    value: string,
    valueStart: number,
  ) {
    this.value = new PlainValue(value, valueStart);
  }

  get span(): Span {
    const { start, key, value } = this;
    return { start, end: value.text === '' ? start + key.length : value.span.end };
  }
  get keySpan(): Span {
    return { start: this.start, end: this.start + this.key.length };
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
