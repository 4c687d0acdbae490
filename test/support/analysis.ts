import { analyze, type Analysis } from '../../server/src/analysis';
import type { ModelOptions } from '../../server/src/model/types';
import { loadProject } from '../../server/src/project/load';
import type { FilePath } from '../../server/src/project/types';
import type { WorkspaceChange } from '../../server/src/rules/rule';
import { memoryFileSystem, ROOT, workspace } from './workspace';

/** A declared workspace, read and judged: `shinken.cfg` is its main file. */
export function analysisOf(declaration: string, options: Partial<ModelOptions> = {}): Analysis {
  const { files } = workspace(declaration);
  return analysisOfFiles(files, options);
}

/** Files as they are, read and judged. */
export function analysisOfFiles(files: ReadonlyMap<FilePath, string>, options: Partial<ModelOptions> = {}): Analysis {
  const dialect = options.dialect ?? '2.4';
  const project = loadProject(memoryFileSystem(files), { mains: ['shinken.cfg'], cwd: ROOT, dialect });
  return analyze(project, { ...options, dialect });
}

/** The codes of all problems of one family or of all, each once, in the alphabet's order. */
export function codesOf({ problems }: Analysis, family = ''): string[] {
  return [...new Set(problems.map(({ code }) => code as string))].filter((code) => code.startsWith(family)).sort();
}

/** The files after a change: what a person would see. @throws Error when a new file would overwrite one. */
export function applied(files: ReadonlyMap<FilePath, string>, change: WorkspaceChange): Map<FilePath, string> {
  const result = new Map(files);
  // From the end of a text to its beginning; of several at one place, the first given comes first.
  const edits = [...change.edits].reverse().sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end);
  for (const { file, span, newText } of edits) {
    const text = result.get(file) ?? '';
    result.set(file, text.slice(0, span.start) + newText + text.slice(span.end));
  }
  for (const { file, text } of change.newFiles) {
    if (result.has(file)) throw new Error(`${file} would be overwritten`);
    result.set(file, text);
  }
  for (const file of change.deletedFiles ?? []) {
    if (!result.delete(file)) throw new Error(`${file} is not there`);
    if (edits.some((edit) => edit.file === file)) throw new Error(`${file} is edited and deleted`);
  }
  return result;
}
