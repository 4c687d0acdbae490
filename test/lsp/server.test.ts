import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type {
  CodeAction,
  CompletionList,
  DefinitionLink,
  Hover,
  Location,
  MarkupContent,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { docsLink } from '../../server/src/lsp/publish';
import type { EffectiveObject } from '../../server/src/lsp/requests';
import { Client, type ClientOptions } from './client';
import { files, unknown } from './fixtures';

const clients: Client[] = [];

function start(declaration = files, options?: ClientOptions): Client {
  const client = new Client(declaration, options);
  clients.push(client);
  return client;
}

afterEach(() => clients.splice(0).forEach((client) => client.dispose()));

describe('the server', () => {
  test('says what it can', async () => {
    const { capabilities, serverInfo } = await start().result;
    expect(serverInfo).toEqual({ name: 'shinken-language-server', version: '1.2.3' });
    expect(capabilities).toMatchObject({ hoverProvider: true, renameProvider: { prepareProvider: true } });
  });
  test('asks to be told of files and settings', async () => {
    const client = start();
    await client.codes('hosts/web.cfg', unknown);
    expect(client.registered.sort()).toEqual(['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']);
  });
  test('asks nothing of a client that can do nothing', async () => {
    const client = start(files, { capabilities: {} });
    const { capabilities } = await client.result;
    expect(capabilities.renameProvider).toBe(true);
    expect(capabilities.codeActionProvider).toBe(false);
    const found = await client.diagnostics('hosts/web.cfg', (all) => all.some(({ code }) => code === unknown));
    expect(
      found.every(({ codeDescription, tags, relatedInformation }) => !codeDescription && !tags && !relatedInformation),
    ).toBe(true);
    expect(client.registered).toEqual([]);
  });
});

describe('problems', () => {
  test('of files that are not open', async () => {
    const rulesPage = 'file:///extension/docs/rules.md';
    const client = start(files, { initialize: { initializationOptions: { rulesPage } } });
    const found = await client.diagnostics('hosts/web.cfg', (all) => all.some(({ code }) => code === unknown));
    const problem = found.find(({ code }) => code === unknown);
    expect(problem && client.textIn('hosts/web.cfg', problem.range)).toBe('check_pong');
    expect(problem).toMatchObject({ source: 'shinken', severity: 1 });
    expect(problem?.codeDescription?.href).toBe(`${rulesPage}#arbiterunknown-command`);
  });
  test('go when the text is mended, before it is saved', async () => {
    const client = start();
    await client.codes('hosts/web.cfg', unknown);
    await client.open('hosts/web.cfg');
    await client.replace('hosts/web.cfg', 'check_pong', 'check_ping');
    await client.diagnostics('hosts/web.cfg', (all) => all.every(({ code }) => code !== unknown));
  });
  test('come back when an edit is thrown away', async () => {
    const client = start();
    await client.open('hosts/web.cfg');
    await client.replace('hosts/web.cfg', 'check_pong', 'check_ping');
    await client.diagnostics('hosts/web.cfg', (all) => all.every(({ code }) => code !== unknown));
    await client.close('hosts/web.cfg');
    await client.codes('hosts/web.cfg', unknown);
  });
  test('in one file because of an edit in another', async () => {
    const client = start();
    await client.codes('hosts/web.cfg', unknown);
    await client.open('commands.cfg');
    await client.replace('commands.cfg', 'check_ping', 'check_pong');
    await client.diagnostics('hosts/web.cfg', (all) => all.every(({ code }) => code !== unknown));
  });
  test('follow the disk', async () => {
    const client = start();
    await client.codes('hosts/web.cfg', unknown);
    await client.write('commands.cfg', client.text('commands.cfg').replace('check_ping', 'check_pong'));
    await client.diagnostics('hosts/web.cfg', (all) => all.every(({ code }) => code !== unknown));
  });
  test('of a deleted file are taken back', async () => {
    const client = start();
    await client.codes('hosts/web.cfg', unknown);
    await client.write('hosts/web.cfg', undefined);
    expect(await client.diagnostics('hosts/web.cfg', (all) => all.length === 0)).toEqual([]);
  });
  test('go and come with their folder', async () => {
    const client = start();
    await client.codes('hosts/web.cfg', unknown);
    await client.moveFolder('hosts', 'away');
    await client.diagnostics('hosts/web.cfg', (all) => all.length === 0);
    await client.moveFolder('away', 'hosts');
    await client.codes('hosts/web.cfg', unknown);
  });
  test('follow the disk when a file is saved, for a client that tells of nothing else', async () => {
    const client = start(files, { capabilities: {} });
    await client.codes('hosts/web.cfg', unknown);
    await client.open('hosts/db.cfg');
    await client.write('commands.cfg', client.text('commands.cfg').replace('check_ping', 'check_pong'));
    await client.notify('textDocument/didSave', { textDocument: { uri: client.uri('hosts/db.cfg') } });
    await client.diagnostics('hosts/web.cfg', (all) => all.every(({ code }) => code !== unknown));
  });
  test('are sent again only where they have changed', async () => {
    const client = start();
    await client.codes('hosts/web.cfg', unknown);
    await client.open('hosts/db.cfg');
    const count = client.published.get('hosts/web.cfg');
    await client.replace('hosts/db.cfg', 'max_check_attempts', 'max_chekc_attempts');
    await client.diagnostics('hosts/db.cfg', (all) =>
      all.some(({ message }) => String(message).includes('max_chekc_attempts')),
    );
    expect(client.published.get('hosts/web.cfg')).toBe(count);
  });
  test('have the severities that the user wants', async () => {
    const client = start(files, { settings: { rules: { [unknown]: 'hint' } } });
    const found = await client.diagnostics('hosts/web.cfg', (all) => all.some(({ code }) => code === unknown));
    expect(found.find(({ code }) => code === unknown)?.severity).toBe(4);
    client.settings = { rules: { [unknown]: 'off' } };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.diagnostics('hosts/web.cfg', (all) => all.every(({ code }) => code !== unknown));
  });
  test('are those of the main files that the user names', async () => {
    const client = start(`${files}#- other.cfg\ncfg_file=hosts/db.cfg\n`, { settings: { mainFiles: ['other.cfg'] } });
    await client.diagnostics('other.cfg');
    await client.open('hosts/web.cfg');
    await client.codes('hosts/web.cfg', 'silent/file-not-loaded');
  });
  test('settings are taken as they are sent, from a client that is not asked', async () => {
    const client = start(files, { capabilities: {} });
    await client.codes('hosts/web.cfg', unknown);
    await client.notify('workspace/didChangeConfiguration', { settings: { shinken: { rules: { [unknown]: 'off' } } } });
    await client.diagnostics('hosts/web.cfg', (all) => all.every(({ code }) => code !== unknown));
  });
});

describe('a file that no main file reads', () => {
  const loose = `${files}#- old/mail.cfg\ndefine host {\n    host_name mail-1\n    parents web-1,web-2\n}\n`;

  test('is told so, and judged as if it were read', async () => {
    const client = start(loose);
    await client.open('old/mail.cfg');
    const codes = await client.codes('old/mail.cfg', 'silent/file-not-loaded');
    expect(codes).toContain('arbiter/unknown-host');
    const found = await client.diagnostics('old/mail.cfg');
    expect(
      found.map(({ message }) => String(message)).filter((text) => text.includes('no host is called web-1')),
    ).toEqual([]);
  });
  test('changes nothing for the others', async () => {
    const client = start(loose.replaceAll('mail-1', 'web-1'));
    await client.open('old/mail.cfg');
    await client.codes('old/mail.cfg', 'silent/file-not-loaded');
    expect((await client.diagnostics('hosts/web.cfg')).map(({ code }) => code)).toContain(unknown);
  });
  test('is loaded by a fix', async () => {
    const client = start(loose);
    await client.open('old/mail.cfg');
    const [problem] = await client.diagnostics('old/mail.cfg', (all) =>
      all.some(({ code }) => code === 'silent/file-not-loaded'),
    );
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: client.uri('old/mail.cfg') },
      range: problem?.range,
      context: { diagnostics: [problem] },
    });
    const fix = actions.find(({ title }) => title.startsWith('Load it'));
    expect(client.applied(fix?.edit ?? {})['shinken.cfg']).toBe(
      'cfg_dir=hosts\ncfg_file=commands.cfg\ncfg_file=old/mail.cfg\n',
    );
  });
  test('has the names of the others', async () => {
    const client = start(loose);
    await client.open('old/mail.cfg');
    const list = await client.request<CompletionList>('textDocument/completion', client.at('old/mail.cfg', 'web-1', 1));
    expect(list.items.map(({ label }) => label)).toEqual(['db-1', 'web-1']);
  });
  test('a document that is not saved yet is not blamed for it', async () => {
    const client = start();
    await client.open('untitled:Untitled-1', 'define host {\n    host_name x\n    parents web-9\n}\n');
    expect(await client.codes('untitled:Untitled-1', 'arbiter/unknown-host')).not.toContain('silent/file-not-loaded');
  });
  test('a file of a folder that is not open belongs to the main file above it', async () => {
    const client = start(files, { initialize: { rootUri: null, workspaceFolders: null } });
    await client.open('hosts/db.cfg');
    await client.codes('hosts/web.cfg', unknown);
  });
});

describe('answers', () => {
  test('completion', async () => {
    const client = start();
    await client.open('hosts/web.cfg');
    const list = await client.request<CompletionList>(
      'textDocument/completion',
      client.at('hosts/web.cfg', 'check_pong', 2),
    );
    const item = list.items.find(({ label }) => label === 'check_ping');
    expect(item?.textEdit).toEqual({
      newText: 'check_ping',
      insert: { start: { line: 4, character: 24 }, end: { line: 4, character: 26 } },
      replace: { start: { line: 4, character: 24 }, end: { line: 4, character: 34 } },
    });
    expect((item?.documentation as MarkupContent).kind).toBe('markdown');
  });
  test('completion that goes on, in an editor that can', async () => {
    const taken = async (clientCommands: readonly string[]): Promise<unknown> => {
      const client = start(files, { initialize: { initializationOptions: { clientCommands } } });
      await client.open('hosts/db.cfg');
      const list = await client.request<CompletionList>(
        'textDocument/completion',
        client.at('hosts/db.cfg', 'parents', 3),
      );
      return list.items.find(({ label }) => label === 'parents')?.command;
    };
    expect(await taken([])).toBeUndefined();
    expect(await taken(['editor.action.triggerSuggest'])).toMatchObject({ command: 'editor.action.triggerSuggest' });
  });
  test('completion sees what was typed a moment ago', async () => {
    const client = start();
    await client.open('hosts/web.cfg');
    await client.replace('hosts/web.cfg', 'check_pong\n', 'check_pong\n    parents \n');
    const list = await client.request<CompletionList>(
      'textDocument/completion',
      client.at('hosts/web.cfg', 'parents ', 8),
    );
    expect(list.items.map(({ label }) => label)).toEqual(['db-1']);
  });
  test('completion for a client without snippets', async () => {
    const client = start(files, { capabilities: {} });
    await client.open('commands.cfg');
    await client.replace('commands.cfg', 'define command', 'def\ndefine command');
    const list = await client.request<CompletionList>('textDocument/completion', client.at('commands.cfg', 'def', 3));
    const item = list.items.find(({ label }) => label === 'define host');
    expect(item?.insertTextFormat ?? 1).toBe(1);
    expect(item?.textEdit?.newText).toBe('define host {\n}');
  });
  test('hover', async () => {
    const client = start();
    const found = await client.request<Hover>('textDocument/hover', client.at('hosts/db.cfg', 'web-1', 1));
    expect((found.contents as MarkupContent).value).toContain('address             10.0.0.1');
    expect((found.contents as MarkupContent).value).toContain('hosts/web.cfg#L1');
    expect(found.range && client.textIn('hosts/db.cfg', found.range)).toBe('web-1');
  });
  test('hover for a client without Markdown', async () => {
    const client = start(files, { capabilities: {} });
    const found = await client.request<Hover>('textDocument/hover', client.at('hosts/db.cfg', 'web-1', 1));
    const { kind, value } = found.contents as MarkupContent;
    expect(kind).toBe('plaintext');
    expect(value).toMatch(/^host web-1 — hosts\/web\.cfg:1\n\ndefine host \{\n/);
  });
  test('definition', async () => {
    const client = start();
    const [found] = await client.request<DefinitionLink[]>(
      'textDocument/definition',
      client.at('hosts/db.cfg', 'web-1', 1),
    );
    expect(found?.targetUri).toBe(client.uri('hosts/web.cfg'));
    expect(found && client.textIn('hosts/web.cfg', found.targetSelectionRange)).toBe('web-1');
  });
  test('definition for a client without links', async () => {
    const client = start(files, { capabilities: {} });
    const [found] = await client.request<Location[]>('textDocument/definition', client.at('hosts/db.cfg', 'web-1', 1));
    expect(found && client.textIn('hosts/web.cfg', found.range)).toBe('web-1');
  });
  test('a quick fix', async () => {
    const client = start();
    await client.open('hosts/web.cfg');
    const [problem] = (await client.diagnostics('hosts/web.cfg')).filter(({ code }) => code === unknown);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: client.uri('hosts/web.cfg') },
      range: problem?.range,
      context: { diagnostics: problem ? [problem] : [], only: ['quickfix'] },
    });
    const fix = actions.find(({ title }) => title.includes('check_ping'));
    expect(fix?.diagnostics?.[0]?.code).toBe(unknown);
    expect(client.applied(fix?.edit ?? {})['hosts/web.cfg']).toContain('check_command       check_ping\n');
  });
  test('rename, in every file', async () => {
    const client = start();
    await client.open('hosts/db.cfg');
    const target = client.at('hosts/db.cfg', 'web-1', 1);
    const prepared = await client.request<{ placeholder: string }>('textDocument/prepareRename', target);
    expect(prepared.placeholder).toBe('web-1');
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...target, newName: 'www' });
    const texts = client.applied(edit);
    expect(texts['hosts/db.cfg']).toContain('parents             www\n');
    expect(texts['hosts/web.cfg']).toContain('host_name           www\n');
    expect(edit.documentChanges?.[0]).toMatchObject({ textDocument: { version: null } });
  });
  test('a rename that is refused says why', async () => {
    const client = start();
    const params = { ...client.at('hosts/db.cfg', 'web-1', 1), newName: 'db-1' };
    await expect(client.request('textDocument/rename', params)).rejects.toThrow('db-1 is defined already');
  });
  test('symbols of the workspace', async () => {
    const client = start();
    const found = await client.request<{ name: string }[]>('workspace/symbol', { query: 'b1' });
    expect(found.map(({ name }) => name).sort()).toEqual(['db-1', 'web-1']);
  });
  test('folds, links, selections and the rest answer', async () => {
    const client = start();
    const textDocument = { uri: client.uri('shinken.cfg') };
    const links = await client.request<{ target: string }[]>('textDocument/documentLink', { textDocument });
    expect(links.map(({ target }) => target)).toEqual([client.uri('hosts'), client.uri('commands.cfg')]);
    const web = { textDocument: { uri: client.uri('hosts/web.cfg') } };
    expect(await client.request('textDocument/foldingRange', web)).toEqual([{ startLine: 0, endLine: 4 }]);
    const symbols = await client.request<{ name: string }[]>('textDocument/documentSymbol', web);
    expect(symbols.map(({ name }) => name)).toEqual(['web-1']);
    const position = { line: 1, character: 26 };
    const ranges = await client.request<{ parent?: unknown }[]>('textDocument/selectionRange', {
      ...web,
      positions: [position],
    });
    expect(ranges[0]).toMatchObject({ range: { start: { line: 1, character: 24 } }, parent: {} });
    const highlights = await client.request<unknown[]>('textDocument/documentHighlight', { ...web, position });
    expect(highlights).toHaveLength(1);
  });
  test('the effective object', async () => {
    const client = start();
    const object = await client.request<EffectiveObject>('shinken/effectiveObject', client.at('hosts/web.cfg', '10.0'));
    expect(object.title).toBe('host web-1');
    expect(object.text).toMatch(/address +10\.0\.0\.1 +; here/);
    const line = object.text.split('\n').findIndex((text) => text.includes(' address '));
    const link = object.links.find(({ range }) => range.start.line === line);
    expect(object.text.split('\n')[line]?.slice(link?.range.start.character, link?.range.end.character)).toBe('here');
    expect(link?.target).toMatch(/hosts\/web\.cfg#L\d+$/);
  });
});

test('a problem leads to the page of its rule', () => {
  const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/rules.md'), 'utf8');
  const [, anchor] = docsLink('docs/rules.md', 'silent/file-not-loaded').split('docs/rules.md#');
  expect(page).toContain(`](#${anchor})`);
});

describe('what is hard about texts', () => {
  test('a byte order mark that the editor hides', async () => {
    const client = start(`#- shinken.cfg\n\ufeff$USER1$=/usr\ncfg_file=web.cfg\n#- web.cfg\n`);
    await client.open('shinken.cfg', client.text('shinken.cfg').slice(1));
    const found = await client.diagnostics('shinken.cfg');
    const mark = found.find(({ code }) => code === 'syntax/byte-order-mark');
    expect(mark?.range.start).toEqual({ line: 0, character: 0 });
    const links = await client.request<{ range: unknown }[]>('textDocument/documentLink', {
      textDocument: { uri: client.uri('shinken.cfg') },
    });
    expect(links[0]?.range).toEqual({ start: { line: 1, character: 9 }, end: { line: 1, character: 16 } });
  });
  test('lines that end in CR LF', async () => {
    const client = start(files.replaceAll('\n', '\r\n').replaceAll('.cfg\r\n', '.cfg\n'));
    const found = await client.request<DefinitionLink[]>(
      'textDocument/definition',
      client.at('hosts/db.cfg', 'web-1', 1),
    );
    expect(found[0]?.targetSelectionRange.start).toEqual({ line: 1, character: 24 });
  });
  test('letters beyond the first plane', async () => {
    const client = start('define host {\n    host_name 🦊-1\n}\ndefine host {\n    host_name b\n    parents 🦊-1\n}\n');
    const found = await client.request<DefinitionLink[]>(
      'textDocument/definition',
      client.at('shinken.cfg', 'parents', 10),
    );
    expect(found[0]?.originSelectionRange).toEqual({
      start: { line: 5, character: 12 },
      end: { line: 5, character: 16 },
    });
  });
});
