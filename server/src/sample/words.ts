/** Numbers for texts and for pairs of numbers, the same for the same, from 1 on: what is compared a hundred thousand times is compared as a number. */

const FNV_PRIME = 0x01000193;
const FEW = 1 << 10;

/** Of which characters a text is made: bits, each of which stands for a set. */
export type Traits = number;

/** Numbers by the hashes of what they stand for. */
class Numbered {
  /** Numbers; 0 in a slot that is free. */
  protected slots = new Int32Array(2 * FEW);
  protected hashes = new Int32Array(FEW);
  private count = 0;

  /** The next number, for something new whose slot is free. */
  protected take(hash: number, slot: number): number {
    const number = ++this.count;
    if (number === this.hashes.length) this.hashes = longer(this.hashes, number + 1);
    this.hashes[number] = hash;
    this.slots[slot] = number;
    if (2 * number > this.slots.length) this.slots = spread(this.hashes, number, 2 * this.slots.length);
    return number;
  }
}

/** Stretches of UTF-16 code units, each kept once. */
export class Words extends Numbered {
  /** What all characters have that were read last; nothing for no character. */
  traits: Traits = 0;
  /** Where each word ends in the pool, and the next one begins. */
  private ends = new Int32Array(FEW);
  private pool = new Uint16Array(16 * FEW);
  private hash = 0;

  /** `traitsOf`: by code unit; what is not there has none. */
  constructor(private readonly traitsOf: Uint8Array) {
    super();
  }

  /** Looks at what stands from `start` to `end`, for `traits` and `number`. */
  read(codes: Uint16Array, start: number, end: number): Traits {
    const { traitsOf } = this;
    let hash = 0;
    let traits = end > start ? 0xff : 0;
    for (let at = start; at < end; at++) {
      const code = codes[at] ?? 0;
      hash = Math.imul(hash ^ code, FNV_PRIME);
      traits &= code < traitsOf.length ? (traitsOf[code] ?? 0) : 0;
    }
    // What differs in its last characters only differs in the low bits, which choose the slot, too.
    this.hash = hash ^ (hash >>> 15);
    return (this.traits = traits);
  }

  /** The number of what has just been read. */
  number(codes: Uint16Array, start: number, end: number): number {
    const { hash } = this;
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const word = this.slots[slot] ?? 0;
      if (word === 0) return this.add(codes, start, end, hash, slot);
      if (this.hashes[word] === hash && this.isSame(word, codes, start, end)) return word;
    }
  }

  /** The number of what stands from `start` to `end`. */
  of(codes: Uint16Array, start: number, end: number): number {
    this.read(codes, start, end);
    return this.number(codes, start, end);
  }

  /** The number of a text that comes from elsewhere. */
  ofText(text: string): number {
    return this.of(
      Uint16Array.from(text, (character) => character.charCodeAt(0)),
      0,
      text.length,
    );
  }

  text(word: number): string {
    const end = this.ends[word] ?? 0;
    let text = '';
    // No call takes as many arguments as a line may have characters.
    for (let from = this.ends[word - 1] ?? 0; from < end; from += FEW) {
      text += String.fromCharCode(...this.pool.subarray(from, Math.min(from + FEW, end)));
    }
    return text;
  }

  private isSame(word: number, codes: Uint16Array, start: number, end: number): boolean {
    const from = this.ends[word - 1] ?? 0;
    if ((this.ends[word] ?? 0) - from !== end - start) return false;
    for (let at = start; at < end; at++) if (this.pool[from + at - start] !== codes[at]) return false;
    return true;
  }

  private add(codes: Uint16Array, start: number, end: number, hash: number, slot: number): number {
    const word = this.take(hash, slot);
    if (word === this.ends.length) this.ends = longer(this.ends, word + 1);
    const from = this.ends[word - 1] ?? 0;
    const to = from + end - start;
    if (to > this.pool.length) this.pool = longer(this.pool, to);
    for (let at = start; at < end; at++) this.pool[from + at - start] = codes[at] ?? 0;
    this.ends[word] = to;
    return word;
  }
}

/** Pairs of numbers. A list of numbers is a pair of the list before its last one, and that. */
export class Pairs extends Numbered {
  private firsts = new Int32Array(FEW);
  private seconds = new Int32Array(FEW);

  of(first: number, second: number): number {
    let hash = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b);
    hash ^= hash >>> 15;
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const pair = this.slots[slot] ?? 0;
      if (pair === 0) return this.add(first, second, hash, slot);
      if (this.firsts[pair] === first && this.seconds[pair] === second) return pair;
    }
  }

  private add(first: number, second: number, hash: number, slot: number): number {
    const pair = this.take(hash, slot);
    if (pair === this.firsts.length) {
      this.firsts = longer(this.firsts, pair + 1);
      this.seconds = longer(this.seconds, pair + 1);
    }
    this.firsts[pair] = first;
    this.seconds[pair] = second;
    return pair;
  }
}

/** A list of numbers that grows at its end. */
export class Numbers {
  private items = new Int32Array(FEW);
  private count = 0;

  get length(): number {
    return this.count;
  }
  at(index: number): number {
    return this.items[index] ?? 0;
  }
  set(index: number, value: number): void {
    if (index >= this.items.length) this.items = longer(this.items, index + 1);
    if (index >= this.count) this.count = index + 1;
    this.items[index] = value;
  }
  push(value: number): void {
    this.set(this.count, value);
  }
  /** Forgets all from there on. */
  cut(length: number): void {
    this.items.fill(0, length, this.count);
    this.count = length;
  }
}

/** A copy with room for `least` numbers, and some more. */
function longer<List extends Int32Array | Uint16Array>(list: List, least: number): List {
  const Type = list.constructor as new (length: number) => List;
  const copy = new Type(2 * Math.max(least, list.length));
  copy.set(list);
  return copy;
}

/** Slots for the first `count` numbers. */
function spread(hashes: Int32Array, count: number, length: number): Int32Array<ArrayBuffer> {
  const slots = new Int32Array(length);
  const mask = length - 1;
  for (let number = 1; number <= count; number++) {
    let slot = (hashes[number] ?? 0) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = number;
  }
  return slots;
}
