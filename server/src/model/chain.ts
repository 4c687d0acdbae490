/**
 * A small map that never changes, shared by all who have been given the same under the same keys in the same order. What a service leads
 * to (its contacts, its periods, its command) is the same for thousands; each of them would otherwise hold a map of its own.
 */
export class Chain<Value extends object> {
  /** Those that are longer by one, as far as somebody has needed them: nearly always it is the same one. */
  private usual: Chain<Value> | undefined;
  private others: Map<string, Map<Value, Chain<Value>>> | undefined;

  private constructor(
    /** All but the last of its entries; undefined for the empty one, from which those that are shared must all come. */
    private readonly before: Chain<Value> | undefined,
    private readonly key: string,
    private readonly value: Value | undefined,
  ) {}

  static empty<Value extends object>(): Chain<Value> {
    return new Chain<Value>(undefined, '', undefined);
  }

  get(key: string): Value | undefined {
    // There are few entries, and to look at each is quicker than any table.
    if (this.key === key) return this.value;
    for (let chain = this.before; chain; chain = chain.before) if (chain.key === key) return chain.value;
    return undefined;
  }
  /** The same with another value, of a new key behind all others. */
  with(key: string, value: Value): Chain<Value> {
    if (this.get(key) === undefined) return this.longer(key, value);
    let chain = this.empty;
    for (const [each, its] of this) chain = chain.longer(each, each === key ? value : its);
    return chain;
  }
  *[Symbol.iterator](): IterableIterator<[string, Value]> {
    if (this.before) yield* this.before;
    if (this.value) yield [this.key, this.value];
  }

  private longer(key: string, value: Value): Chain<Value> {
    const { usual } = this;
    if (usual?.key === key && usual.value === value) return usual;
    const known = this.others?.get(key)?.get(value);
    if (known) return known;
    const chain = new Chain<Value>(this, key, value);
    if (!usual) {
      this.usual = chain;
      return chain;
    }
    this.others ??= new Map();
    const byValue = this.others.get(key);
    if (byValue) byValue.set(value, chain);
    else this.others.set(key, new Map([[value, chain]]));
    return chain;
  }
  private get empty(): Chain<Value> {
    return this.before ? this.before.empty : this;
  }
}
