import { afterEach, describe, expect, test, vi } from 'vitest';
import type { CodeLens, InlayHint, Location, TextEdit } from 'vscode-languageserver';
import {
  addSpareCommand,
  generateSparesCommand,
  goToCommand,
  showMapCommand,
  showPlacesCommand,
  showPlacesRequest,
} from '../../server/src/lsp/requests';
import { Client, type ClientOptions, modern } from './client';

const files = `
#- shinken.cfg
cfg_dir=daemons
#- daemons/realms.cfg
define realm {
    realm_name  All
    default     1
}
#- daemons/pollers.cfg
define poller {
    poller_name  poller-1
    address      server1
}
define poller {
    poller_name  poller-3
    address      server3
    spare        1
}
#- daemons/schedulers.cfg
define scheduler {
    scheduler_name  scheduler-1
    address         server1
}
#- daemons/brokers.cfg
define broker {
    broker_name  broker-1
    address      server1
}
#- daemons/arbiters.cfg
define arbiter {
    arbiter_name  arbiter-1
    host_name     server1
    address       server1
}
`;

const POLLERS = 'daemons/pollers.cfg';

let client: Client;

function start(options: ClientOptions = {}, declaration = files): Client {
  client = new Client(declaration, options);
  return client;
}

/** With all the commands that lenses have a use for. */
const able: ClientOptions = {
  initialize: {
    initializationOptions: {
      clientCommands: [goToCommand, addSpareCommand, generateSparesCommand, showMapCommand, showPlacesCommand],
    },
  },
};

afterEach(() => client.dispose());

async function lenses(file: string): Promise<CodeLens[]> {
  const found = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: client.uri(file) } });
  return Promise.all(found.map((lens) => client.request<CodeLens>('codeLens/resolve', lens)));
}

async function titles(file: string): Promise<(string | undefined)[]> {
  return (await lenses(file)).map(({ command }) => command?.title);
}

async function hints(file: string): Promise<InlayHint[]> {
  const range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
  const textDocument = { uri: client.uri(file) };
  return client.request<InlayHint[]>('textDocument/inlayHint', { textDocument, range });
}

const labels = (all: readonly InlayHint[]): string[] =>
  all.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));

describe('a code lens', () => {
  test('says nothing before it comes into view', async () => {
    start(able);
    const textDocument = { uri: client.uri(POLLERS) };
    const found = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument });
    expect(found.map(({ command, range }) => [command, range.start.line])).toEqual([
      [undefined, 0],
      [undefined, 0],
      [undefined, 4],
    ]);
  });
  test('leads to the other daemon', async () => {
    start(able);
    const [spare, , master] = await lenses(POLLERS);
    expect(spare?.command).toMatchObject({
      title: 'spare: poller-3 on server3, takes over within 180 s',
      command: goToCommand,
    });
    const [goTo] = spare?.command?.arguments ?? [];
    expect(goTo).toMatchObject({ uri: client.uri(POLLERS), position: { line: 0, character: 0 } });
    expect(goTo?.locations.map(({ range }: { range: TextEdit['range'] }) => client.textIn(POLLERS, range))).toEqual([
      'poller-3',
    ]);
    expect(master?.command?.title).toBe('stands in for poller-1 on server1');
  });
  test('shows what dies with a machine', async () => {
    start(able);
    const [, machine] = await lenses(POLLERS);
    expect(machine?.command).toMatchObject({
      command: showMapCommand,
      arguments: [{ uri: client.uri(POLLERS), machines: ['server1'] }],
    });
    expect(machine?.command?.title).toMatch(/^server1 must not fail/);
  });
  test('adds a spare', async () => {
    start(able);
    const [none] = await lenses('daemons/schedulers.cfg');
    expect(none?.command).toMatchObject({
      title: 'no spare: add one',
      command: addSpareCommand,
      arguments: [
        { uri: client.uri('daemons/schedulers.cfg'), kind: 'scheduler', master: 'scheduler-1', address: 'server3' },
      ],
    });
  });
  test('generates them all, where there is none', async () => {
    start(able, files.replace('spare        1', 'spare        0'));
    const [none] = await lenses('daemons/arbiters.cfg');
    expect(none?.command).toMatchObject({ command: generateSparesCommand });
    expect(none?.command?.title).toBe('no daemon has a spare: Generate Spare Definitions…');
  });
  test('is text alone where the client has no such command', async () => {
    start();
    expect((await lenses('daemons/schedulers.cfg'))[0]?.command).toMatchObject({ title: 'no spare', command: '' });
    expect((await lenses(POLLERS)).map(({ command }) => command?.command)).toEqual(['', '', '']);
  });
  test('that is gone stays without words', async () => {
    start(able);
    const lens = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, data: { id: 'x' } };
    expect(await client.request('codeLens/resolve', lens)).toEqual(lens);
  });
  test('can be switched off', async () => {
    start({ settings: { codeLens: { availability: false } } });
    expect(await titles(POLLERS)).toEqual([]);
  });
});

describe('an inlay hint', () => {
  test('stands in its line, with an edit that writes it down', async () => {
    start();
    const found = await hints(POLLERS);
    expect(labels(found)).toEqual([
      'spare 0',
      'port 7771',
      'given up within 180 s',
      'realm All',
      'port 7771',
      'realm All',
    ]);
    expect(found[3]).toMatchObject({ position: { line: 1, character: 25 }, paddingLeft: true });
    expect(client.applied({ changes: { [client.uri(POLLERS)]: found[3]?.textEdits ?? [] } })[POLLERS]).toContain(
      'address      server1\n    realm        All\n}',
    );
  });
  test('leads to the realm that it names', async () => {
    start();
    const label = (await hints(POLLERS))[3]?.label;
    const location = typeof label === 'string' ? undefined : label?.[0]?.location;
    expect(location?.uri).toBe(client.uri('daemons/realms.cfg'));
  });
  test('can be switched off, kind by kind', async () => {
    start({ settings: { inlayHints: { port: false, timers: false } } });
    expect(labels(await hints(POLLERS))).toEqual(['spare 0', 'realm All', 'realm All']);
  });
});

describe('on hosts and services', () => {
  const objects = `
#- shinken.cfg
cfg_file=templates.cfg
cfg_file=hosts.cfg
#- templates.cfg
define host {
    name           generic
    register       0
    check_command  ping
    contacts       ann
}
define command {
    command_name  ping
    command_line  x
}
define contact {
    contact_name  ann
}
define command {
    command_name  idle
    command_line  x
}
#- hosts.cfg
define host {
    host_name   web-1
    use         generic
    hostgroups  web
}
define host {
    host_name   web-2
    use         generic
    hostgroups  web
}
define hostgroup {
    hostgroup_name  web
}
define service {
    service_description  Http
    hostgroup_name       web
    check_command        ping
}
`;
  const resolveSupport = { properties: ['tooltip', 'textEdits'] };
  const lazy = { ...modern, textDocument: { ...modern.textDocument, inlayHint: { resolveSupport } } };

  test('lenses count', async () => {
    start(able, objects);
    expect(await titles('templates.cfg')).toEqual([
      'used by 2 hosts',
      'used by 2 hosts, 2 services',
      'used by 2 hosts, 2 services',
      'unused',
    ]);
    expect(await titles('hosts.cfg')).toEqual([
      '1 service',
      '1 service',
      '2 hosts, used by 1 service',
      'expands to 2 services',
    ]);
  });
  test('a click shows what is counted', async () => {
    start(able, objects);
    const [template, , , unused] = await lenses('templates.cfg');
    expect(template?.command?.command).toBe(showPlacesCommand);
    expect(unused?.command).toMatchObject({ title: 'unused', command: '' });
    const places = await client.request<Location[]>(showPlacesRequest, template?.command?.arguments?.[0]);
    expect(places.map(({ uri, range }) => [uri, client.textIn('hosts.cfg', range)])).toEqual([
      [client.uri('hosts.cfg'), 'generic'],
      [client.uri('hosts.cfg'), 'generic'],
    ]);
  });
  test('lenses are text alone where the client has no command', async () => {
    start({}, objects);
    const [template] = await lenses('templates.cfg');
    expect(template?.command).toEqual({ title: 'used by 2 hosts', command: '' });
  });
  test('lenses can be switched off, kind by kind', async () => {
    start({ settings: { codeLens: { usage: false } } }, objects);
    expect(await titles('hosts.cfg')).toEqual(['1 service', '1 service', 'expands to 2 services']);
  });
  test('hints say what is inherited, and how many are meant', async () => {
    start({}, objects);
    const found = await hints('hosts.cfg');
    expect(labels(found)).toEqual([
      'check_command ping, contacts ann',
      'check_command ping, contacts ann',
      '= 2 hosts',
    ]);
    expect(found[2]?.tooltip).toMatchObject({ value: 'web\\-1, web\\-2' });
    expect(found[2]).not.toHaveProperty('textEdits');
  });
  test('the parts of a hint lead to their lines', async () => {
    start({}, objects);
    const label = (await hints('hosts.cfg'))[0]?.label;
    const places = typeof label === 'string' ? [] : (label ?? []).flatMap(({ location }) => location ?? []);
    expect(places.map(({ range }) => client.textIn('templates.cfg', range))).toEqual([
      'check_command  ping',
      'contacts       ann',
    ]);
  });
  test('what Shinken fills in is told to those who ask for it, with an edit', async () => {
    start({ settings: { inlayHints: { filledIn: true, inherited: false, members: false } } }, objects);
    const [hint] = await hints('hosts.cfg');
    expect(labels(hint ? [hint] : [])).toEqual(['check_interval 0, max_check_attempts 1']);
    expect(client.applied({ changes: { [client.uri('hosts.cfg')]: hint?.textEdits ?? [] } })['hosts.cfg']).toContain(
      '    hostgroups  web\n    check_interval 0\n    max_check_attempts 1\n}',
    );
  });
  test('a tooltip is worked out when somebody looks at its hint', async () => {
    start({ capabilities: lazy }, objects);
    const [hint] = await hints('hosts.cfg');
    expect(hint).not.toHaveProperty('tooltip');
    const whole = await client.request<InlayHint>('inlayHint/resolve', hint ?? {});
    expect(whole.tooltip).toMatchObject({ kind: 'markdown' });
    expect(JSON.stringify(whole.tooltip)).toContain('- `contacts` `ann` — from generic, [templates.cfg:5](');
  });
  test('of a hint that is gone nothing is told', async () => {
    start({ capabilities: lazy }, objects);
    const [hint] = await hints('hosts.cfg');
    await client.write('templates.cfg', client.text('templates.cfg').replace('contacts       ann', ''));
    await client.open('hosts.cfg', client.text('hosts.cfg').replace('generic', 'generic,x'));
    expect(await client.request('inlayHint/resolve', hint ?? {})).toEqual(hint);
  });
});

describe('what was drawn is drawn anew', () => {
  const both = ['workspace/codeLens/refresh', 'workspace/inlayHint/refresh'];
  const refreshed = { codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } };
  const capabilities = { ...modern, workspace: { ...modern.workspace, ...refreshed } };
  const drawn = (): string[] => client.heard.filter((method) => both.includes(method)).sort();

  test('when another file changes', async () => {
    start({ capabilities });
    await vi.waitFor(() => expect(drawn()).toEqual(both));
    expect((await titles('daemons/schedulers.cfg'))[0]).toBe('no spare');
    const scheduler = client.text('daemons/schedulers.cfg');
    await client.write('daemons/more.cfg', scheduler.replace('scheduler-1', 'scheduler-3').replace('}', 'spare 1\n}'));
    await vi.waitFor(() => expect(drawn().length).toBe(4));
    expect((await titles('daemons/schedulers.cfg'))[0]).toMatch(/^spare: scheduler-3/);
  });
  test('when another setting is chosen', async () => {
    start({ capabilities });
    await vi.waitFor(() => expect(drawn()).toEqual(both));
    client.settings = { codeLens: { availability: false } };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await vi.waitFor(() => expect(drawn().length).toBe(4));
    expect(await titles(POLLERS)).toEqual([]);
  });
  test('not when a file is only opened', async () => {
    start({ capabilities });
    await vi.waitFor(() => expect(drawn()).toEqual(both));
    await client.open(POLLERS);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(drawn()).toEqual(both);
  });
});
