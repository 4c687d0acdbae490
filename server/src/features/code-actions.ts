import type { Analysis } from '../analysis';
import { ruleOf } from '../rules';
import type { Fix, Problem } from '../rules/rule';
import { overlaps, type FileRange } from './feature';
import { type Offer, refactorings, type Surroundings } from './refactorings';

/** What a person can choose to have done. */
export interface CodeAction extends Omit<Offer, 'kind'> {
  readonly kind: 'quickfix' | Offer['kind'];
  /** The problem that it mends. */
  readonly problem?: Problem;
}

/** What can be done about the text in the range: the fixes of its problems, then the refactorings that are not among them. */
export function codeActions(analysis: Analysis, range: FileRange, surroundings: Surroundings): CodeAction[] {
  const { file, span } = range;
  const fixes = analysis.problems
    .filter((problem) => problem.file === file && problem.fixable && overlaps(problem.span, span))
    .flatMap((problem) => fixesOf(analysis, problem).map((fix) => quickFix(fix, problem)));
  const others = refactorings
    .flatMap((refactoring) => refactoring(analysis, range, surroundings))
    .filter(({ title }) => !fixes.some((fix) => fix.title === title));
  return [...fixes, ...others];
}

function quickFix(fix: Fix, problem: Problem): CodeAction {
  const { title, preferred, question } = fix;
  return { title, preferred, question, problem, kind: 'quickfix', change: () => fix.change };
}

/** The fixes that a problem's own rule has for it. */
export function fixesOf({ model }: Analysis, problem: Problem): readonly Fix[] {
  return ruleOf(problem.code)?.fix?.(problem, model) ?? [];
}
