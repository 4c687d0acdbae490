/** Everything there is to say, by file. */
import type { Diagnostic } from 'vscode-languageserver';
import type { FilePath } from '../project/types';
import { toDiagnostic } from './publish';
import { limited } from './reports';
import type { Session } from './session';
import type { Knowledge } from './workspace';

/** What there is to say of configurations, and of open files that none of them reads, as the user wants to hear of it. */
export function allDiagnostics(session: Session): ReadonlyMap<FilePath, readonly Diagnostic[]> {
  const { workspace, documents, converter, client } = session;
  const found = new Map<FilePath, Diagnostic[]>();
  const seen = new Set<string>();
  const add = ({ analysis, settings }: Knowledge, only?: FilePath): void => {
    for (const problem of analysis.problems) {
      if (only !== undefined && problem.file !== only) continue;
      const diagnostic = toDiagnostic(converter, client, settings, problem);
      const key = diagnostic && problem.file + JSON.stringify(diagnostic);
      if (!diagnostic || !key || seen.has(key)) continue;
      seen.add(key);
      const others = found.get(problem.file);
      if (others) others.push(diagnostic);
      else found.set(problem.file, [diagnostic]);
    }
  };
  const all = workspace.all();
  for (const knowledge of all) add(knowledge);
  for (const file of documents.files()) {
    if (session.isPending(file)) continue;
    const knowledge = workspace.of(file);
    if (!all.includes(knowledge)) add(knowledge, file);
  }
  const isShown = (file: FilePath): boolean => {
    if (session.isPending(file)) return false;
    return documents.get(file) !== undefined || !workspace.isExcluded(file);
  };
  return new Map(
    [...found]
      .filter(([file]) => isShown(file))
      .map(([file, list]) => [file, limited(list, workspace.settings(file).maxProblemsPerFile)]),
  );
}
