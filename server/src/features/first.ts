/** The first few of many. */

/** As `Array.prototype.sort` asks for it. */
type Order<Value> = (a: Value, b: Value) => number;

/** The first `count` of some in an order, as sorting all of them and cutting the rest off would give them, in a fraction of the time. */
export function firstOf<Value>(values: readonly Value[], count: number, order: Order<Value>): readonly Value[] {
  const first = new First(count, order);
  for (const value of values) first.take(value);
  return first.all();
}

/** The first `count` of all that is in some lists, each in that order by itself: of most lists no more than the beginning is looked at. */
export function firstOfSorted<Value>(
  lists: readonly (readonly Value[])[],
  count: number,
  order: Order<Value>,
): readonly Value[] {
  const first = new First(count, order);
  for (const list of lists) list.every((value) => first.take(value));
  return first.all();
}

class First<Value> {
  private kept: Value[] = [];
  /** Whatever does not come before it is none of the first. */
  private last: Value | undefined;

  constructor(
    private readonly count: number,
    private readonly order: Order<Value>,
  ) {}

  /** Whether it may be one of the first. */
  take(value: Value): boolean {
    if (this.last !== undefined && this.order(value, this.last) >= 0) return false;
    this.kept.push(value);
    if (this.kept.length >= 2 * this.count) {
      this.kept = this.all();
      this.last = this.kept.at(-1);
    }
    return true;
  }

  all(): Value[] {
    return this.kept.sort(this.order).slice(0, this.count);
  }
}
