/** `hosts/web-1.cfg` and `hosts/web-2.cfg` → `hosts/hosts.cfg` with both, in the order in which they are read. */
import { dirname, join } from '../../project/paths';
import type { FilePath, Project } from '../../project/types';
import { ignoreComments } from '../../rules/ignore-comments';
import { breakOf } from '../../rules/lines';
import type { WorkspaceChange } from '../../rules/rule';
import { filesBeside, loaderOf, MOST_FILES, movableObjects } from './object-files';
import type { Refactoring } from './offer';
import { textOf } from './place';
import { proven } from './same-effect';

/** Puts all objects of a folder, where they are of one type and read together, into one file. */
export const joinFiles: Refactoring = (analysis, { file }, surroundings) => {
  const { project } = analysis;
  const files = filesBeside(project, file);
  const loader = loaderOf(project, file);
  const isRead = loader === 'everything' || loader?.directive === 'cfg_dir';
  if (!isRead || files.length < 2 || files.length > MOST_FILES) return [];
  const type = movableObjects(project, file)[0]?.type;
  if (type === undefined || files.some((one) => loaderOf(project, one) !== loader || !holdsOnly(project, one, type)))
    return [];
  const name = `${type.replace(/y$/, 'ie')}s.cfg`;
  const target = join(dirname(file), name);
  if (!files.includes(target) && surroundings.fileSystem.kind(target) !== undefined) return [];
  return [
    {
      title: `Join the ${String(files.length)} files of this folder into ${name}`,
      kind: 'refactor.move',
      costly: true,
      change: () => proven(analysis, joined(project, files, target), surroundings),
    },
  ];
};

/** Objects of the one type and nothing else; comments aside, but for those that mean the whole file. */
function holdsOnly(project: Project, file: FilePath, type: string): boolean {
  const objects = movableObjects(project, file);
  const tree = project.files.get(file)?.tree;
  if (!tree || tree.nodes.some(({ kind }) => kind === 'setting')) return false;
  const isForAll = ignoreComments(tree).some(({ scope }) => scope === 'file');
  return objects.length > 0 && !isForAll && objects.every((object) => object.type === type);
}

function joined(project: Project, files: readonly FilePath[], target: FilePath): WorkspaceChange {
  const others = files.filter((file) => file !== target);
  const texts = others.map((file) => {
    const text = textOf(project, file);
    return text.trimEnd() + breakOf(text);
  });
  const text = textOf(project, target);
  const end = breakOf(text === '' ? (texts[0] ?? '') : text);
  const appended = texts.join(end);
  if (!files.includes(target)) return { edits: [], newFiles: [{ file: target, text: appended }], deletedFiles: others };
  const kept = text.trimEnd().length;
  const edit = { file: target, span: { start: kept, end: text.length }, newText: end + end + appended };
  return { edits: [edit], newFiles: [], deletedFiles: others };
}
