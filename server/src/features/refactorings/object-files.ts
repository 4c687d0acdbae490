/** What refactorings have in common that put objects into other files. */
import { isTemplate, nameProperty, written } from '../../model/names/written';
import { basename, dirname, join } from '../../project/paths';
import type { FilePath, FileSystem, Include, Project, RawObject } from '../../project/types';
import { breakOf, nextLine, withComments } from '../../rules/lines';
import type { TextEdit } from '../../rules/rule';
import type { Span } from '../../syntax/nodes';
import { textOf, wholeObjects } from './place';

/** Nobody wants more files to come or go at once. */
export const MOST_FILES = 200;

/** The objects of a file, if each has all its parts in it and nothing goes on in the next file; none of one that is a main file or is not loaded. */
export function movableObjects(project: Project, file: FilePath): readonly RawObject[] {
  const source = project.files.get(file);
  if (!source || project.mains.includes(file) || project.unloaded?.includes(file)) return [];
  const { exit, nodes } = source.tree;
  const isClosed = !exit.inObject && !exit.pendingDefine && exit.continued === '';
  const objects = wholeObjects(project, file);
  const isWhole = objects.length === nodes.filter(({ kind }) => kind === 'object').length;
  return isClosed && isWhole && !source.text.startsWith('\ufeff') ? objects : [];
}

/** The lines of an object, comments right above it included. */
export function linesOf(text: string, { node }: RawObject): Span {
  return { start: withComments(text, node.span.start), end: nextLine(text, node.span.end) };
}

/** What a file holds that is made of these lines of another. */
export function textIn(text: string, { start, end }: Span): string {
  const lines = text.slice(start, end);
  return /[\r\n]$/.test(lines) ? lines : lines + breakOf(text);
}

/** Takes lines out of a text, with an empty line behind them. */
export function without(file: FilePath, text: string, { start, end }: Span): TextEdit {
  const [blank = ''] = /^[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(end, end + 200)) ?? [];
  return { file, span: { start, end: end + blank.length }, newText: '' };
}

/** The name of a file for one object, by what people call that: `web-1.cfg`, `web-1-HTTP.cfg` for a service. */
export function fileNameFor(object: RawObject): string {
  const own = nameProperty(object)?.value ?? '';
  const host = object.type === 'service' && !isTemplate(object) ? (written(object, 'host_name') ?? '') : '';
  const name = [host, own]
    .map((part) => part.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, ''))
    .filter((part) => part !== '')
    .join('-')
    .slice(0, 80);
  return `${name === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(name) ? `${object.type}${name && '-'}${name}` : name}.cfg`;
}

/** Finds names for new files of a folder, on a disk that may take capitals and small letters for the same. */
export class FreeNames {
  private readonly taken: Set<string>;

  constructor(
    fileSystem: FileSystem,
    private readonly folder: FilePath,
  ) {
    this.taken = new Set((fileSystem.list(folder) ?? []).map((name) => name.toLowerCase()));
  }

  /** A path that no file has and that has not been given out: `web-1.cfg`, `web-1-2.cfg`. */
  take(wanted: string): FilePath {
    const stem = wanted.replace(/\.cfg$/, '');
    let name = wanted;
    for (let number = 2; this.taken.has(name.toLowerCase()); number++) name = `${stem}-${String(number)}.cfg`;
    this.taken.add(name.toLowerCase());
    return join(this.folder, name);
  }
}

/**
 * The only line by which a file is loaded; undefined where several do it, or one that loads no objects. A folder of packs has no such
 * line, and all of its files are loaded: that is `'everything'`.
 */
export function loaderOf({ includes, partial }: Project, file: FilePath): Include | 'everything' | undefined {
  if (partial) return 'everything';
  const [only, ...more] = includes.filter(
    ({ directive, files }) => directive !== 'triggers_dir' && files.includes(file),
  );
  return more.length === 0 && only?.directive !== 'resource_file' ? only : undefined;
}

/** What loads further files beside one, right behind it: nothing for those of a folder, else lines as the one's own. `isGone`: the one is no more. */
export function loadedBeside(
  project: Project,
  loader: Include | 'everything',
  files: readonly FilePath[],
  isGone: boolean,
): readonly TextEdit[] {
  if (loader === 'everything' || loader.directive === 'cfg_dir') return [];
  const { main: file, value, valueSpan, span } = loader;
  const path = value.trim();
  const values = files.map((one) => path.slice(0, path.lastIndexOf('/') + 1) + basename(one));
  const [first, ...others] = isGone ? values : [undefined, ...values];
  const newText = others.map((one) => `${breakOf(textOf(project, file))}${loader.directive}=${one}`).join('');
  return [
    ...(first === undefined ? [] : [{ file, span: valueSpan, newText: first }]),
    ...(newText === '' ? [] : [{ file, span: { start: span.end, end: span.end }, newText }]),
  ];
}

/** The files of a folder that hold objects, in the order in which they are read. */
export function filesBeside({ files }: Project, file: FilePath): readonly FilePath[] {
  const folder = dirname(file);
  return [...files.keys()].filter((one) => one.endsWith('.cfg') && dirname(one) === folder);
}
