import type { RawObject, RawProperty } from '../project/types';
import { Layers } from './layers';

/** Where the value of a property was written, and through which templates it came (nearest first). */
export interface Origin {
  readonly property: RawProperty;
  readonly via: readonly string[];
  /** Further lines that a list was put together from: repeated directives, and what `+` lets templates add. */
  readonly also?: readonly Origin[];
}

/**
 * Where each value of an object comes from. A large configuration has hundreds of thousands of values, of which few are ever asked where
 * they were written: of an object whose every line makes one value, which nearly all are, the answer is looked for in its lines.
 */
export class Origins extends Layers<Origin> {
  /** Each of its lines makes the value of its key, unless something else is said here. */
  private written: RawObject | undefined;

  /** Each line of an object has made the value of its key, and nothing else has been said so far. */
  areThoseOf(object: RawObject): void {
    this.written = object;
  }
  /** What is said of one key is said of another from now on. */
  rename(key: string, other: string): void {
    const origin = this.get(key);
    this.delete(key);
    if (origin) this.set(other, origin);
  }
  override *[Symbol.iterator](): IterableIterator<[string, Origin]> {
    for (const { key } of this.written?.lines ?? []) this.get(keyOf(key));
    this.written = undefined;
    yield* super[Symbol.iterator]();
  }
  override fork(): Origins {
    const shared = this.share();
    const copy = new Origins(this.ownShape.empty);
    copy.written = this.written;
    copy.layOver(shared);
    return copy;
  }
  protected override below(key: string): Origin | undefined {
    const at = this.lineOf(key);
    const line = at < 0 ? undefined : this.written?.properties[at];
    if (!line) return super.below(key);
    // From now on it is always the same one: whoever inherits it makes theirs from it once.
    const origin = ownOrigin(line);
    this.set(key, origin);
    return origin;
  }
  protected override isBelow(key: string): boolean {
    return this.lineOf(key) >= 0 || super.isBelow(key);
  }
  /** Which of the lines makes the value of the key; -1: none. */
  private lineOf(key: string): number {
    if (!this.written || this.isGone(key)) return -1;
    return this.written.lines.findIndex((line) => keyOf(line.key) === key);
  }
}

/** The origin of what stands in one line. */
export function ownOrigin(property: RawProperty): Origin {
  return { property, via: NONE };
}

const NONE: readonly string[] = [];

/** Macros are known in upper case. */
function keyOf(key: string): string {
  return key.startsWith('_') ? key.toUpperCase() : key;
}
