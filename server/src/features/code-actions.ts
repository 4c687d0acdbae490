import type { Analysis } from '../analysis';
import { ruleOf } from '../rules';
import type { Fix, Problem } from '../rules/rule';
import { overlaps, type FileRange } from './feature';
import { refactorings } from './refactorings';

/** What a person can choose to have done. */
export interface CodeAction extends Fix {
  readonly kind: 'quickfix' | 'refactor';
  /** The problem that it mends. */
  readonly problem?: Problem;
}

/** What can be done about the text in the range: the fixes of its problems, then the refactorings that are not among them. */
export function codeActions(analysis: Analysis, range: FileRange): CodeAction[] {
  const { file, span } = range;
  const fixes = analysis.problems
    .filter((problem) => problem.file === file && problem.fixable && overlaps(problem.span, span))
    .flatMap((problem) => fixesOf(analysis, problem).map((fix): CodeAction => ({ ...fix, problem, kind: 'quickfix' })));
  const others = refactorings
    .flatMap((refactoring) => refactoring(analysis, range))
    .filter(({ title }) => !fixes.some((fix) => fix.title === title))
    .map((action): CodeAction => ({ ...action, kind: 'refactor' }));
  return [...fixes, ...others];
}

/** The fixes that a problem's own rule has for it. */
export function fixesOf({ model }: Analysis, problem: Problem): readonly Fix[] {
  return ruleOf(problem.code)?.fix?.(problem, model) ?? [];
}
