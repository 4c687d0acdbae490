import { afterEach, describe, expect, test } from 'vitest';
import type { Location } from 'vscode-languageserver';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import type { Git } from '../../server/src/lsp/compare';
import {
  COMMIT_SCHEME,
  type CompareParams,
  type CompareResult,
  copyRequests,
  type SyncJob,
  type SyncProposal,
} from '../../server/src/lsp/copy-requests';
import { sourceOf } from '../../server/src/project/source';
import { memoryFileSystem, workspace } from '../support/workspace';
import { Client, type ClientOptions } from './client';

const COPY = '/mnt/server3/etc/shinken';
const CODE = 'availability/copy-differs';

const files = `
#- shinken.cfg
cfg_dir=daemons
cfg_dir=hosts
log_level=INFO
#- daemons/arbiters.cfg
define arbiter {
    arbiter_name  arbiter-master
    host_name     server1
    address       server1
}
define arbiter {
    arbiter_name  arbiter-spare
    host_name     server3
    address       server3
    spare         1
}
#- hosts/web.cfg
define host {
    host_name  web-1
    address    10.0.0.1
}
`;

/** The same below another folder, with some of it replaced. */
function copy(...replacements: readonly [string, string][]): string {
  const text = replacements.reduce((all, [before, after]) => all.replaceAll(before, after), files);
  return text.replaceAll('#- ', `#- ${COPY}/`);
}

const same = copy();
const other = copy(['log_level=INFO', 'log_level=DEBUG'], ['10.0.0.1', '10.0.0.2'], ['arbiter-spare', 'arbiter-two']);

let client: Client;
afterEach(() => client.dispose());

function start(declaration: string, options?: ClientOptions): Client {
  client = new Client(declaration, options);
  return client;
}

const compare = (folder = COPY): Promise<CompareResult> =>
  client.request<CompareResult>(copyRequests.compare, {
    uri: client.uri('shinken.cfg'),
    copy: { folder: `file://${folder}` },
  } satisfies CompareParams);

const shown = ({ uri, range: { start } }: Location): string => `${uri}:${start.line}:${start.character}`;

describe('another folder', () => {
  test('that says the same', async () => {
    start(files + same);
    expect(await compare()).toEqual({ folder: 'file:///etc/shinken', copy: COPY, differences: [] });
  });

  test('that differs', async () => {
    start(files + other);
    const { differences } = await compare();
    expect(differences.map(({ title, summary }) => `${title}: ${summary}`)).toEqual([
      'setting log_level: another value',
      'arbiter arbiter-spare: only in this configuration',
      'host web-1: address',
      'arbiter arbiter-two: only in the copy',
    ]);
    const [, spare, host, two] = differences;
    expect(host?.values.map(({ key, own, other: theirs }) => [key, own?.text, theirs?.text])).toEqual([
      ['address', '10.0.0.1', '10.0.0.2'],
    ]);
    const value = host?.values[0];
    expect(value?.own && shown(value.own.location)).toBe('file:///etc/shinken/hosts/web.cfg:2:15');
    expect(value?.other && shown(value.other.location)).toBe(`file://${COPY}/hosts/web.cfg:2:15`);
    expect(spare?.counterpart).toBe(`file://${COPY}/daemons/arbiters.cfg`);
    expect(two?.counterpart).toBe('file:///etc/shinken/daemons/arbiters.cfg');
    expect(two?.other && shown(two.other)).toBe(`file://${COPY}/daemons/arbiters.cfg:5:0`);
  });

  test('as the editor has it, on both sides', async () => {
    start(files + same);
    await client.open('hosts/web.cfg');
    await client.replace('hosts/web.cfg', '10.0.0.1', '10.0.0.9');
    expect((await compare()).differences.map(({ title }) => title)).toEqual(['host web-1']);
    await client.open(`${COPY}/hosts/web.cfg`, 'define host {\n    host_name  web-1\n    address    10.0.0.9\n}\n');
    expect((await compare()).differences).toEqual([]);
  });

  test.each([
    ['/mnt/none', '/mnt/none: no such file or folder.'],
    ['/mnt', 'several configurations'],
    ['/mnt/empty', 'no shinken.cfg'],
  ])('%s is none', async (folder, message) => {
    start(`${files + same}\n#- /mnt/empty/readme\n\n#- /mnt/two/shinken.cfg\n# two\n`);
    await expect(compare(folder)).rejects.toThrow(message);
  });

  test('where there is no configuration to compare with', async () => {
    start('#- readme\nnothing\n');
    await expect(compare()).rejects.toThrow('there is no configuration here');
  });

  test('on a share that does not answer', async () => {
    const never = (): Promise<never> => new Promise(() => undefined);
    start(files, { runtime: { source: { look: (_, signal) => aborted(signal), read: never } } });
    const source = new CancellationTokenSource();
    const answer = client.request(
      copyRequests.compare,
      { uri: client.uri('shinken.cfg'), copy: { folder: `file://${COPY}` } },
      source.token,
    );
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: -32800 });
  });
});

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    if (signal?.aborted) reject(signal.reason as Error);
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
  });
}

describe('a commit', () => {
  /** A repository with one commit, in which the web server has another address. */
  const git: Git = {
    commits: () => Promise.resolve([{ name: 'v1', kind: 'tag', date: '2026-01-01', subject: 'One' }]),
    open: (_folder, name) => {
      if (name !== 'v1' && name !== '1234') return Promise.reject(new Error(`${name}: git knows no such commit`));
      const then = workspace(files.replace('10.0.0.1', '10.0.0.2')).files;
      return Promise.resolve({ id: '1234', source: sourceOf(memoryFileSystem(then)) });
    },
  };
  const params = (commit: string): CompareParams => ({ uri: client.uri('shinken.cfg'), copy: { commit } });

  test('has names', async () => {
    start(files, { runtime: { git } });
    expect(await client.request(copyRequests.commits, { uri: client.uri('hosts/web.cfg') })).toEqual([
      { name: 'v1', kind: 'tag', date: '2026-01-01', subject: 'One' },
    ]);
  });

  test('is compared, and its files can be read', async () => {
    start(files, { runtime: { git } });
    const { copy: name, differences } = await client.request<CompareResult>(copyRequests.compare, params('v1'));
    expect(name).toBe('v1');
    expect(differences.map(({ title }) => title)).toEqual(['host web-1']);
    const place = new URL(differences[0]?.other?.uri ?? '');
    expect([place.protocol, place.pathname]).toEqual([`${COMMIT_SCHEME}:`, '/etc/shinken/hosts/web.cfg']);
    const where = JSON.parse(decodeURIComponent(place.search.slice(1))) as object;
    expect(where).toEqual({ folder: 'file:///etc/shinken', commit: '1234' });
    const text = await client.request(copyRequests.text, { ...where, file: client.uri('hosts/web.cfg') });
    expect(text).toContain('10.0.0.2');
  });

  test('that git does not know', async () => {
    start(files, { runtime: { git } });
    await expect(client.request(copyRequests.compare, params('v9'))).rejects.toThrow('v9: git knows no such commit');
  });

  test('cannot be had without git', async () => {
    start(files);
    await expect(client.request(copyRequests.compare, params('v1'))).rejects.toThrow('cannot ask git');
  });
});

describe('a copy that the settings name', () => {
  const settings = { copies: [COPY] };

  test('is warned of when it differs', async () => {
    start(files + other, { settings });
    await client.codes('daemons/arbiters.cfg', CODE);
  });

  test('may be named from the folder', async () => {
    start(files + other, { settings: { copies: ['../../mnt/server3/etc/shinken'] } });
    await client.codes('daemons/arbiters.cfg', CODE);
  });

  test('is not mentioned when it says the same, or cannot be read', async () => {
    start(files + same, { settings: { copies: [COPY, '/mnt/none'] } });
    const found = await client.diagnostics('daemons/arbiters.cfg');
    expect(found.map(({ code }) => code)).not.toContain(CODE);
  });

  test('is looked at again when something is saved', async () => {
    start(files + same, { settings });
    await client.diagnostics('daemons/arbiters.cfg');
    await client.write('hosts/web.cfg', 'define host {\n    host_name  web-1\n    address    10.0.0.7\n}\n');
    await client.codes('daemons/arbiters.cfg', CODE);
    await client.write(`${COPY}/hosts/web.cfg`, 'define host {\n    host_name  web-1\n    address    10.0.0.7\n}\n');
    await client.diagnostics('daemons/arbiters.cfg', (all) => all.every(({ code }) => code !== CODE));
  });

  test('does not keep the editor waiting', async () => {
    const never = (): Promise<never> => new Promise(() => undefined);
    start(files, { settings, runtime: { source: { look: never, read: never } } });
    const found = await client.diagnostics('daemons/arbiters.cfg');
    expect(found.map(({ code }) => code)).not.toContain(CODE);
  });
});

describe('a job that copies', () => {
  test('is proposed for the machine of the spare arbiter', async () => {
    start(files);
    expect(await client.request<SyncProposal>(copyRequests.proposal, { uri: client.uri('hosts/web.cfg') })).toEqual({
      server: 'server3',
      folder: '/etc/shinken',
      time: '03:30',
    });
  });

  test('is made of files', async () => {
    start(files.replace('cfg_dir=hosts', 'cfg_dir=/etc/shinken/hosts'));
    const request = { server: 'server9', folder: '/etc/shinken', schedule: 'cron', time: '04:00' };
    const job = await client.request<SyncJob>(copyRequests.job, { uri: client.uri('shinken.cfg'), request });
    expect(job.files.map(({ name }) => name)).toEqual(['shinken-copy-to-server9.sh', 'shinken-copy-to-server9.cron']);
    expect(job.files[0]?.text).toContain('names its own files by whole paths');
  });

  test('is refused where it cannot be one', async () => {
    start(files);
    const request = { server: 'server9', folder: 'shinken', schedule: 'cron', time: '04:00' };
    await expect(client.request(copyRequests.job, { uri: client.uri('shinken.cfg'), request })).rejects.toThrow(
      'A whole path is needed',
    );
  });
});
