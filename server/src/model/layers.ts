/**
 * Values by key: own ones, laid over others that many share. Ten thousand services of one template, or the hundred copies of one service,
 * hold what they have in common once. To those who read it is one map: own keys first, then the shared ones.
 */
export class Layers<Value extends NonNullable<unknown> | null> {
  /** Own keys and values, side by side: there are few, and a list of them is smaller and no slower than a map. */
  private keysHere: string[] = noKeys;
  private valuesHere: Value[] = noValues;
  private shared: ReadonlyMap<string, Value> = nothing;
  /** Keys of `shared` that have been deleted here. */
  private gone: Set<string> | undefined;

  get(key: string): Value | undefined {
    const at = this.keysHere.indexOf(key);
    if (at >= 0) return this.valuesHere[at];
    return this.gone?.has(key) ? undefined : this.shared.get(key);
  }
  has(key: string): boolean {
    return this.keysHere.includes(key) || (this.shared.has(key) && this.gone?.has(key) !== true);
  }
  set(key: string, value: Value): this {
    const at = this.keysHere.indexOf(key);
    if (at >= 0) this.valuesHere[at] = value;
    else {
      if (this.keysHere === noKeys) {
        this.keysHere = [];
        this.valuesHere = [];
      }
      this.keysHere.push(key);
      this.valuesHere.push(value);
    }
    return this;
  }
  delete(key: string): void {
    const at = this.keysHere.indexOf(key);
    if (at >= 0) {
      this.keysHere.splice(at, 1);
      this.valuesHere.splice(at, 1);
    }
    if (this.shared.has(key)) (this.gone ??= new Set()).add(key);
  }
  *[Symbol.iterator](): IterableIterator<[string, Value]> {
    yield* this.ownEntries;
    for (const entry of this.shared) {
      if (!this.keysHere.includes(entry[0]) && !this.gone?.has(entry[0])) yield entry;
    }
  }
  *keys(): IterableIterator<string> {
    for (const [key] of this) yield key;
  }

  /** Those that no one else has, as they are now. */
  get ownEntries(): readonly [string, Value][] {
    return this.keysHere.map((key, at) => [key, this.valuesHere[at] as Value]);
  }
  /** Keys that no one else has, as they are now. */
  get ownKeys(): readonly string[] {
    return this.keysHere;
  }
  /** Puts what others have as well under the own values, for good: from now on whatever is in there is in here. */
  layOver(shared: ReadonlyMap<string, Value>): void {
    this.shared = shared;
  }
  /** The same again, to be changed without a change here. What there is so far is shared by both. */
  fork(): Layers<Value> {
    if (this.keysHere.length > 0 || this.gone) {
      this.shared = new Map(this);
      this.keysHere = noKeys;
      this.valuesHere = noValues;
      this.gone = undefined;
    }
    const copy = new Layers<Value>();
    copy.shared = this.shared;
    return copy;
  }
}

const nothing: ReadonlyMap<string, never> = new Map<string, never>();
const noKeys: string[] = [];
const noValues: never[] = [];
