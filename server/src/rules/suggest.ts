import { distance } from 'fastest-levenshtein';

/**
 * The candidate that a person most likely meant; undefined where none is near. Case, dashes and underscores count for little: they are
 * what people mix up most. Of a list that is asked again and again, as that of all hosts is, keep one array.
 */
export function suggest(name: string, candidates: Iterable<string>): string | undefined {
  const plain = plainOf(name);
  const { names, plains, spellings } = spellingsOf(candidates);
  const bounds = boundsOf(spellingOf(plain), spellings);
  const limit = limitFor(name.length);
  let best = -1;
  let least = limit + 1;
  // Those that may be nearest first: most others need not be compared then. Of those that are equally near it is the first in the list.
  for (let bound = 0; bound <= Math.min(limit, least); bound++) {
    for (let at = bounds.indexOf(bound); at >= 0; at = bounds.indexOf(bound, at + 1)) {
      const candidate = names[at] ?? '';
      if (candidate === name || candidate === '') continue;
      const far = lettersWrong(plain, plains[at] ?? '');
      if (far === 0) return candidate;
      if (far > least || (far === least && at > best)) continue;
      best = at;
      least = far;
    }
  }
  return names[best];
}

/**
 * Whether nothing else can have been meant than what was suggested: no other candidate is as near, and more than a number differs. `web-3` is
 * rather a host that is still to come than a slip for `web-1`.
 */
export function isSure(name: string, suggestion: string, candidates: Iterable<string>): boolean {
  if (name.replace(/\d+/g, '0') === suggestion.replace(/\d+/g, '0')) return false;
  const plain = plainOf(name);
  const { names, plains, spellings } = spellingsOf(candidates);
  const least = lettersWrong(plain, plainOf(suggestion));
  return boundsOf(spellingOf(plain), spellings).every((bound, at) => {
    const candidate = names[at] ?? '';
    if (bound > least || candidate === suggestion || candidate === name) return true;
    return lettersWrong(plain, plains[at] ?? '') > least;
  });
}

/** What counts of a name. */
function plainOf(name: string): string {
  return name.toLowerCase().replaceAll('-', '_');
}

/** The letters of a {@link spellingOf}; the bits above them are its length. */
const LETTERS = 26;
const MOST_LONG = 63;

/**
 * What decides nearly always that two names are too far from each other, in one number: a bit for each letter that is in the name, where
 * some letters share one, and how long it is. Of ten thousand names most are never looked at. `lettersIn` shares bits between digits and the
 * letters that names are numbered behind (`srv-01`): with it twice as many are.
 */
function spellingOf(plain: string): number {
  let letters = 0;
  for (let at = 0; at < plain.length; at++) letters |= 1 << (plain.charCodeAt(at) % LETTERS);
  return (Math.min(plain.length, MOST_LONG) << LETTERS) | letters;
}

interface Spellings {
  readonly names: readonly string[];
  /** Of each name {@link plainOf} it, and its {@link spellingOf}. */
  readonly plains: readonly string[];
  readonly spellings: Int32Array;
}

/** Of lists that do not change any more. */
const known = new WeakMap<object, Spellings>();

function spellingsOf(candidates: Iterable<string>): Spellings {
  const before = known.get(candidates);
  if (before && before.names.length === before.spellings.length) return before;
  const names = Array.isArray(candidates) ? (candidates as readonly string[]) : [...candidates];
  const plains = names.map(plainOf);
  const found = { names, plains, spellings: Int32Array.from(plains, spellingOf) };
  if (names === candidates) known.set(candidates, found);
  return found;
}

/** How many letters may be wrong: about one in three, since a shorter name soon resembles any other. */
function limitFor(length: number): number {
  return length < 3 ? 0 : Math.min(4, Math.round(length / 3));
}

/** So many letters are wrong at least in each of many: as many as one name is longer, or as one has and the other has not. */
function boundsOf(wanted: number, spellings: Int32Array): Uint8Array {
  const bounds = new Uint8Array(spellings.length);
  for (let at = 0; at < spellings.length; at++) {
    const spelling = spellings[at] ?? 0;
    const longer = Math.abs((wanted >>> LETTERS) - (spelling >>> LETTERS));
    const differ = (wanted ^ spelling) & ((1 << LETTERS) - 1);
    bounds[at] = Math.max(longer, ones(wanted & differ), ones(spelling & differ));
  }
  return bounds;
}

/** How many bits of a number are set. */
function ones(bits: number): number {
  const pairs = bits - ((bits >> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >> 2) & 0x33333333);
  return Math.imul((fours + (fours >> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Two neighbours in the wrong order are one slip. */
function lettersWrong(a: string, b: string): number {
  let start = 0;
  while (start < a.length && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  const mine = a.slice(start, a.length - end);
  const other = b.slice(start, b.length - end);
  const swapped = mine.length === 2 && other.length === 2 && mine[0] === other[1] && mine[1] === other[0];
  return swapped ? 1 : distance(mine, other);
}
