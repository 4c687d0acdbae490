import { describe, expect, test } from 'vitest';
import { accept, check, checkLine, help, item, labels } from './completing';

describe('object types', () => {
  test('behind define', () => {
    check('define $0', ['host', 'service', 'poller', 'timeperiod'], ['pack', 'trigger']);
  });
  test('hosts first', () => {
    expect(labels('define $0')[0]).toBe('host');
  });
  test('a type that is begun is replaced', () => {
    expect(accept('define ho$0st {\n}\n', 'hostgroup')).toBe('define hostgroup| {\n}\n');
  });
  test('braces come along where there are none', () => {
    expect(accept('define ho$0', 'host')).toBe('define host {\n}|');
  });
  test('define itself, at the beginning of a line', () => {
    check('def$0', ['define host', 'define poller']);
  });
  test('define, in a file that is no main file', () => {
    check('cfg_file=hosts.cfg\n#- hosts.cfg\n$0\n', ['define host'], ['log_level']);
  });
  test('nothing in a comment', () => {
    expect(labels('# define $0')).toEqual([]);
  });
  test('nothing behind the brace: it would be dropped', () => {
    expect(labels('define host { $0\n}')).toEqual([]);
  });
});

describe('directives', () => {
  const host = (body: string): string => `define host {\n${body}\n}\n`;

  test('what is required comes first', () => {
    expect(labels(host('    $0')).slice(0, 3)).toContain('host_name');
  });
  test('what is there is not offered again', () => {
    check(host('    host_name web-1\n    $0'), ['address', 'use'], ['host_name']);
  });
  test('but is while it is being changed', () => {
    check(host('    host_na$0me web-1'), ['host_name', 'address']);
  });
  test('what is inherited is no longer pressing, and says what it is', () => {
    const template = 'define host {\n    name t\n    register 0\n    max_check_attempts 5\n}\n';
    expect(item(`${template}${host('    use t\n    $0')}`, 'max_check_attempts')?.detail).toBe('5 (from t)');
    const found = labels(`${template}${host('    use t\n    $0')}`);
    expect(found.indexOf('host_name')).toBeLessThan(found.indexOf('max_check_attempts'));
  });
  test.each([
    ['host', 'check_command', 'call of a command'],
    ['host', 'check_interval', 'whole number'],
    ['service', 'hostgroup_name', 'list or expression of host group'],
    ['host', 'freshness_threshold', 'whole number, in seconds'],
  ])('the detail of %s %s is short', (type, directive, detail) => {
    expect(item(`define ${type} {\n    $0\n}`, directive)?.detail).toBe(detail);
  });
  test('macros that a template has', () => {
    const template = 'define host {\n    name t\n    register 0\n    _DOMAIN example.org\n}\n';
    expect(item(`${template}${host('    use t\n    $0')}`, '_DOMAIN')?.detail).toBe('example.org (from t)');
  });
  test('a name replaces what is typed, and a blank comes behind it', () => {
    checkLine(host('    host_name web-1\n    add$0'), 'address', 'address |');
  });
  test('values stand under each other', () => {
    checkLine(host('    host_name    web-1\n    add$0'), 'address', 'address      |');
  });
  test('tabs stay tabs', () => {
    checkLine(host('\thost_name\tweb-1\n\tadd$0'), 'address', 'address\t|');
  });
  test('only the name is replaced where a value follows', () => {
    checkLine(host('    addr$0 10.0.0.1'), 'address', 'address| 10.0.0.1');
  });
  test('no use where it has no effect', () => {
    check('define poller {\n    $0\n}', ['poller_name', 'address'], ['use']);
  });
  test('nothing that the arbiter sets by itself', () => {
    check(host('    $0'), ['address'], ['imported_from']);
  });
  test('nothing of 3.0 in 2.4', () => {
    check(host('    $0'), ['address'], ['maintenance_check_command']);
  });
  test('overrides can be repeated', () => {
    check(host('    service_overrides HTTP,notes x\n    $0'), ['service_overrides']);
  });
  test('in an object that is not closed yet', () => {
    check('define host {\n    host_name web-1\n    $0', ['address'], ['host_name']);
    check('define host {\n    host_name web-1\n    $0\ndefine service {\n}', ['address'], ['host_name']);
  });
  test('nothing by itself when a blank is typed', () => {
    expect(labels(host('    $0'), ' ')).toEqual([]);
  });
  test('days of a time period', () => {
    check(
      'define timeperiod {\n    timeperiod_name t\n    monday 00:00-24:00\n    $0\n}',
      ['tuesday', 'exclude'],
      ['monday'],
    );
  });
  test('nothing for an unknown type', () => {
    expect(labels('define hots {\n    $0\n}')).toEqual([]);
  });
  test('each with its help', () => {
    expect(help(host('    $0'), 'address')).toContain('**address** · host');
  });
});

describe('values', () => {
  const host = (line: string): string => `define host {\n    host_name web-1\n    ${line}\n}\n`;

  test('yes and no', () => {
    expect(labels(host('active_checks_enabled $0'))).toEqual(['0', '1']);
  });
  test('options, and no option twice', () => {
    check(host('notification_options $0'), ['d', 'u', 'r']);
    check(host('notification_options d,$0'), ['u', 'r'], ['d']);
    check(host('notification_options d,$0,r'), ['u'], ['d', 'r']);
  });
  test('the option under the cursor is replaced, the others stay', () => {
    checkLine(host('notification_options d, $0u, r'), 'f', 'notification_options d, f|, r');
  });
  test('log levels', () => {
    expect(labels('log_level=$0\n')).toContain('WARNING');
  });
  test('ports of all daemons, the own one first', () => {
    const found = labels('define poller {\n    port $0\n}');
    expect(found[0]).toBe('7771');
    expect(found).toContain('7768');
  });
  test('a default', () => {
    expect(item(host('max_check_attempts $0'), '3')).toBeUndefined();
    expect(item('define poller {\n    max_workers $0\n}', '30')?.detail).toBe('default');
  });
  test('hours of a day', () => {
    check('define timeperiod {\n    timeperiod_name t\n    monday $0\n}', ['00:00-24:00']);
  });
});

describe('names', () => {
  const objects = `
define host {
    name generic-host
    register 0
}
define host {
    name linux
    register 0
}
define host {
    host_name db-1
    address 10.0.0.2
}
define hostgroup {
    hostgroup_name linux-servers
}
define contact {
    contact_name alice
}
define contact {
    contact_name bob
}
define timeperiod {
    timeperiod_name always
}
define command {
    command_name check_http
    command_line $USER1$/check_http -H $HOSTADDRESS$ -p $ARG1$ -u $ARG2$
}
define service {
    host_name db-1
    service_description SQL
    check_command check_http!80!/
}
define service {
    host_name web-1
    service_description HTTP
}
`;
  const host = (line: string): string => `define host {\n    host_name web-1\n    ${line}\n}\n${objects}`;
  const service = (line: string): string => `define service {\n    ${line}\n}\n${objects}`;

  test('templates of the same type', () => {
    expect(labels(host('use $0'))).toEqual(['generic-host', 'linux']);
    expect(labels(service('use $0'))).toEqual([]);
  });
  test('in the middle of a list', () => {
    expect(labels(host('use linux,$0'))).toEqual(['generic-host']);
    expect(labels(host('use $0,linux'))).toEqual(['generic-host']);
    checkLine(host('use linux, gen$0'), 'generic-host', 'use linux, generic-host|');
  });
  test('never the object itself', () => {
    expect(labels(host('parents $0'))).toEqual(['db-1']);
  });
  test('behind a plus', () => {
    checkLine(host('contacts +al$0'), 'alice', 'contacts +alice|');
  });
  test('contacts that are not there yet', () => {
    expect(labels(host('contacts alice, $0'))).toEqual(['bob']);
  });
  test('time periods', () => {
    expect(labels(host('check_period $0'))).toContain('always');
  });
  test('hosts of a service, negated', () => {
    checkLine(service('host_name web-1,!d$0'), 'db-1', 'host_name web-1,!db-1|');
  });
  test('groups in an expression', () => {
    checkLine(service('hostgroup_name (lin$0)&x'), 'linux-servers', 'hostgroup_name (linux-servers|)&x');
    checkLine(service('hostgroup_name a|$0'), 'linux-servers', 'hostgroup_name a|linux-servers|');
  });
  test('a template service names host templates', () => {
    expect(labels(service('register 0\n    host_name $0'))).toEqual(['generic-host', 'linux']);
  });
  test('commands, Shinken’s own included', () => {
    check(host('check_command $0'), ['check_http', 'bp_rule', '_internal_host_up']);
  });
  test('a command with its arguments', () => {
    expect(item(host('check_command $0'), 'check_http')?.snippet).toBe('check_http!${1:-p}!${2:-u}');
    expect(item(host('check_command $0'), 'check_http')?.suffix).toBe('!-p!-u');
  });
  test('only the name of a command is replaced', () => {
    expect(item(host('check_command che$0!80'), 'check_http')?.snippet).toBeUndefined();
    checkLine(host('check_command che$0!80'), 'check_http', 'check_command check_http|!80');
  });
  test('a business rule', () => {
    expect(labels(host('check_command bp_rule!$0'))).toEqual(['db-1']);
    expect(labels(host('check_command bp_rule!db-1,$0'))).toEqual(['SQL']);
    expect(labels(host('check_command bp_rule!db-1,SQL & g:$0'))).toEqual(['linux-servers']);
    checkLine(host('check_command bp_rule!2 of: d$0'), 'db-1', 'check_command bp_rule!2 of: db-1|');
  });
  test('members of a service group, by turns', () => {
    expect(labels(`define servicegroup {\n    members $0\n}\n${objects}`)).toEqual(['db-1']);
    expect(labels(`define servicegroup {\n    members db-1,$0\n}\n${objects}`)).toEqual(['SQL']);
  });
  test('an override: service, directive, value', () => {
    expect(labels(host('service_overrides $0'))).toEqual(['HTTP']);
    check(host('service_overrides HTTP,$0'), ['check_interval'], ['host_name', 'use']);
    expect(labels(host('service_overrides HTTP,check_period $0'))).toEqual(['always']);
  });
  test('settings that name a command', () => {
    check(`global_host_event_handler=$0\n${objects}`, ['check_http'], ['bp_rule']);
  });
  test('each with what it is', () => {
    const found = item(host('parents $0'), 'db-1');
    expect(found?.detail).toBe('10.0.0.2');
    expect(help(host('parents $0'), 'db-1')).toContain('address 10.0.0.2');
  });
  test('nothing of an own name', () => {
    expect(labels('define host {\n    host_name $0\n}\n')).toEqual([]);
  });
});

describe('daemons', () => {
  const objects = `
define realm {
    realm_name Europe
}
define poller {
    poller_name poller-1
    poller_tags DMZ, None
}
define module {
    module_name webui
    module_type webui
}
define module {
    module_name booster
    module_type nrpe_poller
}
define module {
    module_name home-made
    module_type home_made
}
`;
  test('realms', () => {
    expect(labels(`define broker {\n    realm $0\n}\n${objects}`)).toEqual(['Europe']);
  });
  test('tags that a poller offers', () => {
    expect(labels(`define host {\n    poller_tag $0\n}\n${objects}`)).toEqual(['DMZ', 'None']);
    expect(item(`define host {\n    poller_tag $0\n}\n${objects}`, 'DMZ')?.detail).toBe('poller poller-1');
  });
  test('daemons in a satellite map', () => {
    checkLine(
      `define arbiter {\n    satellitemap pol$0=10.0.0.1\n}\n${objects}`,
      'poller-1',
      'satellitemap poller-1|=10.0.0.1',
    );
  });
  test('modules that fit, and those of which nothing is known', () => {
    check(`define poller {\n    modules $0\n}\n${objects}`, ['booster', 'home-made'], ['webui']);
    check(`define broker {\n    modules $0\n}\n${objects}`, ['webui', 'home-made'], ['booster']);
  });
  test('kinds of modules, and what they are set up with', () => {
    check('define module {\n    module_type $0\n}\n', ['webui', 'livestatus']);
    check('define module {\n    module_type webui\n    $0\n}\n', ['auth_secret', 'module_name']);
    expect(labels('define module {\n    module_type webui\n    allow_html_output $0\n}\n')).toEqual(['0', '1']);
  });
});

describe('macros', () => {
  const objects = `
$USER1$=/usr/lib/plugins
define host {
    host_name db-1
    _MAC 00:11
}
`;
  test('in a command line', () => {
    check(`define command {\n    command_line $$0\n}\n${objects}`, [
      '$ARG1$',
      '$USER1$',
      '$_HOSTMAC$',
      '$HOSTADDRESS$',
      '$SERVICEDESC$',
      '$TIMET$',
    ]);
  });
  test('arguments first, then paths', () => {
    const found = labels(`define command {\n    command_line $$0\n}\n${objects}`);
    expect(found[0]).toBe('$ARG1$');
    expect(found.indexOf('$USER1$')).toBeLessThan(found.indexOf('$HOSTADDRESS$'));
  });
  test('a macro that is begun is replaced with its dollars', () => {
    checkLine(
      `define command {\n    command_line $USER1$/x -H $HOST$0ADD$ -t 5\n}\n`,
      '$HOSTNAME$',
      'command_line $USER1$/x -H $HOSTNAME$| -t 5',
    );
  });
  test('nothing behind a macro that is closed', () => {
    expect(labels(`define command {\n    command_line $USER1$$0\n}\n${objects}`)).toEqual([]);
  });
  test('no arguments in a host', () => {
    check(`define host {\n    check_command x!$$0\n}\n${objects}`, ['$HOSTNAME$'], ['$ARG1$', '$SERVICEDESC$']);
  });
  test('keys of a service that is made many times', () => {
    check(`define service {\n    duplicate_foreach _DISKS\n    service_description Disk $$0\n}\n`, [
      '$KEY$',
      '$VALUE1$',
    ]);
  });
});

describe('a main file', () => {
  const file = '# empty\n';
  const tree = `#- hosts/web.cfg\n${file}#- hosts/db.cfg\n${file}#- notes.txt\n${file}#- extra.cfg\n${file}`;
  const main = (line: string): string => `${line}\n${tree}`;

  test('settings that are not set', () => {
    check('log_level=INFO\n$0', ['cfg_dir', 'cfg_file', 'use_ssl'], ['log_level']);
  });
  test('a setting with its equals sign', () => {
    expect(accept('use_s$0', 'use_ssl')).toBe('use_ssl=|');
  });
  test('a name before an equals sign', () => {
    expect(accept('log_l$0evel=INFO\n', 'log_level')).toBe('log_level|=INFO\n');
  });
  test('files, and folders on the way to them', () => {
    expect(labels(main('cfg_file=$0'))).toEqual(['extra.cfg', 'hosts']);
    expect(labels(main('cfg_file=hosts/$0'))).toEqual(['db.cfg', 'web.cfg']);
    expect(accept(main('cfg_file=hosts/w$0'), 'web.cfg').split('\n')[0]).toBe('cfg_file=hosts/web.cfg|');
    expect(accept(main('cfg_file=ho$0'), 'hosts').split('\n')[0]).toBe('cfg_file=hosts/|');
  });
  test('folders', () => {
    expect(labels(main('cfg_dir=$0'))).toEqual(['hosts']);
    expect(labels(main('cfg_dir=/etc/$0'))).toEqual(['shinken']);
  });
});
