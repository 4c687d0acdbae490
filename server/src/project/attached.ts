/** What has been worked out of an object, kept on the object itself. */

/** The only property that is added, whatever is kept: objects of a class stay alike. */
const KEPT = Symbol('attached');

interface Entry {
  readonly owner: unknown;
  value: unknown;
  readonly next: Entry | undefined;
}

/** Mostly there is one thing or two to keep of an object, and there may be a hundred thousand objects: no map for each. */
interface Bearer {
  [KEPT]?: Entry | undefined;
}

/**
 * Like a `WeakMap`, and in its place where objects come and go with each keystroke: trees, models of excerpts, and what is made of them. The
 * young collector of V8, which alone runs while somebody types, holds every value of a long-lived `WeakMap` for alive, and with a value all
 * that it refers to: mostly its own key, and so each tree and each model there has ever been, until there are so many that all memory is gone
 * through. What an object carries itself goes with it.
 *
 * Copies made with `{ ...object }` carry nothing, and nothing of it is seen in an object's keys. Objects must not be frozen.
 */
export class Attached<Key extends object, Value> {
  get(key: Key): Value | undefined {
    return this.entry(key)?.value as Value | undefined;
  }

  has(key: Key): boolean {
    return this.entry(key) !== undefined;
  }

  set(key: Key, value: Value): void {
    const bearer: Bearer = key;
    const entry = this.entry(key);
    if (entry) entry.value = value;
    else if (bearer[KEPT] || !mayBeCopied(key)) bearer[KEPT] = { owner: this, value, next: bearer[KEPT] };
    else Object.defineProperty(key, KEPT, { value: { owner: this, value, next: undefined }, writable: true });
  }

  private entry(key: Bearer): Entry | undefined {
    let entry = key[KEPT];
    while (entry && entry.owner !== this) entry = entry.next;
    return entry;
  }
}

/** Nobody copies an instance of a class, or compares it by what it holds; hiding what it carries takes ten times as long as adding it. */
function mayBeCopied(key: object): boolean {
  return Array.isArray(key) || Object.getPrototypeOf(key) === Object.prototype;
}
