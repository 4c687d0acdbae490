/** The names of a family, to be looked through with every letter that somebody types. */
import { Attached } from '../../project/attached';
import { lettersIn } from './letters';
import type { Family } from './stretches';

const BREAK = '\n';

/** Names, by how well they fit: the best first. */
export type ByFit = readonly [readonly string[], readonly string[], readonly string[]];

export class NameList {
  /** In the order of their letters. */
  readonly names: readonly string[];
  /** The same in small letters, each behind a line break: one text is gone through several times as fast as ten thousand. */
  private readonly text: string;
  /** Where each begins in the text; at the end, where one more would. */
  private readonly starts: Int32Array;
  /** As `lettersIn` has them, of each. */
  private readonly letters: Uint32Array;

  /** `prefix`: what stands before each of the names where it is written. */
  constructor(family: Family, prefix: string) {
    this.names = [...family.keys()].sort();
    const texts = this.names.map((name) => prefix + name.toLowerCase());
    this.text = texts.map((text) => BREAK + text).join('');
    this.starts = new Int32Array(texts.length + 1);
    let start = 0;
    for (const [index, { length }] of texts.entries()) {
      this.starts[index] = ++start;
      start += length;
    }
    this.starts[texts.length] = start + 1;
    this.letters = Uint32Array.from(texts, lettersIn);
  }

  /**
   * The names that small letters fit, each list in its order: those that begin so, those that hold them, and those that have them one behind
   * the other, as editors match.
   */
  fitting(wanted: string): ByFit {
    const { names, text, starts, letters } = this;
    const found: [string[], string[], string[]] = [[], [], []];
    const needed = lettersIn(wanted);
    let next = 0;
    for (let index = 0; index < names.length; index++) {
      if ((needed & ~(letters[index] ?? 0)) !== 0) continue;
      const start = starts[index] ?? 0;
      const end = (starts[index + 1] ?? 0) - 1;
      if (next >= 0 && next < start) next = text.indexOf(wanted, start);
      const isHeld = next >= 0 && next + wanted.length <= end;
      if (isHeld || isScattered(wanted, text, start, end))
        found[!isHeld ? 2 : next === start ? 0 : 1].push(names[index] ?? '');
    }
    return found;
  }
}

/** Whether the letters are there in their order, with others between. */
function isScattered(wanted: string, text: string, start: number, end: number): boolean {
  let found = 0;
  for (let at = start; at < end && found < wanted.length; at++)
    if (text.charCodeAt(at) === wanted.charCodeAt(found)) found++;
  return found === wanted.length;
}

const lists = new Attached<Family, NameList>();

/** Of a family that is always asked for with the same prefix. */
export function nameList(family: Family, prefix: string): NameList {
  let list = lists.get(family);
  if (!list) lists.set(family, (list = new NameList(family, prefix)));
  return list;
}
