import { distance } from 'fastest-levenshtein';

/**
 * The candidate that a person most likely meant; undefined where none is near. Case, dashes and underscores count for little: they are
 * what people mix up most.
 */
export function suggest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = plain(name);
  let best: string | undefined;
  let least = limitFor(name.length) + 1;
  for (const candidate of candidates) {
    if (candidate === name || candidate === '') continue;
    if (Math.abs(candidate.length - name.length) > least) continue;
    const far = lettersWrong(wanted, plain(candidate));
    if (far >= least) continue;
    best = candidate;
    least = far;
  }
  return best;
}

/** How many letters may be wrong: about one in three, since a shorter name soon resembles any other. */
function limitFor(length: number): number {
  return length < 3 ? 0 : Math.min(4, Math.round(length / 3));
}

/** Two neighbours in the wrong order are one slip. */
function lettersWrong(a: string, b: string): number {
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  const swapped =
    a.length === b.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
  return at >= 0 && swapped ? 1 : distance(a, b);
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll('-', '_');
}
