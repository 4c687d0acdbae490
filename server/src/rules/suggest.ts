import { distance } from 'fastest-levenshtein';

/**
 * The candidate that a person most likely meant; undefined where none is near. Case, dashes and underscores count for little: they are
 * what people mix up most. Of a list that is asked again and again, as that of all hosts is, keep one array.
 */
export function suggest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = spellingOf(name);
  let best: string | undefined;
  let least = limitFor(name.length) + 1;
  for (const spelling of spellingsOf(candidates)) {
    const { name: candidate } = spelling;
    if (candidate === name || candidate === '' || atLeastWrong(wanted, spelling) >= least) continue;
    // Where one letter is wrong only a name in which none is comes before it.
    const far = least > 1 ? lettersWrong(wanted.plain, spelling.plain) : wanted.plain === spelling.plain ? 0 : least;
    if (far >= least) continue;
    best = candidate;
    least = far;
    if (far === 0) break;
  }
  return best;
}

/**
 * Whether nothing else can have been meant than what was suggested: no other candidate is as near, and more than a number differs. `web-3` is
 * rather a host that is still to come than a slip for `web-1`.
 */
export function isSure(name: string, suggestion: string, candidates: Iterable<string>): boolean {
  if (name.replace(/\d+/g, '0') === suggestion.replace(/\d+/g, '0')) return false;
  const wanted = spellingOf(name);
  const least = lettersWrong(wanted.plain, spellingOf(suggestion).plain);
  for (const spelling of spellingsOf(candidates)) {
    if (spelling.name === suggestion || spelling.name === name || atLeastWrong(wanted, spelling) > least) continue;
    if (lettersWrong(wanted.plain, spelling.plain) <= least) return false;
  }
  return true;
}

/** A name, and what decides nearly always that another one is too far from it. */
interface Spelling {
  readonly name: string;
  readonly plain: string;
  /** A bit for each letter that is in it; some letters share a bit. */
  readonly letters: number;
}

function spellingOf(name: string): Spelling {
  const plain = name.toLowerCase().replaceAll('-', '_');
  let letters = 0;
  for (let at = 0; at < plain.length; at++) letters |= 1 << (plain.charCodeAt(at) & 31);
  return { name, plain, letters };
}

/** Of lists that do not change any more. */
const spellings = new WeakMap<object, readonly Spelling[]>();

function spellingsOf(candidates: Iterable<string>): readonly Spelling[] {
  const known = spellings.get(candidates);
  if (known && Array.isArray(candidates) && known.length === candidates.length) return known;
  const found = Array.from(candidates, spellingOf);
  if (Array.isArray(candidates)) spellings.set(candidates, found);
  return found;
}

/** How many letters may be wrong: about one in three, since a shorter name soon resembles any other. */
function limitFor(length: number): number {
  return length < 3 ? 0 : Math.min(4, Math.round(length / 3));
}

/** So many letters are wrong at least: as many as one name is longer, or as one has and the other has not. */
function atLeastWrong(a: Spelling, b: Spelling): number {
  const longer = Math.abs(a.plain.length - b.plain.length);
  return Math.max(longer, bits(a.letters & ~b.letters), bits(b.letters & ~a.letters));
}

function bits(set: number): number {
  let count = 0;
  for (let left = set; left !== 0; left &= left - 1) count++;
  return count;
}

/** Two neighbours in the wrong order are one slip. */
function lettersWrong(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const swapped = a.length === b.length && a[at] === b[at + 1] && a[at + 1] === b[at];
  return swapped && at < a.length && a.slice(at + 2) === b.slice(at + 2) ? 1 : distance(a, b);
}
