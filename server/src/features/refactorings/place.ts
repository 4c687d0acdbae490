/** Where in the text a refactoring is asked for. */
import type { FilePath, Project, RawObject, RawProperty } from '../../project/types';
import { contains, overlaps, touches, type FileRange } from '../feature';
import { symbolsOf } from '../symbols';

const known = new WeakMap<Project, Map<FilePath, readonly RawObject[]>>();

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

/** The line break that a text has. */
export function breakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Where the line begins that an offset is on. */
export function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** Behind the break of the line that an offset is on. */
export function nextLine(text: string, offset: number): number {
  const found = /\r\n|\r|\n/g;
  found.lastIndex = offset;
  const match = found.exec(text);
  return match ? match.index + match[0].length : text.length;
}

/** Where the lines begin that belong to what stands at an offset: comments right above its own line included. */
export function withComments(text: string, offset: number): number {
  let start = lineStart(text, offset);
  while (start > 0) {
    const above = lineStart(text, text.startsWith('\r\n', start - 2) ? start - 2 : start - 1);
    if (!/^[ \t]*[#;]/.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}
