/**
 * Values by key: own ones, laid over others that many share. Ten thousand services of one template, or the hundred copies of one service,
 * hold what they have in common once. To those who read it is one map: own keys first, then the shared ones.
 */
export class Layers<Value extends NonNullable<unknown> | null> {
  private own: Map<string, Value> | undefined;
  private shared: ReadonlyMap<string, Value> = nothing;
  /** Keys of `shared` that have been deleted here. */
  private gone: Set<string> | undefined;

  get(key: string): Value | undefined {
    const own = this.own?.get(key);
    if (own !== undefined) return own;
    return this.gone?.has(key) ? undefined : this.shared.get(key);
  }
  has(key: string): boolean {
    return this.own?.has(key) === true || (this.shared.has(key) && this.gone?.has(key) !== true);
  }
  set(key: string, value: Value): this {
    (this.own ??= new Map()).set(key, value);
    return this;
  }
  delete(key: string): void {
    this.own?.delete(key);
    if (this.shared.has(key)) (this.gone ??= new Set()).add(key);
  }
  *[Symbol.iterator](): IterableIterator<[string, Value]> {
    if (this.own) yield* this.own;
    for (const entry of this.shared) if (!this.own?.has(entry[0]) && !this.gone?.has(entry[0])) yield entry;
  }
  *keys(): IterableIterator<string> {
    for (const [key] of this) yield key;
  }

  /** Those that no one else has. */
  get ownEntries(): Iterable<[string, Value]> {
    return this.own ?? nothing;
  }
  /** Puts what others have as well under the own values, for good: from now on whatever is in there is in here. */
  layOver(shared: ReadonlyMap<string, Value>): void {
    this.shared = shared;
  }
  /** The same again, to be changed without a change here. What there is so far is shared by both. */
  fork(): Layers<Value> {
    if (this.own?.size || this.gone) {
      this.shared = new Map(this);
      this.own = undefined;
      this.gone = undefined;
    }
    const copy = new Layers<Value>();
    copy.shared = this.shared;
    return copy;
  }
}

const nothing: ReadonlyMap<string, never> = new Map<string, never>();
