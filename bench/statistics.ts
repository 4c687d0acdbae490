/** What is told of several runs of the same work. */
export interface Summary {
  readonly count: number;
  readonly median: number;
  /** The 95th percentile; with fewer than twenty runs, the worst. */
  readonly p95: number;
  readonly worst: number;
}

/** @throws Error when there are no values. */
export function summary(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    count: sorted.length,
    median: (nth(sorted, (sorted.length - 1) / 2) + nth(sorted, sorted.length / 2)) / 2,
    // The nearest rank: a value that was measured, never one between two.
    p95: nth(sorted, Math.ceil(0.95 * sorted.length) - 1),
    worst: nth(sorted, sorted.length - 1),
  };
}

function nth(sorted: readonly number[], index: number): number {
  const value = sorted[Math.floor(index)];
  if (value === undefined) throw new Error('Nothing has been measured.');
  return value;
}

export interface Repetition {
  /** So many at least, however long they take. */
  readonly least: number;
  readonly most: number;
  /** After so many seconds, `least` are enough. */
  readonly seconds: number;
}

/** Does something again and again, one after the other; `work` gets the number of the run, from 0. */
export async function repeat<Result>(
  { least, most, seconds }: Repetition,
  work: (run: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const end = performance.now() + 1000 * seconds;
  while (results.length < least || (results.length < most && performance.now() < end)) {
    results.push(await work(results.length));
  }
  return results;
}

/** The milliseconds that something takes. */
export async function milliseconds(work: () => unknown): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}
