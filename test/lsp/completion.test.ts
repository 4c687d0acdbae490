import { afterEach, describe, expect, test } from 'vitest';
import type {
  ClientCapabilities,
  CompletionItem,
  CompletionList,
  InitializeResult,
  MarkupContent,
  SignatureHelp,
} from 'vscode-languageserver';
import { Client, modern } from './client';

const files = `
cfg_file=hosts.cfg
#- hosts.cfg
define host {
    host_name  web-1
    address    10.0.0.1
    parents    
}
define host {
    host_name  db-1
    address    10.0.0.2
    check_command check_http!80
    notification_options 
}
define command {
    command_name  check_http
    command_line  /bin/check_http -p $ARG1$ -u $ARG2$
}
`;

/** An editor that does all that the protocol has for completion. */
const newest: ClientCapabilities = {
  ...modern,
  textDocument: {
    ...modern.textDocument,
    completion: {
      completionItem: {
        ...modern.textDocument?.completion?.completionItem,
        commitCharactersSupport: true,
        labelDetailsSupport: true,
        tagSupport: { valueSet: [1] },
        resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] },
      },
      completionList: { itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'data'] },
    },
    signatureHelp: {
      signatureInformation: {
        documentationFormat: ['markdown'],
        parameterInformation: { labelOffsetSupport: true },
      },
    },
  },
};

const clients: Client[] = [];

function start(capabilities: ClientCapabilities): Client {
  const client = new Client(files, { capabilities });
  clients.push(client);
  return client;
}

afterEach(() => {
  clients.splice(0).forEach((client) => client.dispose());
});

/** What is offered behind a text. */
async function listAt(client: Client, text: string): Promise<CompletionList> {
  await client.open('hosts.cfg');
  return client.request<CompletionList>('textDocument/completion', client.at('hosts.cfg', text, text.length));
}

function itemIn({ items }: CompletionList, label: string): CompletionItem {
  const item = items.find((one) => one.label === label);
  if (!item) throw new Error(`not offered: ${label}`);
  return item;
}

/** As a client does it: what the list says for all is part of each item. */
function whole({ itemDefaults, items }: CompletionList, label: string): CompletionItem {
  const item = itemIn({ items, isIncomplete: false }, label);
  return { ...item, data: (item.data ?? itemDefaults?.data) as unknown };
}

describe('an editor that does all of it', () => {
  test('is told once what is the same for all items', async () => {
    const list = await listAt(start(newest), 'parents    ');
    expect(list.itemDefaults).toEqual({
      editRange: {
        insert: { start: { line: 3, character: 15 }, end: { line: 3, character: 15 } },
        replace: { start: { line: 3, character: 15 }, end: { line: 3, character: 15 } },
      },
      data: { uri: 'file:///etc/shinken/hosts.cfg', topic: { of: 'objects', space: 'host' } },
    });
    expect(list.items).toEqual([
      { label: 'db-1', kind: 18, labelDetails: { description: '10.0.0.2' }, sortText: '000' },
    ]);
  });
  test('asks for the help of an item when it is looked at', async () => {
    const client = start(newest);
    const { capabilities } = await client.result;
    expect(capabilities.completionProvider?.resolveProvider).toBe(true);
    const list = await listAt(client, 'parents    ');
    const resolved = await client.request<CompletionItem>('completionItem/resolve', whole(list, 'db-1'));
    expect((resolved.documentation as MarkupContent).value).toContain('address    10.0.0.2');
    expect(resolved.label).toBe('db-1');
  });
  test('gets help for what has been offered, though the text has gone on', async () => {
    const client = start(newest);
    const list = await listAt(client, 'define host {\n    ');
    await client.replace('hosts.cfg', 'parents    \n', 'parents    db-1\n    alias Web\n');
    const resolved = await client.request<CompletionItem>('completionItem/resolve', whole(list, 'alias'));
    expect((resolved.documentation as MarkupContent).value).toContain('**alias** · host');
  });
  test('an item of someone else comes back as it is', async () => {
    const client = start(newest);
    for (const data of [undefined, 3, { uri: 'file:///x' }, { uri: 'file:///x', topic: { of: 'nonsense' } }]) {
      const item = { label: 'x', data };
      expect(await client.request('completionItem/resolve', item)).toEqual(JSON.parse(JSON.stringify(item)));
    }
  });
  test('sees arguments behind a command', async () => {
    const list = await listAt(start(newest), 'check_command ');
    expect(itemIn(list, 'check_http').labelDetails?.detail).toBe('!-p!-u');
  });
  test('sees what has no effect crossed out', async () => {
    const list = await listAt(start(newest), 'define host {\n    ');
    expect(itemIn(list, 'retain_status_information').tags).toEqual([1]);
    expect(itemIn(list, 'alias').tags).toBeUndefined();
  });
  test('shows what an argument is for once a command is taken, if it can', async () => {
    const client = new Client(files, {
      capabilities: newest,
      initialize: { initializationOptions: { clientCommands: ['editor.action.triggerParameterHints'] } },
    });
    clients.push(client);
    await client.open('hosts.cfg');
    await client.replace('hosts.cfg', 'check_http!80', 'check');
    const list = await client.request<CompletionList>(
      'textDocument/completion',
      client.at('hosts.cfg', 'check_command check', 19),
    );
    expect(itemIn(list, 'check_http').command?.command).toBe('editor.action.triggerParameterHints');
    expect(itemIn(list, '_echo').command).toBeUndefined();
  });
  test('takes an option with a comma', async () => {
    const list = await listAt(start(newest), 'notification_options ');
    expect(itemIn(list, 'u').commitCharacters).toEqual([',']);
  });
  test('shows parameters by their place', async () => {
    const client = start(newest);
    const help = await client.request<SignatureHelp>(
      'textDocument/signatureHelp',
      client.at('hosts.cfg', 'check_http!80', 13),
    );
    expect(help.signatures[0]?.parameters?.map(({ label }) => label)).toEqual([
      [11, 13],
      [14, 16],
    ]);
  });
});

describe('an editor that does none of it', () => {
  test('is told everything at once, in plain text', async () => {
    const client = start({});
    const { capabilities }: InitializeResult = await client.result;
    expect(capabilities.completionProvider?.resolveProvider).toBe(false);
    const list = await listAt(client, 'parents    ');
    expect(list.itemDefaults).toBeUndefined();
    const range = { start: { line: 3, character: 15 }, end: { line: 3, character: 15 } };
    expect(list.items).toEqual([
      {
        label: 'db-1',
        kind: 18,
        detail: '10.0.0.2',
        documentation: { kind: 'plaintext', value: expect.stringContaining('address    10.0.0.2') as string },
        sortText: '000',
        textEdit: { newText: 'db-1', range },
      },
    ]);
  });
  test('sees arguments in the details', async () => {
    const list = await listAt(start({}), 'check_command ');
    expect(itemIn(list, 'check_http').detail).toBe('!-p!-u · check_http');
  });
  test('is not offered what is of no use without tab stops', async () => {
    const client = start({});
    await client.open('hosts.cfg');
    await client.replace('hosts.cfg', 'check_http!80', 'check_http!');
    const list = await client.request<CompletionList>(
      'textDocument/completion',
      client.at('hosts.cfg', 'check_http!', 11),
    );
    expect(list?.items ?? []).toEqual([]);
  });
  test('shows parameters by their text', async () => {
    const client = start({});
    const help = await client.request<SignatureHelp>(
      'textDocument/signatureHelp',
      client.at('hosts.cfg', 'check_http!80', 13),
    );
    expect(help.signatures[0]?.parameters?.map(({ label }) => label)).toEqual(['-p', '-u']);
    expect((help.signatures[0]?.documentation as MarkupContent).kind).toBe('plaintext');
  });
  test('sees what has no effect flagged, if it can do that', async () => {
    const client = start({ textDocument: { completion: { completionItem: { deprecatedSupport: true } } } });
    const list = await listAt(client, 'define host {\n    ');
    expect(itemIn(list, 'retain_status_information').deprecated).toBe(true);
  });
});
