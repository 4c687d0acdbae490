import { afterEach, describe, expect, test } from 'vitest';
import { type AvailabilityOverview, availabilityRequests } from '../../server/src/lsp/requests';
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
