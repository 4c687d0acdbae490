/** What comments in the files silence, and comments that silence nothing. */
import type { ModelOptions } from '../model/types';
import type { FilePath, Project } from '../project/types';
import {
  firstNot,
  type IgnoreComment,
  ignoreComments,
  type IgnoredCode,
  meansRule,
  wildcards,
} from './ignore-comments';
import { isRun, levelOf, type Levels } from './levels';
import type { Problem, Rule } from './rule';

/** Why a comment, or one of the rules that it names, does nothing. */
export type IdleReason =
  /** There is no such rule. */
  | 'unknown'
  /** The rule has nothing to say there. */
  | 'nothing'
  /** The arbiter refuses what is there: that is no matter of taste. */
  | 'refused'
  /** It names no rule. */
  | 'empty'
  /** It is for the file, and stands behind the first definition. */
  | 'late'
  /** There is nothing that it could speak of: a blank line, or the end of the file. */
  | 'nowhere';

export interface IdleComment {
  readonly file: FilePath;
  readonly ignore: IgnoreComment;
  /** The rule that it names in vain; undefined where the comment as a whole is in vain. */
  readonly code: IgnoredCode | undefined;
  readonly reason: IdleReason;
}

/** The rule that tells of comments which do nothing: to silence it would be one more. */
export const IDLE = 'silent/idle-suppression';

/** What the arbiter refuses is said whatever a comment says: its verdict is no other for it. */
export function isSuppressible({ code, severity }: Pick<Problem, 'code' | 'severity'>): boolean {
  return code !== IDLE && !(severity === 'error' && /^(?:syntax|arbiter)\//.test(code));
}

/**
 * Parts the problems of a configuration into those that are left and those that comments silence; and finds the comments that silence
 * nothing, as far as their rules are run at all.
 */
export function suppress(
  { project, options }: { readonly project: Project; readonly options: ModelOptions },
  problems: readonly Problem[],
  rules: readonly Rule[],
  levels: Levels,
): { readonly kept: readonly Problem[]; readonly idle: readonly IdleComment[] } {
  const silenced = new Set<Problem>();
  const idle: IdleComment[] = [];
  for (const [file, { tree }] of project.files) {
    const comments = ignoreComments(tree);
    if (comments.length === 0) continue;
    const own = problems.filter((problem) => problem.file === file).sort((a, b) => a.span.start - b.span.start);
    for (const ignore of comments) {
      const add = (reason: IdleReason, code?: IgnoredCode): unknown => idle.push({ file, ignore, code, reason });
      const { target, scope, codes } = ignore;
      if (codes.length === 0) add('empty');
      else if (!target) add(scope === 'file' ? 'late' : 'nowhere');
      if (!target) continue;
      const there = own.slice(
        firstNot(own, ({ span }) => span.start < target.start),
        firstNot(own, ({ span }) => span.start <= target.end),
      );
      for (const code of codes) {
        const meant = there.filter((problem) => meansRule(code.text, problem.code));
        const can = meant.filter(isSuppressible);
        for (const problem of can) silenced.add(problem);
        if (can.length > 0) continue;
        if (!wildcards.includes(code.text) && !rules.some((rule) => rule.code === code.text)) add('unknown', code);
        else if (meant.length > 0) add('refused', code);
        else if (rules.some((rule) => meansRule(code.text, rule.code) && isJudge(rule, levels, options)))
          add('nothing', code);
      }
    }
  }
  return { kept: problems.filter((problem) => !silenced.has(problem)), idle };
}

/** The rule has been run with all that it needs: that it says nothing means something. */
function isJudge(rule: Rule, levels: Levels, { copies = [], dialect }: ModelOptions): boolean {
  const { example } = rule;
  if (!isRun(levels, rule) || levelOf(levels, rule) === 'off') return false;
  return (example.copies === undefined || copies.length > 0) && (example.dialect ?? dialect) === dialect;
}
