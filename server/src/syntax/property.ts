import { isBlank } from './blanks';
import { movedSpan, movedValue } from './moved';
import type { Line, Piece, Property, PropertyNode, Source, Span, Value } from './nodes';

/**
 * A line as its object has it. A large configuration has hundreds of thousands, most of which many objects write alike, and at the same place:
 * they share it.
 */
export class WrittenLine implements Line {
  constructor(
    readonly key: string,
    readonly value: string,
    /** How far behind the beginning of its object it begins; of one that is cut, the node as it were if its object began the text. */
    readonly place: number | CutNode,
  ) {}
}

/** Whose lines they are. */
interface Owner {
  readonly source: Source;
  /** Where it begins in the text. */
  readonly base: number;
}

/** A line of one object. Few are ever asked where they stand: the node is made when somebody asks for it. */
export class PlacedLine implements Property {
  private known: PropertyNode | undefined;

  constructor(
    private readonly line: WrittenLine,
    private readonly owner: Owner,
  ) {}

  get key(): string {
    return this.line.key;
  }
  get value(): string {
    return this.line.value;
  }
  get file(): string {
    return this.owner.source.file;
  }
  get node(): PropertyNode {
    return (this.known ??= this.newNode());
  }
  get written(): Value {
    const { line, owner } = this;
    return typeof line.place === 'number' ? this.valueBehind(owner.base + line.place) : this.node.value;
  }

  /** The value of a line that stands in the file as it is decoded, and begins there. */
  valueBehind(start: number): Value {
    let at = start + this.key.length;
    if (this.value !== '') while (isBlank(this.owner.source.text.charCodeAt(at))) at++;
    return new PlainValue(this.value, at);
  }

  private newNode(): PropertyNode {
    const { place } = this.line;
    const { base } = this.owner;
    return typeof place === 'number' ? new PlainNode(this, base + place) : place.moved(base);
  }
}

/** `key value` as it stands in the file. */
class PlainNode implements PropertyNode {
  readonly kind = 'property';

  constructor(
    private readonly line: PlacedLine,
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
