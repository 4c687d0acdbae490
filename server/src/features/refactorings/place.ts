/** Where in the text a refactoring is asked for. */
import { Attached } from '../../project/attached';
import type { FilePath, Project, RawObject, RawProperty } from '../../project/types';
import { contains, overlaps, touches, type FileRange } from '../feature';
import { symbolsOf } from '../symbols';

const known = new Attached<Project, Map<FilePath, readonly RawObject[]>>();

/** Objects of a file that have all their parts in it and are closed: the others are still being written, or more than they seem. */
export function wholeObjects(project: Project, file: FilePath): readonly RawObject[] {
  const ofProject = known.get(project) ?? new Map<FilePath, readonly RawObject[]>();
  known.set(project, ofProject);
  let objects = ofProject.get(file);
  if (!objects) ofProject.set(file, (objects = symbolsOf(project).objectsIn(file).filter(isWhole)));
  return objects;
}

export function isWhole({ file, node: { closedBy, continues, open, span }, properties }: RawObject): boolean {
  if (closedBy !== 'brace' || continues || !open) return false;
  return properties.every((property) => property.file === file && contains(span, property.node.span));
}

/** The whole objects that a range touches. */
export function objectsAt(project: Project, { file, span }: FileRange): readonly RawObject[] {
  return wholeObjects(project, file).filter(({ node }) => overlaps(node.span, span));
}

export interface PropertyAt {
  readonly object: RawObject;
  readonly property: RawProperty;
}

/** The property in whose value the range begins and ends; undefined for one that the object has twice. */
export function valueAt(project: Project, range: FileRange): PropertyAt | undefined {
  const { start, end } = range.span;
  const [object, ...others] = objectsAt(project, range);
  if (!object || others.length > 0) return undefined;
  const property = object.properties.find(
    ({ node }) => touches(node.value.span, start) && touches(node.value.span, end),
  );
  const isOnly = object.properties.every((other) => other === property || other.key !== property?.key);
  return property && isOnly ? { object, property } : undefined;
}

/** The text of a file; `''` for one that was not read. */
export function textOf({ files }: Project, file: FilePath): string {
  return files.get(file)?.text ?? '';
}
