/** The names of a family, to be looked through with every letter that somebody types. */
import { Attached } from '../../project/attached';
import type { Family } from './stretches';

const BREAK = '\n';

export class NameList {
  readonly names: readonly string[];
  /** The same in small letters, each behind a line break: one text is gone through several times as fast as ten thousand. */
  private readonly text: string;

  /** `prefix`: what stands before each of the names where it is written. */
  constructor(family: Family, prefix: string) {
    this.names = [...family.keys()];
    this.text = this.names.map((name) => BREAK + prefix + name.toLowerCase()).join('') + BREAK;
  }

  /**
   * Takes the names that small letters fit, with how well they do: 0 for those that begin so, 1 for those that hold them, 2 for those that
   * have them in that order, as editors match.
   */
  fitting(wanted: string, take: (name: string, fit: 0 | 1 | 2) => void): void {
    const { names, text } = this;
    let start = 1;
    let next = text.indexOf(wanted);
    for (const name of names) {
      const end = text.indexOf(BREAK, start);
      if (next >= 0 && next < start) next = text.indexOf(wanted, start);
      if (next >= 0 && next + wanted.length <= end) take(name, next === start ? 0 : 1);
      else if (isScattered(wanted, text, start, end)) take(name, 2);
      start = end + 1;
    }
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
