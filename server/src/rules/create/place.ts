/** The file that a new object fits into. */
import { written } from '../../model/names/written';
import { basename, dirname, isBelow } from '../../project/paths';
import { fileNameOf, folderFor, isLoadedFolder, newFileIn } from '../../project/placement';
import type { FilePath, Project, RawObject } from '../../project/types';
import { objectType } from '../../schema';
import type { Missing } from './definition';
import { once } from './once';

export type Home =
  /** Its definition goes to the end of that file. */
  { readonly kind: 'append'; readonly file: FilePath } | { readonly kind: 'new'; readonly file: FilePath };

/**
 * Where objects of its type are, as near as possible to the file that names it: in the folder tree closest to that, a file of its own where
 * each has one, else the file that holds most of them. Where there are none, a new file in the folder of its type if the main file reads
 * that, else the file that names it. Undefined where nothing can be added to that.
 */
export function homeFor(project: Project, missing: Missing, beside: FilePath): Home | undefined {
  const key = `${missing.template ? 'template ' : ''}${missing.type}\0${dirname(beside)}`;
  const known = layouts(project);
  let layout = known.get(key);
  if (!layout) known.set(key, (layout = layoutNear(project, missing, beside)));
  const { folder, file } = layout;
  if (folder !== undefined) {
    return { kind: 'new', file: newFileIn(folder, missing.name, (path) => project.files.has(path)) };
  }
  if (file !== undefined) return { kind: 'append', file };
  return isOpenEnded(project, beside) ? { kind: 'append', file: beside } : undefined;
}

/** How objects of a type are laid out near a folder: a file each in a folder, or in a file; neither where there are none. */
interface Layout {
  readonly folder?: FilePath | undefined;
  readonly file?: FilePath | undefined;
}

const layouts = once<Project, Map<string, Layout>>(() => new Map());

function layoutNear(project: Project, missing: Missing, beside: FilePath): Layout {
  const alike = project.objects.filter((object) => isAlike(object, missing) && isOpenEnded(project, object.file));
  const near = nearest(alike, beside);
  const alone = near.filter(({ file }) => isAlone(project, file));
  const folder = mostIn(alone.map(({ file }) => dirname(file)));
  if (folder !== undefined && isLoadedFolder(project, folder) && alone.length * 2 > near.length) {
    if (alone.length > 1 || alone.some((object) => isNamedAfter(object))) return { folder };
  }
  const file = mostIn(near.map((object) => object.file));
  return file === undefined ? { folder: folderOf(project, missing) } : { file };
}

function isAlike(object: RawObject, missing: Missing): boolean {
  const register = written(object, 'register');
  const template = register === '0' || register === '';
  return object.type === missing.type && template === (missing.template ?? false);
}

/** Something can be added: it is there once, is read by whoever reads the configuration, and its last object is closed. */
function isOpenEnded({ files, readingOrder, unloaded = [] }: Project, file: FilePath): boolean {
  const exit = files.get(file)?.tree.exit;
  if (!exit || exit.inObject || exit.pendingDefine || exit.continued !== '') return false;
  return unloaded.includes(file) || readingOrder.indexOf(file) === readingOrder.lastIndexOf(file);
}

/** Those in the smallest folder around a file that has any. */
function nearest(objects: readonly RawObject[], beside: FilePath): readonly RawObject[] {
  for (let folder = dirname(beside), last = beside; folder !== last; last = folder, folder = dirname(folder)) {
    const below = objects.filter(({ file }) => isBelow(folder, file));
    if (below.length > 0) return below;
  }
  return objects;
}

function isAlone({ files }: Project, file: FilePath): boolean {
  return files.get(file)?.tree.nodes.length === 1;
}

function isNamedAfter({ type, file, lines }: RawObject): boolean {
  const key = objectType(type)?.nameDirective;
  const names = lines.filter((property) => property.key === key || property.key === 'name');
  return names.some(({ value }) => basename(file).toLowerCase() === `${fileNameOf(value).toLowerCase()}.cfg`);
}

/** The one that comes most often; of several, the last. */
function mostIn(paths: readonly FilePath[]): FilePath | undefined {
  const counts = new Map<FilePath, number>();
  for (const path of paths) counts.set(path, (counts.get(path) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return [...counts].findLast(([, count]) => count === most)?.[0];
}

/** A folder that is called after the type, or for templates after them, and that the main file reads. */
function folderOf(project: Project, { type, template }: Missing): FilePath | undefined {
  const targets = project.includes.flatMap(({ directive, target }) => (directive === 'cfg_dir' ? [target] : []));
  const known = [...targets.map((target) => target.replace(/\/+$/, '')), ...project.files.keys()];
  for (const kind of template ? ['template', type] : [type]) {
    const isIt = (path: FilePath): boolean => basename(path) === `${kind}s` && isLoadedFolder(project, path);
    const found = known.find(isIt) ?? known.map(dirname).find(isIt);
    if (found !== undefined) return found;
  }
  const { folder, loaded } = folderFor(project, type);
  return loaded && !project.partial ? folder : undefined;
}
