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
    const far = distance(wanted, plain(candidate));
    if (far >= least) continue;
    best = candidate;
    least = far;
  }
  return best;
}

/** How many letters may be wrong: about one in three, since a shorter name soon resembles any other. */
function limitFor(length: number): number {
  return Math.min(4, Math.max(1, Math.round(length / 3)));
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll('-', '_');
}
