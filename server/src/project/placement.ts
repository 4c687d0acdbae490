/** Where a new object would go: the folder of its kind, as Shinken's own configuration is laid out, and whether the main file reads it. */
import { dirname, join } from './paths';
import type { FilePath, Project } from './types';

export interface Folder {
  readonly folder: FilePath;
  /** The main file reads it whole. */
  readonly loaded: boolean;
}

/** The folder of an object's own file if the main file reads it whole, else the folder of its kind beside the main file. */
export function folderFor(project: Project, kind: string, file: FilePath = ''): Folder {
  const own = dirname(file);
  if (own !== '' && isLoadedFolder(project, own)) return { folder: own, loaded: true };
  const [main] = project.mains;
  const folder = join(main === undefined ? project.cwd : dirname(main), `${kind}s`);
  return { folder, loaded: isLoadedFolder(project, folder) };
}

/** Whether a new file in a folder would be read: below a `cfg_dir`, or anywhere in a folder of packs. */
export function isLoadedFolder({ partial, includes }: Project, folder: FilePath): boolean {
  return (
    partial ||
    includes.some(({ directive, outcome, target }) => {
      const read = target.replace(/\/+$/, '');
      return directive === 'cfg_dir' && outcome === 'read' && (folder === read || folder.startsWith(`${read}/`));
    })
  );
}

/** A path for a new file in a folder that is named after an object: numbered where that one is taken. */
export function newFileIn(folder: FilePath, name: string, isTaken: (file: FilePath) => boolean): FilePath {
  const base = join(folder, fileNameOf(name));
  let file = `${base}.cfg`;
  for (let n = 2; isTaken(file); n++) file = `${base}-${String(n)}.cfg`;
  return file;
}

/** A name may hold what would lead out of the folder, or what a file cannot be called. */
export function fileNameOf(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+/, '') || 'new';
}
