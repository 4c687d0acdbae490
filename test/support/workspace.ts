import path from 'node:path';
import type { FilePath, FileSystem } from '../../server/src/project/types';

/** A workspace declared in one string. */
export interface Workspace {
  /** Absolute paths (`/etc/shinken/…`) and texts, markers taken out. */
  readonly files: ReadonlyMap<FilePath, string>;
  /** Where `$0` stood. */
  readonly cursor: { readonly file: FilePath; readonly offset: number } | undefined;
}

/** Files of a declared workspace live under this folder unless they say otherwise. */
export const ROOT = '/etc/shinken';

/**
 * Splits a workspace into files at lines `#- path` (relative to `/etc/shinken`); text before the first such line is `shinken.cfg`.
 * `$0` marks the cursor. One leading line break and the common indentation are taken off.
 */
export function workspace(declaration: string): Workspace {
  const files = new Map<FilePath, string>();
  let cursor: Workspace['cursor'];
  let name = 'shinken.cfg';
  let lines: string[] = [];
  const flush = (): void => {
    if (name === 'shinken.cfg' && lines.every((line) => line.trim() === '')) {
      if (files.size > 0 || lines.length === 0) return;
    }
    const file = path.posix.resolve(ROOT, name);
    let text = lines.join('\n');
    const offset = text.indexOf('$0');
    if (offset >= 0) {
      text = text.slice(0, offset) + text.slice(offset + 2);
      cursor = { file, offset };
    }
    files.set(file, text);
  };
  const all = dedent(declaration).split('\n');
  for (const line of all) {
    const header = /^#- (\S+)$/.exec(line);
    if (header) {
      if (lines.length > 0) {
        lines.push('');
        flush();
      }
      name = header[1] ?? '';
      lines = [];
    } else lines.push(line);
  }
  flush();
  return { files, cursor };
}

/** Takes one leading line break, a last line of blanks and the common indentation off. */
export function dedent(text: string): string {
  const lines = text
    .replace(/^\n/, '')
    .replace(/\n[ \t]*$/, '\n')
    .split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const indent = indents.length > 0 ? Math.min(...indents) : 0;
  return lines.map((line) => line.slice(Math.min(indent, line.length))).join('\n');
}

/** A file system that holds just these files. */
export function memoryFileSystem(files: ReadonlyMap<FilePath, string>): FileSystem {
  const children = new Map<FilePath, Set<string>>();
  for (const file of files.keys()) {
    for (let at = file; at !== '/'; at = path.posix.dirname(at)) {
      const parent = path.posix.dirname(at);
      const names = children.get(parent) ?? new Set();
      children.set(parent, names.add(path.posix.basename(at)));
    }
  }
  return {
    readFile: (file) => files.get(file),
    kind: (file) => (files.has(file) ? 'file' : children.has(file) ? 'directory' : undefined),
    list: (directory) => (children.has(directory) ? [...(children.get(directory) ?? [])] : undefined),
    realPath: (file) => file,
  };
}
