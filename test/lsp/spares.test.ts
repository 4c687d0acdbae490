import { afterEach, describe, expect, test } from 'vitest';
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import { type AddSpareArguments, addSpareCommand, spareRequests, type SparesPlan } from '../../server/src/lsp/requests';
import { Client } from './client';

const files = `
#- shinken.cfg
cfg_dir=daemons
#- daemons/pollers.cfg
define poller {
    poller_name  poller-master
    address      server1
    modules      booster
}
#- daemons/schedulers.cfg
define scheduler {
    scheduler_name  scheduler-1
    address         server1
}
define scheduler {
    scheduler_name  scheduler-2
    address         server4
    spare           1
}
`;

let client: Client;

function start(clientCommands: readonly string[] = []): Client {
  client = new Client(files, { initialize: { initializationOptions: { clientCommands } } });
  return client;
}

afterEach(() => client.dispose());

const spare = (name: string): RegExp => new RegExp(`poller_name +${name}\\n[^}]*address +server[^}]*spare +1\\n`);

describe('the spares of a server', () => {
  const params = (): object => ({ uri: client.uri('shinken.cfg'), server: 'server3' });

  test('are planned', async () => {
    start();
    const plan = await client.request<SparesPlan>(spareRequests.plan, params());
    expect(plan.items).toEqual([
      {
        kind: 'poller',
        realm: 'Default',
        masters: ['poller-master'],
        spareName: 'poller-spare',
        file: client.uri('daemons/poller-spare.cfg'),
        loaded: true,
      },
    ]);
    expect(plan.skipped.join('\n')).toContain('scheduler-2');
    expect(plan.notes.join('\n')).toContain('server3');
  });

  test('are planned for the folder of a configuration, too', async () => {
    start();
    const plan = await client.request<SparesPlan>(spareRequests.plan, { ...params(), uri: client.uri('daemons') });
    expect(plan.items).toHaveLength(1);
  });

  test('are new files', async () => {
    start();
    const edit = await client.request<WorkspaceEdit>(spareRequests.edit, params());
    expect(client.applied(edit)).toEqual({ 'daemons/poller-spare.cfg': expect.stringMatching(spare('poller-spare')) });
  });

  test('are only those that were chosen', async () => {
    start();
    const edit = await client.request<WorkspaceEdit>(spareRequests.edit, { ...params(), files: [] });
    expect(client.applied(edit)).toEqual({});
  });

  test('never take the place of a file', async () => {
    start();
    await client.write('daemons/poller-spare.cfg', '# A note\n');
    const plan = await client.request<SparesPlan>(spareRequests.plan, params());
    expect(plan.items.map(({ file }) => file)).toEqual([client.uri('daemons/poller-spare-2.cfg')]);
  });
});

describe('the fix that adds a spare', () => {
  async function fix(): Promise<CodeAction | undefined> {
    const file = 'daemons/pollers.cfg';
    await client.open(file);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: client.uri(file) },
      range: (await client.diagnostics(file))[0]?.range,
      context: { diagnostics: [] },
    });
    return actions.find(({ title }) => title.startsWith('Add matching spare'));
  }

  test('writes it where the other spares are, for a client that cannot ask', async () => {
    start();
    const found = await fix();
    expect(found?.title).toBe('Add matching spare on server4');
    expect(client.applied(found?.edit ?? {})['daemons/poller-spare.cfg']).toMatch(/address +server4\n/);
  });

  test('asks, where the client can, and writes what was answered', async () => {
    start([addSpareCommand]);
    const found = await fix();
    expect(found?.title).toBe('Add matching spare on server4…');
    expect(found?.edit).toBeUndefined();
    const [argument] = (found?.command?.arguments ?? []) as AddSpareArguments[];
    expect(argument).toEqual({
      uri: client.uri('daemons/pollers.cfg'),
      kind: 'poller',
      master: 'poller-master',
      address: 'server4',
    });
    const edit = await client.request<WorkspaceEdit>(spareRequests.add, { ...argument, address: 'server5' });
    expect(client.applied(edit)['daemons/poller-spare.cfg']).toMatch(/address +server5\n/);
  });

  test('is nothing for a daemon that is not there any more', async () => {
    start();
    const params = { uri: client.uri('shinken.cfg'), kind: 'poller', master: 'poller-9', address: 'server5' };
    expect(await client.request(spareRequests.add, params)).toBeNull();
  });
});
