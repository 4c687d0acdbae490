import { describe, expect, test } from 'vitest';
import { after, found, styled, titles, under } from './support';
import { shown } from '../../support/objects';

const text = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
const define = (type: string, ...lines: readonly string[]): string =>
  text(`define ${type} {`, ...lines.map((line) => `    ${line}`), '}');

/** Everything the arbiter has of every host, service and contact, without what is written about templates. */
function effective(declaration: string): string[] {
  const { model } = styled(declaration);
  return (['host', 'service', 'contact', 'notificationway'] as const).flatMap((type) =>
    model.items(type).map((item) => {
      const values = [...item.entries()].map(([key, value]) => `${key}=${shown(value)}`).sort();
      const customs = [...item.customs].map(([key, value]) => `${key}=${value}`).sort();
      return [type, item.name, ...values, ...customs].join('\n');
    }),
  );
}

describe('style/redundant-directive', () => {
  const code = 'style/redundant-directive';
  const base = define(
    'host',
    'name base',
    'register 0',
    'check_interval 5',
    'contact_groups a, b',
    'active_checks_enabled 1',
    '_SNMP public',
  );
  const other = define('host', 'name other', 'register 0', 'check_interval 7', 'retry_interval 2', '_SNMP private');

  test.each([
    ['the same value', base + define('host', 'host_name web-1', 'use base', 'check_interval 5'), ['check_interval 5']],
    [
      'the same in other words',
      base + define('host', 'host_name web-1', 'use base', 'active_checks_enabled yes'),
      ['active_checks_enabled yes'],
    ],
    [
      'the same list with other blanks',
      base + define('host', 'host_name web-1', 'use base', 'contact_groups a,b'),
      ['contact_groups a,b'],
    ],
    [
      'under an old name',
      base + define('host', 'host_name web-1', 'use base', 'normal_check_interval 5'),
      ['normal_check_interval 5'],
    ],
    [
      'a custom macro in small letters',
      base + define('host', 'host_name web-1', 'use base', '_snmp public'),
      ['_snmp public'],
    ],
    [
      'in a template',
      base +
        define('host', 'name linux', 'use base', 'register 0', 'check_interval 5') +
        define('host', 'host_name web-1', 'use linux'),
      ['check_interval 5'],
    ],
    [
      'in a template and in its heir',
      base +
        define('host', 'name linux', 'use base', 'register 0', 'check_interval 5') +
        define('host', 'host_name web-1', 'use linux', 'check_interval 5'),
      ['check_interval 5', 'check_interval 5'],
    ],
    [
      'from the template behind',
      base + other + define('host', 'host_name web-1', 'use base,other', 'retry_interval 2'),
      ['retry_interval 2'],
    ],
    [
      'from the first that has it',
      base + other + define('host', 'host_name web-1', 'use base,other', 'check_interval 5'),
      ['check_interval 5'],
    ],
    [
      'of a service, once',
      define('service', 'name base', 'register 0', 'check_interval 5') +
        define('service', 'use base', 'host_name web-1,web-2', 'service_description Load', 'check_interval 5') +
        define('host', 'host_name web-1') +
        define('host', 'host_name web-2'),
      ['check_interval 5'],
    ],
  ])('%s', (_what, declaration, lines) => {
    expect(under(declaration, code)).toEqual(lines);
    const title = lines.length > 1 ? undefined : 'Remove this line';
    const shorter = Object.values(after(declaration, code, title))[0] ?? '';
    expect(shorter.length).toBeLessThan(declaration.length);
    expect(effective(shorter)).toEqual(effective(declaration));
  });

  test.each([
    ['another value', base + define('host', 'host_name web-1', 'use base', 'check_interval 6')],
    [
      'what a template behind has',
      base + other + define('host', 'host_name web-1', 'use base,other', 'check_interval 7'),
    ],
    ['a list in another order', base + define('host', 'host_name web-1', 'use base', 'contact_groups b,a')],
    ['a list that adds', base + define('host', 'host_name web-1', 'use base', 'contact_groups +a,b')],
    [
      'a list that a template adds to',
      base +
        define('host', 'name more', 'use base', 'register 0', 'contact_groups +c') +
        define('host', 'host_name web-1', 'use more', 'contact_groups c,a,b'),
    ],
    [
      'a null above',
      base +
        define('host', 'name none', 'register 0', 'check_interval null') +
        define('host', 'host_name web-1', 'use none,base', 'check_interval 5'),
    ],
    ['null itself', base + define('host', 'host_name web-1', 'use base', 'check_command null')],
    ['a macro in capitals or not', base + define('host', 'host_name web-1', 'use base', '_SNMP Public')],
    [
      'what is written twice',
      base + define('host', 'host_name web-1', 'use base', 'check_interval 5', 'check_interval 5'),
    ],
    [
      'contacts, which groups add to',
      define('host', 'name base', 'register 0', 'contacts anna') +
        define('host', 'host_name web-1', 'use base', 'contacts anna'),
    ],
    ['what a default says', define('host', 'host_name web-1', 'check_interval 5')],
    [
      'what the host of a service has',
      define('host', 'host_name web-1', 'check_period 24x7') +
        define('service', 'host_name web-1', 'service_description Load', 'check_period 24x7'),
    ],
    [
      'the hosts of a service, which are needed before',
      define('service', 'name base', 'register 0', 'host_name web-1') +
        define('service', 'use base', 'host_name web-1', 'service_description Load'),
    ],
    [
      'a time period',
      define('timeperiod', 'name base', 'register 0', 'monday 00:00-24:00') +
        define('timeperiod', 'use base', 'timeperiod_name always', 'monday 00:00-24:00'),
    ],
  ])('not %s', (_what, declaration) => {
    expect(under(declaration, code)).toEqual([]);
  });

  test('a comment goes with its line, and one title takes all lines of an object', () => {
    const own = define(
      'host',
      'host_name web-1',
      'use base',
      'check_interval 5 ; minutes',
      '_SNMP public',
      'alias Web',
    );
    expect(titles(base + own, code)).toEqual(['Remove this line', 'Remove all redundant directives in this object']);
    expect(after(base + own, code)['shinken.cfg']).toBe(
      base + define('host', 'host_name web-1', 'use base', '_SNMP public', 'alias Web'),
    );
    expect(after(base + own, code, 'Remove all redundant directives in this object')['shinken.cfg']).toBe(
      base + define('host', 'host_name web-1', 'use base', 'alias Web'),
    );
  });
});

describe('style/old-name', () => {
  const code = 'style/old-name';
  test.each([
    ['host', 'host_name web-1', 'normal_check_interval 5', 'check_interval 5'],
    ['host', 'host_name web-1', 'retry_check_interval 5', 'retry_interval 5'],
    ['host', 'host_name web-1', 'criticity 4', 'business_impact 4'],
    ['host', 'host_name web-1', 'hostgroup web', 'hostgroups web'],
    ['service', 'service_description Load', 'hostgroups web', 'hostgroup_name web'],
    ['contact', 'contact_name anna', 'min_criticity 2', 'min_business_impact 2'],
    ['notificationway', 'notificationway_name sms', 'min_criticity 2', 'min_business_impact 2'],
  ])('%s: %s, %s', (type, name, before, expected) => {
    const declaration = define(type, name, before);
    expect(under(declaration, code)).toEqual([before.split(' ')[0]]);
    expect(found(declaration, code)[0]?.deprecated).toBe(true);
    const changed = after(declaration, code)['shinken.cfg'] ?? '';
    expect(changed.replace(/ +/g, ' ')).toBe(define(type, name, expected).replace(/ +/g, ' '));
    expect(effective(changed)).toEqual(effective(declaration));
  });
  test('the value stays where it was', () => {
    expect(after(define('host', 'host_name              web-1', 'normal_check_interval  5'), code)['shinken.cfg']).toBe(
      define('host', 'host_name              web-1', 'check_interval         5'),
    );
  });
  test('all lines of the name change at once', () => {
    const lines = define('host', 'host_name web-1', 'hostgroup web', 'hostgroup all');
    expect(after(lines, code)['shinken.cfg']).toBe(
      define('host', 'host_name web-1', 'hostgroups web', 'hostgroups all'),
    );
  });
  test.each([
    [
      'beside the new name, which another rule tells of',
      define('host', 'host_name web-1', 'criticity 3', 'business_impact 4'),
    ],
    ['beside another old name', define('service', 'service_description Load', 'hostgroup web', 'hostgroups all')],
    ['that adds to nothing', define('host', 'host_name web-1', 'hostgroup +web')],
    ['that is one elsewhere', define('timeperiod', 'timeperiod_name always', 'criticity 3')],
  ])('nothing of one %s', (_what, declaration) => {
    expect(under(declaration, code)).toEqual([]);
  });
});

describe('style/unused-macro', () => {
  const code = 'style/unused-macro';
  const plain = 'enable_environment_macros=0\n';
  const command = (line: string): string => define('command', 'command_name c', `command_line ${line}`);
  const host = (...lines: readonly string[]): string => define('host', 'host_name web-1', ...lines);

  test.each([
    ['a command line', `${plain}$PORT$=80\n${command('x -p $PORT$')}`],
    ['another macro', `${plain}$A$=80\n$B$=$A$\n${command('$B$')}`],
    ['a directive', `${plain}$A$=80\n${host('check_command c!$A$')}`],
    ['a custom macro in a command line', plain + host('_PORT 80') + command('x $_HOSTPORT$')],
    ['… of a host that is named', plain + host('_PORT 80') + command('x $_HOSTPORT:web-1$')],
    ['a link', plain + host('_WIKI http://w/', 'notes_url $_HOSTWIKI$web-1')],
    [
      'duplicate_foreach',
      plain +
        host('_DISKS a,b') +
        define('service', 'service_description $KEY$', 'host_name web-1', 'duplicate_foreach _DISKS'),
    ],
    [
      'a name that duplicate_foreach makes',
      plain +
        host('_DISKS a,b', '_DISK_a_WARN 5') +
        define(
          'service',
          'service_description $KEY$',
          'host_name web-1',
          'duplicate_foreach _DISKS',
          'check_command c!$_HOSTDISK_$KEY$_WARN$',
        ),
    ],
    ['a module', plain + host('_ZONE x') + define('module', 'module_name m', 'module_type m', 'field _ZONE')],
    ['Graphite, by itself', plain + host('_GRAPHITE_PRE x')],
    [
      'a macro modulation that gives another value',
      plain +
        host('_PORT 80', 'macromodulations night') +
        define('macromodulation', 'macromodulation_name night', '_PORT 81') +
        command('x $_HOSTPORT$'),
    ],
    ['the environment of plugins', host('_PORT 80')],
    [
      'the environment of one plugin',
      plain + host('_PORT 80') + define('command', 'command_name c', 'command_line x', 'enable_environment_macros 1'),
    ],
  ])('nothing of one that %s uses', (_what, declaration) => {
    expect(under(declaration, code)).toEqual([]);
  });
  test.each([
    ['of a resource file', `$A$=1\n${command('x')}`, ['$A$']],
    ['of a host', plain + host('_PORT 80'), ['_PORT']],
    ['of a host where a service has it', plain + host('_PORT 80') + command('x $_SERVICEPORT$'), ['_PORT']],
    ['once, whoever has it', plain + host('_PORT 80') + host('_port 81').replace('web-1', 'web-2'), ['_PORT']],
    ['but not of a template that is unused itself', plain + define('host', 'name t', 'register 0', '_PORT 80'), []],
  ])('%s', (_what, declaration, names) => {
    expect(under(declaration, code)).toEqual(names);
  });
  test('all lines go at once', () => {
    const lines = plain + host('_PORT 80', 'alias Web') + host('_port 81').replace('web-1', 'web-2');
    expect(titles(lines, code)).toEqual(['Remove all 2 lines']);
    expect(after(lines, code)['shinken.cfg']).toBe(plain + host('alias Web') + host().replace('web-1', 'web-2'));
  });
});

describe('style/shareable-template', () => {
  const code = 'style/shareable-template';
  const host = (name: string, ...lines: readonly string[]): string => define('host', `host_name ${name}`, ...lines);
  const three = ['check_interval 5', 'retry_interval 1', 'max_check_attempts 3'];

  test.each([
    ['three of three', [host('a', ...three), host('b', ...three), host('c', ...three)], ['a']],
    [
      'with other lines among them',
      [host('a', 'alias A', ...three), host('b', ...three, 'check_period x'), host('c', 'address 1', ...three)],
      ['a'],
    ],
    [
      'two groups',
      [...'abc']
        .map((name) => host(name, ...three))
        .concat([...'def'].map((name) => host(name, ...three.map((line) => `${line}0`)))),
      ['a', 'd'],
    ],
    ['two of three', [host('a', ...three), host('b', ...three)], []],
    ['three of two', [...'abc'].map((name) => host(name, ...three.slice(1))), []],
    [
      'names and addresses',
      [...'abc'].map((name) => host(name, 'address x', 'alias y', 'display_name z', 'use t')),
      [],
    ],
    [
      'values that differ',
      [...'abc'].map((name, index) => host(name, `check_interval ${String(index)}`, ...three.slice(1))),
      [],
    ],
    ['templates', [...'abc'].map((name) => define('host', `name ${name}`, 'register 0', ...three)), []],
  ])('%s', (_what, hosts, names) => {
    expect(under(hosts.join(''), code)).toEqual(names);
  });
  test('it counts, names and points at the others', () => {
    const [problem] = found([...'abcd'].map((name) => host(name, ...three)).join(''), code);
    expect(problem?.message).toBe(
      '4 hosts write the same 3 directives: check_interval, retry_interval, max_check_attempts. A template could say them once.',
    );
    expect(problem?.related.length).toBe(3);
  });
  test('lines that are inherited anyway are not counted', () => {
    const template = define('host', 'name t', 'register 0', ...three);
    expect(under(template + [...'abc'].map((name) => host(name, 'use t', ...three)).join(''), code)).toEqual([]);
  });
});
