/**
 * `hosts.cfg` with `web-1` and `web-2` → `web-1.cfg` and `web-2.cfg` beside it. Or, for one object alone: `web-1.cfg` beside `hosts.cfg`,
 * which keeps the others. A comment right above an object goes with it; what else there is stays where it is.
 */
import { basename, dirname } from '../../project/paths';
import type { FilePath, Include, Project, RawObject } from '../../project/types';
import { editedText } from '../../rules/edits';
import type { WorkspaceChange } from '../../rules/rule';
import { summary } from '../objects';
import {
  fileNameFor,
  FreeNames,
  linesOf,
  loadedBeside,
  loaderOf,
  MOST_FILES,
  movableObjects,
  textIn,
  without,
} from './object-files';
import type { Refactoring, Surroundings } from './offer';
import { objectsAt, textOf } from './place';
import { proven } from './same-effect';

/** Puts each object of the file into one of its own. */
export const splitFile: Refactoring = (analysis, { file }, surroundings) => {
  const { project } = analysis;
  const objects = movableObjects(project, file);
  const loader = loaderOf(project, file);
  if (objects.length < 2 || objects.length > MOST_FILES || !loader) return [];
  // The one that the file is called after is there already.
  const staying = objects.find((object) => fileNameFor(object) === basename(file));
  const moved = objects.filter((object) => object !== staying);
  return [
    {
      title: `Split ${basename(file)} into one file per object`,
      kind: 'refactor.move',
      costly: true,
      change: () => proven(analysis, toOwnFiles(project, file, moved, loader, surroundings), surroundings),
    },
  ];
};

/** Puts the object at the cursor into a file of its own. */
export const moveObject: Refactoring = (analysis, range, surroundings) => {
  const { project } = analysis;
  const { file } = range;
  const [object, ...more] = objectsAt(project, range);
  const loader = loaderOf(project, file);
  if (!object || more.length > 0 || !loader || movableObjects(project, file).length < 2) return [];
  if (fileNameFor(object) === basename(file)) return [];
  return [
    {
      title: `Move ${summary(object)} to its own file`,
      kind: 'refactor.move',
      costly: true,
      change: () => proven(analysis, toOwnFiles(project, file, [object], loader, surroundings), surroundings),
    },
  ];
};

function toOwnFiles(
  project: Project,
  file: FilePath,
  objects: readonly RawObject[],
  loader: Include | 'everything',
  { fileSystem }: Surroundings,
): WorkspaceChange {
  const text = textOf(project, file);
  const names = new FreeNames(fileSystem, dirname(file));
  const moved = objects.map((object) => {
    const lines = linesOf(text, object);
    return { file: names.take(fileNameFor(object)), text: textIn(text, lines), cut: without(file, text, lines) };
  });
  const cuts = moved.map(({ cut }) => cut);
  const isGone = editedText(text, cuts).trim() === '';
  const newFiles = moved.map(({ file: path, text: own }) => ({ file: path, text: own }));
  const lines = loadedBeside(
    project,
    loader,
    newFiles.map((one) => one.file),
    isGone,
  );
  return isGone ? { edits: lines, newFiles, deletedFiles: [file] } : { edits: [...cuts, ...lines], newFiles };
}
