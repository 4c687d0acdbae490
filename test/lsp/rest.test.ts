import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { Client } from './client';
import { files } from './fixtures';

let client: Client | undefined;

afterEach(() => client?.dispose());

const web = 'hosts/web.cfg';

/** Milliseconds that the server waits, and some. */
const REST = 2500;

test('the server comes to rest once, when it has told what it knows and nobody types', async () => {
  const rested = vi.fn();
  client = new Client(files, { runtime: { rested } });
  await client.open(web);
  await client.diagnostics(web);
  for (const letter of ['a', 'b', 'c', 'd', 'e', 'f']) {
    await client.replace(web, 'define', `# ${letter}\ndefine`);
    await sleep(500);
  }
  expect(rested).not.toHaveBeenCalled();
  await vi.waitUntil(() => rested.mock.calls.length > 0, { timeout: 10_000 });
  await client.replace(web, 'define', '# g\ndefine');
  await sleep(REST);
  expect(rested).toHaveBeenCalledTimes(1);
});

test('a server that ends before does not come to rest', async () => {
  const rested = vi.fn();
  client = new Client(files, { runtime: { rested } });
  await client.open(web);
  await client.diagnostics(web);
  // It has begun to wait by then.
  await sleep(500);
  await client.request('shutdown', {});
  await sleep(REST);
  expect(rested).not.toHaveBeenCalled();
});
