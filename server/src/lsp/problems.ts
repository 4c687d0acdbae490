/** Everything there is to say, by file. */
import type { Diagnostic } from 'vscode-languageserver';
import { addTo } from '../project/lists';
import type { FilePath } from '../project/types';
import type { Problem } from '../rules/rule';
import type { Steps } from '../steps';
import { toDiagnostic } from './publish';
import { limited } from './reports';
import type { Session } from './session';
import type { FoundProblems } from './workspace';

/** What there is to say of configurations, and of open files that none of them reads, as the user wants to hear of it. */
export function allDiagnostics(session: Session): ReadonlyMap<FilePath, readonly Diagnostic[]> {
  const { workspace, documents } = session;
  const all = workspace.all();
  const found = byFile(all.map(({ analysis, settings }) => ({ problems: analysis.problems, settings })));
  for (const file of documents.files()) {
    if (session.isPending(file)) continue;
    const knowledge = workspace.of(file);
    if (all.includes(knowledge)) continue;
    const { analysis, settings } = knowledge;
    addTo(found, file, { problems: analysis.problems.filter((problem) => problem.file === file), settings });
  }
  return told(session, found);
}

/**
 * The same of those files alone of which something else is to be said since a text has been typed in, where that can be told without judging
 * all anew.
 */
export function amendedDiagnostics(session: Session): ReadonlyMap<FilePath, readonly Diagnostic[]> | undefined {
  const amended = session.workspace.amended();
  return amended && told(session, amended);
}

/** The same, where it can be told from parts of the configurations. */
export function* sampledDiagnostics(session: Session): Steps<ReadonlyMap<FilePath, readonly Diagnostic[]> | undefined> {
  const found = yield* session.workspace.sampling();
  return found && told(session, byFile(found));
}

function byFile(all: readonly FoundProblems[]): Map<FilePath, FoundProblems[]> {
  const found = new Map<FilePath, FoundProblems[]>();
  for (const { problems, settings } of all) {
    const own = new Map<FilePath, Problem[]>();
    for (const problem of problems) addTo(own, problem.file, problem);
    for (const [file, list] of own) addTo(found, file, { problems: list, settings });
  }
  return found;
}

function told(
  session: Session,
  found: ReadonlyMap<FilePath, readonly FoundProblems[]>,
): ReadonlyMap<FilePath, readonly Diagnostic[]> {
  const { workspace, documents } = session;
  const isShown = (file: FilePath): boolean => {
    if (session.isPending(file)) return false;
    return documents.get(file) !== undefined || !workspace.isExcluded(file);
  };
  return new Map(
    [...found].map(([file, list]) => {
      const shown = isShown(file) ? limited(inFile(session, list), workspace.settings(file).maxProblemsPerFile) : [];
      return [file, shown];
    }),
  );
}

/** What several configurations say alike is said once. */
function inFile({ converter, client }: Session, list: readonly FoundProblems[]): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const { problems, settings } of list) {
    for (const problem of problems) {
      const diagnostic = toDiagnostic(converter, client, settings, problem);
      const key = JSON.stringify(diagnostic);
      if (diagnostic && !found.has(key)) found.set(key, diagnostic);
    }
  }
  return [...found.values()];
}
