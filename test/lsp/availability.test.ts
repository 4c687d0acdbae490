import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  type AvailabilityOverview,
  availabilityRequests,
  type Failover,
  type Survival,
} from '../../server/src/lsp/requests';
import { Client, type ClientOptions } from './client';

const files = `
#- shinken.cfg
cfg_dir=daemons
#- daemons/realms.cfg
define realm {
    realm_name     All
    realm_members  Europe
    default        1
}
define realm {
    realm_name     Europe
}
#- daemons/pollers.cfg
define poller {
    poller_name  poller-master
    address      server1
    poller_tags  DMZ
    modules      booster
}
#- daemons/schedulers.cfg
define scheduler {
    scheduler_name  scheduler-1
    address         server1
}
define scheduler {
    scheduler_name  scheduler-2
    address         Server4
    spare           1
}
`;

let client: Client;

function start(options: ClientOptions = {}, text = files): Client {
  client = new Client(text, options);
  return client;
}

afterEach(() => client.dispose());

const overview = (file = 'shinken.cfg'): Promise<AvailabilityOverview | null> =>
  client.request(availabilityRequests.overview, { uri: client.uri(file) });

describe('the overview', () => {
  test('names the machines in the order of the daemons', async () => {
    start();
    expect((await overview())?.machines).toEqual([
      { name: 'server1', addresses: ['server1'] },
      { name: 'server4', addresses: ['Server4'] },
    ]);
  });

  test('is the same for every file of the configuration, and for its folder', async () => {
    start();
    const found = await overview();
    expect(found?.configuration).toBe(client.uri('shinken.cfg'));
    expect(await overview('daemons/pollers.cfg')).toEqual(found);
    expect(await overview('daemons')).toEqual(found);
  });

  test('leads to the definitions', async () => {
    start();
    const found = await overview();
    const at = found?.daemons.find(({ id }) => id === 'poller/poller-master')?.at;
    expect(at?.uri).toBe(client.uri('daemons/pollers.cfg'));
    expect(at && client.textIn('daemons/pollers.cfg', at.range)).toBe('poller-master');
    expect(found?.realms.map(({ at: place }) => place && client.textIn('daemons/realms.cfg', place.range))).toEqual([
      'All',
      'Europe',
    ]);
  });

  test('says of a daemon what its problems say, as severe as the user wants to hear it', async () => {
    start({ settings: { rules: { 'availability/no-spare': 'hint', 'availability/wrong-daemon-for-module': 'off' } } });
    const found = await overview();
    const problems = found?.daemons.find(({ id }) => id === 'poller/poller-master')?.problems;
    expect(problems?.map(({ code, severity }) => [code, severity])).toContainEqual(['availability/no-spare', 'hint']);
  });

  test('is null where no daemon is defined', async () => {
    start({}, '#- shinken.cfg\ncfg_file=a.cfg\n#- a.cfg\ndefine realm {\n realm_name All\n}\n');
    expect(await overview()).toBeNull();
  });
});

describe('a failure', () => {
  const failover = (machines: readonly string[], daemons: readonly string[] = []): Promise<Failover | null> =>
    client.request(availabilityRequests.failover, { uri: client.uri('shinken.cfg'), machines, daemons });

  test('names daemons by their ids', async () => {
    start();
    const found = await failover(['server1']);
    expect(found?.state.dead).toEqual(['scheduler/scheduler-1', 'poller/poller-master']);
    expect(found?.state.realms[0]?.parts[0]).toMatchObject({ number: 0, scheduler: 'scheduler/scheduler-2' });
    expect(found?.handovers).toContainEqual({
      kind: 'scheduler',
      realms: ['All'],
      from: ['scheduler/scheduler-1'],
      by: ['scheduler/scheduler-2'],
      others: [],
    });
  });

  test('is told in sentences', async () => {
    start();
    const tones = (await failover(['server1']))?.story.map(({ tone }) => tone);
    expect(tones?.[0]).toBe('death');
    expect(tones).toContain('takeover');
    expect(tones).toContain('loss');
  });

  test('may be of a single daemon', async () => {
    start();
    const found = await failover([], ['scheduler/scheduler-2']);
    expect(found?.state.failure).toEqual({ machines: [], daemons: ['scheduler/scheduler-2'] });
    expect(found?.lost).toEqual([]);
  });

  test('may name what is not there any more', async () => {
    start();
    expect((await failover(['server9'], ['poller/gone']))?.state.dead).toEqual([]);
  });

  test('has no story while all is well', async () => {
    start();
    expect((await failover([]))?.story).toEqual([]);
  });

  test('of a configuration without daemons is none', async () => {
    start({}, '#- shinken.cfg\ncfg_file=a.cfg\n#- a.cfg\ndefine realm {\n realm_name All\n}\n');
    expect(await failover(['server1'])).toBeNull();
  });
});

test('survival tells each server that may not die', async () => {
  start();
  const found = await client.request<Survival>(availabilityRequests.survival, { uri: client.uri('daemons') });
  expect(found.anyOneMayFail).toBe(false);
  expect(found.machines.map(({ machine, lost }) => [machine, lost.length > 0])).toEqual([
    ['server1', true],
    ['server4', false],
  ]);
  expect(found.verdict).toMatch(/^server1 is a single point of failure/);
});

describe('word of a change', () => {
  const { changed } = availabilityRequests;
  const count = (): number => client.heard.filter((method) => method === changed).length;

  test('is given after each analysis, to a client that wants to hear it', async () => {
    start({ initialize: { initializationOptions: { availability: true } } });
    await client.open('daemons/pollers.cfg');
    await vi.waitUntil(() => count() > 0, 5000);
    const before = count();
    await client.replace('daemons/pollers.cfg', 'server1', 'server4');
    await vi.waitUntil(() => count() > before, 5000);
    expect((await overview())?.daemons.find(({ kind }) => kind === 'poller')?.machine).toBe('server4');
  });

  test('is given to nobody else', async () => {
    start();
    await client.open('daemons/pollers.cfg');
    await client.diagnostics('daemons/pollers.cfg');
    await overview();
    expect(count()).toBe(0);
  });
});
