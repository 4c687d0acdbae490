import { afterEach, describe, expect, test } from 'vitest';
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import {
  type AddSpareArguments,
  addSpareCommand,
  type ShareStatesArguments,
  shareStatesCommand,
  spareRequests,
  type SparesPlan,
} from '../../server/src/lsp/requests';
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

  test('come with what may die then', async () => {
    start();
    const whole = await client.request<SparesPlan>(spareRequests.plan, params());
    expect(whole.outlook.survives).toEqual(['server1', 'server4', 'server3']);
    const none = await client.request<SparesPlan>(spareRequests.plan, { ...params(), files: [] });
    expect(none.outlook.cannotCover.map(({ machine, kind }) => [machine, kind])).toContainEqual(['server1', 'poller']);
  });

  test('may be of some kinds and realms only', async () => {
    start();
    const ask = async (more: object): Promise<number> =>
      (await client.request<SparesPlan>(spareRequests.plan, { ...params(), ...more })).items.length;
    expect([await ask({ kinds: ['poller'] }), await ask({ kinds: ['broker'] })]).toEqual([1, 0]);
    expect([await ask({ realms: ['Default'] }), await ask({ realms: ['Europe'] })]).toEqual([1, 0]);
  });

  test('let schedulers share a store', async () => {
    start();
    const { forgetful } = await client.request<SparesPlan>(spareRequests.plan, params());
    expect(forgetful?.schedulers).toEqual(['scheduler-1']);
    expect(forgetful?.stores.map(({ store, address }) => `${store} ${address}`)).toEqual([
      'redis server3',
      'memcache server3',
      'mongodb server3',
    ]);
    const retention = { store: 'memcache', address: 'store' };
    const edit = await client.request<WorkspaceEdit>(spareRequests.edit, { ...params(), files: [], retention });
    const text = client.applied(edit)['daemons/schedulers.cfg'];
    expect(text?.match(/modules +memcache-retention\n/g)).toHaveLength(2);
    expect(text).toMatch(/server +store\n +port +11211\n/);
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

describe('the fix that lets schedulers share a store', () => {
  const file = 'daemons/schedulers.cfg';
  async function fixes(): Promise<CodeAction[]> {
    await client.open(file);
    const code = 'availability/no-shared-retention';
    const found = await client.diagnostics(file, (all) => all.some((one) => one.code === code));
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: client.uri(file) },
      range: found.find((one) => one.code === code)?.range,
      context: { diagnostics: [] },
    });
    return actions.filter(({ title }) => title.startsWith('Keep the states'));
  }

  test('puts it where the spare is, for a client that cannot ask', async () => {
    start();
    const [redis, ...others] = await fixes();
    expect([redis, ...others].map((action) => action?.title)).toEqual([
      'Keep the states in Redis on server4',
      'Keep the states in memcached on server4',
      'Keep the states in MongoDB on server4',
    ]);
    expect(client.applied(redis?.edit ?? {})[file]).toMatch(/modules +redis-retention\n/);
  });

  test('asks where, where the client can', async () => {
    start([shareStatesCommand]);
    const [redis] = await fixes();
    expect([redis?.title, redis?.edit]).toEqual(['Keep the states in Redis on server4…', undefined]);
    const [argument] = (redis?.command?.arguments ?? []) as ShareStatesArguments[];
    expect(argument).toEqual({ uri: client.uri(file), master: 'scheduler-1', store: 'redis', address: 'server4' });
    const edit = await client.request<WorkspaceEdit>(spareRequests.shareStates, { ...argument, address: 'store' });
    expect(Object.values(client.applied(edit)).join('\n')).toMatch(/server +store\n/);
  });
});
