import type { Rule } from '../rule';

/** One line a rule, in the alphabet's order of their files. */
export const arbiterRules: readonly Rule[] = [];
