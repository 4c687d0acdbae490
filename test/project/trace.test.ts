import { describe, expect, test } from 'vitest';
import { holds, recorded, type Trace } from '../../server/src/project/trace';
import type { FilePath, FileSystem } from '../../server/src/project/types';
import { complete } from '../../server/src/steps';
import { memoryFileSystem } from '../support/workspace';

const digest = (text: string): string => `<${text}>`;

const before: readonly (readonly [FilePath, string])[] = [
  ['/etc/main.cfg', 'cfg_dir=hosts'],
  ['/etc/hosts/web.cfg', 'define host {}'],
  ['/etc/other/unread.cfg', 'whatever'],
];

/** What somebody asks who reads a folder, and looks for a file that may not be there. */
function ask(fileSystem: FileSystem): void {
  fileSystem.kind('/etc/main.cfg');
  fileSystem.readFile('/etc/main.cfg');
  fileSystem.realPath('/etc/hosts');
  for (const name of fileSystem.list('/etc/hosts') ?? []) fileSystem.readFile(`/etc/hosts/${name}`);
  fileSystem.readFile('/etc/resource.cfg');
  fileSystem.kind('/etc/triggers');
  fileSystem.list('/etc/triggers');
}

function traced(): Trace {
  const recorder = recorded(memoryFileSystem(new Map(before)));
  ask(recorder);
  return complete(recorder.trace(digest));
}

const isTrueOf = (trace: Trace, files: Iterable<readonly [FilePath, string]>): boolean =>
  complete(holds(trace, memoryFileSystem(new Map(files)), digest));

describe('a trace', () => {
  test('passes the answers on as they are', () => {
    const fileSystem = memoryFileSystem(new Map(before));
    const recorder = recorded(fileSystem);
    for (const path of ['/etc/main.cfg', '/etc/hosts', '/nowhere']) {
      expect(recorder.readFile(path)).toEqual(fileSystem.readFile(path));
      expect(recorder.kind(path)).toEqual(fileSystem.kind(path));
      expect(recorder.list(path)).toEqual(fileSystem.list(path));
      expect(recorder.realPath(path)).toEqual(fileSystem.realPath(path));
    }
  });

  test('survives being written down', () => {
    const trace = traced();
    expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
    expect(trace.readFile).toContainEqual(['/etc/hosts/web.cfg', '<define host {}>']);
    expect(trace.readFile).toContainEqual(['/etc/resource.cfg', null]);
  });

  const same: [string, (readonly [FilePath, string])[]][] = [
    ['nothing has changed', [...before]],
    ['the files are listed in another order', [...before].reverse()],
    ['a file has changed that nobody asked for', [...before, ['/etc/other/unread.cfg', 'something']]],
    ['a file has come where nobody looked', [...before, ['/etc/other/new.cfg', '']]],
  ];
  test.each(same)('holds where %s', (_, files) => {
    expect(isTrueOf(traced(), files)).toBe(true);
  });

  const different: [string, (readonly [FilePath, string])[]][] = [
    ['a text has changed', [...before, ['/etc/hosts/web.cfg', 'define host { }']]],
    ['a file is gone', before.filter(([path]) => path !== '/etc/hosts/web.cfg')],
    ['a file has come into a folder that was listed', [...before, ['/etc/hosts/new.cfg', '']]],
    ['a file is there that was missing', [...before, ['/etc/resource.cfg', '']]],
    ['a folder is there that was missing', [...before, ['/etc/triggers/a.trig', '']]],
    ['a file has become a folder', [['/etc/main.cfg/x', ''], ...before.slice(1)]],
    ['nothing is left', []],
  ];
  test.each(different)('does not hold where %s', (_, files) => {
    expect(isTrueOf(traced(), files)).toBe(false);
  });

  test('does not hold where a link leads elsewhere', () => {
    const fileSystem = memoryFileSystem(new Map(before));
    const relinked: FileSystem = { ...fileSystem, realPath: (path) => (path === '/etc/hosts' ? '/srv/hosts' : path) };
    expect(complete(holds(traced(), relinked, digest))).toBe(false);
  });

  test('is of the last answer', () => {
    const files = new Map(before);
    const recorder = recorded(memoryFileSystem(files));
    ask(recorder);
    files.set('/etc/hosts/web.cfg', 'define service {}');
    ask(recorder);
    expect(isTrueOf(complete(recorder.trace(digest)), files)).toBe(true);
    expect(isTrueOf(complete(recorder.trace(digest)), before)).toBe(false);
  });

  test('forgets what nobody asks for any more', () => {
    const files = new Map(before);
    const disk = { ...memoryFileSystem(files) };
    const recorder = recorded(disk);
    ask(recorder);
    recorder.forget();
    files.delete('/etc/hosts/web.cfg');
    Object.assign(disk, memoryFileSystem(files));
    ask(recorder);
    const trace = complete(recorder.trace(digest));
    expect(isTrueOf(trace, files)).toBe(true);
    expect(JSON.stringify(trace)).not.toContain('web.cfg');
  });

  test('is written alike whatever was asked first', () => {
    const recorder = recorded(memoryFileSystem(new Map(before)));
    recorder.readFile('/etc/resource.cfg');
    ask(recorder);
    expect(complete(recorder.trace(digest))).toEqual(traced());
  });

  test('digests an answer once', () => {
    const recorder = recorded(memoryFileSystem(new Map(before)));
    const digested: string[] = [];
    const counting = (text: string): string => (digested.push(text), digest(text));
    ask(recorder);
    complete(recorder.trace(counting));
    const first = digested.length;
    ask(recorder);
    complete(recorder.trace(counting));
    // Names are listed anew each time.
    expect(digested.slice(first)).toEqual(['["web.cfg"]']);
  });
});
