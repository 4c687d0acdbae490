import { describe, expect, test } from 'vitest';
import { check, hoverAt } from './hovering';

const objects = `
$USER1$=/usr/lib/plugins
define host {
    name                generic-host
    register            0
    max_check_attempts  5
    check_interval      3
    _COMMUNITY          public
}
define host {
    use        generic-host
    host_name  db-1
    address    10.0.0.2
}
define command {
    command_name  check_snmp
    command_line  $USER1$/check_snmp -C $_HOSTCOMMUNITY$ -H $HOSTADDRESS$ $ARG1$
}
define service {
    host_name            db-1
    service_description  SQL
    check_command        check_snmp!x
}
`;

describe('directives', () => {
  test('help, default and kind of value', () => {
    check(
      'define poller {\\n    po$0rt 7771\\n}'.replaceAll('\\n', '\n'),
      'port | **port** · poller',
      'Default: `7771`.',
    );
  });
  test('options, each explained', () => {
    check('define host {\n    notification_opt$0ions d\n}', /- `d` — ./);
  });
  test('what a directive refers to', () => {
    check('define host {\n    check_peri$0od x\n}', 'time period');
  });
  test('an old name', () => {
    check('define host {\n    critici$0ty 3\n}', '**business_impact**', '`criticity` is an old name');
  });
  test('a setting of a module', () => {
    check('define module {\n    module_name w\n    module_type webui\n    auth_secr$0et x\n}', '**auth_secret**');
  });
  test('the value that a template gives instead', () => {
    check(
      `define host {\n    use generic-host\n    host_name a\n    check_int$0erval null\n}\n${objects}`,
      '**check_interval**',
    );
  });
  test('a setting of the main file', () => {
    check('log_lev$0el=INFO\n', 'log_level | **log_level** · main file');
  });
  test('an include line', () => {
    check('cfg_d$0ir=hosts\n', '**cfg_dir**');
  });
  test('days of a time period', () => {
    check('define timeperiod {\n    timeperiod_name t\n    mond$0ay 00:00-24:00\n}', 'weekday', 'every week');
  });
  test('nothing for what is not known', () => {
    expect(hoverAt('define host {\n    nonsen$0se 1\n}')).toBeUndefined();
  });
});

describe('object types', () => {
  test('what they are', () => {
    check('define po$0ller {\n}', 'poller | **define poller**');
  });
  test('what an object inherits, and from where', () => {
    check(
      `define ho$0st {\n    use generic-host\n    host_name a\n}\n${objects}`,
      /`max_check_attempts` `5` — from generic.*shinken\.cfg:10/,
    );
  });
  test('on the name as well, with how often it is said', () => {
    check(
      objects.replace('host_name  db-1', 'host_name  d$0b-1'),
      'db-1 | **db\\-1** · host · referred to once',
      '`check_interval` `3`',
    );
  });
  test('into how many objects a definition grows', () => {
    check(
      `${objects}define ser$0vice {\n    host_name db-1,web-1\n    service_description X\n    check_command check_snmp\n}\ndefine host {\n    host_name web-1\n    max_check_attempts 3\n}\n`,
      'Becomes 2 services.',
    );
  });
});

describe('names', () => {
  test('the object that is meant, as it is written', () => {
    check(
      `define host {\n    parents d$0b-1\n}\n${objects}`,
      'db-1 | **host db\\-1** — [shinken',
      'address    10.0.0.2',
    );
  });
  test('a template', () => {
    check(objects.replace('use        gene', 'use        ge$0ne'), '**host template generic\\-host**');
  });
  test('a command in a call', () => {
    check(
      objects.replace('check_snmp!x', 'che$0ck_snmp!x'),
      /^check_snmp \| Runs, for db\\-1\/SQL:/,
      '**command check\\_snmp**',
      '$USER1$/check_snmp',
    );
  });
  test('a host in a business rule', () => {
    check(`define host {\n    check_command bp_rule!(d$0b-1,SQL & x)\n}\n${objects}`, 'db-1 | **host db\\-1**');
  });
  test('a service of a host in a business rule', () => {
    check(`define host {\n    check_command bp_rule!(db-1,SQ$0L & x)\n}\n${objects}`, 'SQL | **service db\\-1/SQL**');
  });
  test('nothing for a name that leads nowhere', () => {
    expect(hoverAt('define host {\n    parents no$0where\n}')).toBeUndefined();
  });
  test('the first lines of a long object', () => {
    const long = `define host {\n    host_name a\n${'    notes x\n'.repeat(30)}}\n`;
    const found = hoverAt(`define host {\n    parents $0a\n}\n${long}`) ?? '';
    expect(found.split('\n').length).toBeLessThan(20);
  });
});

describe('values', () => {
  test('an option', () => {
    check('define host {\n    notification_options d,$0u\n}', /^u \| `u` — ./);
  });
  test('a number of intervals', () => {
    check('define host {\n    check_interval $05\n}', '5 | `5` × 60 seconds = 5 minutes');
  });
  test('intervals of another length', () => {
    check('interval_length=1\ndefine host {\n    check_interval 9$00\n}', '`90` × 1 seconds = 90 seconds');
  });
  test('a kind of module', () => {
    check('define module {\n    module_type web$0ui\n}', '**webui**', 'For: broker');
  });
});

describe('macros', () => {
  test('of a resource file, with its value', () => {
    check(objects.replace('$USER1$/check', '$US$0ER1$/check'), '$USER1$ | ', '`/usr/lib/plugins`', 'shinken.cfg:1');
  });
  test('of hosts, with values that they have', () => {
    check(objects.replace('$_HOSTCOMM', '$_HO$0STCOMM'), '$_HOSTCOMMUNITY$ | ', '`public`');
  });
  test('of Shinken', () => {
    check(objects.replace('$HOSTADD', '$HOST$0ADD'), '$HOSTADDRESS$ | ', 'address');
  });
  test('arguments', () => {
    check(objects.replace('$ARG1$', '$AR$0G1$'), '$ARG1$ | ', 'rgument');
  });
});
