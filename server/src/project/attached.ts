/** What has been worked out of an object, kept on the object itself. */

/** The only property that is added, whatever is kept: objects of a class stay alike. */
const KEPT = Symbol('attached');

interface Keeper {
  readonly [KEPT]?: Map<unknown, unknown>;
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
    return (key as Keeper)[KEPT]?.get(this) as Value | undefined;
  }

  has(key: Key): boolean {
    return (key as Keeper)[KEPT]?.has(this) ?? false;
  }

  set(key: Key, value: Value): void {
    const kept = (key as Keeper)[KEPT];
    if (kept) kept.set(this, value);
    else Object.defineProperty(key, KEPT, { value: new Map([[this, value]]) });
  }
}
