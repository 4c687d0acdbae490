import type { Problem } from '../../../server/src/rules/rule';
import { ruleOf } from '../../../server/src/rules';
import type { Analysis } from '../../../server/src/analysis';
import { applied } from '../../support/analysis';
import { judge } from '../../support/examples';
import { ROOT, workspace } from '../../support/workspace';

/** A declared configuration judged by all rules, those that are off by default included. */
export function styled(declaration: string): Analysis {
  return judge(workspace(declaration).files, { bad: '', good: '' });
}

export function found(declaration: string, code: string): readonly Problem[] {
  return styled(declaration).problems.filter((problem) => problem.code === code);
}

/** The texts that problems of a rule stand under. */
export function under(declaration: string, code: string): string[] {
  const { problems, project } = styled(declaration);
  return problems
    .filter((problem) => problem.code === code)
    .map(({ file, span }) => project.files.get(file)?.text.slice(span.start, span.end) ?? '');
}

/** Titles of the fixes of the first problem of a rule. */
export function titles(declaration: string, code: string): string[] {
  return fixes(styled(declaration), code).map(({ title }) => title);
}

/** The files after a fix of the first problem of a rule, by their names below the root. */
export function after(declaration: string, code: string, title?: string): Record<string, string> {
  const fix = fixes(styled(declaration), code).find((one) => title === undefined || one.title === title);
  if (!fix) throw new Error(`no such fix of ${code}`);
  const files = applied(workspace(declaration).files, fix.change);
  return Object.fromEntries([...files].map(([file, text]) => [file.slice(ROOT.length + 1), text]));
}

function fixes(
  { problems, model }: Analysis,
  code: string,
): readonly { title: string; change: Parameters<typeof applied>[1] }[] {
  const problem = problems.find((each) => each.code === code);
  return (problem && ruleOf(code)?.fix?.(problem, model)) ?? [];
}
