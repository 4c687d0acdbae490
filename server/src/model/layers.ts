import type { Shape } from './shape';

/**
 * Values by key: own ones, laid over others that many share. Ten thousand services of one template, or the hundred copies of one service,
 * hold what they have in common once; those that write the same keys in the same order also share these (`Shape`), and each has a list of
 * its values. To those who read it is one map: own keys first, then the shared ones.
 */
export class Layers<Value extends NonNullable<unknown> | null> {
  private values: readonly Value[] = nothingHere;
  private shared: ReadonlyMap<string, Value> | Rest<Value> = nothing;

  /** The shape is that of the own keys: the empty one, to begin with. */
  constructor(private shape: Shape) {}

  get(key: string): Value | undefined {
    const at = this.shape.at(key);
    return at === undefined ? this.below(key) : this.values[at];
  }
  has(key: string): boolean {
    return this.shape.at(key) !== undefined || this.isBelow(key);
  }
  set(key: string, value: Value): this {
    const at = this.shape.at(key);
    const { length } = this.values;
    // As long as it must be: a list that grows by itself takes room for many more.
    const values = new Array<Value>(at === undefined ? length + 1 : length);
    for (let index = 0; index < length; index++) values[index] = this.values[index] as Value;
    values[at ?? length] = value;
    if (at === undefined) this.shape = this.shape.with(key);
    this.values = values;
    return this;
  }
  /** Takes over all own values at once, in the order of the keys of their shape. */
  fill(shape: Shape, values: readonly Value[]): void {
    this.shape = shape;
    this.values = values;
  }
  delete(key: string): void {
    const at = this.shape.at(key);
    if (at !== undefined) {
      this.shape = this.shape.without(key);
      this.values = this.values.toSpliced(at, 1);
    }
    if (!this.isBelow(key)) return;
    if (!(this.shared instanceof Rest)) this.shared = new Rest(this.shared);
    this.shared.gone.add(key);
  }
  *[Symbol.iterator](): IterableIterator<[string, Value]> {
    yield* this.ownEntries;
    for (const entry of this.shared instanceof Rest ? this.shared.of : this.shared) {
      if (this.shape.at(entry[0]) === undefined && !this.isGone(entry[0])) yield entry;
    }
  }
  *keys(): IterableIterator<string> {
    for (const [key] of this) yield key;
  }

  /** Those that no one else has, as they are now. */
  private get ownEntries(): readonly [string, Value][] {
    return this.shape.keys.map((key, at) => [key, this.values[at] as Value]);
  }
  /** Own keys that have this very value. */
  ownKeysOf(value: Value): readonly string[] {
    // Nearly always there are none.
    return this.values.includes(value) ? this.shape.keys.filter((_, at) => this.values[at] === value) : NO_KEYS;
  }
  /** The own value of the key that stands there in the own shape. */
  ownAt(place: number): Value | undefined {
    return this.values[place];
  }
  /** The keys that no one else has, as they are now: the very same for those who have the same in the same order. */
  get ownShape(): Shape {
    return this.shape;
  }
  /** What it has in common with others: the very same for those who have the same; undefined where some of it has been deleted here. */
  get sharedPart(): ReadonlyMap<string, Value> | undefined {
    return this.shared instanceof Rest ? undefined : this.shared;
  }
  /** Puts what others have as well under the own values, for good: from now on whatever is in there is in here. */
  layOver(shared: ReadonlyMap<string, Value>): void {
    if (!(this.shared instanceof Rest)) this.shared = shared;
    else this.shared = new Rest(shared, this.shared.gone);
  }
  /** The same again, to be changed without a change here. What there is so far is shared by both. */
  fork(): Layers<Value> {
    const copy = new Layers<Value>(this.shape.empty);
    copy.shared = this.share();
    return copy;
  }

  /** Makes all there is so far what others may share. */
  protected share(): ReadonlyMap<string, Value> {
    const { shared } = this;
    if (this.values.length === 0 && !(shared instanceof Rest)) return shared;
    const all = new Map(this);
    this.shared = all;
    this.fill(this.shape.empty, nothingHere);
    return all;
  }
  /** What there is of a key besides own values. */
  protected below(key: string): Value | undefined {
    return this.shared.get(key);
  }
  protected isBelow(key: string): boolean {
    return this.shared.has(key);
  }
  protected isGone(key: string): boolean {
    return this.shared instanceof Rest && this.shared.gone.has(key);
  }
}

/** What is left of shared values where some have been deleted. Hardly anybody deletes any: the others have no room for which. */
class Rest<Value extends NonNullable<unknown> | null> {
  constructor(
    readonly of: ReadonlyMap<string, Value>,
    readonly gone = new Set<string>(),
  ) {}

  get(key: string): Value | undefined {
    return this.gone.has(key) ? undefined : this.of.get(key);
  }
  has(key: string): boolean {
    return this.of.has(key) && !this.gone.has(key);
  }
}

const nothing: ReadonlyMap<string, never> = new Map<string, never>();
const NO_KEYS: readonly string[] = [];
const nothingHere: readonly never[] = [];
