import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeFileSystem } from '../../server/src/cli/node-file-system';
import { loadProject } from '../../server/src/project/load';
import type { FileSystem, Project } from '../../server/src/project/types';
import { DEFINABLE_TYPES } from '../../server/src/project/ours';
import { shared, sharedJson } from '../support/shared';

interface Read {
  readonly main: string;
  readonly with?: readonly string[];
  readonly cwd: string;
  readonly files: readonly string[];
  readonly unknown_types: Readonly<Record<string, readonly string[]>>;
  readonly params?: readonly string[];
  readonly raw?: Readonly<
    Record<string, readonly { readonly at: string; readonly properties: Readonly<Record<string, readonly string[]>> }[]>
  >;
}

const cases = sharedJson<Record<string, Read>>('oracle/cases/expected.json') ?? {};
const newer = sharedJson<Record<string, Read>>('oracle/cases/expected-3.0.json') ?? {};
const verdicts = sharedJson<Read[]>('oracle/verdicts.json') ?? [];

/** Symbolic links to folders were stored as small files that hold their target. */
function following(root: string): FileSystem {
  const follow = (file: string): string => {
    if (!file.startsWith(`${root}/`)) return file;
    let at = root;
    for (const part of file.slice(root.length + 1).split('/')) {
      at = `${at}/${part}`;
      if (nodeFileSystem.kind(at) !== 'file' || path.extname(at) !== '') continue;
      const target = path.posix.resolve(path.posix.dirname(at), (nodeFileSystem.readFile(at) ?? '').trim());
      if (nodeFileSystem.kind(target) === 'directory') at = target;
    }
    return at;
  };
  return {
    readFile: (file) => nodeFileSystem.readFile(follow(file)),
    kind: (file) => nodeFileSystem.kind(follow(file)),
    list: (file) => nodeFileSystem.list(follow(file)),
    realPath: (file) => nodeFileSystem.realPath(follow(file)),
  };
}

function read(root: string, entry: Read, dialect: '2.4' | '3.0' = '2.4'): Project {
  const mains = [entry.main, ...(entry.with ?? [])];
  return loadProject(following(root), { mains, cwd: path.posix.join(root, entry.cwd), dialect });
}

/** Files in reading order, those below the root relative to it. An include line without `=` kills the arbiter before it has read any. */
function filesOf(root: string, project: Project): string[] {
  if (project.includes.some(({ outcome }) => outcome === 'no-equals')) return [];
  return project.readingOrder.map((file) => (file.startsWith(`${root}/`) ? file.slice(root.length + 1) : file));
}

/** `file:line` of an object's `define`, relative to the set's root. */
function at(root: string, project: Project, file: string, offset: number): string {
  const text = project.files.get(file)?.text ?? '';
  return `${path.posix.relative(root, file)}:${text.slice(0, offset).split(/\r\n|\r|\n/).length}`;
}

function rawOf(root: string, project: Project): Record<string, { at: string; properties: Record<string, string[]> }[]> {
  const raw: ReturnType<typeof rawOf> = {};
  for (const { type, file, node, properties } of project.objects) {
    const values: Record<string, string[]> = {};
    for (const { key, value } of properties) (values[key] ??= []).push(value);
    (raw[type] ??= []).push({ at: at(root, project, file, node.span.start), properties: values });
  }
  return raw;
}

function unknownTypes(root: string, project: Project): Record<string, string[]> {
  const unknown: Record<string, string[]> = {};
  for (const { type, file, node } of project.objects) {
    if (!DEFINABLE_TYPES.includes(type) || type === 'pack' || type === 'trigger') {
      (unknown[type] ??= []).push(at(root, project, file, node.span.start));
    }
  }
  return unknown;
}

const casesRoot = shared('oracle/cases');
describe.skipIf(casesRoot === undefined)('as the real reader (probes)', () => {
  const root = casesRoot ?? '';
  test.each(Object.entries(cases))('%s', (_, entry) => {
    const project = read(root, entry);
    expect(filesOf(root, project)).toEqual(entry.files);
    expect(unknownTypes(root, project)).toEqual(entry.unknown_types);
    if (entry.params) {
      const lines = project.settings.map(({ key, value, node }) =>
        node.equals === undefined ? key : `${key}=${value}`,
      );
      expect(lines).toEqual(entry.params);
    }
    if (entry.raw) expect(rawOf(root, project)).toEqual(entry.raw);
  });
});

describe.skipIf(casesRoot === undefined)('as the real reader of 3.0 (probes)', () => {
  const root = casesRoot ?? '';
  // Nothing was recorded of a reader that crashed. The order within a folder was that of the file system.
  test.each(Object.entries(newer).filter(([, { files }]) => files.length > 0))('%s', (_, entry) => {
    const project = read(root, entry, '3.0');
    expect(filesOf(root, project).sort()).toEqual([...entry.files].sort());
    expect(unknownTypes(root, project)).toEqual(entry.unknown_types);
  });
});

const corpusRoot = shared('oracle/corpus');
describe.skipIf(corpusRoot === undefined)('as the real reader (configurations)', () => {
  const root = corpusRoot ?? '';
  test.each(verdicts.map((entry) => [`${entry.cwd}: ${entry.main}`, entry] as const))('%s', (_, entry) => {
    const project = read(root, entry);
    expect(filesOf(root, project)).toEqual(entry.files);
    expect(unknownTypes(root, project)).toEqual(entry.unknown_types);
  });
});
