import type { Analysis } from '../analysis';
import type { Fix, Problem } from '../rules/rule';
import { type CodeAction, fixesOf } from './code-actions/action';
import { fixAllOfRule } from './code-actions/fix-all';
import { ignoreActions } from './code-actions/ignore';
import { overlaps, type FileRange } from './feature';
import { refactorings, type Surroundings } from './refactorings';

export { type CodeAction, fixesOf } from './code-actions/action';
export { fixAll } from './code-actions/fix-all';

/**
 * What can be done about the text in the range: the fixes of its problems, those of all problems of their kinds, the refactorings that are
 * not among them, and last what makes a problem go without mending it.
 */
export function codeActions(analysis: Analysis, range: FileRange, surroundings: Surroundings): CodeAction[] {
  const { file, span } = range;
  const problems = analysis.problems.filter((problem) => problem.file === file && overlaps(problem.span, span));
  const fixes = problems
    .filter(({ fixable }) => fixable)
    .flatMap((problem) => fixesOf(analysis, problem).map((fix) => quickFix(fix, problem)));
  const ofOneKind = [...new Map(problems.map((problem) => [problem.code, problem])).values()];
  const others = refactorings
    .flatMap((refactoring) => refactoring(analysis, range, surroundings))
    .filter(({ title }) => !fixes.some((fix) => fix.title === title));
  return [
    ...fixes,
    ...ofOneKind.flatMap((problem) => fixAllOfRule(analysis, problem)),
    ...others,
    ...ofOneKind.flatMap((problem) => ignoreActions(analysis, problem)),
  ];
}

function quickFix(fix: Fix, problem: Problem): CodeAction {
  const { title, preferred, question } = fix;
  return { title, preferred, question, problem, kind: 'quickfix', change: () => fix.change };
}
