import { isBlank } from './blanks';
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
    if (typeof this.place === 'number') this.place = new PlainNode(this.key, this.value, this.source, this.place);
    return this.place;
  }
}

/** `key value` as it stands in the file. */
class PlainNode implements PropertyNode {
  readonly kind = 'property';

  constructor(
    readonly key: string,
    private readonly said: string,
    private readonly source: Source,
    private readonly start: number,
  ) {}

  get span(): Span {
    const { start, end } = this.keySpan;
    return { start, end: this.said === '' ? end : this.value.span.end };
  }
  get keySpan(): Span {
    return { start: this.start, end: this.start + this.key.length };
  }
  get value(): Value {
    let start = this.start + this.key.length;
    if (this.said !== '') while (isBlank(this.source.text.charCodeAt(start))) start++;
    return new PlainValue(this.said, start);
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
