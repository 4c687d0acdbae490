import { afterEach, describe, expect, test } from 'vitest';
import type { ClientCapabilities, WorkspaceEdit } from 'vscode-languageserver';
import { type RetirableServer, type RetirePlan, retireRequests } from '../../server/src/lsp/requests';
import { Client, modern } from './client';

const files = `
#- shinken.cfg
cfg_dir=daemons
#- daemons/arbiters.cfg
define arbiter {
    arbiter_name  arbiter-master
    address       server1
    host_name     server1
}
define arbiter {
    arbiter_name  arbiter-spare
    address       server3
    host_name     server3
    spare         1
}
#- daemons/poller-master.cfg
# The poller of the first server.
define poller {
    poller_name  poller-master
    address      server1
}
#- daemons/pollers.cfg
define poller {
    poller_name   poller-spare
    address       server3
    spare         1
    satellitemap  poller-master=10.0.0.1
}
`;

let client: Client;

function start(capabilities: ClientCapabilities = modern): Client {
  client = new Client(files, { capabilities });
  return client;
}

afterEach(() => client.dispose());

const params = (more: object = {}): object => ({ uri: client.uri('shinken.cfg'), server: 'server1', ...more });

describe('retiring a server', () => {
  test('offers every server with its daemons', async () => {
    start();
    const servers = await client.request<RetirableServer[]>(retireRequests.servers, { uri: client.uri('shinken.cfg') });
    expect(servers).toEqual([
      { machine: 'server1', daemons: ['arbiter arbiter-master', 'poller poller-master'] },
      { machine: 'server3', daemons: ['arbiter arbiter-spare', 'poller poller-spare'] },
    ]);
  });

  test('says what goes, and what may die then', async () => {
    start();
    const plan = await client.request<RetirePlan>(retireRequests.plan, params());
    expect(plan.removed).toEqual(['arbiter arbiter-master', 'poller poller-master']);
    expect(plan.deletedFiles).toEqual([client.uri('daemons/poller-master.cfg')]);
    expect(plan.orphans.map(({ id, fate, masters }) => [id, fate, masters])).toEqual([
      ['arbiter/arbiter-spare', 'promote', ['arbiter-master']],
      ['poller/poller-spare', 'promote', ['poller-master']],
    ]);
    expect(plan.outlook.verdict).toBe('server3 is the only server: when it dies, everything stops.');
    expect([plan.refused, plan.undone]).toEqual([false, []]);
    expect(plan.notes.join('\n')).toContain('arbiter-spare on server3 leads from now on');
  });

  test('takes the answers about spares', async () => {
    start();
    const fates = { 'arbiter/arbiter-spare': 'keep', 'poller/poller-spare': 'remove' };
    const plan = await client.request<RetirePlan>(retireRequests.plan, params({ fates }));
    expect(plan.removed).toContain('poller poller-spare');
    expect(plan.orphans.map(({ fate }) => fate)).toEqual(['keep', 'remove']);
    expect(plan.undone).toEqual(['No poller is defined: Shinken invents one on localhost.']);
  });

  const left = (edit: WorkspaceEdit): Record<string, string | undefined> => client.applied(edit);
  const promoted = {
    'daemons/arbiters.cfg': expect.stringMatching(
      /^define arbiter \{\n +arbiter_name +arbiter-spare\n[^}]*spare +0\n\}\n$/,
    ),
    'daemons/pollers.cfg': expect.stringMatching(
      /^define poller \{\n +poller_name +poller-spare\n[^}]*spare +0\n\}\n$/,
    ),
  };

  test('deletes the files of which nothing is left', async () => {
    start();
    const edit = await client.request<WorkspaceEdit>(retireRequests.edit, params());
    expect(edit.documentChanges?.at(-1)).toEqual({ kind: 'delete', uri: client.uri('daemons/poller-master.cfg') });
    expect(left(edit)).toEqual({ ...promoted, 'daemons/poller-master.cfg': undefined });
  });

  test.each<[string, ClientCapabilities]>([
    ['deletes none', { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } } }],
    ['knows plain edits alone', {}],
  ])('empties them in a client that %s', async (_what, capabilities) => {
    start(capabilities);
    const edit = await client.request<WorkspaceEdit>(retireRequests.edit, params());
    expect(left(edit)).toEqual({ ...promoted, 'daemons/poller-master.cfg': '' });
  });

  test('is nothing where no daemon is', async () => {
    start();
    expect(await client.request(retireRequests.plan, params({ server: 'server9' }))).toBeNull();
    expect(await client.request(retireRequests.edit, params({ server: 'server9' }))).toBeNull();
  });
});
