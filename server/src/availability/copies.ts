/** Copies of a configuration: where one is, and how it is read so that it can be compared with another. */
import { configurationsIn } from '../project/discover';
import { includeLines } from '../project/include-lines';
import { loadProject } from '../project/load';
import { mounted, moved } from '../project/mounted';
import { asWritten, basename, dirname, isAbsolute, isBelow, join, normalize } from '../project/paths';
import type { TreeCache } from '../project/tree-cache';
import type { Copy, FilePath, FileSystem, Project } from '../project/types';

export interface CopyOptions {
  readonly dialect?: '2.4' | '3.0';
  /**
   * The copy that it will be compared with. Main files of the same names are looked for first, and an absolute path that leads into that
   * one's folder means this one's: it would, once the copy is where it belongs.
   */
  readonly like?: Pick<Copy, 'root' | 'project'>;
  /** Trees to be used again. */
  readonly cache?: TreeCache;
}

/** Why there is no copy: the end of a sentence that begins with its path. */
export interface NoCopy {
  readonly problem: string;
}

export function isCopy(found: Copy | NoCopy): found is Copy {
  return !('problem' in found);
}

/** The folder of a project that one would copy to another server: that of its main file. */
export function rootOf({ mains, cwd }: Pick<Project, 'mains' | 'cwd'>): FilePath {
  const [main] = mains;
  return main === undefined ? cwd : dirname(main);
}

/** A project that is already read, as one of the copies. */
export function copyOf(project: Project): Copy {
  const root = rootOf(project);
  return { project, root, at: root };
}

/** Reads the copy in a folder, or with that main file. */
export function loadCopy(fs: FileSystem, path: FilePath, options: CopyOptions = {}): Copy | NoCopy {
  const found = find(fs, path, options.like);
  if ('problem' in found) return found;
  const at = rootOf(found);
  const root = homeOf(fs, found.mains, at, options.like?.root);
  const there = mounted(fs, root, at);
  const mains = found.mains.map((main) => moved(main, at, root));
  const spec = { mains, cwd: moved(found.cwd, at, root), root, dialect: options.dialect };
  const project = loadProject(there, spec, options.cache);
  const [unreadable] = project.unreadable;
  if (unreadable !== undefined) return { problem: `${fileInCopy({ root }, unreadable)} cannot be read` };
  return { project, root, at };
}

/** Where a file of a copy really is. */
export function realFile({ root, at }: Pick<Copy, 'root' | 'at'>, file: FilePath): FilePath {
  return moved(file, root, at);
}

/** The text of a file of a copy, as the copy's project names it. */
export function textIn({ project }: Copy, file: FilePath): string | undefined {
  return project.files.get(file)?.text ?? project.triggerTexts.get(file);
}

/** A file of a copy, from the copy's own folder; the whole path for one that is read from elsewhere. */
export function fileInCopy({ root }: Pick<Copy, 'root'>, file: FilePath): string {
  return file !== root && isBelow(root, file) ? file.slice(join(root, '').length) : asWritten(file);
}

function find(
  fs: FileSystem,
  path: FilePath,
  like: CopyOptions['like'],
): { readonly mains: readonly FilePath[]; readonly cwd: FilePath } | NoCopy {
  const kind = fs.kind(path);
  if (kind === undefined) return { problem: 'no such file or folder' };
  if (kind === 'file') {
    return { mains: [path], cwd: dirname(path) };
  }
  const same = (like?.project.mains ?? [])
    .map((main) => normalize(join(path, fileInCopy({ root: like?.root ?? '' }, main))))
    .filter((main) => isBelow(path, main) && fs.kind(main) === 'file');
  const [first] = same;
  if (first !== undefined) return { mains: same, cwd: dirname(first) };
  const [only, ...others] = configurationsIn(fs, path);
  if (!only) return { problem: 'no shinken.cfg or nagios.cfg, and no file with Shinken objects, was found there' };
  if (others.length === 0) return only;
  const names = [only, ...others].map(({ mains, root }) => fileInCopy({ root: path }, mains[0] ?? root));
  return { problem: `several configurations are there; name one of: ${names.join(', ')}` };
}

/**
 * The folder in which a copy would be installed, as its own include lines tell: a main file under `/mnt/server3/etc/shinken` that reads
 * `/etc/shinken/hosts` belongs in `/etc/shinken`. Where they tell nothing, the folder that it is in.
 */
function homeOf(fs: FileSystem, mains: readonly FilePath[], at: FilePath, other: FilePath | undefined): FilePath {
  const homes = [...(other === undefined ? [] : [other]), ...endsOf(at)];
  const absolute = mains
    .flatMap((main) => includeLines(fs.readFile(main) ?? ''))
    .flatMap(({ value }) => (value !== undefined && isAbsolute(value) ? [normalize(value)] : []));
  if (absolute.some((path) => isBelow(at, path))) return at;
  return homes.find((home) => absolute.some((path) => isBelow(home, path))) ?? at;
}

/** `/etc/shinken` and `/shinken` of `/mnt/etc/shinken`. */
function endsOf(folder: FilePath): FilePath[] {
  const parts = folder.split('/').slice(2);
  return parts.map((_, index) => `/${parts.slice(index).join('/')}`);
}

/** What the arbiter calls a trigger: its file's name without the ending. */
export function triggerName(file: FilePath): string {
  return basename(file).replace(/\.trig$/, '');
}
