import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  DiagnosticRefreshRequest,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
} from 'vscode-languageserver';
import type { Keeper } from '../../server/src/project/keeper';
import { Client, type ClientOptions, modern } from './client';
import { files, unknown } from './fixtures';

const asking: ClientOptions['capabilities'] = {
  ...modern,
  workspace: { ...modern.workspace, diagnostics: { refreshSupport: true } },
  textDocument: { ...modern.textDocument, diagnostic: {} },
};

/** What is kept, by folder and name. */
let drawers = new Map<string, string>();
const keeper: Keeper = {
  read: (folder, name) => drawers.get(`${folder}/${name}`),
  write: (folder, name, text) => Promise.resolve(void drawers.set(`${folder}/${name}`, text)),
  digest: (text) => text,
};

const clients: Client[] = [];

function start(declaration = files, { initialize, runtime, ...options }: ClientOptions = {}): Client {
  const client = new Client(declaration, {
    capabilities: asking,
    ...options,
    initialize: { initializationOptions: { storage: '/storage' }, ...initialize },
    runtime: { keeper, build: '1', ...runtime },
  });
  clients.push(client);
  return client;
}

afterEach(() => {
  clients.splice(0).forEach((client) => client.dispose());
  drawers = new Map();
});

const web = 'hosts/web.cfg';

/** The messages about unknown names, and the first that an editor hears of a file. */
async function messages(client: Client, file = web): Promise<string[]> {
  const params = { textDocument: { uri: client.uri(file) } };
  const report = await client.request<DocumentDiagnosticReport>(DocumentDiagnosticRequest.method, params);
  return report.kind === 'full'
    ? report.items.filter(({ code }) => code === unknown).map(({ message }) => String(message))
    : [];
}

const isKept = (): Promise<unknown> => vi.waitUntil(() => drawers.size > 0);

/** Judges the fixture, and writes into what is kept of it what no judge would ever say. */
async function keepALie(options?: ClientOptions): Promise<readonly string[]> {
  const client = start(files, options);
  await client.open(web);
  const truth = await messages(client);
  expect(truth).not.toEqual([]);
  await isKept();
  const [[name, text] = ['', '']] = drawers;
  expect(text).toContain(JSON.stringify(truth[0]).slice(1, -1));
  drawers.set(name, text.replaceAll(JSON.stringify(truth[0]).slice(1, -1), 'As before.'));
  return truth;
}

describe('what was found the last time', () => {
  test('is told at once where nothing has changed, and then judged all the same', async () => {
    const truth = await keepALie();
    const client = start();
    await client.open(web);
    expect(await messages(client)).toEqual(['As before.', ...truth.slice(1)]);
    // The editor is told to ask again, as it has been told something else than is true.
    await vi.waitUntil(() => client.heard.includes(DiagnosticRefreshRequest.method));
    expect(await messages(client)).toEqual(truth);
  });

  test('is told of files that are not open', async () => {
    await keepALie();
    const client = start();
    const [first] = await client.diagnostics(web);
    expect(first).toBeDefined();
    const heard = await client.diagnostics(web, (found) => found.every(({ message }) => message !== 'As before.'));
    expect(heard.length).toBeGreaterThan(0);
    expect(client.published.get(web)).toBe(2);
  });

  test('is not written again where it is still true', async () => {
    const first = start();
    await first.open(web);
    const truth = await messages(first);
    await isKept();
    const [[name, text] = ['', '']] = drawers;
    const again: string[] = [];
    const client = start(files, {
      runtime: { keeper: { ...keeper, write: (_, kept) => Promise.resolve(void again.push(kept)) } },
    });
    await client.open(web);
    expect(await messages(client)).toEqual(truth);
    await client.replace(web, 'check_pong', 'check_pang');
    await messages(client);
    await client.replace(web, 'check_pang', 'check_pong');
    expect(await messages(client)).toEqual(truth);
    // Longer than a pause.
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(again).toEqual([]);
    expect(drawers).toEqual(new Map([[name, text]]));
  });

  const others: [string, () => Client][] = [
    ['a file is another one', () => start(`${files}\n#- hosts/new.cfg\n`)],
    ['a text is another one', () => start(files.replace('check_pong', 'check_pong ; really'))],
    ['the settings are others', () => start(files, { settings: { maxProblemsPerFile: 99 } })],
    ['files are out of sight', () => start(files, { excluded: { '**/nothing': true } })],
    [
      'the editor can do other things',
      () => start(files, { capabilities: { ...asking, window: { workDoneProgress: true } } }),
    ],
    ['the server is of another version', () => start(files, { runtime: { version: '1.2.4' } })],
    ['the server is another build', () => start(files, { runtime: { build: '2' } })],
    ['it was kept elsewhere', () => start(files, { initialize: { initializationOptions: { storage: '/elsewhere' } } })],
  ];
  test.each(others)('is not told where %s', async (_, startOther) => {
    const truth = await keepALie();
    const client = startOther();
    await client.open(web);
    expect(await messages(client)).toEqual(truth);
  });

  test('is not told where a text in the editor is another one', async () => {
    const truth = await keepALie();
    const client = start();
    await client.open(web, client.text(web).replace('check_pong', 'check_peng'));
    expect(await messages(client)).toEqual(truth.map((message) => message.replace('check_pong', 'check_peng')));
  });

  test('is not told where a file is open that nobody reads', async () => {
    const truth = await keepALie();
    const loose = '\n#- loose.txt\ndefine host {\n    host_name  web-9\n    check_command  nothing\n}\n';
    const client = start(`${files}${loose}`);
    await client.open('loose.txt');
    await client.open(web);
    expect(await messages(client)).toEqual(truth);
    expect(await messages(client, 'loose.txt')).not.toEqual([]);
  });

  test.each([
    ['there is no folder for it', { initialize: { initializationOptions: {} } }],
    ['copies were looked at, too', { settings: { copies: ['/backup'] } }],
    ['no folder is open', { initialize: { workspaceFolders: null, rootUri: null } }],
  ])('is not kept where %s', async (_, { initialize, ...options }: ClientOptions) => {
    const client = start(files, {
      ...options,
      initialize: { initializationOptions: { storage: '/storage' }, ...initialize },
    });
    await client.open(web);
    expect(await messages(client)).not.toEqual([]);
    await client.notify('textDocument/didSave', { textDocument: { uri: client.uri(web) } });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(drawers.size).toBe(0);
  });

  test('is what was true when a file was saved', async () => {
    const client = start();
    await client.open(web);
    await messages(client);
    await isKept();
    drawers.clear();
    await client.replace(web, 'check_pong', 'check_ping');
    expect(await messages(client)).toEqual([]);
    await client.write(web, client.text(web));
    await client.notify('textDocument/didSave', { textDocument: { uri: client.uri(web) } });
    await client.replace(web, 'check_ping', 'check_ping ; again');
    await isKept();
    expect([...drawers.values()].join('')).not.toContain('check_pong');
  });
});
