/** The objects of a project, cut where one file ends and the next begins: an edit makes one piece another, and leaves the others as they are. */
import { Attached } from './attached';
import type { Project, RawObject } from './types';

/** Objects of one file that were read one after the other. */
export type Piece = readonly RawObject[];

const known = new Attached<Project, readonly Piece[]>();

/** In reading order: a file that is read twice has two. */
export function piecesOf(project: Project): readonly Piece[] {
  let pieces = known.get(project);
  if (!pieces) known.set(project, (pieces = cut(project.objects)));
  return pieces;
}

/** The project with other pieces; the list of all objects, of which there may be a hundred thousand, is made when somebody asks for it. */
export function withPieces(
  { mains, cwd, readingOrder, includes, settings, triggers, triggerTexts, unreadable, partial }: Project,
  { files, facts }: Pick<Project, 'files' | 'facts'>,
  pieces: readonly Piece[],
): Project {
  const rest = { readingOrder, includes, settings, facts, triggers, triggerTexts, unreadable, partial };
  const project = Object.defineProperty({ mains, cwd, files, ...rest }, 'objects', joinedPieces) as Project;
  known.set(project, pieces);
  return project;
}

const joined = new Attached<Project, readonly RawObject[]>();

/** One function for all projects: V8 keeps one of each by what it knows of their kind, and with it whatever that has at hand. */
const joinedPieces: PropertyDescriptor = {
  enumerable: true,
  get(this: Project) {
    let objects = joined.get(this);
    if (!objects) joined.set(this, (objects = piecesOf(this).flat()));
    return objects;
  },
};

function cut(objects: readonly RawObject[]): Piece[] {
  const pieces: Piece[] = [];
  for (let start = 0; start < objects.length;) {
    const end = endOf(objects, start);
    pieces.push(objects.slice(start, end));
    start = end;
  }
  return pieces;
}

/** Where the objects of a file end. A file that is read twice running begins anew with the same node. */
function endOf(objects: readonly RawObject[], start: number): number {
  const { file, node } = objects[start] ?? {};
  let end = start + 1;
  while (end < objects.length && objects[end]?.file === file && objects[end]?.node !== node) end++;
  return end;
}
