import { describe, expect, test } from 'vitest';
import { accept, check, checkLine, help, item, labels } from './completing';

describe('arguments of a command', () => {
  const objects = `
define command {
    command_name check_load
    command_line /bin/check_load -w $ARG1$ --critical="$ARG2$" $ARG4$
}
define command {
    command_name check_login
    command_line /bin/check_login --user=$ARG1$ --password=$ARG2$
}
define service {
    service_description A
    check_command check_load!5!9
}
define service {
    service_description B
    check_command check_load!5!10\\!
}
define service {
    service_description C
    check_command check_login!root!hunter2
}
define contact {
    contact_name c
    host_notification_commands check_load!7,check_login!bob
}
`;
  const service = (call: string): string => `define service {\n    check_command ${call}\n}\n${objects}`;
  const contact = (call: string): string => `define contact {\n    host_notification_commands ${call}\n}\n${objects}`;

  test('are called as the command line calls them', () => {
    expect(item(service('$0'), 'check_load')?.suffix).toBe('!-w!--critical!ARG3!ARG4');
    expect(item(service('$0'), 'check_load')?.snippet).toBe('check_load!${1:-w}!${2:--critical}!${3:ARG3}!${4:ARG4}');
  });
  test('stand beside the name of the program', () => {
    expect(item(service('$0'), 'check_load')?.detail).toBe('check_load');
    expect(item(service('$0'), 'bp_rule')).toMatchObject({ suffix: '!rule', detail: 'business rule' });
  });
  test('in a list of calls, too', () => {
    expect(item(contact('check_login!x,$0'), 'check_load')?.snippet).toContain('check_load!${1:-w}');
  });
  test('come without stops where a call follows', () => {
    expect(item(service('che$0ck_login!root'), 'check_load')?.snippet).toBeUndefined();
    checkLine(service('che$0ck_login!root'), 'check_load', 'check_command check_load|!root');
  });
  test('what others give comes in the order of how often they do', () => {
    expect(labels(service('check_load!$0'))).toEqual(['-w!--critical!ARG3!ARG4', '5', '7']);
    expect(item(service('check_load!$0'), '5')?.detail).toBe('-w · 2 times');
    expect(item(service('check_load!$0'), '7')?.detail).toBe('-w · once');
  });
  test('an escaped exclamation mark does not end an argument', () => {
    expect(labels(service('check_load!a\\!b!$0'))).toEqual(['--critical!ARG3!ARG4', '9', '10\\!']);
  });
  test('stops for all that is left, to be filled in', () => {
    expect(item(service('check_load!5!$0'), '--critical!ARG3!ARG4')).toMatchObject({
      snippet: '${1:--critical}!${2:ARG3}!${3:ARG4}',
      needsSnippets: true,
    });
  });
  test('no stops in the middle of a call', () => {
    expect(labels(service('check_load!$0!9'))).toEqual(['5', '7']);
    expect(labels(service('check_load!1$0'))).toEqual(['5', '7']);
  });
  test('an argument is replaced as a whole', () => {
    checkLine(service('check_load!1$00!9'), '7', 'check_command check_load!7|!9');
    checkLine(contact('check_load!1$00,check_login!x'), '5', 'host_notification_commands check_load!5|,check_login!x');
  });
  test('its own value is not news', () => {
    expect(labels(service('check_load!12$0'))).not.toContain('12');
  });
  test('passwords of others are not shown', () => {
    expect(labels(service('check_login!$0'))).toContain('root');
    expect(labels(service('check_login!root!$0'))).toEqual(['--password']);
  });
  test('nothing is known of the arguments of an unknown command', () => {
    expect(labels(service('check_nothing!$0'))).toEqual([]);
  });
  test('in an override', () => {
    const host = `define host {\n    host_name h\n    service_overrides A,check_command check_load!$0\n}\n${objects}`;
    expect(labels(host)).toContain('5');
  });
  test('in a setting', () => {
    expect(labels(`global_host_event_handler=check_load!$0\n${objects}`)).toContain('5');
  });
  test('a number that nobody can mean', () => {
    const command = 'define command {\n    command_name c\n    command_line x $ARG999999999$\n}\n';
    expect(item(`define host {\n    check_command $0\n}\n${command}`, 'c')?.snippet).toBeUndefined();
  });
});

describe('services of a host', () => {
  const objects = `
define host {
    host_name web-1
    use linux
    hostgroups web
    _DISKS /,/home
}
define host {
    host_name web-2
}
define host {
    host_name web-3
}
define host {
    name linux
    register 0
    use base
}
define hostgroup {
    hostgroup_name web
    members web-2
}
define hostgroup {
    hostgroup_name all
    hostgroup_members web
}
define service {
    service_description Direct
    host_name web-1,web-2
}
define service {
    service_description Group
    hostgroup_name web
}
define service {
    service_description Outer
    hostgroup_name all&!dmz
}
define service {
    service_description Template
    host_name linux|windows
    register 0
}
define service {
    service_description Far
    host_name base
    register 0
}
define service {
    service_description Disk $KEY$
    host_name web-1
    duplicate_foreach _disks
}
define service {
    service_description Everywhere
    host_name *,!web-2
}
define service {
    service_description Third
    host_name web-3
}
`;
  const ofWeb1 = ['Direct', 'Disk /', 'Disk /home', 'Everywhere', 'Far', 'Group', 'Outer', 'Template'];
  const all = ['Direct', 'Disk $KEY$', 'Everywhere', 'Far', 'Group', 'Outer', 'Template', 'Third'];

  test.each([
    ['define servicedependency {\n    host_name web-1\n    service_description $0\n}', ofWeb1],
    ['define servicedependency {\n    host_name web-1\n    dependent_service_description $0\n}', ofWeb1],
    [
      'define servicedependency {\n    host_name web-1\n    dependent_host_name web-3\n    dependent_service_description $0\n}',
      ['Everywhere', 'Third'],
    ],
    ['define serviceescalation {\n    host_name web-3\n    service_description $0\n}', ['Everywhere', 'Third']],
    ['define serviceextinfo {\n    host_name web-3\n    service_description $0\n}', ['Everywhere', 'Third']],
    ['define service {\n    service_dependencies web-3,$0\n}', ['Everywhere', 'Third']],
    [
      'define service {\n    host_name web-3\n    service_description X\n    service_dependencies ,$0\n}',
      ['Everywhere', 'Third', 'X'],
    ],
    ['define service {\n    check_command bp_rule!web-3,$0\n}', ['Everywhere', 'Third']],
    ['define host {\n    host_name new\n    use linux\n    service_overrides $0\n}', ['Everywhere', 'Far', 'Template']],
    ['define host {\n    host_name new\n    use linux\n    service_excludes $0\n}', ['Everywhere', 'Far', 'Template']],
    ['define host {\n    name mine\n    register 0\n    use linux\n    service_overrides $0\n}', ['Far', 'Template']],
    ['define servicegroup {\n    members web-3,$0\n}', ['Everywhere', 'Third']],
    ['define servicegroup {\n    members nowhere,$0\n}', all],
    ['define servicedependency {\n    service_description $0\n}', all],
  ])('%j', (text, wanted) => {
    expect(labels(`${text}\n${objects}`).sort()).toEqual(wanted);
  });
  test('of several hosts: what all of them have comes first', () => {
    const text = `define serviceescalation {\n    host_name web-1,web-2\n    service_description $0\n}\n${objects}`;
    expect(labels(text).slice(0, 3)).toEqual(['Direct', 'Group', 'Outer']);
    expect(item(text, 'Far')?.detail).toBe('not on all of the hosts');
  });
  test('each with what defines it on that host', () => {
    const text = `define servicegroup {\n    members web-1,$0\n}\n${objects}define service {\n    service_description Direct\n    host_name web-3\n}\n`;
    expect(help(text, 'Direct')).toContain('host_name web-1,web-2');
    expect(help(text, 'Disk /home')).toContain('duplicate_foreach');
  });
  test('not twice in a list', () => {
    check(
      `define serviceescalation {\n    host_name web-3\n    service_description Third,$0\n}\n${objects}`,
      ['Everywhere'],
      ['Third'],
    );
  });
});

describe('macros', () => {
  const objects = `
$USER1$=/usr/lib/plugins
$DBPASSWORD$=hunter2
define host {
    host_name db-1
    _MAC 00:11
    _ADMIN_PASSWORD hunter2
    _RACK 3
}
define service {
    host_name db-1
    service_description SQL
    check_command x!$_HOSTRACK$
}
define hostgroup {
    hostgroup_name linux
}
`;
  const command = (line: string): string =>
    `define command {\n    command_name c\n    command_line ${line}\n}\n${objects}`;
  const host = (line: string): string => `define host {\n    host_name web-1\n    ${line}\n}\n${objects}`;

  test('the next argument first', () => {
    expect(labels(command('x $ARG1$ $ARG2$ $$0')).slice(0, 2)).toEqual(['$ARG3$', '$ARG1$']);
  });
  test('custom macros by how often they are used', () => {
    const found = labels(command('$$0'));
    expect(found.indexOf('$_HOSTRACK$')).toBeLessThan(found.indexOf('$_HOSTMAC$'));
  });
  test('values of passwords are not shown', () => {
    expect(item(command('$$0'), '$DBPASSWORD$')?.detail).toBe('••••••');
    expect(item(command('$$0'), '$_HOSTADMIN_PASSWORD$')?.detail).toBe('_ADMIN_PASSWORD ••••••');
    expect(item(command('$$0'), '$USER1$')?.detail).toBe('/usr/lib/plugins');
  });
  test('in custom macros and notes, which commands may show', () => {
    check(host('_URL http://$$0'), ['$HOSTADDRESS$']);
    check(host('notes see $$0'), ['$HOSTADDRESS$']);
  });
  test('none in names and numbers', () => {
    check(host('parents $$0'), [], ['$HOSTNAME$', '$USER1$']);
    check(host('check_interval $$0'), [], ['$HOSTNAME$']);
    check('define timeperiod {\n    monday $$0\n}\n', [], ['$HOSTNAME$', '$TIME$']);
  });
  test('but those of duplicate_foreach', () => {
    const service = 'define service {\n    duplicate_foreach _disks\n    service_dependencies db-1,Disk $$0\n}\n';
    expect(labels(service + objects)).toEqual(['$KEY$', '$VALUE$', '$VALUE1$', '$VALUE2$']);
  });
  test('in settings', () => {
    check(`$USER2$=$$0\n${objects}`, ['$USER1$']);
    check(`global_host_event_handler=x!$$0\n${objects}`, ['$HOSTNAME$']);
  });
  test('of an object by name', () => {
    checkLine(command('x $HOSTSTATE:$0'), 'db-1', 'command_line x $HOSTSTATE:db-1$|');
    checkLine(command('x $HOSTSTATE:d$0b$ y'), 'db-1', 'command_line x $HOSTSTATE:db-1|$ y');
    checkLine(command('x $HOSTGROUPALIAS:$0'), 'linux', 'command_line x $HOSTGROUPALIAS:linux$|');
  });
  test('of a service by host and name', () => {
    checkLine(command('x $SERVICESTATE:$0'), 'db-1', 'command_line x $SERVICESTATE:db-1:|');
    checkLine(command('x $SERVICESTATE:db-1:$0'), 'SQL', 'command_line x $SERVICESTATE:db-1:SQL$|');
  });
  test('nothing for a macro of no object', () => {
    expect(labels(command('x $NONSENSE:$0'))).toEqual([]);
    expect(labels(command('x $HOSTSTATE:a:b:$0'))).toEqual([]);
  });
});

describe('days and hours', () => {
  const period = (lines: string): string => `define timeperiod {\n    timeperiod_name t\n    ${lines}\n}\n`;

  test('words that a line may begin with', () => {
    check(period('$0'), ['monday', 'december', 'day', 'december 24 - january 6 00:00-24:00']);
  });
  test('no second line with the same first word: only the last counts', () => {
    check(period('december 25 00:00-24:00\n    $0'), ['january'], ['december', 'december 24 - january 6 00:00-24:00']);
  });
  test('no step, which Shinken ignores', () => {
    expect(labels(period('$0')).filter((label) => label.includes('/'))).toEqual([]);
  });
  test('a whole line with a stop for each of its words', () => {
    expect(item(period('$0'), '2026-12-24 - 2027-01-06 00:00-24:00')?.snippet).toBe(
      '${1:2026-12-24} - ${2:2027-01-06} ${3:00:00-24:00}',
    );
    expect(item(period('$0'), 'thursday 4 november 00:00-24:00')?.snippet).toMatch(
      /^\$\{1\|thursday,monday,.*\|\} \$\{2:4\} \$\{3\|november,january,.*\|\} \$\{4:00:00-24:00\}$/,
    );
  });
  test.each([
    ['monday $0', ['00:00-24:00', '1', '-1'], ['-', 'november']],
    ['monday 3 $0', ['00:00-24:00', '-', 'november'], ['1', 'monday']],
    ['monday 3 - $0', ['thursday', '-1'], ['00:00-24:00', 'november']],
    ['monday 3 - thursday 4 $0', ['00:00-24:00'], ['-', 'november']],
    ['monday 3 november - $0', ['monday'], ['1', '00:00-24:00']],
    ['december $0', ['1', '-1'], ['00:00-24:00']],
    ['december 24 - $0', ['january', '1'], ['monday', 'day']],
    ['day $0', ['1', '-1'], ['00:00-24:00']],
    ['day 1 - $0', ['day', '-1'], ['monday']],
    ['2026-12-24 $0', ['00:00-24:00', '-'], ['1']],
    ['2026-12-24 - $0', ['2026-12-24'], ['00:00-24:00', '-']],
    ['monday 08:00-12:00,$0', ['00:00-24:00'], ['1']],
  ])('%s', (line, wanted, unwanted) => {
    check(period(line), wanted, unwanted);
  });
  test.each(['monday tuesday $0', 'christmas $0', 'monday 3 - thursday 4 november $0', '_NOTE $0'])(
    'nothing behind %s',
    (line) => {
      expect(labels(period(line))).toEqual([]);
    },
  );
  test('hours of this configuration first', () => {
    const other = 'define timeperiod {\n    monday 07:30-16:15\n    tuesday 07:30-16:15\n}\n';
    expect(labels(period('friday $0') + other)[0]).toBe('07:30-16:15');
    expect(item(period('$0') + other, 'friday')?.insertText).toBe('friday 07:30-16:15');
  });
  test('a word is replaced, not what stands around it', () => {
    checkLine(period('monday 3 - thu$0rsday 4 00:00-24:00'), 'friday', 'monday 3 - friday| 4 00:00-24:00');
    expect(accept(period('monday 08:00-12:00,13$0'), '00:00-24:00')).toContain('monday 08:00-12:00,00:00-24:00|');
  });
});
