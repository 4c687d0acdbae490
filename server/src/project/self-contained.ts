/** Files that have nothing to do with those that are read before and behind them: one can be another without a look at the rest. */
import type { SourceFile, FilePath, Project, ProjectSyntaxFact, RawObject } from './types';
import { isClean } from '../syntax/parser';
import { type Piece, piecesOf, withPieces } from './pieces';
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

/** Whether no file is read again behind others. */
export function isEachReadOnce({ readingOrder }: Pick<Project, 'readingOrder'>): boolean {
  return new Set(readingOrder).size === readingOrder.length;
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
  const pieces = was && is && replaced(piecesOf(project), was.objects, is.objects);
  if (!pieces) return undefined;
  // Each is about its own file: in which order they are does not matter.
  const facts = [...project.facts.filter((fact) => fact.file !== path), ...is.facts];
  return withPieces(project, { files: new Map(project.files).set(path, file), facts }, pieces);
}

/** Pieces with another one in the place of one; undefined where nothing tells which place that is. */
function replaced(pieces: readonly Piece[], piece: Piece, other: Piece): readonly Piece[] | undefined {
  const [first] = piece;
  if (first === undefined) return other.length === 0 ? pieces : undefined;
  const at = pieces.findIndex(([begin]) => begin === first);
  const found = pieces[at];
  if (found?.length !== piece.length || piece.some((each, index) => found[index] !== each)) return undefined;
  return pieces.toSpliced(at, 1, ...(other.length > 0 ? [other] : []));
}
