import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FileSystemProvider } from 'vscode';
import { URI } from 'vscode-uri';

vi.mock('vscode', () => import('./fake-vscode'));

import { VirtualFiles } from '../../client/src/virtual-files';
import { virtualFilesNotification } from '../../server/src/lsp/requests';
import { MemoryFiles } from '../editor/suite/memory-files';
import { Client } from '../lsp/client';
import type { FakeWindow } from './fake-vscode';
import { FileSystemError, reset } from './fake-vscode';

const FOLDER = 'memfs://server/etc/my shinken';
const uriOf = (name: string): string => `${FOLDER.replace(' ', '%20')}/${name}`;
const unknown = 'arbiter/unknown-host';

const files = {
  '/etc/my shinken/shinken.cfg': 'cfg_dir=my hosts\n',
  '/etc/my shinken/my hosts/web.cfg': 'define host {\n    host_name  web-1\n    parents    db-1\n}\n',
  '/etc/my shinken/my hosts/db.cfg': 'define host {\n    host_name  db-1\n}\n',
  '/etc/my shinken/readme.md': '',
};
const web = uriOf('my%20hosts/web.cfg');

let window: FakeWindow;
let memory: MemoryFiles;
let client: Client;
let virtual: VirtualFiles;

beforeEach(() => {
  window = reset();
  memory = new MemoryFiles(files);
  provide(memory);
  window.folders = [{ uri: URI.parse(FOLDER), name: 'remote' }];
  const workspaceFolders = [{ uri: URI.parse(FOLDER).toString(), name: 'remote' }];
  client = new Client('#- /other/file', { initialize: { rootUri: null, workspaceFolders } });
  virtual = new VirtualFiles((params) => client.notify(virtualFilesNotification, params));
});
afterEach(() => {
  virtual.dispose();
  client.dispose();
});

const provide = (provider: Pick<FileSystemProvider, 'stat' | 'readDirectory' | 'readFile' | 'onDidChangeFile'>): void =>
  void (window.provider = provider as unknown as NonNullable<FakeWindow['provider']>);

/** The same files, with something else done first when one is read. */
function before(read: (path: string) => unknown): void {
  provide({
    onDidChangeFile: memory.onDidChangeFile,
    stat: (uri) => memory.stat(uri),
    readDirectory: (uri) => memory.readDirectory(uri),
    readFile: async (uri) => {
      await read(uri.path);
      return memory.readFile(uri);
    },
  });
}

async function begin(): Promise<void> {
  await client.result;
  virtual.begin();
}

const write = (path: string, text: string): void =>
  memory.writeFile(URI.file(path).with({ scheme: 'memfs', authority: 'server' }), new TextEncoder().encode(text));
const remove = (path: string): void => memory.delete(URI.file(path).with({ scheme: 'memfs', authority: 'server' }));
const isMended = (found: readonly { code?: unknown }[]): boolean => found.every(({ code }) => code !== unknown);

/** Long enough for something that must not happen to show. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 700));

test('a folder is read, and judged as a whole', async () => {
  await begin();
  const found = await client.diagnostics(web);
  expect(isMended(found)).toBe(true);
  expect([...client.published.keys()].every((uri) => uri.startsWith('memfs://server/etc/my%20shinken/'))).toBe(true);
  expect(window.warnings).toEqual([]);
});

test('a file that goes and comes back is followed', async () => {
  await begin();
  await client.diagnostics(web);
  remove('/etc/my shinken/my hosts/db.cfg');
  await client.codes(web, unknown);
  write('/etc/my shinken/my hosts/db.cfg', files['/etc/my shinken/my hosts/db.cfg']);
  await client.diagnostics(web, isMended);
});

test('a folder that goes with its files is followed', async () => {
  await begin();
  await client.diagnostics(web);
  remove('/etc/my shinken/my hosts');
  await client.diagnostics(web, (found) => found.length === 0);
});

test('a file that is saved is read again, even where nobody tells of changes', async () => {
  const silent = new MemoryFiles(files);
  memory = silent;
  provide({
    onDidChangeFile: () => ({ dispose: () => undefined }),
    stat: (uri) => silent.stat(uri),
    readDirectory: (uri) => silent.readDirectory(uri),
    readFile: (uri) => silent.readFile(uri),
  });
  await begin();
  await client.diagnostics(web);
  write('/etc/my shinken/my hosts/db.cfg', 'define host {\n    host_name  db-2\n}\n');
  window.saved.fire({ uri: URI.parse(uriOf('my%20hosts/db.cfg')) });
  await client.codes(web, unknown);
});

test('while one file cannot be read nothing is said; it can be tried again', async () => {
  let isReadable = false;
  before((path) => {
    if (path.endsWith('db.cfg') && !isReadable) throw FileSystemError.NoPermissions(URI.file(path));
  });
  await begin();
  await pause();
  expect(window.warnings).toEqual([
    'Shinken: nothing is said of problems in remote: my hosts/db.cfg cannot be read (/etc/my shinken/my hosts/db.cfg may not be read).',
  ]);
  expect(client.published.size).toBe(0);
  isReadable = true;
  virtual.begin();
  expect(isMended(await client.diagnostics(web))).toBe(true);
});

test('“Read Again” reads again, and forgets what is gone', async () => {
  let attempts = 0;
  before((path) => {
    if (!path.endsWith('web.cfg') || ++attempts > 1) return;
    window.answer = 'Read Again';
    remove('/etc/my shinken/my hosts/db.cfg');
    throw new Error('connection lost');
  });
  await begin();
  await client.codes(web, unknown);
  expect(window.warnings).toHaveLength(1);
});

test('reading that takes long is shown, and can be stopped', async () => {
  let go: () => void = () => undefined;
  const blocked = new Promise<void>((resolve) => (go = resolve));
  before(() => blocked);
  await begin();
  await vi.waitFor(() => expect(window.progress.map(({ title }) => title)).toEqual(['Shinken: reading remote']), 5000);
  window.progress[0]?.cancel();
  go();
  await vi.waitFor(() =>
    expect(window.warnings).toEqual(['Shinken: nothing is said of problems in remote: reading it was stopped.']),
  );
  await pause();
  expect(client.published.size).toBe(0);
});

test('a folder that leaves the window is watched no more', async () => {
  await begin();
  await client.diagnostics(web);
  expect(window.watchers).toBe(2);
  window.folders = [];
  window.foldersChanged.fire({});
  expect(window.watchers).toBe(0);
});

test('a folder on the disk is left to the server', async () => {
  window.folders = [{ uri: URI.parse('file:///etc/shinken'), name: 'local' }];
  await begin();
  expect(window.watchers).toBe(0);
});
