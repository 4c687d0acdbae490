import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  Collector,
  type Entry,
  type Limits,
  NotWhole,
  type Provider,
  readChanges,
  readTree,
  type RemoteFile,
} from '../../client/src/remote-tree';

type Tree = Readonly<Record<string, string | Uint8Array | Error>>;

/** A folder in memory. `links` are names of folders that are links. A file that is an error cannot be read. */
function provider(tree: Tree, links: readonly string[] = []): Provider & { readonly asked: string[] } {
  const asked: string[] = [];
  const isFolder = (path: string): boolean =>
    path === '' || Object.keys(tree).some((file) => file.startsWith(`${path}/`));
  const kind = (path: string): Entry['kind'] | undefined =>
    path in tree ? 'file' : isFolder(path) ? 'folder' : undefined;
  return {
    asked,
    kind: (path) => Promise.resolve(kind(path)),
    list: (path) => {
      asked.push(path);
      if (!isFolder(path)) return Promise.resolve(undefined);
      const inside = Object.keys(tree).flatMap((file) =>
        path === '' ? [file] : file.startsWith(`${path}/`) ? [file.slice(path.length + 1)] : [],
      );
      const names = [...new Set(inside.map((file) => file.split('/')[0] ?? ''))];
      return Promise.resolve(
        names.map((name) => {
          const isLink = links.includes(name);
          return { name, kind: kind(path === '' ? name : `${path}/${name}`) ?? 'other', isLink };
        }),
      );
    },
    read: (path) => {
      const found = tree[path];
      if (found instanceof Error) return Promise.reject(found);
      return Promise.resolve(typeof found === 'string' ? new TextEncoder().encode(found) : found);
    },
  };
}

const small: Limits = { files: 3, folders: 5, depth: 2, size: 10 };

interface Sent {
  readonly files: Record<string, string | null>;
  readonly batches: number[];
  readonly send: (files: readonly RemoteFile[]) => void;
}

function sent(): Sent {
  const files: Record<string, string | null> = {};
  const batches: number[] = [];
  const send = (some: readonly RemoteFile[]): void => {
    batches.push(some.length);
    for (const { path, text } of some) files[path] = text;
  };
  return { files, batches, send };
}

/** What is sent of a tree, or why not all of it is. */
async function read(tree: Tree, limits?: Limits, links?: readonly string[]): Promise<Sent['files'] | string> {
  const { files, send } = sent();
  try {
    await readTree(provider(tree, links), '', { send }, limits);
    return files;
  } catch (error) {
    if (!(error instanceof NotWhole)) throw error;
    return error.message;
  }
}

describe('a folder', () => {
  test.each<[string, Tree, Record<string, string>]>([
    ['has files at any depth', { 'a.cfg': 'a', 'b/c/d.trig': 'd' }, { 'a.cfg': 'a', 'b/c/d.trig': 'd' }],
    ['has others, too', { 'a.cfg': 'a', 'readme.md': 'b', 'cfg/x.txt': 'c' }, { 'a.cfg': 'a' }],
    ['has what is not looked at', { 'a.cfg': 'a', '.git/b.cfg': 'b', 'x/node_modules/c.cfg': 'c' }, { 'a.cfg': 'a' }],
    ['has hidden files', { '.a.cfg': 'a', '.b/c.cfg': 'c' }, { '.a.cfg': 'a', '.b/c.cfg': 'c' }],
    ['has nothing', {}, {}],
    ['has what is no text', { 'a.cfg': new Uint8Array([77, 0, 1]), 'b.cfg': 'b' }, { 'b.cfg': 'b' }],
    ['keeps byte order marks', { 'a.cfg': '\ufeffa' }, { 'a.cfg': '\ufeffa' }],
    ['has what is no UTF-8', { 'a.cfg': new Uint8Array([0xe9]) }, { 'a.cfg': '\ufffd' }],
  ])('%s', async (_, tree, expected) => {
    expect(await read(tree)).toEqual(expected);
  });

  test.each<[string, Tree, string]>([
    [
      'too many files',
      { 'a.cfg': '', 'b.cfg': '', 'c.cfg': '', 'd.cfg': '' },
      'it has more than 3 files of configuration',
    ],
    ['too many folders', { 'a/x': '', 'b/x': '', 'c/x': '', 'd/x': '', 'e/x': '' }, 'it has more than 5 folders'],
    ['too deep', { 'a/b/c/d.cfg': '' }, 'its folders are nested more than 2 deep'],
    ['too large', { 'a/b.cfg': 'x'.repeat(11) }, 'a/b.cfg is larger than 0 MB'],
    ['a file that cannot be read', { 'a.cfg': new Error('no access') }, 'a.cfg cannot be read (no access)'],
  ])('is not whole: %s', async (_, tree, reason) => {
    expect(await read(tree, small)).toBe(reason);
  });

  test('that is not there is not whole', async () => {
    const nothing: Provider = { ...provider({}), list: () => Promise.resolve(undefined) };
    await expect(readTree(nothing, '', { send: () => undefined })).rejects.toThrow('the folder is not there');
  });
  test('is followed through one link, and not round a loop', async () => {
    const tree = { 'a.cfg': 'a', 'link/a.cfg': 'a', 'link/link/a.cfg': 'a' };
    expect(await read(tree, undefined, ['link'])).toEqual({ 'a.cfg': 'a', 'link/a.cfg': 'a' });
  });
  test('is sent in batches', async () => {
    const tree = Object.fromEntries(Array.from({ length: 450 }, (_, index) => [`${String(index)}.cfg`, 'x']));
    const { files, batches, send } = sent();
    await readTree(provider(tree), '', { send });
    expect(batches).toEqual([200, 200, 50]);
    expect(Object.keys(files)).toHaveLength(450);
  });
  test('with large files is sent in more of them', async () => {
    const { batches, send } = sent();
    await readTree(provider({ 'a.cfg': 'x'.repeat(600_000), 'b.cfg': 'x'.repeat(600_000), 'c.cfg': '' }), '', { send });
    expect(batches).toEqual([2, 1]);
  });
  test('is not read further once that is stopped', async () => {
    const stop = new AbortController();
    const folder = provider({ 'a/b.cfg': '', 'a/c/d.cfg': '' });
    const list: Provider['list'] = (path) => {
      if (path === 'a') stop.abort(new Error('stopped'));
      return folder.list(path);
    };
    const { files, send } = sent();
    await expect(readTree({ ...folder, list }, '', { send, signal: stop.signal })).rejects.toThrow('stopped');
    expect(folder.asked).toEqual(['', 'a']);
    expect(files).toEqual({});
  });
});

test.each<[string[], Record<string, string | null>]>([
  [['a.cfg'], { 'a.cfg': 'a' }],
  [['gone.cfg', 'gone'], { 'gone.cfg': null, gone: null }],
  [['b'], { 'b/c.cfg': 'c', 'b/d/e.trig': 'e' }],
  [['readme.md'], {}],
  [['.git/index', '.git/gone', 'node_modules/x.cfg'], {}],
  [['binary.cfg'], { 'binary.cfg': null }],
])('of what has changed, %j is sent', async (paths, expected) => {
  const tree = {
    'a.cfg': 'a',
    'b/c.cfg': 'c',
    'b/d/e.trig': 'e',
    'readme.md': '',
    '.git/index': '',
    'binary.cfg': new Uint8Array([0]),
  };
  const { files, send } = sent();
  await readChanges(provider(tree), paths, { send });
  expect(files).toEqual(expected);
});

describe('what comes in quick succession', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('is handed over at once, each thing a single time', async () => {
    const handed: string[][] = [];
    const collector = new Collector<string>(100, async (items) => void handed.push([...items]));
    for (const item of ['a', 'b', 'a']) {
      collector.add(item);
      await vi.advanceTimersByTimeAsync(60);
    }
    expect(handed).toEqual([]);
    await vi.advanceTimersByTimeAsync(60);
    expect(handed).toEqual([['a', 'b']]);
  });
  test('waits for what is being done', async () => {
    const handed: string[][] = [];
    let finish: () => void = () => undefined;
    const collector = new Collector<string>(100, (items) => {
      handed.push([...items]);
      return new Promise((resolve) => (finish = resolve));
    });
    collector.add('a');
    await vi.advanceTimersByTimeAsync(100);
    collector.add('b');
    await vi.advanceTimersByTimeAsync(1000);
    expect(handed).toEqual([['a']]);
    finish();
    await vi.advanceTimersByTimeAsync(100);
    expect(handed).toEqual([['a'], ['b']]);
  });
  test('goes on after a failure, and stops when it is cleared', async () => {
    const handed: string[][] = [];
    const collector = new Collector<string>(100, (items) => {
      handed.push([...items]);
      return Promise.reject(new Error('no'));
    });
    collector.add('a');
    await vi.advanceTimersByTimeAsync(100);
    collector.add('b');
    await vi.advanceTimersByTimeAsync(100);
    collector.add('c');
    collector.clear();
    await vi.advanceTimersByTimeAsync(1000);
    expect(handed).toEqual([['a'], ['b']]);
  });
});
