import type { Problem } from '../../server/src/rules/rule';

/** All that can be seen of a problem. */
export function visible(problem: Problem): string {
  return JSON.stringify({ ...problem, data: undefined });
}

/** The same of several. Those at one place are in no order that means anything. */
export function shown(problems: readonly Problem[]): readonly string[] {
  return problems.map(visible).sort();
}
