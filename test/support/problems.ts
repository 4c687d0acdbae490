import { analyze, type Analysis } from '../../server/src/analysis';
import { loadProject } from '../../server/src/project/load';
import { ruleOf } from '../../server/src/rules';
import { memoryFileSystem, ROOT, workspace } from './workspace';
import { applied } from './analysis';

/** Said of every configuration that is not complete; tests of one rule do not want to hear of it. */
const background =
  /^(?:arbiter\/(?:default-daemon|default-realm|nobody-notified)|silent\/(?:contact-never-notified|group-created))$/;

/** A declared configuration, read by an arbiter and judged. */
export function judged(declaration: string): Analysis {
  const project = loadProject(memoryFileSystem(workspace(declaration).files), {
    mains: [`${ROOT}/shinken.cfg`],
    cwd: ROOT,
  });
  return analyze(project, { dialect: '2.4', hostname: 'server1' });
}

/** What is said of a configuration, a line a problem: `severity code ‹the text it stands under›`. */
export function problemLines(declaration: string): string[] {
  const { problems, project } = judged(declaration);
  return problems
    .filter(({ code }) => !background.test(code))
    .map(({ severity, code, file, span }) => {
      const text = project.files.get(file)?.text.slice(span.start, span.end) ?? '';
      return `${severity} ${code} ‹${text}›`;
    });
}

/** The main file after the first fix of the first problem of that code. */
export function fixed(declaration: string, code: string): string | undefined {
  const { problems, model } = judged(declaration);
  const problem = problems.find((each) => each.code === code);
  const fix = problem && ruleOf(code)?.fix?.(problem, model)[0];
  return fix && applied(workspace(declaration).files, fix.change).get(`${ROOT}/shinken.cfg`);
}
