import { afterEach, describe, expect, test } from 'vitest';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  ClientCapabilities,
  DocumentLink,
  FoldingRange,
  LinkedEditingRanges,
  Location,
  LocationLink,
  SymbolInformation,
  TypeHierarchyItem,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import { Client, type ClientOptions, modern } from './client';

const files = `
#- shinken.cfg
cfg_dir=hosts
cfg_file=commands.cfg
#- commands.cfg
# region commands
define command {
    command_name  check_ping
    command_line  /bin/true
}
# endregion
#- hosts/templates.cfg
define host {
    name      linux
    alias     any
    register  0
}
#- hosts/web.cfg
define host {
    use        linux
    host_name  web-1
    alias      Web
    notes_url  http://wiki/$HOSTNAME$
}
#- hosts/db.cfg
define host {
    use        linux
    host_name  db-1
    parents    web-1
}
`;

const able: ClientCapabilities = {
  workspace: {
    ...modern.workspace,
    fileOperations: { willRename: true },
    symbol: { resolveSupport: { properties: ['location.range'] } },
    workspaceEdit: {
      ...modern.workspace?.workspaceEdit,
      changeAnnotationSupport: { groupsOnLabel: true },
    },
  },
  textDocument: {
    ...modern.textDocument,
    declaration: { linkSupport: true },
    typeDefinition: { linkSupport: true },
    typeHierarchy: {},
    callHierarchy: {},
    linkedEditingRange: {},
  },
};

const clients: Client[] = [];

function start(options: ClientOptions = {}): Client {
  const client = new Client(files, { capabilities: able, ...options });
  clients.push(client);
  return client;
}

afterEach(() => clients.splice(0).forEach((client) => client.dispose()));

describe('what is offered', () => {
  test('to a client that can', async () => {
    const { capabilities } = await start().result;
    expect(capabilities).toMatchObject({
      declarationProvider: true,
      typeDefinitionProvider: true,
      typeHierarchyProvider: true,
      callHierarchyProvider: true,
      linkedEditingRangeProvider: true,
      workspaceSymbolProvider: { resolveProvider: true },
      workspace: { fileOperations: { willRename: { filters: [{ scheme: 'file', pattern: { glob: '**' } }] } } },
    });
  });
  test('to one that can do nothing', async () => {
    const { capabilities } = await start({ capabilities: {} }).result;
    expect(capabilities).toMatchObject({
      typeHierarchyProvider: false,
      callHierarchyProvider: false,
      linkedEditingRangeProvider: false,
      workspaceSymbolProvider: true,
    });
    expect(capabilities.workspace?.fileOperations?.willRename).toBeUndefined();
  });
});

describe('hierarchies', () => {
  test('of templates, up and down', async () => {
    const client = start();
    const [host] = await client.request<TypeHierarchyItem[]>(
      'textDocument/prepareTypeHierarchy',
      client.at('hosts/web.cfg', 'web-1', 1),
    );
    expect(host).toMatchObject({ name: 'web-1', detail: 'host · Web', uri: client.uri('hosts/web.cfg') });
    expect(host && client.textIn('hosts/web.cfg', host.selectionRange)).toBe('web-1');
    const [template] = await client.request<TypeHierarchyItem[]>('typeHierarchy/supertypes', { item: host });
    expect(template).toMatchObject({ name: 'linux', uri: client.uri('hosts/templates.cfg') });
    const users = await client.request<TypeHierarchyItem[]>('typeHierarchy/subtypes', { item: template });
    expect(users.map(({ name }) => name).sort()).toEqual(['db-1', 'web-1']);
  });
  test('an item that is none of ours has no neighbours', async () => {
    const client = start();
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const item = { name: 'x', kind: 1, uri: client.uri('hosts/web.cfg'), range, selectionRange: range };
    expect(await client.request('typeHierarchy/supertypes', { item })).toBeNull();
    expect(await client.request('callHierarchy/incomingCalls', { item })).toBeNull();
  });
  test('of what needs what, in and out', async () => {
    const client = start();
    const prepare = (file: string, name: string): Promise<CallHierarchyItem[]> =>
      client.request('textDocument/prepareCallHierarchy', client.at(file, name, 1));
    const [db] = await prepare('hosts/db.cfg', 'db-1');
    const [out] = await client.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item: db });
    expect(out?.to.name).toBe('web-1');
    expect(out?.fromRanges.map((range) => client.textIn('hosts/db.cfg', range))).toEqual(['web-1']);
    const [web] = await prepare('hosts/web.cfg', 'web-1');
    const [back] = await client.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item: web });
    expect(back?.from.name).toBe('db-1');
    expect(back?.fromRanges.map((range) => client.textIn('hosts/db.cfg', range))).toEqual(['web-1']);
  });
});

describe('declaration and type definition', () => {
  test('of a directive, the line it overrides', async () => {
    const client = start();
    const [found] = await client.request<LocationLink[]>(
      'textDocument/declaration',
      client.at('hosts/web.cfg', 'alias', 1),
    );
    expect(found && client.textIn('hosts/templates.cfg', found.targetRange)).toBe('alias     any');
  });
  test('of a name, the templates of what it stands for', async () => {
    const client = start();
    const at = client.at('hosts/db.cfg', 'web-1', 1);
    const [link] = await client.request<LocationLink[]>('textDocument/typeDefinition', at);
    expect(link && client.textIn('hosts/templates.cfg', link.targetSelectionRange)).toBe('linux');
    const plain = start({ capabilities: {} });
    const [found] = await plain.request<Location[]>('textDocument/typeDefinition', at);
    expect(found && plain.textIn('hosts/templates.cfg', found.range)).toBe('linux');
  });
});

describe('names', () => {
  test('cannot be changed, with the reason', async () => {
    const client = start();
    const at = client.at('commands.cfg', 'check_ping', 1);
    await expect(client.request('textDocument/rename', { ...at, newName: 'null' })).rejects.toThrow(
      'it takes back what a template says',
    );
    await client.open('hosts/db.cfg');
    await client.replace('hosts/db.cfg', 'web-1', 'web-9');
    await expect(client.request('textDocument/prepareRename', client.at('hosts/db.cfg', 'web-9', 1))).rejects.toThrow(
      'There is no host called web-9.',
    );
  });
  test('change in editors as they are, and in files that are not open', async () => {
    const client = start();
    await client.open('hosts/db.cfg');
    await client.replace('hosts/db.cfg', 'parents    web-1', 'parents    db-2,web-1\n    par');
    const params = { ...client.at('hosts/web.cfg', 'web-1', 1), newName: 'www' };
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', params);
    const after = client.applied(edit);
    expect(after['hosts/db.cfg']).toContain('    parents    db-2,www\n    par\n}');
    expect(after['hosts/web.cfg']).toContain('host_name  www\n');
    expect(Object.keys(after)).toHaveLength(2);
  });
  test('follow while they are typed', async () => {
    const client = start();
    await client.open('commands.cfg');
    await client.replace('commands.cfg', '# endregion', 'define host {\n    check_command check_ping!x\n}');
    const found = await client.request<LinkedEditingRanges>(
      'textDocument/linkedEditingRange',
      client.at('commands.cfg', 'check_ping', 1),
    );
    expect(found.ranges.map((range) => client.textIn('commands.cfg', range))).toEqual(['check_ping', 'check_ping']);
    expect(new RegExp(found.wordPattern ?? '').test('check_ping')).toBe(true);
  });
});

describe('symbols of the workspace', () => {
  test('come without their range, which is asked for later', async () => {
    const client = start();
    const [symbol] = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'host:web' });
    expect(symbol).toMatchObject({ name: 'host:web-1', location: { uri: client.uri('hosts/web.cfg') } });
    expect(symbol?.location).not.toHaveProperty('range');
    const resolved = await client.request<SymbolInformation>('workspaceSymbol/resolve', symbol ?? {});
    expect(client.textIn('hosts/web.cfg', resolved.location.range)).toBe('web-1');
  });
  test('or with it', async () => {
    const client = start({ capabilities: {} });
    const [symbol] = await client.request<SymbolInformation[]>('workspace/symbol', { query: 'linux' });
    expect(symbol && client.textIn('hosts/templates.cfg', symbol.location.range)).toBe('linux');
  });
});

describe('links', () => {
  const links = (client: Client, file: string): Promise<DocumentLink[]> =>
    client.request('textDocument/documentLink', { textDocument: { uri: client.uri(file) } });

  test('to a page, its macros worked out', async () => {
    const [link] = await links(start(), 'hosts/web.cfg');
    expect(link?.target).toBe('http://wiki/web-1');
  });
  test('to a folder, in a client that can show one', async () => {
    const clientCommands = ['shinken.revealFolder'];
    const client = start({ initialize: { initializationOptions: { clientCommands } } });
    const [link] = await links(client, 'shinken.cfg');
    const [command, argument = ''] = link?.target?.split('?') ?? [];
    expect(command).toBe('command:shinken.revealFolder');
    expect(JSON.parse(decodeURIComponent(argument))).toEqual([client.uri('hosts')]);
  });
});

test('a region is a fold of its own kind', async () => {
  const client = start();
  const textDocument = { uri: client.uri('commands.cfg') };
  const [fold] = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument });
  expect(fold).toEqual({ startLine: 0, endLine: 5, kind: 'region' });
});

describe('files that get other names', () => {
  const rename = (client: Client, oldName: string, newName: string): Promise<WorkspaceEdit | null> =>
    client.request('workspace/willRenameFiles', {
      files: [{ oldUri: client.uri(oldName), newUri: client.uri(newName) }],
    });

  test('are named by the main file as before', async () => {
    const client = start();
    const edit = await rename(client, 'hosts', 'machines');
    expect(client.applied(edit ?? {})).toEqual({ 'shinken.cfg': 'cfg_dir=machines\ncfg_file=commands.cfg\n' });
    expect(edit?.changeAnnotations).toBeUndefined();
  });
  test('change nothing where nothing names them', async () => {
    expect(await rename(start(), 'hosts/web.cfg', 'hosts/www.cfg')).toBeNull();
  });
  test('stay loaded outside of the folder, if the user agrees', async () => {
    const client = start();
    const edit = await rename(client, 'hosts/web.cfg', 'web.cfg');
    const after = { 'shinken.cfg': 'cfg_dir=hosts\ncfg_file=web.cfg\ncfg_file=commands.cfg\n' };
    expect(client.applied(edit ?? {})).toEqual(after);
    const [note] = Object.values(edit?.changeAnnotations ?? {});
    expect(note).toMatchObject({ label: expect.any(String) as string, needsConfirmation: true });
    const asked = edit?.documentChanges?.flatMap((change) => ('edits' in change ? change.edits : []));
    expect(asked?.map((one) => ('annotationId' in one ? one.annotationId : ''))).toEqual(
      Object.keys(edit?.changeAnnotations ?? {}),
    );
  });
  test('and without a question where the client has none', async () => {
    const capabilities = { workspace: { fileOperations: { willRename: true } } };
    const client = start({ capabilities });
    const edit = await rename(client, 'hosts/web.cfg', 'web.cfg');
    expect(client.applied(edit ?? {})['shinken.cfg']).toContain('cfg_file=web.cfg\n');
    expect(edit).not.toHaveProperty('changeAnnotations');
  });
});
