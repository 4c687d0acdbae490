import { afterEach, describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  DiagnosticRefreshRequest,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  type Hover,
  HoverRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { Preparation } from '../../server/src/lsp/preparation';
import { limited } from '../../server/src/lsp/reports';
import { asking, Client, type ClientOptions, type SettingsAnswer } from './client';
import { files, unknown } from './fixtures';

const clients: Client[] = [];

function start(declaration = files, options: ClientOptions = { capabilities: asking }): Client {
  const client = new Client(declaration, options);
  clients.push(client);
  return client;
}

afterEach(() => clients.splice(0).forEach((client) => client.dispose()));

function pull(client: Client, file: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
  const params = { textDocument: { uri: client.uri(file) }, previousResultId };
  return client.request<DocumentDiagnosticReport>(DocumentDiagnosticRequest.method, params);
}
const has = (report: DocumentDiagnosticReport | WorkspaceDocumentDiagnosticReport, code: string): boolean =>
  report.kind === 'full' && report.items.some((one) => one.code === code);
const isEmpty = (report: WorkspaceDocumentDiagnosticReport): boolean =>
  report.kind === 'full' && report.items.length === 0;

describe('the problems of a document, for an editor that asks', () => {
  test('are those of its text as it is being edited', async () => {
    const client = start();
    await client.open('hosts/web.cfg');
    const before = await pull(client, 'hosts/web.cfg');
    expect(has(before, unknown)).toBe(true);
    await client.replace('hosts/web.cfg', 'check_pong', 'check_ping');
    expect(has(await pull(client, 'hosts/web.cfg', before.resultId), unknown)).toBe(false);
  });
  test('are those of its text where no configuration reads it', async () => {
    const client = start(`${files}\n#- loose.txt\ndefine host {\n    host_name  web-9\n    use  nothing\n}\n`);
    await client.open('loose.txt');
    const before = await pull(client, 'loose.txt');
    await client.replace('loose.txt', 'use  nothing', 'check_command  nothing');
    const after = await pull(client, 'loose.txt', before.resultId);
    expect(has(before, unknown)).toBe(false);
    expect(has(after, unknown)).toBe(true);
  });
  test('are those of its text where all has been worked out for another question, and is not told yet', async () => {
    const client = start();
    await client.open('commands.cfg');
    await client.open('hosts/web.cfg');
    expect(has(await pull(client, 'hosts/web.cfg'), unknown)).toBe(true);
    await client.replace('commands.cfg', 'check_ping', 'check_pong');
    await client.request<Hover>(HoverRequest.method, client.at('hosts/web.cfg', 'check_pong'));
    expect(has(await pull(client, 'hosts/web.cfg'), unknown)).toBe(false);
  });
  test('are not sent again', async () => {
    const client = start();
    await client.open('hosts/web.cfg');
    const { resultId } = await pull(client, 'hosts/web.cfg');
    expect(await pull(client, 'hosts/web.cfg', resultId)).toEqual({ kind: 'unchanged', resultId });
  });
  test('are asked for again when they change because of another file', async () => {
    const client = start();
    await client.open('hosts/web.cfg');
    await pull(client, 'hosts/web.cfg');
    await client.write('commands.cfg', client.text('commands.cfg').replace('check_ping', 'check_pong'));
    await expect.poll(() => client.heard, { timeout: 5000 }).toContain(DiagnosticRefreshRequest.method);
    expect(has(await pull(client, 'hosts/web.cfg'), unknown)).toBe(false);
  });
  test('are not published as well, while those of other files are until somebody asks for the workspace', async () => {
    const client = start();
    await client.codes('hosts/web.cfg', unknown);
    await client.open('hosts/web.cfg');
    expect(has(await pull(client, 'hosts/web.cfg'), unknown)).toBe(true);
    expect(await client.diagnostics('hosts/web.cfg', (all) => all.length === 0)).toEqual([]);
    await client.close('hosts/web.cfg');
    await client.codes('hosts/web.cfg', unknown);
    const listener = await client.listen();
    await listener.report('hosts/web.cfg', (report) => has(report, unknown));
    expect(await client.diagnostics('hosts/web.cfg', (all) => all.length === 0)).toEqual([]);
    await listener.end();
  });
});

describe('the problems of the workspace, for an editor that asks', () => {
  test('come as they change, while one question stands open', async () => {
    const client = start();
    const listener = await client.listen();
    await listener.report('hosts/web.cfg', (report) => has(report, unknown));
    await client.open('commands.cfg');
    await client.replace('commands.cfg', 'check_ping', 'check_pong');
    await listener.report('hosts/web.cfg', (report) => !has(report, unknown));
    await listener.end();
    expect(client.published.size).toBe(0);
  });
  test('are only those that are not known', async () => {
    const client = start();
    const first = await client.listen();
    const { uri, resultId } = await first.report('hosts/web.cfg', (report) => has(report, unknown));
    await first.end();
    const second = await client.listen([
      { uri, value: resultId ?? '' },
      { uri: client.uri('gone.cfg'), value: '1' },
    ]);
    await second.report('gone.cfg', isEmpty);
    expect(second.heard.filter((report) => report.uri === uri)).toEqual([]);
    await second.end();
  });
  test('come again when a document is closed without being saved', async () => {
    const client = start();
    const listener = await client.listen();
    await listener.report('hosts/web.cfg', (report) => has(report, unknown));
    await client.open('hosts/web.cfg');
    await client.replace('hosts/web.cfg', 'check_pong', 'check_ping');
    await listener.report('hosts/web.cfg', (report) => !has(report, unknown));
    const count = listener.heard.length;
    await client.close('hosts/web.cfg');
    await expect
      .poll(() => listener.heard.slice(count).some((report) => has(report, unknown)), { timeout: 5000 })
      .toBe(true);
    await listener.end();
  });
  test('go with their file', async () => {
    const client = start();
    const listener = await client.listen();
    await listener.report('hosts/web.cfg', (report) => has(report, unknown));
    await client.write('hosts/web.cfg', undefined);
    await listener.report('hosts/web.cfg', isEmpty);
    await listener.end();
  });
});

describe('how many problems of a file are shown', () => {
  const many = `#- shinken.cfg\ncfg_file=hosts.cfg\n#- hosts.cfg\n${Array.from(
    { length: 9 },
    (_, index) =>
      `define host {\n    host_name           h${String(index)}\n    max_check_attempts  3\n    nonsense 1\n}\n`,
  ).join('')}define host {\n    host_name           bad\n    max_check_attempts  3\n    check_command       none\n}\n`;

  test('is for the user to say, and what is left out is counted', async () => {
    const client = start(many, { settings: { maxProblemsPerFile: 2 } });
    const found = await client.diagnostics('hosts.cfg');
    expect(found).toHaveLength(3);
    expect(found[0]?.message).toMatch(
      /^\d+ more problems of this file are not shown: `shinken.maxProblemsPerFile` is 2\.$/,
    );
    expect(found.map(({ code }) => code)).toContain(unknown);
  });
  test('keeps the worst, in their order', () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const list = ([4, 1, 2, 1, 3] as const).map((severity, line) => {
      return { range, severity, message: String(line) };
    });
    expect(limited(list, 5)).toBe(list);
    expect(limited(list, 4).map(({ message }) => message)).toEqual([
      '1 more problem of this file is not shown: `shinken.maxProblemsPerFile` is 4.',
      '1',
      '2',
      '3',
      '4',
    ]);
    expect(
      limited(list, 2)
        .map(({ message }) => message)
        .slice(1),
    ).toEqual(['1', '3']);
  });
});

describe('the settings of a file', () => {
  const folder = (path: string): { uri: string; name: string } => ({ uri: `file:///etc/shinken${path}`, name: path });

  test('are those of the innermost folder', async () => {
    const settings: SettingsAnswer = (scope) => (scope?.endsWith('/hosts') ? { maxProblemsPerFile: 1 } : {});
    const workspaceFolders = [folder(''), folder('/hosts')];
    const client = start(files, { settings, initialize: { workspaceFolders } });
    const found = await client.diagnostics('hosts/web.cfg');
    expect(found[0]?.message).toContain('`shinken.maxProblemsPerFile` is 1');
  });
  test('are those that were said last, however long an answer takes', async () => {
    let asked = 0;
    const settings: SettingsAnswer = async () => {
      const turn = asked++;
      await new Promise((resolve) => setTimeout(resolve, turn < 2 ? 200 : 0));
      return turn < 2 ? {} : { rules: { [unknown]: 'off' } };
    };
    const client = start(files, { settings });
    await client.result;
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    const found = await client.diagnostics('hosts/web.cfg');
    expect(found.map(({ code }) => code)).not.toContain(unknown);
  });
});

describe('what the editor does not show', () => {
  const declaration = `${files}\n#- old/shinken.cfg\ndefine host {\n    host_name  old-1\n    check_command  none\n}\n`;

  test('is no configuration of its own', async () => {
    const shown = start(declaration, {});
    await shown.codes('old/shinken.cfg', unknown);
    const hidden = start(declaration, { excluded: { old: true, '**/never': false } });
    await hidden.codes('hosts/web.cfg', unknown);
    expect(hidden.published.has('old/shinken.cfg')).toBe(false);
  });
  test.each([
    [{ 'hosts/web.cfg': true }, false],
    [{ '**/web.*': true }, false],
    [{ hosts: true }, false],
    [{ 'hosts/web.cfg': false }, true],
    [{ 'hosts/web.cfg': { when: '$(basename).tpl' } }, true],
    [{ '**/b.cfg': true }, true],
  ])('%j: has its problems shown: %s', async (excluded, isShown) => {
    const client = start(`${files}\n#- hosts/z.cfg\ndefine host {\n    host_name  z\n    check_command  none\n}\n`, {
      excluded,
    });
    const other = 'hosts' in excluded ? 'shinken.cfg' : 'hosts/z.cfg';
    if (other === 'shinken.cfg') await client.open('hosts/z.cfg');
    await client.codes('hosts/z.cfg', unknown);
    expect(client.published.has('hosts/web.cfg')).toBe(isShown);
  });
  test('counts once it is open', async () => {
    const client = start(files, { excluded: { hosts: true } });
    await client.open('hosts/web.cfg');
    await client.codes('hosts/web.cfg', unknown);
  });
});

describe('long work', () => {
  test('is told of, and lets others in between', async () => {
    const told: number[] = [];
    let others = 0;
    const work = new Preparation(
      function* () {
        for (let step = 0; step < 8; step++) {
          for (const until = performance.now() + 100; performance.now() < until;);
          yield step / 8;
        }
      },
      () => ({ report: (done) => void told.push(done), end: () => void told.push(1) }),
    );
    const other = setInterval(() => others++, 0);
    expect(await work.run()).toBe(true);
    clearInterval(other);
    expect(told.at(-1)).toBe(1);
    expect(told).toContain(6 / 8);
    expect(told).not.toContain(1 / 8);
    expect(others).toBeGreaterThan(3);
  });
  test('is given up when it is out of date', async () => {
    let steps = 0;
    const work = new Preparation(
      function* () {
        for (;;) {
          for (const until = performance.now() + 15; performance.now() < until;);
          steps++;
          yield;
        }
      },
      () => ({ report: () => undefined, end: () => undefined }),
    );
    const running = work.run();
    work.invalidate();
    expect(await running).toBe(false);
    expect(steps).toBe(1);
  });
  test('is done once for all who ask', async () => {
    let times = 0;
    const work = new Preparation(
      // eslint-disable-next-line require-yield -- It has one step.
      function* () {
        times++;
      },
      () => ({ report: () => undefined, end: () => undefined }),
    );
    await Promise.all([work.run(), work.run()]);
    await work.run();
    expect(times).toBe(1);
  });
});

describe('a question', () => {
  test('that is taken back is not answered', async () => {
    const client = start();
    await client.open('hosts/web.cfg');
    const source = new CancellationTokenSource();
    const asked = client.request<Hover>(HoverRequest.method, client.at('hosts/web.cfg', 'check_pong'), source.token);
    source.cancel();
    await expect(asked).rejects.toThrow('Cancelled');
  });
  test('about a text that is another one by now is not answered', async () => {
    const client = start();
    await client.open('hosts/web.cfg');
    // Nothing is answered before the server knows the settings: the change comes before them.
    const asked = client.request<Hover>(HoverRequest.method, client.at('hosts/web.cfg', 'check_pong'));
    await client.result;
    await client.replace('hosts/web.cfg', 'check_pong', 'check_ping');
    await expect(asked).rejects.toThrow('another one');
  });
});
