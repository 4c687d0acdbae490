import { afterEach, describe, expect, test } from 'vitest';
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { switchOffRuleCommand } from '../../server/src/lsp/requests';
import { Client, type ClientOptions } from './client';

const hosts = `
#- shinken.cfg
cfg_dir=hosts
#- hosts/web.cfg
define host {
    host_name          web-1
    max_check_atempts  3
}
#- hosts/db.cfg
define host {
    host_name          db-1
    parents            web-l
    max_check_atempts  3
}
`;
const FILE = 'hosts/db.cfg';

let client: Client;

async function start(options: ClientOptions = {}, declaration = hosts): Promise<void> {
  client = new Client(declaration, options);
  await client.open(FILE);
}

afterEach(() => client.dispose());

async function actions(text: string, only?: readonly string[]): Promise<readonly CodeAction[]> {
  const { textDocument, position } = client.at(FILE, text);
  return client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument,
    range: { start: position, end: position },
    context: { diagnostics: [], ...(only && { only }) },
  });
}

const titles = (found: readonly CodeAction[]): readonly string[] => found.map(({ title }) => title);

describe('what is missing', () => {
  test('is created in a file of its own, where the others have theirs', async () => {
    await start();
    const found = (await actions('web-l')).find(({ title }) => title.startsWith('Create'));
    expect(found?.title).toBe('Create host “web-l” in hosts/web-l.cfg');
    expect(found?.isPreferred).toBeUndefined();
    expect(client.applied(found?.edit ?? {})).toEqual({
      'hosts/web-l.cfg': 'define host {\n    host_name  web-l\n    address    web-l\n}\n',
    });
  });
});

describe('a rule', () => {
  test('is ignored in its place', async () => {
    await start();
    const found = (await actions('max_check')).find(({ title }) => title === 'Ignore arbiter/unknown-directive here');
    expect(client.applied(found?.edit ?? {})[FILE]).toContain(
      'web-l\n    ; shinken-ignore arbiter/unknown-directive\n    max_check_atempts',
    );
  });
  test('and nothing is said of it any more', async () => {
    await start();
    const code = 'arbiter/unknown-directive';
    await client.diagnostics(FILE, (all) => all.some((one) => one.code === code));
    await client.replace(FILE, 'define', `; shinken-ignore ${code}\ndefine`);
    const left = await client.diagnostics(FILE, (all) => all.every((one) => one.code !== code));
    expect(left.map((one) => one.code)).toContain('arbiter/unknown-host');
  });
  test('is switched off by a client that can do that', async () => {
    const title = 'Switch arbiter/unknown-directive off everywhere';
    await start();
    expect(titles(await actions('max_check'))).not.toContain(title);
    client.dispose();
    await start({ initialize: { initializationOptions: { clientCommands: [switchOffRuleCommand] } } });
    const found = (await actions('max_check')).find((one) => one.title === title);
    expect(found?.command).toEqual({
      title,
      command: switchOffRuleCommand,
      arguments: [{ uri: client.uri(FILE), code: 'arbiter/unknown-directive' }],
    });
    expect(found?.edit).toBeUndefined();
  });
  test('that is off is not spoken of', async () => {
    await start({ settings: { rules: { 'arbiter/unknown-directive': 'off' } } });
    expect(titles(await actions('max_check')).join()).not.toContain('arbiter/unknown-directive');
  });
});

describe('all problems of a file', () => {
  test('are fixed for a client that asks for that', async () => {
    await start();
    const { capabilities } = await client.result;
    expect(capabilities.codeActionProvider).toMatchObject({
      codeActionKinds: expect.arrayContaining(['source.fixAll.shinken']) as unknown,
    });
    for (const only of [CodeActionKind.Source, CodeActionKind.SourceFixAll, 'source.fixAll.shinken']) {
      const [found, ...more] = await actions('define', [only]);
      expect(more).toEqual([]);
      expect(found).toMatchObject({ kind: 'source.fixAll.shinken' });
      expect(client.applied(found?.edit ?? {})).toEqual({
        [FILE]: client.text(FILE).replace('web-l', 'web-1').replace('atempts', 'attempts'),
      });
    }
  });
  test('and for no other', async () => {
    await start();
    for (const only of [undefined, [CodeActionKind.QuickFix], [CodeActionKind.SourceOrganizeImports]]) {
      expect((await actions('web-l', only)).filter(({ kind }) => kind?.startsWith('source'))).toEqual([]);
    }
  });
  test('stay as they are where their rules are off', async () => {
    await start({ settings: { rules: { 'arbiter/*': 'off' } } });
    expect(await actions('define', [CodeActionKind.SourceFixAll])).toEqual([]);
  });
});
