const SLOTS = 1024;

/**
 * Strings cut out of a text, where what was cut out before is given again: configurations say the same few things over and over. It forgets
 * what another string takes the place of.
 */
export class SharedStrings {
  private readonly known = new Array<string>(SLOTS).fill('');
  /** Where each was cut out. */
  private readonly places = new Int32Array(SLOTS);

  constructor(
    private readonly text: string,
    private readonly codes: Uint16Array,
    /** What is kept of a string that is cut out. */
    private readonly kept: (text: string) => string = (text) => text,
  ) {}

  slice(start: number, end: number): string {
    if (start === end) return '';
    const slot = this.slotOf(start, end);
    const known = this.known[slot] ?? '';
    if (known.length === end - start && this.isSame(this.places[slot] ?? 0, start, end)) return known;
    this.places[slot] = start;
    return (this.known[slot] = this.kept(this.text.slice(start, end)));
  }

  /** By its length, and by its first, middle and last characters. */
  private slotOf(start: number, end: number): number {
    const { codes } = this;
    const [first = 0, middle = 0, last = 0] = [codes[start], codes[(start + end) >> 1], codes[end - 1]];
    return (end - start + first * 3 + middle * 29 + last * 113) & (SLOTS - 1);
  }

  private isSame(place: number, start: number, end: number): boolean {
    const { codes } = this;
    for (let at = start; at < end; at++) if (codes[at] !== codes[place + at - start]) return false;
    return true;
  }
}

/** Names of types and keys are few, and looked up by all who come behind: one string for all places that write the same. */
const names = new Map<string, string>();
const MOST_NAMES = 10_000;

export function sharedName(name: string): string {
  const known = names.get(name);
  if (known !== undefined || names.size >= MOST_NAMES) return known ?? name;
  // What has been the name of a property is compared by its address from then on.
  const [shared = name] = Object.keys({ [name]: true });
  names.set(shared, shared);
  return shared;
}
