import type { WrittenLine } from './property';

/** As many lines are kept at most. */
const MOST_SLOTS = 2048;
const LEAST_SLOTS = 16;
/** Characters of a text for which there is one; roughly what a line has. */
const PER_SLOT = 32;

/**
 * Lines of a text, to be found again where one says the same, as far behind the beginning of its object: services of one host, and one service
 * of many hosts, say most things alike. It forgets what another line takes the place of.
 */
export class SharedLines {
  private readonly known: (WrittenLine | undefined)[];
  /** Where each begins and ends. */
  private readonly bounds: Int32Array;
  /** A small text needs few. */
  private readonly mask: number;

  /** `codes`: of a text of that length, and anything behind it. */
  constructor(
    private readonly codes: Uint16Array,
    length: number,
  ) {
    let slots = LEAST_SLOTS;
    while (slots < MOST_SLOTS && slots * PER_SLOT < length) slots *= 2;
    this.mask = slots - 1;
    this.known = new Array<WrittenLine | undefined>(slots).fill(undefined);
    this.bounds = new Int32Array(2 * slots);
  }

  /** One like that from `start` to `end`, so far behind the beginning of its object. */
  find(start: number, end: number, place: number): WrittenLine | undefined {
    const slot = this.slotOf(start, end, place);
    const known = this.known[slot];
    return known?.place === place && this.isSame(slot, start, end) ? known : undefined;
  }

  /** The line from `start` to `end` can be found from now on. */
  keep(line: WrittenLine, start: number, end: number, place: number): void {
    const slot = this.slotOf(start, end, place);
    this.known[slot] = line;
    this.bounds[2 * slot] = start;
    this.bounds[2 * slot + 1] = end;
  }

  /** By where it stands, how long it is, and some of its characters: it is in the last that names and numbers differ. */
  private slotOf(start: number, end: number, place: number): number {
    const { codes } = this;
    const [middle = 0, nextToLast = 0, last = 0] = [codes[(start + end) >> 1], codes[end - 2], codes[end - 1]];
    return (place * 7 + (end - start) * 61 + middle * 29 + nextToLast * 331 + last * 113) & this.mask;
  }

  private isSame(slot: number, start: number, end: number): boolean {
    const { codes, bounds } = this;
    const from = bounds[2 * slot] ?? 0;
    if ((bounds[2 * slot + 1] ?? 0) - from !== end - start) return false;
    // Names and numbers differ in their last characters.
    for (let at = end - 1; at >= start; at--) if (codes[at] !== codes[from + at - start]) return false;
    return true;
  }
}
