import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  CancellationTokenSource,
  DiagnosticRefreshRequest,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
} from 'vscode-languageserver';
import type { Keeper } from '../../server/src/project/keeper';
import { Workspace } from '../../server/src/lsp/workspace';
import { asking, Client, type ClientOptions } from './client';
import { files, unknown } from './fixtures';

/** What is kept, by folder and key. */
let drawers = new Map<string, string>();
const keeper: Keeper = {
  read: (folder, key) => drawers.get(`${folder}/${key}`),
  write: (folder, key, text) => Promise.resolve(void drawers.set(`${folder}/${key}`, text)),
  largest: 1_000_000,
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
  vi.restoreAllMocks();
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

/** Longer than what the server waits for whoever is typing. */
const aPause = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 400));

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
    await aPause();
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
    await aPause();
    expect(drawers.size).toBe(0);
  });

  test('is of the texts as they were saved', async () => {
    const client = start();
    await client.open(web);
    expect(await messages(client)).not.toEqual([]);
    await isKept();
    const [before] = drawers.values();
    await client.replace(web, 'check_pong', 'check_ping');
    expect(await messages(client)).toEqual([]);
    await aPause();
    expect([...drawers.values()]).toEqual([before]);
    await client.write(web, client.text(web));
    await client.notify('textDocument/didSave', { textDocument: { uri: client.uri(web) } });
    await vi.waitUntil(() => [...drawers.values()].every((text) => !text.includes('check_pong')));
    const [[name, text] = ['', '']] = drawers;
    drawers.set(name, text.replace(/"message":"[^"]*"/g, '"message":"As saved."'));
    const saved = files.replace('check_pong', 'check_ping');
    expect((await start(saved).diagnostics(web)).map(({ message }) => message)).toContain('As saved.');
  });

  test('is of the files that are there', async () => {
    const client = start();
    await client.open(web);
    await messages(client);
    await isKept();
    await client.write('hosts/db.cfg', undefined);
    await vi.waitUntil(() => [...drawers.values()].every((text) => !text.includes('db.cfg')));
    const truth = await messages(client);
    const [[name, text] = ['', '']] = drawers;
    drawers.set(name, text.replaceAll(JSON.stringify(truth[0]).slice(1, -1), 'As before.'));
    const next = start(files.slice(0, files.indexOf('#- hosts/db.cfg')));
    await next.open(web);
    expect(await messages(next)).toEqual(['As before.', ...truth.slice(1)]);
  });

  test('is never of other texts than were judged', async () => {
    const client = start();
    await client.open(web);
    const making = vi.spyOn(Workspace.prototype, 'makingAmendable').mockImplementation(function* () {
      // The text is another one before the verdict is kept, and until it is judged anew nothing is.
      making.mockRestore();
      void client.write('hosts/db.cfg', 'define host {\n host_name db-1\n check_command check_none\n}\n');
      for (const end = performance.now() + 140; performance.now() < end;) yield;
    });
    expect(await messages(client)).not.toEqual([]);
    await isKept();
    for (const text of drawers.values()) expect(text.split('check_none').length).toBeGreaterThan(2);
  });

  test('is not of files out of sight, which are shown while they are open', async () => {
    const excluded = { 'hosts/**': true };
    const client = start(files, { excluded });
    await client.open(web);
    expect(await messages(client)).not.toEqual([]);
    await aPause();
    expect(drawers.size).toBe(0);
    await client.close(web);
    await isKept();
    const next = start(files, { excluded });
    await next.open(web);
    expect(await messages(next)).not.toEqual([]);
  });

  test.each(['{', '{}', 'null', '[]', '{"trace":{},"files":[]}'])('is nothing where %s is kept', async (text) => {
    const truth = await keepALie();
    for (const name of drawers.keys()) drawers.set(name, text);
    const client = start();
    const heard = await client.diagnostics(web);
    expect(heard.map(({ message }) => message)).toEqual(expect.arrayContaining([...truth]));
  });

  test('is nothing that is too long', async () => {
    const client = start(files, { runtime: { keeper: { ...keeper, largest: 10 } } });
    await client.open(web);
    await messages(client);
    await isKept();
    expect([...drawers.values()]).toEqual(['']);
    const next = start();
    await next.open(web);
    expect(await messages(next)).not.toEqual([]);
  });
});

test('whoever asks again and again is answered in the end', async () => {
  const client = start();
  await client.open(web);
  await messages(client);
  await client.replace('hosts/web.cfg', 'check_pong', 'check_pang');
  // Names of hosts are nothing that can be told at once.
  await client.replace('hosts/web.cfg', 'web-1', 'web-2');
  let answered = false;
  for (const end = Date.now() + 4000; !answered && Date.now() < end;) {
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri: client.uri(web) } };
    client.request(DocumentDiagnosticRequest.method, params, source.token).then(
      () => (answered = !source.token.isCancellationRequested),
      () => undefined,
    );
    await new Promise((resolve) => setTimeout(resolve, 60));
    source.cancel();
  }
  expect(answered).toBe(true);
});
