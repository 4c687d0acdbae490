/** Draws that are the same on every machine and in every run: a seed gives one sequence. */
export interface Random {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  /** One of some; they must not be none. */
  one<Choice>(choices: readonly [Choice, ...Choice[]]): Choice;
  /** True so many times in a hundred. */
  percent(chance: number): boolean;
}

/** Mulberry32, a generator of 32 bits of state: quick, and good enough to make things differ. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    one: (choices) => choices[below(choices.length)] ?? choices[0],
    percent: (chance) => next() * 100 < chance,
  };
}

/** The generator of one thing among many: what it draws does not depend on how many others there are. */
export function randomOf(seed: number, index: number): Random {
  return random(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
}
