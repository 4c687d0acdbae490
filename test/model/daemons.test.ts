import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis';
import { loadProject } from '../../server/src/project/load';
import { analysisOf, codesOf } from '../support/analysis';
import { fixed, judged, problemLines } from '../support/problems';
import { memoryFileSystem, ROOT, workspace } from '../support/workspace';

const object = (type: string, ...lines: string[]): string =>
  `define ${type} {\n${lines.map((line) => `    ${line}\n`).join('')}}\n`;
const module = (name: string, ...lines: string[]): string => object('module', `module_name ${name}`, ...lines);
const said = (declaration: string): string[] =>
  problemLines(declaration).filter((line) => !/availability\/|lacks-module/.test(line));

test('what is missing is added, and said', () => {
  const { problems, model } = analysisOf('log_level=INFO');
  expect(problems.filter(({ code }) => code.startsWith('arbiter/')).map(({ message }) => message)).toEqual([
    'Shinken adds an arbiter (port 7770), a scheduler (port 7768), a poller (port 7771), a reactionner (port 7769), a broker (port 7772) on localhost: none is defined.',
    'No realm is defined: Shinken adds one called Default.',
  ]);
  const counts = ['arbiter', 'scheduler', 'poller', 'reactionner', 'broker', 'receiver', 'realm'] as const;
  expect(counts.map((type) => model.items(type).length)).toEqual([1, 1, 1, 1, 1, 0, 1]);
  expect(model.items('broker')[0]?.flag('manage_arbiters')).toBe(true);
});

test('of a part of a configuration nothing is said to be missing', () => {
  const text = object('host', 'host_name a', 'realm Europe', 'poller_tag DMZ', 'check_command _echo');
  const files = workspace(`#- packs/a.cfg\n${text}`).files;
  const project = loadProject(memoryFileSystem(files), { mains: [], cwd: ROOT });
  const codes = codesOf(analyze(project, { dialect: '2.4' }), 'arbiter/');
  expect(codes.filter((code) => /default|realm|tag|scheduler/.test(code))).toEqual([]);
});

describe('modules', () => {
  test.each<[what: string, declaration: string, ...problems: string[]]>([
    ['known', module('web', 'module_type webui') + object('broker', 'broker_name b', 'modules web, web')],
    ['none', object('broker', 'broker_name b', 'modules')],
    [
      'unknown to a broker',
      module('web', 'module_type webui') + object('broker', 'broker_name b', 'modules web,wbe'),
      'error arbiter/unknown-module ‹wbe›',
    ],
    ['unknown to an arbiter', object('arbiter', 'arbiter_name a', 'modules x'), 'error arbiter/unknown-module ‹x›'],
    ['unknown to a module', module('web', 'module_type w', 'modules x'), 'warning arbiter/unknown-module ‹x›'],
    [
      'unknown to a module without a name',
      object('module', 'module_type w', 'modules x'),
      'error arbiter/unknown-module ‹x›',
    ],
    [
      'without a type, of a broker',
      module('web') + object('broker', 'broker_name b', 'modules web'),
      'warning silent/module-without-type ‹web›',
    ],
    [
      'without a type, of the arbiter',
      module('web') + object('arbiter', 'arbiter_name a', 'modules web'),
      'error arbiter/module-without-type ‹web›',
    ],
    [
      'without a type, of an arbiter on another machine',
      module('web') +
        object('arbiter', 'arbiter_name a', 'host_name server9', 'modules web') +
        object('arbiter', 'arbiter_name b', 'host_name server1', 'spare 1'),
      'warning silent/module-without-type ‹web›',
    ],
    ['without a type, of nobody', module('web')],
  ])('%s', (_what, declaration, ...problems) => {
    expect(said(declaration).filter((line) => !line.includes('unnamed'))).toEqual(problems);
  });

  test('an unknown one is corrected or defined', () => {
    const broker = object('broker', 'broker_name b', 'modules wbe');
    expect(fixed(module('web', 'module_type w') + broker, 'arbiter/unknown-module')).toBe(
      module('web', 'module_type w') + broker.replace('wbe', 'web'),
    );
    expect(fixed(broker, 'arbiter/unknown-module')).toBe(
      `${broker}\ndefine module {\n    module_name  wbe\n    module_type  wbe\n}\n`,
    );
  });
});

describe('a daemon', () => {
  test.each<[what: string, declaration: string, ...problems: string[]]>([
    ['without a name', object('poller', 'port 1'), 'error arbiter/unnamed-object ‹define poller›'],
    ['with an empty name', object('broker', 'broker_name'), 'error arbiter/unnamed-object ‹define broker›'],
    [
      'with a list that begins with a plus, which is lost',
      module('m', 'module_type t') + object('broker', 'broker_name b', 'modules +m'),
      'warning silent/literal-plus ‹+m›',
    ],
    ['with a number that is none', object('poller', 'poller_name p', 'port x'), 'error arbiter/bad-value ‹x›'],
    [
      'with a satellite map that is none',
      object('arbiter', 'arbiter_name a', 'satellitemap p 10.0.0.1'),
      'error arbiter/bad-value ‹p 10.0.0.1›',
    ],
    ['that is a template, and so is none', object('poller', 'poller_name p', 'register 0', 'realm Nowhere')],
  ])('%s', (_what, declaration, ...problems) => {
    expect(said(declaration).filter((line) => !/template|use-/.test(line))).toEqual(problems);
  });

  test('a realm with an empty name is accepted', () => {
    expect(said(object('realm', 'realm_name', 'default 1'))).toEqual(['warning silent/unnamed-object ‹define realm›']);
  });
});

describe('modules out of Nagios settings', () => {
  test.each<[settings: string, daemon: 'arbiter' | 'broker' | 'scheduler', modules: string]>([
    ['command_file=/tmp/cmd', 'arbiter', 'named_pipe'],
    ['status_file=/tmp/s', 'broker', ''],
    ['status_file=/tmp/s\nobject_cache_file=/tmp/o', 'broker', 'status_dat'],
    ['log_file=/tmp/l', 'broker', 'simple_log'],
    ['use_syslog=1', 'broker', 'syslog'],
    ['use_syslog=0', 'broker', ''],
    ['host_perfdata_file=/tmp/h\nservice_perfdata_file=/tmp/s', 'broker', 'service_perfdata,host_perfdata'],
    ['state_retention_file=/tmp/r', 'scheduler', 'nagios_retention_file'],
    ['state_retention_file=/tmp/r\nretention_update_interval=0', 'scheduler', ''],
  ])('%s', (settings, daemon, modules) => {
    const { model, problems } = judged(`${settings}\n`);
    const found = model.items(daemon).map((item) => item.links.get('modules')?.map((each) => each.text('module_type')));
    expect(found).toEqual([modules === '' ? [] : modules.split(',')]);
    const warnings = problems.filter(({ code }) => code === 'arbiter/generated-module');
    expect(warnings).toHaveLength(modules === '' ? 0 : modules.split(',').length);
  });

  test('are not made where a daemon has one', () => {
    const pipe = module('p', 'module_type named_pipe') + object('arbiter', 'arbiter_name a', 'modules p');
    const log = module('l', 'module_type simple_log') + object('broker', 'broker_name b', 'modules l');
    expect(said(`command_file=/tmp/cmd\nlog_file=/tmp/l\n${pipe}${log}`)).toEqual([]);
  });
});

describe('the arbiter of a machine', () => {
  const two =
    object('arbiter', 'arbiter_name a', 'host_name server1') +
    object('arbiter', 'arbiter_name b', 'host_name server3.example.com', 'spare 1');
  test.each<[hostname: string | undefined, refused: boolean]>([
    ['server1', false],
    ['server1.example.com', false],
    ['server3', false],
    ['server31', true],
    ['laptop', true],
    [undefined, false],
  ])('%s', (hostname, refused) => {
    const codes = codesOf(analysisOf(two, hostname === undefined ? {} : { hostname }));
    expect(codes.includes('arbiter/no-arbiter-here')).toBe(refused);
  });

  test('is any that names none', () => {
    expect(codesOf(analysisOf(object('arbiter', 'arbiter_name a'), { hostname: 'x' }))).not.toContain(
      'arbiter/no-arbiter-here',
    );
  });
});
