/** What is said of set-ups that are as they should be. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis';
import { nodeFileSystem } from '../../server/src/cli/node-file-system';
import { loadProject } from '../../server/src/project/load';
import { analysisOf } from '../support/analysis';
import { codes } from './support';

const define = (kind: string, name: string, rest: readonly string[]): string =>
  `define ${kind} {\n    ${kind}_name  ${name}\n${rest.map((line) => `    ${line}\n`).join('')}}\n`;

const kinds = ['arbiter', 'scheduler', 'reactionner', 'poller', 'broker', 'receiver'] as const;

type Kind = (typeof kinds)[number];

const ports: Readonly<Record<Kind, number>> = {
  scheduler: 7768,
  reactionner: 7769,
  arbiter: 7770,
  poller: 7771,
  broker: 7772,
  receiver: 7773,
};

const more: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  arbiter: ['check_interval 60', 'max_check_attempts 3', 'modules named-pipe'],
  scheduler: ['modules redis-retention'],
  broker: ['manage_arbiters 1', 'modules webui,livestatus'],
};

const daemonOn = (kind: Kind, name: string, server: string, rest: readonly string[] = []): string =>
  `#- ${kind}s/${name}.cfg\n${define(kind, name, [
    `address ${server}`,
    ...(kind === 'arbiter' ? [`host_name ${server}`] : []),
    `port ${String(ports[kind])}`,
    'realm All',
    'manage_sub_realms 1',
    ...(more[kind] ?? []),
    ...rest,
  ])}`;

const modules = `#- modules/all.cfg
define module {
    module_name  redis-retention
    module_type  redis_retention
    server       store
}
define module {
    module_name  webui
    module_type  webui2
}
define module {
    module_name  livestatus
    module_type  livestatus
}
define module {
    module_name  named-pipe
    module_type  named_pipe
}
`;

const main = `#- shinken.cfg\n${[...kinds.map((kind) => `${kind}s`), 'realms', 'modules'].map((folder) => `cfg_dir=${folder}`).join('\n')}\n`;
const realm = '#- realms/all.cfg\ndefine realm {\n    realm_name  All\n    default     1\n}\n';
const masters = kinds.map((kind) => daemonOn(kind, `${kind}-master`, 'server1')).join('');
const spares = kinds.map((kind) => daemonOn(kind, `${kind}-spare`, 'server3', ['spare 1'])).join('');
const secondPoller = daemonOn('poller', 'poller-server2', 'server2');
const shared = main + realm + modules + masters;

describe('the set-up of the documentation', () => {
  test('has nothing to be said of it: masters on one server, a second poller, six spares', () => {
    expect(codes(analysisOf(shared + secondPoller + spares), true)).toEqual([]);
  });

  test.each(kinds)('lacks its spare %s', (kind) => {
    const without = kinds
      .filter((other) => other !== kind)
      .map((other) => daemonOn(other, `${other}-spare`, 'server3', ['spare 1']))
      .join('');
    expect(codes(analysisOf(shared + without))).toEqual(['no-spare']);
  });

  test('has one quiet information without any spare', () => {
    const analysis = analysisOf(shared + secondPoller);
    const heard = analysis.problems.filter(({ code }) => code.startsWith('availability/'));
    expect(heard.map(({ code, severity, object }) => [code, severity, object?.name])).toEqual([
      ['availability/single-server', 'information', 'arbiter-master'],
    ]);
  });
});

describe('nothing', () => {
  test.each([['of the example configuration but that it has no spare', ['single-server']]])('%s', (_what, expected) => {
    const folder = path.resolve(import.meta.dirname, '../../examples/etc-shinken').replaceAll('\\', '/');
    const project = loadProject(nodeFileSystem, { mains: ['shinken.cfg'], cwd: folder, dialect: '2.4' });
    expect(codes(analyze(project, { dialect: '2.4' }), true)).toEqual(expected);
  });

  test.each([
    ['without any daemon', 'define host {\n    host_name           web\n    max_check_attempts  3\n}\n'],
    ['that is empty', ''],
    [
      'with old Nagios settings',
      'command_file=/var/nagios.cmd\nlog_file=/var/nagios.log\nstate_retention_file=/var/r.dat\n',
    ],
    ['with a realm and no daemon', 'define realm {\n    realm_name  All\n    default     1\n}\n'],
  ])('of a configuration %s', (_what, text) => {
    expect(codes(analysisOf(text), true)).toEqual([]);
  });
});
