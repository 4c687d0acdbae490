import type { Analysis } from '../analysis';
import type { FilePath } from '../project/types';
import { ruleOf } from '../rules';
import type { Fix, Problem } from '../rules/rule';
import { overlaps, type FileRange } from './feature';
import { refactorings } from './refactorings';

/** What a person can choose to have done: a change of ours, or a command of the editor's own client. */
export type CodeAction = (Fix | ClientAction) & {
  readonly kind: 'quickfix' | 'refactor';
  /** The problem that it mends. */
  readonly problem?: Problem;
};

/** An action that needs a dialogue: offered to an editor whose client carries it out. */
export interface ClientAction {
  readonly title: string;
  readonly preferred?: boolean;
  readonly command: string;
  /** The file it is about, sent as `uri` beside the other arguments. */
  readonly file: FilePath;
  readonly arguments: Readonly<Record<string, string>>;
}

/** What can be done about the text in the range: the fixes of its problems, then the refactorings that fit. */
export function codeActions(analysis: Analysis, range: FileRange): CodeAction[] {
  const { file, span } = range;
  const fixes = analysis.problems
    .filter((problem) => problem.file === file && problem.fixable && overlaps(problem.span, span))
    .flatMap((problem) => fixesOf(analysis, problem).map((fix): CodeAction => ({ ...fix, problem, kind: 'quickfix' })));
  const others = refactorings
    .flatMap((refactoring) => refactoring(analysis, range))
    .map((action): CodeAction => ({ ...action, kind: 'refactor' }));
  return [...fixes, ...others];
}

/** The fixes that a problem's own rule has for it. */
export function fixesOf({ model }: Analysis, problem: Problem): readonly Fix[] {
  return ruleOf(problem.code)?.fix?.(problem, model) ?? [];
}
