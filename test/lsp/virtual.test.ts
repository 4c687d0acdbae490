import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import {
  type CodeAction,
  type Diagnostic,
  DidChangeWorkspaceFoldersNotification,
  type DocumentLink,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { isDocument, isVirtual, toFolder, toPath, toUri } from '../../server/src/lsp/convert';
import { copyRequests, type CompareResult, type SyncProposal } from '../../server/src/lsp/copy-requests';
import {
  type Status,
  statusRequests,
  virtualFilesNotification,
  type VirtualFilesParams,
} from '../../server/src/lsp/requests';
import { ROOT, workspace } from '../support/workspace';
import { asking, Client, type ClientOptions, modern } from './client';
import { files, unknown } from './fixtures';

const FOLDER = 'memfs:/etc/shinken';
const clients: Client[] = [];

afterEach(() => clients.splice(0).forEach((client) => client.dispose()));

/** An editor with a folder that is on no disk. */
function start(folder = FOLDER, options: ClientOptions = {}, disk = '#- /other/file'): Client {
  const initialize = { rootUri: null, workspaceFolders: [{ uri: folder, name: 'remote' }], ...options.initialize };
  const client = new Client(disk, { ...options, initialize });
  clients.push(client);
  return client;
}

/** The files of a declared workspace as an editor sends them, below a folder. */
function sent(declaration: string, folder = FOLDER): VirtualFilesParams['files'] {
  return [...workspace(declaration).files].map(([file, text]) => {
    const names = file.slice(ROOT.length).split('/').map(encodeURIComponent);
    return { uri: folder + names.join('/'), text };
  });
}

async function send(client: Client, params: VirtualFilesParams): Promise<void> {
  await client.result;
  await client.notify(virtualFilesNotification, params);
}

/** An editor that has sent all of a folder. */
async function whole(
  declaration = files,
  folder = FOLDER,
  options: ClientOptions = {},
  disk?: string,
): Promise<Client> {
  const client = start(folder, options, disk);
  await send(client, { files: sent(declaration, folder), complete: [folder] });
  return client;
}

const status = (client: Client, uri: string): Promise<Status> => client.request(statusRequests.status, { uri });

/** Long enough for something that must not happen to show. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 500));

const textOf = (declaration: string, file: string): string => workspace(declaration).files.get(`${ROOT}/${file}`) ?? '';

describe('names of places', () => {
  test.each([
    ['vscode-vfs://github/x/etc/shinken/a.cfg', 'vscode-vfs://github/x/etc/shinken/a.cfg'],
    ['memfs:/etc/my%20hosts/50%25.cfg', 'memfs:///etc/my hosts/50%.cfg'],
    ['vscode-vfs://github%2B7b227d/x/a%23b%3F.cfg', 'vscode-vfs://github%2B7b227d/x/a#b?.cfg'],
    ['ssh://admin@host:22/etc/a.cfg', 'ssh://admin%40host%3A22/etc/a.cfg'],
  ])('%s is %s, and back', (uri, file) => {
    expect(toPath(uri)).toBe(file);
    expect(toUri(file)).toBe(uri);
    expect([isVirtual(file), isDocument(file)]).toEqual([true, false]);
  });
  test.each(['untitled:Untitled-1', 'untitled:/etc/shinken/new.cfg', 'git:/etc/a.cfg?%7B%7D'])(
    '%s is no file anywhere',
    (uri) => {
      expect(toUri(toPath(uri))).toBe(uri);
      expect([isVirtual(toPath(uri)), isDocument(toPath(uri))]).toEqual([false, true]);
    },
  );
  test.each([
    ['memfs:/', 'memfs:///'],
    ['memfs:/etc/', 'memfs:///etc'],
    ['ssh://host', 'ssh://host/'],
    ['file:///', '/'],
    ['file:///etc/shinken/', '/etc/shinken'],
  ])('the folder %s is %s', (uri, folder) => {
    expect(toFolder(uri)).toBe(folder);
  });
});

describe('until all files have come', () => {
  test('nothing is said of problems', async () => {
    const client = start();
    const [, ...others] = sent(files);
    await send(client, { files: others });
    const web = `${FOLDER}/hosts/web.cfg`;
    await client.open(web, textOf(files, 'hosts/web.cfg'));
    expect(await status(client, web)).toMatchObject({ isPending: true, availability: null });
    await pause();
    expect(client.published.size).toBe(0);
    const { textDocument, position } = client.at(web, 'check_pong');
    expect(await client.request('textDocument/hover', { textDocument, position })).toBeNull();
    const range = { start: position, end: position };
    expect(
      await client.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }),
    ).toBeNull();
  });
  test('what needs no other file works', async () => {
    const client = start();
    const web = `${FOLDER}/hosts/web.cfg`;
    await client.open(web, textOf(files, 'hosts/web.cfg'));
    const symbols = await client.request<{ name: string }[]>('textDocument/documentSymbol', {
      textDocument: { uri: web },
    });
    expect(JSON.stringify(symbols)).toContain('web-1');
  });
  test('an editor that asks for problems gets none, and is told to ask again', async () => {
    const client = start(FOLDER, { capabilities: asking });
    const web = `${FOLDER}/hosts/web.cfg`;
    await client.open(web, textOf(files, 'hosts/web.cfg'));
    const ask = (): Promise<{ items: Diagnostic[] }> =>
      client.request('textDocument/diagnostic', { textDocument: { uri: web } });
    expect((await ask()).items).toEqual([]);
    await send(client, { files: sent(files), complete: [FOLDER] });
    await pause();
    expect(client.heard).toContain('workspace/diagnostic/refresh');
    expect((await ask()).items.map(({ code }) => code)).toContain(unknown);
  });
  test('they may come in any number of parts', async () => {
    const client = start();
    for (const file of sent(files)) await send(client, { files: [file] });
    await send(client, { files: [], complete: [FOLDER] });
    expect(await client.codes(`${FOLDER}/hosts/web.cfg`, unknown)).toContain(unknown);
    expect(await status(client, `${FOLDER}/shinken.cfg`)).toMatchObject({
      isPending: false,
      isLoaded: true,
      files: 4,
      mains: [`${FOLDER}/shinken.cfg`],
    });
  });
});

/** Everything that is said of some files of a folder. */
async function said(client: Client, folder: string, names: readonly string[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const name of names) {
    const uri = `${folder}/${name.split('/').map(encodeURIComponent).join('/')}`;
    const { items } = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    found[name] = items.map(({ code, message, range: { start } }) => {
      return `${String(start.line)}:${String(start.character)} ${String(code)} ${message}`;
    });
  }
  return found;
}

describe('as on the disk', () => {
  const pulling: ClientOptions = {
    capabilities: { ...modern, textDocument: { ...modern.textDocument, diagnostic: {} } },
  };
  const cases: [string, string][] = [
    ['a configuration', files],
    ['without a main file', files.replace(/#- shinken.cfg[^#]*/, '')],
    ['signs in names', files.replaceAll('hosts', '50%#hosts?é')],
    ['a way through the folder above', files.replace('=hosts', '=hosts/../hosts')],
    ['a folder that is not there', files.replace('=hosts', '=nowhere')],
    ['a way out of the folder', files.replace('=hosts', '=../../../hosts')],
    ['an absolute path into the folder', files.replace('=hosts', '=/etc/shinken/hosts')],
    ['an absolute path to a folder elsewhere', files.replace('=hosts', '=/srv/hosts')],
    ['a resource file that is on the server only', files.replace('cfg_dir', 'resource_file=/etc/secret.cfg\ncfg_dir')],
    [
      'a folder of triggers',
      `${files}\n#- triggers/x.trig\nself\n`.replace('cfg_dir', 'triggers_dir=triggers\ncfg_dir'),
    ],
  ];
  test.each(cases)('%s', async (_, declaration) => {
    const names = [...workspace(declaration).files.keys()].map((file) => file.slice(ROOT.length + 1));
    const disk = new Client(declaration, pulling);
    clients.push(disk);
    const expected = await said(disk, `file://${ROOT}`, names);
    const client = await whole(declaration, FOLDER, pulling);
    expect(await said(client, FOLDER, names)).toEqual(expected);
    expect(Object.values(expected).flat()).not.toEqual([]);
  });

  const examples = path.join(import.meta.dirname, '../../examples');
  const isFolder = (name: string): boolean => statSync(path.join(examples, name)).isDirectory();
  test.each(readdirSync(examples).filter(isFolder))('the example %s', async (name) => {
    const all = readdirSync(path.join(examples, name), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:cfg|trig)$/.test(file))
      .map((file) => file.split(path.sep).join('/'))
      .sort();
    const declaration = all.map((file) => `#- ${file}\n${readFileSync(path.join(examples, name, file), 'utf8')}`);
    const disk = new Client(`\n${declaration.join('\n')}`, pulling);
    clients.push(disk);
    const expected = await said(disk, `file://${ROOT}`, all);
    const client = await whole(`\n${declaration.join('\n')}`, 'vscode-vfs://github/etc/shinken', pulling);
    expect(await said(client, 'vscode-vfs://github/etc/shinken', all)).toEqual(expected);
  });
});

describe('what is around', () => {
  test('files of the same names on this disk are others', async () => {
    const absolute = files.replace('=hosts', '=/etc/shinken/hosts').replace('=commands', '=/etc/shinken/commands');
    const client = await whole(absolute, 'ssh://host/etc/shinken', {}, files.replace('check_pong', 'check_ping'));
    expect(await client.codes('ssh://host/etc/shinken/hosts/web.cfg', unknown)).toContain(unknown);
    expect([...client.published.keys()].filter((file) => !file.startsWith('ssh:'))).toEqual([]);
  });
  test('the folder may be the topmost one', async () => {
    const client = start('memfs:/', { excluded: { 'old/**': true } });
    await send(client, { files: sent(files, 'memfs:'), complete: ['memfs:/'] });
    expect(await client.codes('memfs:/hosts/web.cfg', unknown)).toContain(unknown);
  });
  test('a document of another folder is nobody’s, and nothing is said of it', async () => {
    const client = await whole();
    await client.codes(`${FOLDER}/hosts/web.cfg`, unknown);
    const other = 'memfs:/elsewhere/hosts/web.cfg';
    await client.open(other, textOf(files, 'hosts/web.cfg'));
    await pause();
    expect(client.published.get(other)).toBeUndefined();
  });
  test('a document without a name belongs to the only configuration', async () => {
    const client = await whole();
    await client.open('untitled:Untitled-1', 'define host {\n    host_name x\n    parents web-1, web-9\n}\n');
    const codes = await client.codes('untitled:Untitled-1', 'arbiter/unknown-host');
    expect(codes.filter((code) => code === 'arbiter/unknown-host')).toHaveLength(1);
    expect(codes).not.toContain('silent/file-not-loaded');
  });
  test('a file that the main file does not load is told so', async () => {
    const client = await whole(`${files}\n#- new.cfg\ndefine host {\n    host_name x\n}\n`);
    const file = `${FOLDER}/new.cfg`;
    await client.open(file, 'define host {\n    host_name x\n}\n');
    expect(await client.codes(file, 'silent/file-not-loaded')).toContain('silent/file-not-loaded');
  });
});

describe('changes', () => {
  const web = `${FOLDER}/hosts/web.cfg`;
  const without = (code: string) => (found: readonly Diagnostic[]) => found.every((one) => one.code !== code);
  const isEmpty = (found: readonly Diagnostic[]): boolean => found.length === 0;

  test('of a file', async () => {
    const client = await whole();
    await client.codes(web, unknown);
    await send(client, { files: [{ uri: web, text: textOf(files, 'hosts/web.cfg').replace('pong', 'ping') }] });
    expect(await client.diagnostics(web, without(unknown))).toHaveLength(1);
  });
  test('a file that goes, and one that comes', async () => {
    const client = await whole();
    await client.codes(web, unknown);
    await send(client, { files: [{ uri: web, text: null }] });
    expect(await client.codes(`${FOLDER}/hosts/db.cfg`, 'arbiter/unknown-host')).toContain('arbiter/unknown-host');
    await client.diagnostics(web, isEmpty);
    await send(client, { files: sent(files).filter(({ uri }) => uri === web) });
    expect(await client.diagnostics(`${FOLDER}/hosts/db.cfg`, without('arbiter/unknown-host'))).toHaveLength(1);
  });
  test('a folder that goes with its files', async () => {
    const client = await whole();
    await client.codes(web, unknown);
    await send(client, { files: [{ uri: `${FOLDER}/hosts`, text: null }] });
    await client.diagnostics(web, isEmpty);
    expect(await status(client, `${FOLDER}/shinken.cfg`)).toMatchObject({ files: 2 });
  });
  test('in an open document come before what is sent', async () => {
    const client = await whole();
    await client.codes(web, unknown);
    await client.open(web, textOf(files, 'hosts/web.cfg'));
    await client.replace(web, 'check_pong', 'check_ping');
    expect(await client.diagnostics(web, without(unknown))).toHaveLength(1);
  });
  test('a folder of the window comes and goes', async () => {
    const client = new Client(files.replace('check_pong', 'check_ping'));
    clients.push(client);
    await client.result;
    const folder = { uri: FOLDER, name: 'remote' };
    const change = (added: object[], removed: object[]): Promise<void> =>
      client.notify(DidChangeWorkspaceFoldersNotification.method, { event: { added, removed } });
    await change([folder], []);
    await send(client, { files: sent(files), complete: [FOLDER] });
    await client.codes(web, unknown);
    await change([], [folder]);
    await client.diagnostics(web, isEmpty);
    expect((await status(client, web)).isPending).toBe(true);
    await change([folder], []);
    await send(client, { files: sent(files), complete: [FOLDER] });
    expect(await client.codes(web, unknown)).toContain(unknown);
  });
});

describe('what is changed and opened', () => {
  test('a name, in all files', async () => {
    const client = await whole();
    const web = `${FOLDER}/hosts/web.cfg`;
    await client.open(web, textOf(files, 'hosts/web.cfg'));
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', {
      ...client.at(web, 'web-1', 1),
      newName: 'www-1',
    });
    const uris = (edit.documentChanges ?? []).map((part) => ('textDocument' in part ? part.textDocument.uri : ''));
    expect(uris.sort()).toEqual([`${FOLDER}/hosts/db.cfg`, web]);
  });
  test('a new file', async () => {
    const client = await whole(files.replaceAll('hosts', 'my%hosts'), FOLDER, {
      capabilities: {
        ...modern,
        textDocument: {
          ...modern.textDocument,
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
        },
      },
    });
    const web = `${FOLDER}/my%25hosts/web.cfg`;
    const [problem] = await client.diagnostics(web, (all) => all.some(({ code }) => code === unknown));
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: web },
      range: problem?.range,
      context: { diagnostics: problem ? [problem] : [] },
    });
    const uris = actions
      .flatMap(({ edit }) => edit?.documentChanges ?? [])
      .map((part) =>
        'textDocument' in part ? part.textDocument.uri : 'kind' in part && 'uri' in part ? part.uri : '',
      );
    expect(uris.length).toBeGreaterThan(0);
    expect(uris.filter((uri) => !uri.startsWith(`${FOLDER}/`) || uri.includes(' '))).toEqual([]);
  });
  test('the line that loads a file', async () => {
    const client = await whole(`${files}\n#- new.cfg\ndefine host {\n    host_name x\n}\n`);
    const file = `${FOLDER}/new.cfg`;
    await client.open(file, 'define host {\n    host_name x\n}\n');
    await client.codes(file, 'silent/file-not-loaded');
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: file },
      range,
      context: { diagnostics: [] },
    });
    expect(actions.map(({ title }) => title)).toContain('Load it: cfg_file=new.cfg in shinken.cfg');
  });
  test('links lead to the files', async () => {
    const client = await whole();
    const main = `${FOLDER}/shinken.cfg`;
    await client.open(main, textOf(files, 'shinken.cfg'));
    const links = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri: main } });
    expect(links.map(({ target }) => target)).toContain(`${FOLDER}/commands.cfg`);
  });
  test('a file that moves', async () => {
    const client = await whole(files, FOLDER, {
      capabilities: { ...modern, workspace: { ...modern.workspace, fileOperations: { willRename: true } } },
    });
    const { capabilities } = await client.result;
    expect(capabilities.workspace?.fileOperations?.willRename?.filters.map(({ scheme }) => scheme)).toEqual([
      'file',
      'memfs',
    ]);
    await client.codes(`${FOLDER}/hosts/web.cfg`, unknown);
    const edit = await client.request<WorkspaceEdit>('workspace/willRenameFiles', {
      files: [{ oldUri: `${FOLDER}/commands.cfg`, newUri: `${FOLDER}/etc/commands.cfg` }],
    });
    expect(JSON.stringify(edit)).toContain('"etc/commands.cfg"');
  });
});

describe('copies', () => {
  const uri = FOLDER;
  test('a folder on the disk is compared', async () => {
    const client = await whole(files, FOLDER, {}, files.replace('check_pong', 'check_ping'));
    await client.codes(`${FOLDER}/hosts/web.cfg`, unknown);
    const copy = { folder: `file://${ROOT}` };
    const { folder, differences } = await client.request<CompareResult>(copyRequests.compare, { uri, copy });
    expect(folder).toBe(FOLDER);
    expect(differences.map(({ title, own, other }) => [title, own?.uri, other?.uri])).toEqual([
      ['host web-1', `${FOLDER}/hosts/web.cfg`, `file://${ROOT}/hosts/web.cfg`],
    ]);
  });
  test('paths of the configuration itself are no difference', async () => {
    const absolute = files
      .replace('=hosts', '=/etc/shinken/hosts')
      .replace('cfg_dir', 'log_file=/etc/shinken/x\ncfg_dir');
    const client = await whole(absolute, FOLDER, {}, absolute);
    const copy = { folder: `file://${ROOT}` };
    const { differences } = await client.request<CompareResult>(copyRequests.compare, { uri, copy });
    expect(differences).toEqual([]);
  });
  test.each([
    [{ commit: 'v1' }, 'git is asked only about a folder on a disk'],
    [{ folder: 'ssh://host/etc' }, 'only a folder of this window can be read there'],
  ])('%j cannot be', async (copy, reason) => {
    const client = await whole();
    await client.codes(`${FOLDER}/hosts/web.cfg`, unknown);
    await expect(client.request(copyRequests.compare, { uri, copy })).rejects.toThrow(reason);
  });
  test('the job to copy proposes the path in the folder’s own file system', async () => {
    const client = await whole();
    await client.codes(`${FOLDER}/hosts/web.cfg`, unknown);
    expect((await client.request<SyncProposal>(copyRequests.proposal, { uri })).folder).toBe('/etc/shinken');
  });
});
