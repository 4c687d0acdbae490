const SLOTS = 1024;

/**
 * Strings cut out of a text, where what was cut out before is given again: configurations say the same few things over and over. It forgets
 * what another string takes the place of.
 */
export class SharedStrings {
  private readonly known: string[] = new Array<string>(SLOTS).fill('');

  constructor(
    private readonly text: string,
    /** What is kept of a string that is cut out. */
    private readonly kept: (text: string) => string = (text) => text,
  ) {}

  slice(start: number, end: number): string {
    const { text } = this;
    if (start === end) return '';
    const middle = text.charCodeAt((start + end) >> 1);
    const slot =
      (end - start + text.charCodeAt(start) * 3 + middle * 29 + text.charCodeAt(end - 1) * 113) & (SLOTS - 1);
    const said = text.slice(start, end);
    const known = this.known[slot];
    return known === said ? known : (this.known[slot] = this.kept(said));
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
