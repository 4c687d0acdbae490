/** Many problems mended at once: those of a rule, or all of a file for which there is one thing to do. */
import { type Analysis, analyzeAfter } from '../../analysis';
import type { FilePath, FileSystem } from '../../project/types';
import { edits } from '../../rules/edits';
import { firstNot } from '../../rules/ignore-comments';
import { levelOf, type Levels } from '../../rules/levels';
import type { Problem, TextEdit, WorkspaceChange } from '../../rules/rule';
import type { Span } from '../../syntax/nodes';
import { overlaps } from '../feature';
import { Edits } from '../formatting/edits';
import { type CodeAction, fixesOf } from './action';

/** The edits of the one fix that a person would choose, if it asks nothing, says nothing and changes this file alone. */
function localFix(analysis: Analysis, problem: Problem): readonly TextEdit[] | undefined {
  if (!problem.fixable) return undefined;
  const [fix, ...others] = fixesOf(analysis, problem).filter(({ preferred }) => preferred);
  if (!fix || others.length > 0 || fix.question) return undefined;
  const { edits: list, newFiles, deletedFiles = [] } = fix.change;
  const isLocal = newFiles.length === 0 && deletedFiles.length === 0 && list.length > 0;
  return isLocal && list.every(({ file, note }) => file === problem.file && !note) ? list : undefined;
}

/** Of more problems than this nobody waits to hear how many can be mended together. */
const COUNTED = 100;

/** "Fix all 3 problems of arbiter/unknown-host in this file", where there are several that can be mended together. */
export function fixAllOfRule(analysis: Analysis, problem: Problem): CodeAction[] {
  const { file, code } = problem;
  if (!problem.fixable || !localFix(analysis, problem)) return [];
  const alike = analysis.problems.filter((other) => other.file === file && other.code === code);
  const all = (): readonly (readonly TextEdit[])[] => together(alike.map((other) => localFix(analysis, other)));
  const change = (): WorkspaceChange => edits(...all().flat());
  if (alike.length > COUNTED)
    return [{ kind: 'quickfix', title: `Fix all problems of ${code} in this file`, problem, costly: true, change }];
  const count = alike.length > 1 ? all().length : 0;
  const title = `Fix all ${String(count)} problems of ${code} in this file`;
  return count > 1 ? [{ kind: 'quickfix', title, problem, change }] : [];
}

export interface FixAllOptions {
  /** Levels that people have set: what is off is left as it is. */
  readonly levels: Levels;
  /** The one that the analysis was read from. */
  readonly fileSystem: FileSystem;
}

/** Rounds after which what one fix leaves for another is left as it is. */
const ROUNDS = 10;

/**
 * All of a file that has one fix a person would choose, in one change: nothing that asks, nothing beyond the file, nothing about who stands
 * in for whom. Of fixes that get into each other's way the first is made, then the file is judged again; a rule whose fixes would bring
 * errors is left alone. Made once more, it would change nothing. Undefined where there is nothing to do.
 */
export function fixAll(analysis: Analysis, file: FilePath, options: FixAllOptions): CodeAction | undefined {
  const before = analysis.project.files.get(file)?.text;
  if (before === undefined) return undefined;
  const left = new Set<string>();
  const seen = new Set([before]);
  let now = analysis;
  let only: readonly TextEdit[] = [];
  let rounds = 0;
  while (rounds < ROUNDS) {
    const step = nextStep(now, file, options, left);
    if (!step) break;
    const text = step.after.project.files.get(file)?.text ?? before;
    // Two rules that undo each other's work get no further than this.
    if (seen.has(text)) break;
    seen.add(text);
    now = step.after;
    only = step.list;
    rounds++;
  }
  const after = now.project.files.get(file)?.text ?? before;
  if (rounds === 0 || after === before) return undefined;
  const change = rounds === 1 ? only : difference(file, before, after);
  return {
    kind: 'source.fixAll.shinken',
    title: 'Fix all problems of Shinken in this file',
    change: () => edits(...change),
  };
}

interface Step {
  readonly list: readonly TextEdit[];
  readonly after: Analysis;
}

/** What can be mended at once; all of it, or where that brings errors, rule by rule. `left` gets the rules that are left alone. */
function nextStep(analysis: Analysis, file: FilePath, options: FixAllOptions, left: Set<string>): Step | undefined {
  const { levels, fileSystem } = options;
  const problems = analysis.problems.filter(
    (problem) =>
      problem.file === file &&
      !problem.code.startsWith('availability/') &&
      !left.has(problem.code) &&
      levelOf(levels, problem) !== 'off',
  );
  const fixes = problems.map((problem) => localFix(analysis, problem));
  const attempt = (wanted: (code: string) => boolean): Step | undefined => {
    const list = together(fixes.map((fix, index) => (wanted(problems[index]?.code ?? '') ? fix : undefined))).flat();
    if (list.length === 0) return undefined;
    const after = analyzeAfter(analysis, edits(...list), fileSystem, levels);
    return errorsIn(after) <= errorsIn(analysis) ? { list, after } : undefined;
  };
  const codes = [...new Set(problems.flatMap(({ code }, index) => (fixes[index] ? [code] : [])))];
  if (codes.length === 0) return undefined;
  const whole = attempt(() => true);
  if (whole) return whole;
  const good = new Set<string>();
  let best: Step | undefined;
  for (const code of codes) {
    const step = attempt((its) => good.has(its) || its === code);
    if (step) {
      good.add(code);
      best = step;
    } else left.add(code);
  }
  return best;
}

/** Fixes that do not get into each other's way, the first of those that do. */
function together(fixes: readonly (readonly TextEdit[] | undefined)[]): readonly (readonly TextEdit[])[] {
  const taken: Span[] = [];
  /** Where in `taken`, which is in order and without overlaps, a span would stand. */
  const placeOf = ({ start }: Span): number => firstNot(taken, ({ end }) => end < start);
  const isFree = (span: Span): boolean => {
    const next = taken[placeOf(span)];
    return !next || !overlaps(next, span);
  };
  return fixes.flatMap((fix) => {
    if (!fix?.every(({ span }) => isFree(span))) return [];
    for (const { span } of fix) taken.splice(placeOf(span), 0, span);
    return [fix];
  });
}

const errorsIn = ({ problems }: Analysis): number =>
  problems.reduce((sum, { severity, others }) => sum + (severity === 'error' ? 1 + others.length : 0), 0);

function difference(file: FilePath, before: string, after: string): readonly TextEdit[] {
  const found = new Edits(before);
  found.set(0, before.length, after);
  return found.sorted().map((edit) => ({ file, ...edit }));
}
