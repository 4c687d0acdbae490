import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { SHAPES } from '../../bench/generate';
import { randomOf } from '../../bench/random';
import { analyze, type Analysis } from '../../server/src/analysis';
import { Amender } from '../../server/src/incremental/amend';
import { loadProject } from '../../server/src/project/load';
import { overlay } from '../../server/src/project/overlay';
import { TreeCache } from '../../server/src/project/tree-cache';
import type { FilePath, FileSystem } from '../../server/src/project/types';
import { complete } from '../../server/src/steps';
import { oracle, oracleFileSystem, verdicts } from '../conformance/oracle';
import { dedent, memoryFileSystem, ROOT } from '../support/workspace';
import { randomEdit } from './edits';
import { exampleFiles, installationFiles } from './example-files';
import { shown } from './shown';

/** A configuration that has been judged, and what can be told of edits of it. */
class Edited {
  readonly analysis: Analysis;
  private readonly amender: Amender | undefined;
  private readonly open = new Map<FilePath, string>();
  private readonly fileSystem: FileSystem;
  private readonly cache = new TreeCache();

  constructor(
    disk: FileSystem,
    private readonly mains: readonly string[],
    private readonly cwd: FilePath,
  ) {
    this.fileSystem = overlay(disk, this.open);
    this.analysis = this.judged();
    const { project, model, problems } = this.analysis;
    this.amender = complete(Amender.of({ project, model, problems, levels: new Map() }));
  }

  /** Problems by file as they are told of an edit, and as they are found by judging all; the former undefined where they are not told. */
  edit(
    file: FilePath,
    text: string,
  ): { readonly told: readonly string[] | undefined; readonly found: () => readonly string[] } {
    const tree = this.cache.parse(file, text, undefined, undefined, { dialect: '2.4' });
    const amendment = this.amender?.amended({ path: file, text, tree });
    const before = this.analysis.problems.filter((problem) => amendment?.has(problem.file) === false);
    const after = [...(amendment?.values() ?? [])].flat();
    const told = amendment && shown([...before, ...after]);
    const found = (): readonly string[] => {
      this.open.set(file, text);
      const { problems } = this.judged();
      this.open.clear();
      return shown(problems);
    };
    return { told, found };
  }

  private judged(): Analysis {
    const { mains, cwd } = this;
    return analyze(loadProject(this.fileSystem, { mains, cwd, dialect: '2.4' }, this.cache), { dialect: '2.4' });
  }
}

/** Edits one after the other, each of the same text; how many of them were told, all as they are found. */
async function tryEdits(edited: Edited, seed: number, count: number): Promise<number> {
  let told = 0;
  for (let index = 0; index < count; index++) {
    const edit = randomEdit(edited.analysis.project, randomOf(seed, index));
    if (!edit) continue;
    const result = edited.edit(edit.file, edit.text);
    if (!result.told) continue;
    told++;
    expect(result.told, `${edit.file}, ${edit.what}`).toEqual(result.found());
    await setImmediate();
  }
  return told;
}

describe('what is told of a random edit is what judging everything finds', () => {
  test.each(['etc-shinken', 'two-servers', 'realms', 'dmz'])(
    'in the example %s',
    async (name) => {
      const edited = new Edited(memoryFileSystem(exampleFiles(name)), ['shinken.cfg'], ROOT);
      expect(await tryEdits(edited, 1, 250)).toBeGreaterThan(20);
    },
    120_000,
  );

  test.each(SHAPES)(
    'in an installation of a hundred hosts, %s',
    async (shape) => {
      const edited = new Edited(memoryFileSystem(installationFiles(shape, 100)), ['shinken.cfg'], ROOT);
      expect(await tryEdits(edited, 2, 120)).toBeGreaterThan(20);
    },
    240_000,
  );

  test.skipIf(oracle === undefined)(
    'in the labelled configurations',
    async () => {
      const fileSystem = oracleFileSystem();
      const root = `${oracle ?? ''}/corpus`;
      let told = 0;
      for (const [index, { main, cwd, with: others = [] }] of verdicts().entries()) {
        const edited = new Edited(fileSystem, [main, ...others], path.posix.join(root, cwd));
        told += await tryEdits(edited, 1000 + index, 15);
      }
      console.log(`edits told as they are found: ${String(told)}`);
      expect(told).toBeGreaterThan(400);
    },
    600_000,
  );
});

const basis = dedent(`
  define command {
      command_name  check_ping
      command_line  ping $HOSTADDRESS$
  }
  define contact {
      contact_name  admin
  }
  define timeperiod {
      timeperiod_name  24x7
  }
  define host {
      name           generic
      check_command  check_ping
      contacts       admin
      register       0
  }
  define host {
      use         generic
      host_name   web-1
      alias       The first
      hostgroups  web
  }
  define host {
      use        generic
      host_name  web-2
  }
  define hostgroup {
      hostgroup_name  web
  }
  define service {
      host_name            web-1
      service_description  Ping
      check_command        check_ping
      contacts             admin
  }
  define service {
      host_name            web-2
      service_description  Ping
      check_command        check_ping
      contacts             admin
  }
  define service {
      hostgroup_name       web
      service_description  Disk
      check_command        check_ping
      contacts             admin
  }
  define servicedependency {
      host_name                      web-1
      service_description            Ping
      dependent_host_name            web-1
      dependent_service_description  Disk
  }
`);

const file = `${ROOT}/objects.cfg`;

function editedText(text: string): Edited {
  const files = new Map([
    [`${ROOT}/shinken.cfg`, 'cfg_file=objects.cfg\n'],
    [file, text],
  ]);
  return new Edited(memoryFileSystem(files), ['shinken.cfg'], ROOT);
}

function first(text: string, before: string, after: string): string {
  expect(text).toContain(before);
  return text.replace(before, () => after);
}

describe('an edit', () => {
  const edited = editedText(basis);

  test.each([
    ['of a value', 'The first', 'The one'],
    ['of a comment', 'define hostgroup', '# all\ndefine hostgroup'],
    ['of a number that becomes a mistake', 'alias       The first', 'max_check_attempts  many'],
    ['of a key that becomes none', 'alias  ', 'aliass '],
    ['of the command of a service', 'check_command        check_ping', 'check_command        check_pong'],
    ['of the host of a service', 'host_name            web-2', 'host_name            web-3'],
    [
      'that makes two services of one name',
      'define servicedependency',
      'define service {\n    host_name            web-2\n    service_description  Ping\n}\ndefine servicedependency',
    ],
    [
      'that adds a service',
      'define servicedependency',
      'define service {\n    host_name            web-2\n    service_description  Load\n}\ndefine servicedependency',
    ],
    ['that undoes itself', 'The first', 'The first'],
  ])('%s is told', (_, before, after) => {
    const { told, found } = edited.edit(file, first(basis, before, after));
    expect(told).toBeDefined();
    expect(told).toEqual(found());
  });

  test.each([
    ['of the name of a host', 'host_name   web-1', 'host_name   web-9'],
    ['of the templates of a host', 'use         generic', 'use         special'],
    ['of the groups of a host', 'hostgroups  web', 'hostgroups  db'],
    ['of a template', 'name           generic', 'name           special'],
    ['of a command', 'ping $HOSTADDRESS$', 'ping'],
    ['that others notice', 'service_description  Ping', 'service_description  Pong'],
    ['of a host that comes to a dependency', 'host_name            web-2', 'host_name            web-1'],
    ['of a service for a whole group', 'hostgroup_name       web', 'hostgroup_name       db'],
    ['that leaves a file open', 'dependent_service_description  Disk\n}', 'dependent_service_description  Disk\n'],
    ['that adds a setting', 'define hostgroup', 'cfg_dir=more\ndefine hostgroup'],
  ])('%s is not', (_, before, after) => {
    expect(edited.edit(file, first(basis, before, after)).told).toBeUndefined();
  });
});

const service = (host: string, description: string, more = ''): string =>
  `define service {\n    host_name  ${host}\n    service_description  ${description}\n    ${more}\n}\n`;
const command = 'define command {\n    command_name  ping\n    command_line  ping\n}\n';
const hosts = (...names: readonly string[]): string =>
  names.map((name) => `define host {\n    host_name  ${name}\n    # of ${name}\n}\n`).join('');

/** What is judged of a few objects would be wrong here: it is told right, or not at all. */
describe('an edit that reaches further than it seems to is not told wrong', () => {
  test.each([
    [
      'a service comes to a host without a name',
      `define host {\n    check_period  never\n}\n${hosts('a')}# end\n`,
      '# end',
      'define service {\n    service_description  Ping\n}',
    ],
    [
      'of two services of one name the one that was lost is there again',
      service('a', 'Ping', 'check_command  none') + hosts('a', 'b') + service('a', 'Ping', 'alias  second'),
      `host_name  a\n    service_description  Ping\n    alias`,
      `host_name  b\n    service_description  Ping\n    alias`,
    ],
    [
      'the other service of that name is written for several hosts',
      service('a', 'Ping') + hosts('a', 'b') + service('a,!b', 'Ping') + '# end\n',
      '# end',
      service('a', 'Ping'),
    ],
    [
      'what was lost gave way by its order of definition',
      hosts('a') + service('a', 'Ping', 'definition_order  1') + service('a', 'Ping', 'check_command  none'),
      'definition_order',
      '# definition_order',
    ],
    [
      'a rule looks for services by a pattern',
      hosts('a', 'b') + service('b', 'State', 'check_command  bp_rule!a,r:D.*') + service('a', 'Disk') + '# end\n',
      service('a', 'Disk'),
      '',
    ],
    [
      'a rule looks for labels',
      hosts('a', 'b') + service('b', 'State', 'check_command  bp_rule!l:dmz') + '# end\n',
      '# of a',
      'labels  dmz',
    ],
    [
      'a rule of a template has macros',
      `define service {\n    name  rule\n    register  0\n    check_command  bp_rule!$_SERVICEWHO$\n}\n${hosts('a', 'b')}${service('a', 'State', 'use  rule\n    _WHO  b')}`,
      '_WHO  b',
      '_WHO  c',
    ],
    [
      'a service for several hosts stays when a value is wrong',
      hosts('a', 'b', 'c') +
        service('c', 'State', 'check_command  bp_rule!a,Disk') +
        service('a,b', 'Disk', 'check_interval  5'),
      'check_interval  5',
      'check_interval  x',
    ],
    [
      'a group of services takes the hosts of a service apart',
      hosts('a') + service('a,b,c', 'Disk', 'servicegroups  disks') + '# end\n',
      '# end',
      service('c', 'Disk'),
    ],
    [
      'a group has its members from contacts only',
      `define contactgroup {\n    contactgroup_name  staff\n}\ndefine contact {\n    contact_name  joe\n    contactgroups  staff\n}\n${hosts('a')}`,
      '# of a',
      'contact_groups  staff',
    ],
    [
      'services of one host have a value from it, in an order of their own',
      `${hosts('a', 'b')}${service('*', 'Ping')}${service('a', 'Disk')}`,
      '# of a',
      'check_period  never',
    ],
    [
      'a rule of a service names what its host says for people',
      `${hosts('b')}define host {\n    host_name  a\n    alias  b\n}\n${service('a', 'State', 'check_command  bp_rule!$HOSTALIAS$')}`,
      'alias  b',
      'alias  c',
    ],
    [
      'a rule of a template names a number of the host',
      `define service {\n    name  rule\n    register  0\n    check_command  bp_rule!$MAXHOSTATTEMPTS$\n}\n${hosts('3')}define host {\n    host_name  a\n    max_check_attempts  3\n}\n${service('a', 'State', 'use  rule')}`,
      'max_check_attempts  3',
      'max_check_attempts  4',
    ],
    [
      'a host is checked where nobody checks',
      `define realm {\n    realm_name  Europe\n    default  1\n}\ndefine scheduler {\n    scheduler_name  one\n    address  server1\n}\ndefine realm {\n    realm_name  Asia\n}\ndefine poller {\n    poller_name  far\n    address  server2\n    realm  Asia\n}\ndefine host {\n    host_name  a\n    check_command  ping\n    active_checks_enabled  0\n}\n`,
      'active_checks_enabled  0',
      'active_checks_enabled  1',
    ],
    [
      'a dependency closes a loop of several',
      ['Ping Disk', 'Disk Load', 'Load Ping']
        .map((pair) => pair.split(' '))
        .map(
          ([one = '', other = '']) =>
            `define servicedependency {\n    host_name  a\n    service_description  ${one}\n    dependent_host_name  a\n    dependent_service_description  ${other}\n}\n`,
        )
        .join('') +
        hosts('a') +
        service('a', 'Disk') +
        service('a', 'Load') +
        '# end\n',
      '# end',
      service('a', 'Ping'),
    ],
  ])('where %s', (_, text, before, after) => {
    const { told, found } = editedText(command + text).edit(file, first(command + text, before, after));
    expect(told ?? found()).toEqual(found());
  });
});

test('no edit is told where a file is read twice: what it defines comes before and after the others', () => {
  const files = new Map([
    [`${ROOT}/shinken.cfg`, 'cfg_file=again.cfg\ncfg_file=objects.cfg\ncfg_file=again.cfg\n'],
    [`${ROOT}/again.cfg`, service('a', 'Ping')],
    [file, hosts('a') + service('a', 'Ping', 'check_command  ping')],
  ]);
  const { told } = new Edited(memoryFileSystem(files), ['shinken.cfg'], ROOT).edit(file, hosts('a'));
  expect(told).toBeUndefined();
});
