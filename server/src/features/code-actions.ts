import type { Analysis } from '../analysis';
import { ruleOf } from '../rules';
import type { Fix, Problem } from '../rules/rule';
import { overlaps, type FileRange } from './feature';
import { refactorings } from './refactorings';

export interface CodeAction extends Fix {
  readonly kind: 'quickfix' | 'refactor';
  /** The problem that it mends. */
  readonly problem?: Problem;
}

/** What can be done about the text in the range: the fixes of its problems, then the refactorings that fit. */
export function codeActions(analysis: Analysis, { file, span }: FileRange): CodeAction[] {
  const fixes = analysis.problems
    .filter((problem) => problem.file === file && problem.fixable && overlaps(problem.span, span))
    .flatMap((problem) => fixesOf(analysis, problem).map((fix): CodeAction => ({ ...fix, kind: 'quickfix', problem })));
  const others = refactorings
    .flatMap((refactoring) => refactoring(analysis, { file, span }))
    .map((fix): CodeAction => ({ ...fix, kind: 'refactor' }));
  return [...fixes, ...others];
}

/** The fixes that a problem's own rule has for it. */
export function fixesOf({ model }: Analysis, problem: Problem): readonly Fix[] {
  return ruleOf(problem.code)?.fix?.(problem, model) ?? [];
}
