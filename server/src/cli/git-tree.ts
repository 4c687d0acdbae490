import path from 'node:path';
import { isBelow } from '../project/paths';
import type { FilePath } from '../project/types';

/** What a path leads to in a commit, links followed; `path` is then the one without links. */
export type Found =
  | { readonly kind: 'file'; readonly path: FilePath; readonly blob: string }
  | { readonly kind: 'directory'; readonly path: FilePath; readonly names: readonly string[] }
  /** Not in the repository at all. */
  | { readonly kind: 'outside'; readonly path: FilePath };

/** One line of `git ls-tree -r -z`. */
interface TreeLine {
  readonly mode: string;
  readonly blob: string;
  readonly path: string;
}

/** Git's mode of a symbolic link, whose blob is the path that it leads to. */
const LINK = '120000';

/** As many links one behind the other as the system follows. */
const MOST_LINKS = 40;

export function treeLines(listing: string): TreeLine[] {
  return listing.split('\0').flatMap((line) => {
    const [, mode, blob, path] = /^(\d+) blob ([\da-f]+)\t([^]+)$/.exec(line) ?? [];
    return mode === undefined || blob === undefined || path === undefined ? [] : [{ mode, blob, path }];
  });
}

export const isLink = ({ mode }: TreeLine): boolean => mode === LINK;

/** The files of a commit, under the paths that they have where the repository is. */
export class GitTree {
  private readonly blobs = new Map<FilePath, string>();
  private readonly folders = new Map<FilePath, Set<string>>();

  /** `links`: where each symbolic link leads, by its path in the repository. */
  constructor(
    private readonly top: FilePath,
    lines: readonly TreeLine[],
    private readonly links: ReadonlyMap<string, string>,
  ) {
    this.folders.set('', new Set());
    for (const { path: file, blob } of lines) {
      if (!links.has(file)) this.blobs.set(file, blob);
      for (let at = file; at !== ''; at = parent(at)) {
        const names = this.folders.get(parent(at)) ?? new Set();
        this.folders.set(parent(at), names.add(path.posix.basename(at)));
      }
    }
  }

  /** The path from the repository's top; undefined for one that is not in it. */
  inside(file: FilePath): string | undefined {
    return isBelow(this.top, file) ? file.slice(this.top.length).replace(/^\//, '') : undefined;
  }

  find(file: FilePath, links = 0): Found | undefined {
    const inside = this.inside(file);
    if (inside === undefined) return { kind: 'outside', path: file };
    let at = '';
    const parts = inside.split('/').filter((part) => part !== '');
    for (const [index, part] of parts.entries()) {
      const next = at === '' ? part : `${at}/${part}`;
      const target = this.links.get(next);
      if (target !== undefined) {
        const rest = parts.slice(index + 1);
        return links < MOST_LINKS ? this.find(path.posix.resolve(this.top, at, target, ...rest), links + 1) : undefined;
      }
      at = next;
    }
    const real = at === '' ? this.top : `${this.top}/${at}`;
    const names = this.folders.get(at);
    if (names) return { kind: 'directory', path: real, names: [...names] };
    const blob = this.blobs.get(at);
    return blob === undefined ? undefined : { kind: 'file', path: real, blob };
  }
}

function parent(file: string): string {
  return file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '';
}
