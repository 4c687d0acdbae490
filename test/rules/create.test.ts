import { describe, expect, test } from 'vitest';
import { analyze, type Analysis, analyzeAfter } from '../../server/src/analysis';
import { defaultStyle, defaultWhitespace, formatDocument } from '../../server/src/features/formatting';
import { loadProject } from '../../server/src/project/load';
import type { FilePath } from '../../server/src/project/types';
import { withUnloaded } from '../../server/src/project/unloaded';
import { ruleOf, rules } from '../../server/src/rules';
import type { Fix, Problem } from '../../server/src/rules/rule';
import { applied } from '../support/analysis';
import { judge } from '../support/examples';
import { memoryFileSystem, ROOT, workspace } from '../support/workspace';

interface Created {
  readonly title: string;
  /** The files that the fix touches, and what they hold then. */
  readonly texts: Readonly<Record<string, string>>;
  readonly before: Analysis;
  readonly after: Analysis;
  readonly problem: Problem;
}

function judged(files: ReadonlyMap<FilePath, string>): Analysis {
  const main = `${ROOT}/shinken.cfg`;
  const mains = files.has(main) ? [main] : [];
  const project = loadProject(memoryFileSystem(files), { mains, cwd: ROOT, root: ROOT });
  const others = [...files.keys()].filter((file) => file.endsWith('.cfg') && !project.files.has(file));
  const all = mains.length > 0 ? withUnloaded(memoryFileSystem(files), project, others) : project;
  return analyze(all, { dialect: '2.4', hostname: 'server1' });
}

const isCreation = ({ title }: Fix): boolean => title.startsWith('Create ');

/** The first problem of that code whose fixes create something, and what comes of it. */
function created(declaration: string, code: string): Created | undefined {
  const { files } = workspace(declaration);
  const before = judged(files);
  for (const problem of before.problems) {
    if (problem.code !== code) continue;
    const fix = ruleOf(code)?.fix?.(problem, before.model).find(isCreation);
    if (!fix) continue;
    const now = applied(files, fix.change);
    const texts = [...now].filter(([file, text]) => files.get(file) !== text);
    const after = judged(now);
    const shown = texts.map(([file, text]): [string, string] => [file.replace(`${ROOT}/`, ''), text]);
    return { title: fix.title, texts: Object.fromEntries(shown), before, after, problem };
  }
  return undefined;
}

const errors = ({ problems }: Analysis): string[] =>
  problems.flatMap(({ severity, code, message }) => (severity === 'error' ? [`${code}: ${message}`] : []));

/** The fix mends its problem, brings no error, and leaves what it has written as the formatter would. */
function check(declaration: string, code: string, title: string, definition: string): void {
  const found = created(declaration, code);
  expect(found?.title).toBe(title);
  if (!found) return;
  const { texts, before, after, problem } = found;
  const written = Object.values(texts).join('');
  expect(written).toContain(definition);
  expect(after.problems.filter(({ code: its, message }) => its === code && message === problem.message)).toEqual([]);
  expect(errors(after).filter((error) => !errors(before).includes(error))).toEqual([]);
  const tail = written.slice(written.indexOf(definition));
  expect(formatDocument(tail, { ...defaultStyle, ...defaultWhitespace, dialect: '2.4' })).toEqual([]);
}

const host = (name: string, ...lines: string[]): string =>
  `define host {\n    host_name ${name}\n${lines.map((line) => `    ${line}\n`).join('')}}\n`;

const block = (type: string, ...lines: string[]): string =>
  `define ${type} {\n${lines.map((l) => `    ${l}\n`).join('')}}\n`;

const padded = (...rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([key]) => key.length)) + 2;
  return `${rows.map(([key, value]) => `    ${key.padEnd(width)}${value}`.trimEnd()).join('\n')}\n}\n`;
};

describe('an object that is missing is created', () => {
  const here = 'in this file';
  test.each<readonly [string, string, string, string, string]>([
    [
      'a host',
      host('a', 'parents b'),
      'arbiter/unknown-host',
      `host “b” ${here}`,
      padded(['host_name', 'b'], ['address', 'b']),
    ],
    [
      'a host, in the realm of whoever names it',
      block('realm', 'realm_name All', 'default 1', 'realm_members R') +
        block('realm', 'realm_name R') +
        block('scheduler', 'scheduler_name s', 'realm R') +
        block('scheduler', 'scheduler_name t') +
        host('a', 'realm R', 'parents b'),
      'arbiter/unknown-host',
      `host “b” ${here}`,
      padded(['host_name', 'b'], ['address', 'b'], ['realm', 'R']),
    ],
    [
      'a service group',
      host('a') +
        block(
          'service',
          'host_name a',
          'service_description S',
          'check_command _echo',
          'check_interval 5',
          'retry_interval 1',
          'servicegroups g',
        ),
      'silent/group-created',
      `service group “g” ${here}`,
      padded(['servicegroup_name', 'g']),
    ],
    [
      'a command, with its arguments',
      host('a', 'check_command check_x!1!2\\!3!4'),
      'arbiter/unknown-command',
      `command “check_x” ${here}`,
      padded(['command_name', 'check_x'], ['command_line', '$USER1$/check_x $ARG1$ $ARG2$ $ARG3$']),
    ],
    [
      'a command, as often as anybody calls it with arguments',
      host('a', 'check_command c') + host('b', 'check_command c!1'),
      'arbiter/unknown-command',
      `command “c” ${here}`,
      '$USER1$/c $ARG1$\n',
    ],
    [
      'a command, where the other commands have their programs',
      block('command', 'command_name a', 'command_line $PLUGINS$/check_a -H x') + host('a', 'check_command c'),
      'arbiter/unknown-command',
      `command “c” ${here}`,
      '$PLUGINS$/c\n',
    ],
    [
      'one of several commands',
      block('contact', 'contact_name c', 'host_notification_commands x!1,y!1!2', 'service_notification_commands y'),
      'arbiter/unknown-command',
      `command “x” ${here}`,
      '$USER1$/x $ARG1$\n',
    ],
    [
      'a contact',
      host('a', 'contacts c'),
      'arbiter/unknown-contact',
      `contact “c” ${here}`,
      padded(['contact_name', 'c']),
    ],
    [
      'a contact, with the ways of another',
      block(
        'notificationway',
        'notificationway_name mail',
        'host_notification_options n',
        'service_notification_options n',
      ) +
        block('contact', 'contact_name d', 'notificationways mail') +
        host('a', 'contacts c'),
      'arbiter/unknown-contact',
      `contact “c” ${here}`,
      padded(['contact_name', 'c'], ['notificationways', 'mail']),
    ],
    [
      'a contact, notified as another is',
      block('command', 'command_name n', 'command_line /bin/true') +
        block('timeperiod', 'timeperiod_name t', 'monday 00:00-24:00') +
        block(
          'contact',
          'contact_name d',
          'host_notification_commands n!1',
          'service_notification_commands n',
          'host_notification_period t',
          'service_notification_period t',
        ) +
        host('a', 'contacts c'),
      'arbiter/unknown-contact',
      `contact “c” ${here}`,
      padded(
        ['contact_name', 'c'],
        ['host_notification_period', 't'],
        ['host_notification_commands', 'n!1'],
        ['service_notification_period', 't'],
        ['service_notification_commands', 'n'],
      ),
    ],
    [
      'a contact group',
      host('a', 'contact_groups g'),
      'arbiter/unknown-contactgroup',
      `contact group “g” ${here}`,
      padded(['contactgroup_name', 'g'], ['members', '']),
    ],
    [
      'a host group',
      host('a') +
        block(
          'service',
          'hostgroup_name g',
          'service_description S',
          'check_command _echo',
          'check_interval 5',
          'retry_interval 1',
        ),
      'arbiter/unknown-hostgroup',
      `host group “g” ${here}`,
      padded(['hostgroup_name', 'g']),
    ],
    [
      'a group that is made without a word',
      host('a', 'hostgroups g'),
      'silent/group-created',
      `host group “g” ${here}`,
      padded(['hostgroup_name', 'g']),
    ],
    [
      'a time period',
      host('a', 'check_period t'),
      'arbiter/unknown-timeperiod',
      `time period “t” ${here}`,
      padded(
        ['timeperiod_name', 't'],
        ...['mon', 'tues', 'wednes', 'thurs', 'fri', 'satur', 'sun'].map((d) => [`${d}day`, '00:00-24:00'] as const),
      ),
    ],
    [
      'a template',
      host('a', 'use t'),
      'arbiter/unknown-template',
      `host template “t” ${here}`,
      padded(['name', 't'], ['register', '0']),
    ],
    [
      'a template of a time period',
      block('timeperiod', 'timeperiod_name t', 'use u', 'monday 00:00-24:00'),
      'silent/unknown-template',
      `time period template “u” ${here}`,
      padded(['name', 'u'], ['register', '0']),
    ],
    [
      'a module',
      block('broker', 'broker_name b', 'modules webui'),
      'arbiter/unknown-module',
      `module “webui” ${here}`,
      padded(['module_name', 'webui'], ['module_type', 'webui']),
    ],
    [
      'a realm, by default the default one',
      block('scheduler', 'scheduler_name s', 'realm R') + block('broker', 'broker_name s', 'realm R'),
      'arbiter/unknown-realm',
      `realm “R” ${here}`,
      padded(['realm_name', 'R'], ['default', '1']),
    ],
    [
      'a realm within another',
      block('realm', 'realm_name All', 'default 1', 'realm_members Europe'),
      'availability/unknown-realm-member',
      `realm “Europe” ${here}`,
      padded(['realm_name', 'Europe']),
    ],
    [
      'a way of notifying',
      block('contact', 'contact_name c', 'notificationways sms'),
      'silent/unknown-reference',
      `notification way “sms” ${here}`,
      padded(
        ['notificationway_name', 'sms'],
        ['host_notification_options', 'n'],
        ['service_notification_options', 'n'],
      ),
    ],
    [
      'an escalation',
      host('a', 'escalations e'),
      'arbiter/unknown-escalation',
      `escalation “e” ${here}`,
      padded(['escalation_name', 'e'], ['first_notification', '3'], ['last_notification', '0']),
    ],
    ...(
      [
        ['checkmodulations', 'checkmodulation', 'check modulation', ['check_command', '_echo']],
        ['macromodulations', 'macromodulation', 'macro modulation'],
        [
          'business_impact_modulations',
          'businessimpactmodulation',
          'business impact modulation',
          ['business_impact', '3'],
        ],
        [
          'resultmodulations',
          'resultmodulation',
          'result modulation',
          ['exit_codes_match', '2'],
          ['exit_code_modulation', '1'],
          ['modulation_period', ''],
        ],
      ] as const
    ).map(([key, type, what, ...rows]) => {
      const nameKey = type === 'businessimpactmodulation' ? 'business_impact_modulation_name' : `${type}_name`;
      return [
        `a ${what}`,
        host('a', `${key} m`),
        'arbiter/unknown-modulation',
        `${what} “m” ${here}`,
        padded([nameKey, 'm'], ...rows),
      ] as const;
    }),
    [
      'a service',
      host('a') + host('b', 'check_command bp_rule!a,Load'),
      'arbiter/unknown-service',
      `service “Load” ${here}`,
      padded(
        ['host_name', 'a'],
        ['service_description', 'Load'],
        ['check_command', '_echo'],
        ['check_interval', '5'],
        ['retry_interval', '1'],
      ),
    ],
    [
      'the command of a setting',
      'ocsp_command=forward!1\n',
      'silent/unknown-global-command',
      `command “forward” ${here}`,
      padded(['command_name', 'forward'], ['command_line', '$USER1$/forward $ARG1$']),
    ],
    [
      'a trigger',
      `triggers_dir=triggers\n${host('a', 'trigger_name t')}#- triggers/other.trig\npass\n`,
      'arbiter/unknown-trigger',
      'trigger “t” in triggers/t.trig',
      '',
    ],
  ])('%s', (_what, declaration, code, title, definition) => {
    check(declaration, code, `Create ${title}`, definition);
  });
});

describe('where it goes', () => {
  const service = (name: string): string => `define host {\n    host_name ${name}\n    check_command check_x\n}\n`;
  const command = (name: string): string =>
    `define command {\n    command_name  ${name}\n    command_line  /bin/true\n}\n`;
  test.each([
    [
      'to the file that holds most of the commands',
      `cfg_dir=etc\n#- etc/hosts.cfg\n${service('a')}#- etc/one.cfg\n${command('a')}#- etc/two.cfg\n${command('b')}${command('c')}`,
      'etc/two.cfg',
    ],
    [
      'to the nearest folder that has any',
      `cfg_dir=etc\n#- etc/x/hosts.cfg\n${service('a')}#- etc/x/c.cfg\n${command('a')}#- etc/y/c.cfg\n${command('b')}${command('c')}`,
      'etc/x/c.cfg',
    ],
    [
      'to a file of its own where each has one',
      `cfg_dir=etc\n#- etc/hosts.cfg\n${service('a')}#- etc/commands/a.cfg\n${command('a')}#- etc/commands/b.cfg\n${command('b')}`,
      'etc/commands/check_x.cfg',
    ],
    [
      'to a file of its own where the only one is named after its command',
      `cfg_dir=etc\n#- etc/hosts.cfg\n${service('a')}#- etc/commands/a.cfg\n${command('a')}`,
      'etc/commands/check_x.cfg',
    ],
    [
      'under another name where a file has that one',
      `cfg_dir=etc\n#- etc/hosts.cfg\n${service('a')}#- etc/commands/a.cfg\n${command('a')}#- etc/commands/check_x.cfg\n# empty\n`,
      'etc/commands/check_x-2.cfg',
    ],
    [
      'not to a new file in a folder that is not read whole',
      `cfg_file=etc/a.cfg\ncfg_file=etc/b.cfg\n${service('a')}#- etc/a.cfg\n${command('a')}#- etc/b.cfg\n${command('b')}`,
      'etc/b.cfg',
    ],
    [
      'to a folder called after the type',
      `cfg_dir=commands\n${service('a')}#- commands/readme.txt\nx\n`,
      'commands/check_x.cfg',
    ],
    [
      'to a folder that is read below that of the main file',
      `cfg_dir=.\n#- web.cfg\n${service('a')}`,
      'commands/check_x.cfg',
    ],
    ['else to the file that names it', `cfg_file=hosts.cfg\n#- hosts.cfg\n${service('a')}`, 'hosts.cfg'],
    [
      'not behind an object that is not closed',
      `cfg_file=c.cfg\n${service('a')}#- c.cfg\n${command('a').replace(/\}\n$/, '')}`,
      'shinken.cfg',
    ],
  ])('%s', (_where, declaration, file) => {
    const found = created(declaration, 'arbiter/unknown-command');
    expect(Object.keys(found?.texts ?? {})).toEqual([file]);
    expect(found?.title).toBe(
      `Create command “check_x” in ${file === 'shinken.cfg' || file === 'hosts.cfg' ? 'this file' : file}`,
    );
    expect(found?.after.problems.filter(({ code }) => code === 'arbiter/unknown-command')).toEqual([]);
    expect(found?.after.project.readingOrder).toContain(`${ROOT}/${file}`);
  });

  test('a template to where the templates are', () => {
    const template = 'define host {\n    name t\n    register 0\n}\n';
    const found = created(
      `cfg_dir=etc\n#- etc/hosts.cfg\n${host('a', 'use u')}${host('b')}${host('c')}#- etc/templates.cfg\n${template}`,
      'arbiter/unknown-template',
    );
    expect(found?.title).toBe('Create host template “u” in etc/templates.cfg');
  });
  test('a file that nobody loads is called one', () => {
    const found = created(`cfg_file=a.cfg\n#- a.cfg\n${host('b')}#- c.cfg\n${service('a')}`, 'arbiter/unknown-command');
    expect(found?.title).toBe('Create command “check_x” in this file, which no main file reads');
  });
  test('in the line ends of the file', () => {
    const text = service('a').replaceAll('\n', '\r\n');
    const found = created(text, 'arbiter/unknown-command');
    expect(found?.texts['shinken.cfg']).not.toMatch(/[^\r]\n/);
  });
});

test.each([
  ['a name that hosts may not have', host('a', 'parents b=c'), 'arbiter/unknown-host'],
  ['an empty name', host('a', 'realm'), 'arbiter/unknown-realm'],
  ['a realm that would have hosts and no scheduler', host('a', 'realm R'), 'arbiter/unknown-realm'],
])('nothing is created for %s', (_what, declaration, code) => {
  const before = judged(workspace(declaration).files);
  expect(before.problems.map((problem) => problem.code)).toContain(code);
  expect(created(declaration, code)).toBeUndefined();
});

describe('in the examples of the rules', () => {
  test.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
    const { files } = workspace(rule.example.bad);
    const before = judge(files, rule.example);
    for (const problem of before.problems) {
      for (const fix of ruleOf(problem.code)?.fix?.(problem, before.model).filter(isCreation) ?? []) {
        const after = analyzeAfter(before, fix.change, memoryFileSystem(files));
        const rest = after.problems.filter(
          ({ code: its, message }) => its === problem.code && message === problem.message,
        );
        expect(rest, `${code}: ${fix.title}`).toEqual([]);
        expect(errors(after).filter((error) => !errors(before).includes(error))).toEqual([]);
      }
    }
  });
});
