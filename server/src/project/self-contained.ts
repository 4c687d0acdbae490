/** Files that have nothing to do with those that are read before and behind them: one can be another without a look at the rest. */
import type { SourceFile, FilePath, Project, ProjectSyntaxFact, RawObject } from './types';
import { isClean } from '../syntax/parser';
import { Reading } from './reading';
import type { TreeCache } from './tree-cache';

/** What a file adds to a project that is made of objects alone, each closed before the end; undefined for any other file. */
export function selfContained({
  path,
  tree,
}: SourceFile): { readonly objects: readonly RawObject[]; readonly facts: readonly ProjectSyntaxFact[] } | undefined {
  if (!isClean(tree.exit) || tree.nodes.some((node) => node.kind !== 'object' || node.continues)) return undefined;
  const reading = new Reading();
  reading.take(path, tree, tree, false);
  return reading;
}

/** Whether no file leaves anything open for the next one to go on with. */
export function isEachClosed({ files }: Project): boolean {
  for (const { tree } of files.values()) if (!isClean(tree.exit)) return false;
  return true;
}

/**
 * The project as it would be read if one of its files had another text; undefined where reading it is the only way to know: a main file,
 * one that is read twice, one that holds more than objects, before or now.
 */
export function withText(
  project: Project,
  path: FilePath,
  text: string,
  cache: TreeCache,
  options: { readonly dialect?: '2.4' | '3.0' } = {},
): Project | undefined {
  const before = project.files.get(path);
  if (!before || project.mains.includes(path) || project.unloaded || !isEachClosed(project)) return undefined;
  if (project.readingOrder.indexOf(path) !== project.readingOrder.lastIndexOf(path)) return undefined;
  const file: SourceFile = { path, text, tree: cache.parse(path, text, undefined, undefined, options) };
  const [was, is] = [selfContained(before), selfContained(file)];
  const objects = was && is && replaced(project.objects, was.objects, is.objects);
  if (!objects) return undefined;
  // Each is about its own file: in which order they are does not matter.
  const facts = [...project.facts.filter((fact) => fact.file !== path), ...is.facts];
  return { ...project, files: new Map(project.files).set(path, file), objects, facts };
}

/** A list with others in the place of some that follow each other in it; undefined where nothing tells which place that is. */
function replaced<Each>(
  all: readonly Each[],
  some: readonly Each[],
  others: readonly Each[],
): readonly Each[] | undefined {
  const [first] = some;
  if (first === undefined) return others.length === 0 ? all : undefined;
  const at = all.indexOf(first);
  if (at < 0 || some.some((each, index) => all[at + index] !== each)) return undefined;
  if (some.length !== others.length) return all.slice(0, at).concat(others, all.slice(at + some.length));
  // The usual keystroke: one copy of what may be a hundred thousand objects instead of two.
  const now = all.slice();
  for (const [index, other] of others.entries()) now[at + index] = other;
  return now;
}
