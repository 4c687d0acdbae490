import type { FilePath, FileSystem } from './types';

/** Paths the way Python's `os.path` takes them: joined as text, nothing normalised before the file is opened. */

const REALM = /^[a-z][a-z0-9+.-]+:\/\/[^/]*(?=\/)/i;

/**
 * What stands before the absolute path of a file that is on no disk of this machine: `scheme://authority`, which names the file system
 * that holds it. Empty for a path on the disk. Nothing leads out of a realm: what an absolute path means, it means in there.
 */
export function realmOf(path: string): string {
  return path.startsWith('/') ? '' : (REALM.exec(path)?.[0] ?? '');
}

/** The path as a configuration in the same file system writes it. */
export function asWritten(path: FilePath): string {
  return path.slice(realmOf(path).length);
}

export function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:\//.test(path) || realmOf(path) !== '';
}

/** `os.path.join`. */
export function join(folder: string, name: string): string {
  const realm = realmOf(folder);
  if (name.startsWith('/')) return realm + name;
  if (folder === '' || realmOf(name) !== '' || (realm === '' && isAbsolute(name))) return name;
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

/** `os.path.dirname`: `''` for a bare name. */
export function dirname(path: string): string {
  const realm = realmOf(path);
  const head = path.slice(realm.length, path.lastIndexOf('/') + 1);
  return realm + (/^\/*$/.test(head) ? head : head.replace(/\/+$/, ''));
}

export function basename(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The path with `.`, `..` and doubled slashes worked out, whatever is there. */
export function normalize(path: string): FilePath {
  const realm = realmOf(path);
  const parts: string[] = [];
  for (const part of path.slice(realm.length).split('/')) {
    if (part === '..' && parts.length > 1) parts.pop();
    else if (part !== '..' && part !== '.' && (part !== '' || parts.length === 0)) parts.push(part);
  }
  return realm + (parts.length > 1 ? parts.join('/') : `${parts[0] ?? ''}/`);
}

/**
 * The absolute path of the file that the operating system would open; undefined when it would find none on the way: unlike
 * `normalize`, `missing/../file` leads nowhere, and `link/..` is the folder that holds the link's target.
 */
export function locate(fs: FileSystem, cwd: FilePath, path: string): FilePath | undefined {
  if (path === '') return undefined;
  const absolute = join(cwd, path);
  if (path.endsWith('/') && fs.kind(normalize(absolute)) !== 'directory') return undefined;
  if (!/\/\.\.(?:\/|$)/.test(absolute)) return normalize(absolute);
  const realm = realmOf(absolute);
  const [first = '', ...parts] = absolute.slice(realm.length).split('/');
  const drive = realm + first;
  let at = drive;
  for (const part of parts) {
    if (part === '..') {
      if (at !== drive && fs.kind(at) !== 'directory') return undefined;
      at = at === drive ? drive : parent(fs, at);
    } else if (part !== '' && part !== '.') at = `${at}/${part}`;
  }
  return at === drive ? `${drive}/` : at;
}

function parent(fs: FileSystem, folder: FilePath): FilePath {
  const lexical = dirname(folder);
  const real = dirname(fs.realPath(folder));
  const up = fs.realPath(lexical) === real ? lexical : real;
  return up.endsWith('/') ? up.slice(0, -1) : up;
}

/** True for the folder itself and for all that lies below it. */
export function isBelow(folder: FilePath, path: FilePath): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
