import { describe, expect, test } from 'vitest';
import { installation, SHAPES } from '../../bench/generate';
import { random } from '../../bench/random';
import { define, type Directives } from '../../bench/writer';
import { analyze } from '../../server/src/analysis';
import { loadProject } from '../../server/src/project/load';
import type { FileSystem } from '../../server/src/project/types';
import type { Problem } from '../../server/src/rules/rule';
import { Sampler, type Verdict } from '../../server/src/sample/verdict';
import { complete } from '../../server/src/steps';
import { randomEdit } from '../incremental/edits';
import { shown } from '../incremental/shown';
import { memoryFileSystem, ROOT } from '../support/workspace';
import { randomInstallation } from './installation';

const spec = { mains: [`${ROOT}/shinken.cfg`], cwd: ROOT };
const options = { dialect: '2.4' } as const;

const inRoot = (files: Iterable<readonly [string, string]>): Map<string, string> =>
  new Map([...files].map(([path, text]) => [`${ROOT}/${path}`, text]));

const wholeOf = (fileSystem: FileSystem): readonly Problem[] =>
  analyze(loadProject(fileSystem, spec), options).problems;

/** However little may be left out. */
const eager = (): Sampler => new Sampler(undefined, { least: 1, share: 0 });

const sampled = (sampler: Sampler, fileSystem: FileSystem): Verdict | undefined =>
  complete(sampler.judging(fileSystem, spec, options));

const hostsIn = ({ project }: Verdict): number => project.objects.filter(({ type }) => type === 'host').length;

describe('the verdict from a part of a configuration', () => {
  test('is that of the whole, for random installations', () => {
    let told = 0;
    for (let seed = 0; seed < 500; seed++) {
      const fileSystem = memoryFileSystem(inRoot(randomInstallation(seed)));
      const verdict = sampled(eager(), fileSystem);
      if (!verdict) continue;
      told++;
      expect(shown(verdict.problems), `installation ${seed}`).toEqual(shown(wholeOf(fileSystem)));
    }
    expect(told).toBeGreaterThan(100);
  }, 60_000);

  test('is that of the whole after every edit', () => {
    let told = 0;
    for (let seed = 0; seed < 40; seed++) {
      const files = inRoot(randomInstallation(seed));
      const sampler = eager();
      const draw = random(seed);
      for (let step = 0; step < 12; step++) {
        const fileSystem = memoryFileSystem(files);
        const verdict = sampled(sampler, fileSystem);
        if (verdict) {
          told++;
          const what = `installation ${seed}, edit ${step}`;
          expect(shown(verdict.problems), what).toEqual(shown(wholeOf(fileSystem)));
        }
        const edit = randomEdit(loadProject(fileSystem, spec), draw);
        // Every other edit is taken back: else there would soon be nothing but mistakes.
        if (edit)
          files.set(edit.file, step % 2 === 0 ? edit.text : (inRoot(randomInstallation(seed)).get(edit.file) ?? ''));
      }
    }
    expect(told).toBeGreaterThan(60);
  }, 60_000);
});

describe.each(SHAPES)('of an installation of %s', (shape) => {
  const files = inRoot(installation({ shape, hosts: 400, dialect: 'shinken', seed: 1, folder: ROOT }));

  test('a few hosts stand for the others', () => {
    const fileSystem = memoryFileSystem(files);
    const verdict = sampled(eager(), fileSystem);
    expect(verdict && hostsIn(verdict)).toBeLessThan(shape === 'templates' ? 250 : 60);
    expect(verdict && shown(verdict.problems)).toEqual(shown(wholeOf(fileSystem)));
    expect([...(verdict?.project.files.values() ?? [])].map(({ path, text }) => [path, text]).sort()).toEqual(
      [...files].sort(),
    );
  });

  test.each([
    [
      'a mistake in the template of all',
      'templates/generic.cfg',
      'check_interval         5',
      'check_interval         five',
    ],
    [
      'a realm that is not there',
      'hosts/hosts-0001.cfg',
      'host_name           srv-000150',
      'realm Nowhere\nhost_name srv-000150',
    ],
    ['a host that is there twice', 'hosts/hosts-0001.cfg', 'srv-000150', 'srv-000151'],
    ['a template that is not there', 'hosts/hosts-0002.cfg', 'use ', 'use nothing,'],
    ['an object that is not closed', 'hosts/hosts-0000.cfg', '}\n', '\n'],
  ])('%s is found or left to the whole', (_, path, text, replacement) => {
    const file = `${ROOT}/${path}`;
    const before = files.get(file) ?? '';
    const after = before.replace(text, replacement);
    const sampler = eager();
    sampled(sampler, memoryFileSystem(files));
    const fileSystem = memoryFileSystem(new Map([...files, [file, after]]));
    const verdict = sampled(sampler, fileSystem);
    if (verdict) expect(shown(verdict.problems)).toEqual(shown(wholeOf(fileSystem)));
    else expect(wholeOf(fileSystem)).not.toEqual([]);
    expect(sampled(sampler, memoryFileSystem(files))?.problems).toEqual(
      sampled(eager(), memoryFileSystem(files))?.problems,
    );
  });
});

/** Twelve hosts that differ in what `more` says of each. */
const twelve = (more: (host: number) => string, behind = ''): Map<string, string> => {
  const daemons = ['arbiter', 'scheduler', 'poller', 'reactionner', 'broker']
    .map((type) => define(type, { [`${type}_name`]: type, address: 'monitor-1', port: 7770 }))
    .join('');
  const template = {
    name: 'all',
    max_check_attempts: 3,
    notifications_enabled: 0,
    check_period: 'always',
    register: 0,
  };
  const base = [
    daemons,
    define('timeperiod', { timeperiod_name: 'always', alias: 'Always', monday: '00:00-24:00' }),
    define('command', { command_name: 'ping', command_line: 'ping' }),
    define('host', template),
    define('service', { ...template, check_command: 'ping', check_interval: 1, retry_interval: 1 }),
    ...['g1', 'g2'].map((name) => define('hostgroup', { hostgroup_name: name, alias: name })),
    ...['p1', 'p2'].map((name) => define('host', { use: 'all', host_name: name, address: name })),
  ];
  const hosts = Array.from({ length: 12 }, (_, host) => more(host));
  return inRoot([
    ['shinken.cfg', 'cfg_file=base.cfg\ncfg_file=hosts.cfg\ncfg_file=behind.cfg\n'],
    ['base.cfg', base.join('')],
    ['hosts.cfg', hosts.join('')],
    ['behind.cfg', behind],
  ]);
};

const hostCalled = (host: number, more: Directives = {}): string =>
  define('host', { use: 'all', host_name: `h${host}`, address: `10.0.0.${host}`, ...more });
const serviceOn = (host: number, name: string, more: Directives = {}): string =>
  define('service', { use: 'all', host_name: `h${host}`, service_description: name, ...more });
const needOn = (host: number, one: string, other: string): string =>
  define('servicedependency', {
    host_name: `h${host}`,
    dependent_host_name: `h${host}`,
    service_description: one,
    dependent_service_description: other,
    execution_failure_criteria: 'c',
  });

describe('hosts are not taken for others', () => {
  const lists = ['g1 g2', 'g1,,g2', 'g1,g2,', 'g1,+g2', 'g1+g2', 'null'];
  const inOrder = Array.from({ length: 12 }, (_, host) => host);
  const both = (host: number): string => serviceOn(host, 'A') + serviceOn(host, 'B');
  test.each<[string, Map<string, string>]>([
    ...lists.map((list): [string, Map<string, string>] => [
      `for groups written ${list}`,
      twelve((host) => hostCalled(host, { hostgroups: host === 8 ? list : 'g1,g2' })),
    ]),
    ...lists.map((list): [string, Map<string, string>] => [
      `for parents written ${list.replaceAll('g', 'p')}`,
      twelve((host) => hostCalled(host, { parents: host === 8 ? list.replaceAll('g', 'p') : 'p1,p2' })),
    ]),
    [
      'whose services need each other both ways',
      twelve((host) => {
        const [there, back] = [needOn(host, 'A', 'B'), needOn(host, 'B', 'A')];
        return hostCalled(host) + both(host) + (host === 8 ? there + back : host % 2 === 0 ? there : back);
      }),
    ],
    [
      'whose services say so themselves',
      twelve((host) => {
        const need = (name: string, is: boolean): string =>
          serviceOn(host, name, is ? { service_dependencies: `,${name === 'A' ? 'B' : 'A'}` } : {});
        return hostCalled(host) + need('A', host % 2 === 0 || host === 8) + need('B', host % 2 === 1 || host === 8);
      }),
    ],
    [
      'whose services are written in another order',
      twelve(
        (host) => hostCalled(host),
        [5, 0, ...inOrder.filter((host) => host > 0 && host !== 5)]
          .map((host) => serviceOn(host, 'A', { servicegroups: 'nosuch' }))
          .join(''),
      ),
    ],
    ['with a very long line', twelve((host) => hostCalled(host, { notes: host === 8 ? 'x'.repeat(200_000) : 'x' }))],
  ])('%s', (_, files) => {
    const fileSystem = memoryFileSystem(files);
    const verdict = sampled(eager(), fileSystem);
    if (verdict) expect(shown(verdict.problems)).toEqual(shown(wholeOf(fileSystem)));
    else expect(wholeOf(fileSystem)).not.toEqual([]);
  });
});

test('what is broken off leaves nothing behind', () => {
  const before = memoryFileSystem(twelve((host) => hostCalled(host, { contacts: host === 8 ? 'bo1' : undefined })));
  const after = memoryFileSystem(
    new Map(
      [...twelve((host) => hostCalled(host, { contacts: host === 8 ? 'bob' : 'eve' }), 'define contact {\n}\n')].map(
        ([file, text]) => [file, `${text}\n`],
      ),
    ),
  );
  const truth = shown(wholeOf(before));
  for (let steps = 1; steps < 30; steps++) {
    const sampler = eager();
    sampled(sampler, before);
    const broken = sampler.judging(after, spec, options);
    for (let step = 0; step < steps; step++) broken.next();
    const verdict = sampled(sampler, before);
    if (verdict) expect(shown(verdict.problems), `${steps} steps`).toEqual(truth);
  }
});

test('nothing is told where it would not be worth it', () => {
  const files = inRoot(installation({ shape: 'explicit', hosts: 50, dialect: 'shinken', seed: 1, folder: ROOT }));
  expect(sampled(new Sampler(), memoryFileSystem(files))).toBeUndefined();
});
