/**
 * Long work that can be interrupted between its steps: a generator that yields after each. What it yields says how far it is, between 0
 * and 1, where that is known.
 */
export type Steps<Result> = Generator<number | undefined, Result, undefined>;

/** Does all of it at once. */
export function complete<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * Does something with each of many, with a step behind every few dozen. What `act` gives back, if anything, is left to do for one of them.
 * In a function that goes through a hundred thousand in a loop of its own V8 compiles that loop while it runs, together with what stands
 * behind it and has never been run; whenever that function is called again, if only for three, it is led into that and thrown out of it.
 */
export function* withEach<Each>(
  all: Iterable<Each>,
  act: ((each: Each) => void) | ((each: Each) => Steps<void> | undefined),
): Steps<void> {
  let count = 0;
  // What is no list is copied into one, for lists alone keep this loop fast. A list must not change meanwhile.
  for (const each of Array.isArray(all) ? (all as readonly Each[]) : [...all]) {
    const more = act(each);
    if (more) yield* more;
    if (++count % FEW === 0) yield;
  }
}

const FEW = 64;

/** The steps of a part that is a stretch of the whole: its progress, between 0 and 1, becomes that between `from` and `to`. */
export function* stretch<Result>(steps: Steps<Result>, from: number, to: number): Steps<Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    yield value === undefined ? undefined : from + value * (to - from);
  }
}
