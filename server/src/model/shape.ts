/**
 * Keys in the order in which they came, shared by all who have had the same in the same order: what `host_name` stands at is known once
 * for a hundred thousand services that are written alike. (V8 does the same for the fields of objects.)
 */
export class Shape {
  private readonly places: ReadonlyMap<string, number>;
  private readonly next = new Map<string, Shape>();
  /** The shape without any key that this one has grown from. */
  readonly empty: Shape;

  constructor(
    readonly keys: readonly string[] = [],
    empty?: Shape,
  ) {
    this.places = new Map(keys.map((key, at) => [key, at]));
    this.empty = empty ?? this;
  }

  /** Which of the values the key has; undefined for none. */
  at(key: string): number | undefined {
    return this.places.get(key);
  }
  /** One key more, behind the others. */
  with(key: string): Shape {
    let next = this.next.get(key);
    if (!next) this.next.set(key, (next = new Shape([...this.keys, key], this.empty)));
    return next;
  }
  without(gone: string): Shape {
    let shape = this.empty;
    for (const key of this.keys) if (key !== gone) shape = shape.with(key);
    return shape;
  }
}
