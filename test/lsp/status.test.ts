import { afterEach, expect, test } from 'vitest';
import { type Status, statusRequests } from '../../server/src/lsp/requests';
import { Client, type ClientOptions } from './client';

const files = `
#- shinken.cfg
cfg_file=pollers.cfg
#- pollers.cfg
define poller {
    poller_name  poller-1
    address      server1
}
#- later.cfg
define host {
    host_name  later
}
#- site/shinken.cfg
cfg_file=hosts.cfg
#- site/hosts.cfg
define host {
    host_name  web-1
}
`;

let client: Client;

function start(options: ClientOptions = {}): Client {
  client = new Client(files, options);
  return client;
}

afterEach(() => client.dispose());

const status = (file: string): Promise<Status> => client.request(statusRequests.status, { uri: client.uri(file) });

test('every configuration has a name', async () => {
  start();
  const found = await client.request<readonly string[]>(statusRequests.configurations, {});
  expect([...found].sort()).toEqual(['shinken.cfg', 'site/shinken.cfg'].map((file) => client.uri(file)).sort());
});

test('a file belongs to the configuration that reads it', async () => {
  start();
  expect(await status('pollers.cfg')).toMatchObject({
    mains: [client.uri('shinken.cfg')],
    isLoaded: true,
    files: 2,
    availability: { tone: 'quiet', text: 'no server may fail' },
  });
  expect(await status('site/hosts.cfg')).toMatchObject({ mains: [client.uri('site/shinken.cfg')], availability: null });
});

test('or to none', async () => {
  start();
  expect(await status('later.cfg')).toMatchObject({
    mains: [client.uri('shinken.cfg')],
    isLoaded: false,
    availability: null,
  });
});

test('a file is read, or not, whatever is in it', async () => {
  start();
  const isRead = (file: string): Promise<boolean> => client.request(statusRequests.isRead, { uri: client.uri(file) });
  expect(await Promise.all(['shinken.cfg', 'pollers.cfg', 'later.cfg'].map(isRead))).toEqual([true, true, false]);
  await client.write('site/hosts.cfg', '# Nothing yet\n');
  expect(await isRead('site/hosts.cfg')).toBe(true);
});
