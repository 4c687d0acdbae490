import { analyze, type Analysis } from '../../server/src/analysis';
import type { FilePosition } from '../../server/src/features/feature';
import type { Surroundings } from '../../server/src/features/refactorings';
import { loadProject } from '../../server/src/project/load';
import type { FilePath, FileSystem, Place } from '../../server/src/project/types';
import type { WorkspaceChange } from '../../server/src/rules/rule';
import type { Span } from '../../server/src/syntax/nodes';
import { memoryFileSystem, ROOT, workspace } from '../support/workspace';

export interface Scene {
  readonly analysis: Analysis;
  /** Where `$0` stood; the beginning of the main file without one. */
  readonly at: FilePosition;
  readonly files: ReadonlyMap<FilePath, string>;
  readonly fileSystem: FileSystem;
}

/** A declared workspace, read from its `shinken.cfg` (without one, from all its files). */
export function scene(declaration: string): Scene {
  const { files, cursor } = workspace(declaration);
  const fileSystem = memoryFileSystem(files);
  const main = `${ROOT}/shinken.cfg`;
  const mains = files.has(main) ? [main] : [];
  const project = loadProject(fileSystem, { mains, cwd: ROOT, root: ROOT });
  return {
    analysis: analyze(project, { dialect: '2.4', hostname: 'server1' }),
    at: cursor ?? { file: main, offset: 0 },
    files,
    fileSystem,
  };
}

/** What refactorings of a scene may look at besides its analysis. */
export function surroundings({ fileSystem }: Scene): Surroundings {
  return { fileSystem, configurations: [] };
}

/** The text of a place. */
export function textAt({ files }: Scene, { file, span }: Place): string {
  return files.get(file)?.slice(span.start, span.end) ?? '';
}

/** `hosts/web.cfg:3`, relative to the workspace, lines counted from 1. */
export function where({ files }: Scene, { file, span }: Place): string {
  const line = files.get(file)?.slice(0, span.start).split('\n').length ?? 0;
  return `${file.replace(`${ROOT}/`, '')}:${line}`;
}

/** The file with a span marked `«so»`. */
export function marked({ files }: Scene, file: FilePath, { start, end }: Span): string {
  const text = files.get(file) ?? '';
  return `${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`;
}

/** The texts of the changed and the new files, once a change is applied. */
export function applied({ files }: Scene, { edits, newFiles }: WorkspaceChange): Record<string, string> {
  const result = new Map<FilePath, string>();
  const backwards = [...edits].sort((a, b) => b.span.start - a.span.start);
  for (const { file, span, newText } of backwards) {
    const text = result.get(file) ?? files.get(file) ?? '';
    result.set(file, text.slice(0, span.start) + newText + text.slice(span.end));
  }
  for (const { file, text } of newFiles) {
    if (files.has(file)) throw new Error(`${file} is there already`);
    result.set(file, text);
  }
  return Object.fromEntries([...result].map(([file, text]) => [file.replace(`${ROOT}/`, ''), text]));
}
