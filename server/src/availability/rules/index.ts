import type { Rule } from '../../rules/rule';

/** One line a rule, in the alphabet's order of their files. */
export const availabilityRules: readonly Rule[] = [];
