import { afterEach, describe, expect, test } from 'vitest';
import type {
  ClientCapabilities,
  CodeAction,
  InitializeResult,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import { renameAtCommand } from '../../server/src/lsp/requests';
import { Client, type ClientOptions, modern } from './client';

const clients: Client[] = [];

function start(declaration: string, options?: ClientOptions): Client {
  const client = new Client(declaration, options);
  clients.push(client);
  return client;
}

afterEach(() => clients.splice(0).forEach((client) => client.dispose()));

/** An editor that asks for changes when they are wanted. */
const resolving: ClientCapabilities = {
  ...modern,
  textDocument: {
    ...modern.textDocument,
    codeAction: {
      ...modern.textDocument?.codeAction,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
};

const files = `
  cfg_dir=hosts
  #- hosts/all.cfg
  define host {
      host_name  a
      contacts   y,x
  }
  define host {
      host_name  b
  }
  `;

async function actionsAt(client: Client, text: string, only?: readonly string[]): Promise<readonly CodeAction[]> {
  const { textDocument, position } = client.at('hosts/all.cfg', text, 1);
  const range = { start: position, end: position };
  return client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument,
    range,
    context: { diagnostics: [], only },
  });
}

describe('refactorings', () => {
  test('what is quickly worked out comes with its edit, the rest once it is wanted', async () => {
    const client = start(files, { capabilities: resolving });
    const actions = await actionsAt(client, 'y,x', ['refactor']);
    const sort = actions.find(({ title }) => title === 'Sort list');
    expect(sort?.kind).toBe('refactor.rewrite');
    expect(client.applied(sort?.edit ?? {})['hosts/all.cfg']).toContain('contacts   x,y\n');
    const split = actions.find(({ kind, title }) => kind === 'refactor.move' && title.startsWith('Split'));
    expect(split).toBeDefined();
    expect(split?.edit).toBeUndefined();
    const resolved = await client.request<CodeAction>('codeAction/resolve', split ?? {});
    expect(resolved.title).toBe(split?.title);
    expect(client.applied(resolved.edit ?? {})).toEqual({
      'hosts/all.cfg': undefined,
      'hosts/a.cfg': 'define host {\n    host_name  a\n    contacts   y,x\n}\n',
      'hosts/b.cfg': 'define host {\n    host_name  b\n}\n',
    });
  });
  test('of the kinds that are asked for', async () => {
    const client = start(files, { capabilities: resolving });
    const kinds = (await actionsAt(client, 'y,x', ['refactor.rewrite'])).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['refactor.rewrite']));
    expect(await actionsAt(client, 'y,x', ['source'])).toEqual([]);
  });
  test('what takes long is not offered to a client that wants all at once', async () => {
    const client = start(files);
    const titles = (await actionsAt(client, 'y,x')).map(({ title }) => title);
    expect(titles).toContain('Sort list');
    expect(titles.filter((title) => /^(?:Split|Move)/.test(title))).toEqual([]);
  });
  test('one that would have another effect says so when it is chosen', async () => {
    const text = `
      cfg_dir=hosts
      #- hosts/all.cfg
      define host {
          host_name  a
          alias      1
      }
      define host {
          host_name  b
      }
      #- hosts/aa.cfg
      define host {
          host_name  a
          alias      2
      }
      `;
    const client = start(text, { capabilities: resolving });
    const split = (await actionsAt(client, 'host_name  a')).find(({ title }) => title.startsWith('Split'));
    const resolved = await client.request<CodeAction>('codeAction/resolve', split ?? {});
    expect(resolved.edit).toBeUndefined();
    expect(resolved.command?.arguments?.[0]).toMatch(/^Not done: host a /);
    const { capabilities }: InitializeResult = await client.result;
    expect(capabilities.executeCommandProvider?.commands).toContain(resolved.command?.command);
  });
  test('a client that can is asked for the name of a new template', async () => {
    const host = (name: string): string =>
      `define host {\n    host_name ${name}\n    alias x\n    notes y\n    realm z\n}\n`;
    const text = `cfg_dir=hosts\n#- hosts/all.cfg\n${['a', 'b', 'c'].map(host).join('')}`;
    const initialize = { initializationOptions: { clientCommands: [renameAtCommand] } };
    const client = start(text, { capabilities: resolving, initialize });
    const extract = (await actionsAt(client, 'alias')).find(({ kind }) => kind === 'refactor.extract');
    const resolved = await client.request<CodeAction>('codeAction/resolve', extract ?? {});
    const [at] = (resolved.command?.arguments ?? []) as TextDocumentPositionParams[];
    const [, line] = client.applied(resolved.edit ?? {})['hosts/all.cfg']?.split('\n') ?? [];
    expect(at?.position.line).toBe(1);
    expect(line?.slice(at?.position.character)).toBe('common-host');
  });
  test('a place that is no longer there', async () => {
    const client = start(files, { capabilities: resolving });
    await client.open('hosts/all.cfg');
    const split = (await actionsAt(client, 'y,x')).find(({ title }) => title.startsWith('Split'));
    await client.replace('hosts/all.cfg', 'define host {\n    host_name  b\n}\n', '');
    const resolved = await client.request<CodeAction>('codeAction/resolve', split ?? {});
    expect(resolved.edit).toBeUndefined();
  });
});
