import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { GitError, listRefs, openCommit } from '../../server/src/cli/git';
import { GitTree } from '../../server/src/cli/git-tree';
import { nodeSource } from '../../server/src/cli/node-source';

const home = mkdtempSync(path.join(os.tmpdir(), 'git-')).replaceAll('\\', '/');
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

function git(folder: string, ...args: string[]): void {
  const who = ['-c', 'user.name=T', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', ['-C', folder, ...who, ...args], { stdio: 'pipe' });
}

let count = 0;

/** A repository with a folder `shinken` that two commits have changed. */
function repository(): string {
  const top = `${home}/${String(count++)}`;
  mkdirSync(`${top}/shinken`, { recursive: true });
  git(top, 'init', '-q', '-b', 'main');
  for (const text of ['one', 'two']) {
    writeFileSync(`${top}/shinken/shinken.cfg`, `${text}\n`);
    git(top, 'add', '-A');
    git(top, 'commit', '-q', '-m', `Now ${text}`);
    git(top, 'tag', text);
  }
  git(top, 'commit', '-q', '--allow-empty', '-m', 'Of another folder');
  return top;
}

describe.skipIf(spawnSync('git', ['--version']).status !== 0)('git', () => {
  test('tells the branches, the tags, and the commits of a folder', async () => {
    const refs = await listRefs(`${repository()}/shinken`);
    const named = (kind: string): string[] => refs.filter((ref) => ref.kind === kind).map(({ name }) => name);
    expect(named('branch')).toEqual(['main']);
    expect(named('tag').sort()).toEqual(['one', 'two']);
    expect(refs.filter(({ kind }) => kind === 'commit').map(({ subject }) => subject)).toEqual(['Now two', 'Now one']);
    for (const { date } of refs) expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test('has nothing to tell of a repository without a commit', async () => {
    const top = `${home}/empty`;
    mkdirSync(top);
    git(top, 'init', '-q');
    expect(await listRefs(top)).toEqual([]);
  });

  test('has the files of a commit, and the disk what is not in the repository', async () => {
    const top = repository();
    const outside = `${home}/outside.cfg`;
    writeFileSync(outside, 'outside\n');
    const { id, source, inRepository } = await openCommit(`${top}/shinken`, 'one', nodeSource);
    expect(id).toMatch(/^[\da-f]{40}$/);
    const paths = [`${top}/shinken/shinken.cfg`, `${top}/shinken/none.cfg`, outside, `${home}/none`];
    expect(await source.read(paths)).toEqual(['one\n', undefined, 'outside\n', undefined]);
    const [file, none, there, folder] = await source.look([...paths.slice(0, 3), top]);
    expect([file?.kind, none, there?.kind, folder?.names]).toEqual(['file', undefined, 'file', ['shinken']]);
    expect(paths.map(inRepository)).toEqual(['shinken/shinken.cfg', 'shinken/none.cfg', undefined, undefined]);
  });

  test.each([['two~9'], ['-p'], [''], ['one two'], ['$(id)']])('knows no commit %j', async (name) => {
    await expect(openCommit(repository(), name, nodeSource)).rejects.toThrow(GitError);
  });

  test('is asked for nothing once nobody wants to know', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(listRefs(repository(), signal)).rejects.toThrow('enough');
  });

  test('may not be installed', async () => {
    const before = process.env['PATH'];
    process.env['PATH'] = home;
    try {
      await expect(listRefs(home)).rejects.toThrow('there is no git on this machine');
    } finally {
      process.env['PATH'] = before;
    }
  });
});

describe('links in a commit', () => {
  const lines = ['a/file', 'link', 'a/up', 'loop', 'out'].map((name) => ({ mode: '', blob: name, path: name }));
  const tree = new GitTree(
    '/top',
    lines,
    new Map([
      ['link', 'a'],
      ['a/up', '../link/file'],
      ['loop', 'loop'],
      ['out', '../elsewhere'],
    ]),
  );

  test.each([
    ['/top/a/file', { kind: 'file', path: '/top/a/file', blob: 'a/file' }],
    ['/top/link/file', { kind: 'file', path: '/top/a/file', blob: 'a/file' }],
    ['/top/link', { kind: 'directory', path: '/top/a', names: ['file', 'up'] }],
    ['/top/a/up', { kind: 'file', path: '/top/a/file', blob: 'a/file' }],
    ['/top/loop', undefined],
    ['/top/out/file', { kind: 'outside', path: '/elsewhere/file' }],
    ['/top', { kind: 'directory', path: '/top', names: ['a', 'link', 'loop', 'out'] }],
    ['/other', { kind: 'outside', path: '/other' }],
  ])('%s', (path, found) => {
    expect(tree.find(path)).toEqual(found);
  });
});
