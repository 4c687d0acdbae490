import { describe, expect, test } from 'vitest';
import { check, hoverAt } from './hovering';

const objects = `
$USER1$=/usr/lib/plugins
$DBPASSWORD$=hunter2
#- hosts.cfg
define host {
    name       generic
    register   0
    _COMMUNITY public
    _SSH_PASSWORD hunter3
}
define host {
    host_name  db-1
    use        generic
    address    10.0.0.2
    _DISKS     /,/home
}
define host {
    host_name  db-2
    use        generic
    address    10.0.0.3
}
define contact {
    contact_name alice
    email        alice@example.org
}
define command {
    command_name check_snmp
    command_line $USER1$/check_snmp -C $_HOSTCOMMUNITY$ -H $HOSTADDRESS$ -w $ARG1$ -c '$ARG2$'
}
define command {
    command_name check_db
    command_line db -p $DBPASSWORD$ -s $_HOSTSSH_PASSWORD$
}
define command {
    command_name odd
    command_line odd $USER9$ $_HOSTNOTHING$ $ARG1$ $SERVICESTATE$ $NONSENSE$ $$HOME $HOSTADDRESS:db-2$ $HOSTALIAS:nowhere$
}
define command {
    command_name endless
    command_line $_HOSTLOOP$
}
define command {
    command_name mail
    command_line mail -s "$HOSTNAME$ is $HOSTSTATE$" $CONTACTEMAIL$
}
`;
const main = 'cfg_file=hosts.cfg\n';
const service = (lines: string): string =>
  `${main}define service {\n    service_description SNMP\n    ${lines}\n}\n${objects}`;

/** The line in the hover's block. */
function runs(declaration: string): string | undefined {
  return /```sh\n([\s\S]*?)\n```/.exec(hoverAt(declaration) ?? '')?.[1];
}

describe('the line that is run', () => {
  test('macros of host, template and resource file, and arguments', () => {
    const call = service('host_name db-1\n    check_command check_s$0nmp!5!8\\!9');
    expect(runs(call)).toBe("/usr/lib/plugins/check_snmp -C public -H 10.0.0.2 -w 5 -c '8!9'");
    check(call, /^check_snmp \| Runs, for db\\-1\/SNMP:/, '**command check\\_snmp**');
  });
  test('macros in arguments', () => {
    expect(
      runs(service('host_name db-1\n    check_command check_s$0nmp!$HOSTNAME$!$_SERVICEX$\n    _X $USER1$/x')),
    ).toBe("/usr/lib/plugins/check_snmp -C public -H 10.0.0.2 -w db-1 -c '/usr/lib/plugins/x'");
  });
  test('of several services, for the first', () => {
    check(
      service('host_name db-1,db-2\n    check_command check_s$0nmp!5!8'),
      'Runs, for db\\-1/SNMP (and 1 other service):',
    );
  });
  test('of a host', () => {
    expect(
      runs(
        `${main}define host {\n    host_name x\n    check_command check_s$0nmp!1!2\n    _COMMUNITY c\n}\n${objects}`,
      ),
    ).toBe("/usr/lib/plugins/check_snmp -C c -H x -w 1 -c '2'");
  });
  test('of a template, for one that inherits it', () => {
    const template = `${main}define service {\n    name t\n    register 0\n    check_command check_s$0nmp!1!2\n}\n`;
    const heir = 'define service {\n    use t\n    host_name db-2\n    service_description Heir\n}\n';
    check(`${template}${heir}${objects}`, 'Runs, for db\\-2/Heir:', '-H 10.0.0.3');
    check(
      `${template}${objects}`,
      'Runs, for the template t:',
      '-H $HOSTADDRESS$',
      'Filled in when it runs: `$_HOSTCOMMUNITY$`',
    );
  });
  test('of an override, for the service that it changes', () => {
    const host = `${main}define host {\n    host_name h\n    address 10.0.0.9\n    service_overrides S,check_command check_s$0nmp!1!2\n    _COMMUNITY c\n}\n`;
    check(
      `${host}define service {\n    service_description S\n    host_name h\n    check_command odd\n    check_interval 1\n    retry_interval 1\n}\n${objects}`,
      'Runs, for h/S:',
      "-C c -H 10.0.0.9 -w 1 -c '2'",
    );
  });
  test('of each service that is made for an entry', () => {
    expect(
      runs(
        service(
          'host_name db-1\n    service_description D $KEY$\n    duplicate_foreach _disks\n    check_command check_s$0nmp!$KEY$!x',
        ),
      ),
    ).toContain('-w / -c');
  });
  test('of a notification: the contact is known, the host is not', () => {
    const contact = `${main}define contact {\n    contact_name bob\n    email bob@example.org\n    host_notification_commands check_db,ma$0il\n}\n${objects}`;
    expect(runs(contact)).toBe('mail -s "$HOSTNAME$ is $HOSTSTATE$" bob@example.org');
    check(contact, '- Filled in when it runs: `$HOSTNAME$`, `$HOSTSTATE$`');
  });
  test('of a setting: nobody is known', () => {
    expect(runs(`${main}ocsp_command=check_s$0nmp!1!2\n${objects}`)).toBe(
      "/usr/lib/plugins/check_snmp -C $_HOSTCOMMUNITY$ -H $HOSTADDRESS$ -w 1 -c '2'",
    );
  });
});

describe('what is not known', () => {
  const call = service('host_name db-1\n    check_command o$0dd');
  test('stands as it is written', () => {
    expect(runs(call)).toBe(
      'odd $USER9$ $_HOSTNOTHING$ $ARG1$ $SERVICESTATE$ $NONSENSE$ $HOME 10.0.0.3 $HOSTALIAS:nowhere$',
    );
  });
  test('and is told, with the reason', () => {
    check(
      call,
      '**Not defined, and so empty:** `$USER9$`, `$_HOSTNOTHING$`, `$NONSENSE$`, `$HOSTALIAS:nowhere$`',
      'Not given, and so empty: `$ARG1$`',
      'Filled in when it runs: `$SERVICESTATE$`',
    );
  });
  test('of a macro modulation, that it has its times', () => {
    const host = `${main}define host {\n    host_name m\n    _COMMUNITY c\n    macromodulations night\n    check_command check_s$0nmp!1!2\n}\n`;
    const modulation = 'define macromodulation {\n    macromodulation_name night\n    _COMMUNITY dark\n}\n';
    check(
      `${host}${modulation}${objects}`,
      '-C c ',
      'At times another value, by a macro modulation: `$_HOSTCOMMUNITY$`',
    );
  });
  test('a dollar sign that stands alone', () => {
    const text = `${main}define host {\n    host_name m\n    check_command price$0\n}\ndefine command {\n    command_name price\n    command_line echo 5$ each\n}\n`;
    expect(runs(text)).toBe('echo 5$ each');
    check(text, '**A `$` stands alone**');
    check(
      text.replace('5$ each', () => '5$$ each'),
      /^((?!stands alone)[^])*$/,
    );
  });
  test('a macro that contains itself', () => {
    const loop = (value: string): string =>
      `${main}define host {\n    host_name m\n    _LOOP ${value}\n    check_command endl$0ess\n}\n${objects}`;
    expect(runs(loop('$_HOSTLOOP$'))).toBe('$_HOSTLOOP$');
    expect(runs(loop('x$_HOSTLOOP$$_HOSTLOOP$'))?.length).toBeLessThan(1100);
  });
});

describe('passwords', () => {
  test('are not shown in what is run', () => {
    const call = service('host_name db-1\n    check_command check_d$0b');
    expect(runs(call)).toBe('db -p •••••• -s ••••••');
    check(call, '•••••• stands for a password');
    expect(hoverAt(call)).not.toMatch(/hunter/);
  });
  test('nor of macros, objects and what is inherited', () => {
    for (const text of [
      service('host_name db-1\n    check_command check_db!$DBPASS$0WORD$'),
      service('host_name db-1\n    check_command check_db!$_HOSTSSH_PASS$0WORD$'),
      service('host_name d$0b-1'),
      `${main}define host {\n    host_name x\n    use gene$0ric\n}\n${objects}`,
      `${main}define ho$0st {\n    host_name x\n    use generic\n}\n${objects}`,
    ]) {
      const found = hoverAt(text);
      expect(found).toBeDefined();
      expect(found).not.toMatch(/hunter/);
    }
  });
  test('a file of passwords', () => {
    const call = `${main}cfg_file=passwords.cfg\ndefine host {\n    host_name x\n    check_command y$0\n}\ndefine command {\n    command_name y\n    command_line y $LOGIN$\n}\n#- passwords.cfg\n$LOGIN$=root/hunter2\n`;
    expect(runs(call)).toBe('y ••••••');
  });
  test('what only looks like one is shown', () => {
    const call = `${main}$PASSIVE$=yes\ndefine host {\n    host_name x\n    check_command y$0\n}\ndefine command {\n    command_name y\n    command_line y $PASSIVE$\n}\n`;
    expect(runs(call)).toBe('y yes');
  });
});

describe('arguments', () => {
  const call = (args: string): string => service(`host_name db-1\n    check_command check_snmp!${args}`);
  test('what they are for, and what is run', () => {
    check(call('5$0!8'), /^5 \| Argument 1 of check\\_snmp: `-w`/, "-w 5 -c '8'");
    check(call('5!8$0'), /^8 \| Argument 2 of check\\_snmp: `-c`/);
  });
  test('an argument too many', () => {
    check(call('5!8!9$0'), 'Argument 3 of check\\_snmp: **the command line has no use for it**.');
  });
  test('a macro in one, with its value here', () => {
    check(call('$HOSTADD$0RESS$!8'), '$HOSTADDRESS$ | **$HOSTADDRESS$**', 'Here: `10.0.0.2`');
  });
  test('a macro without a value here', () => {
    expect(hoverAt(call('$SERVICESTA$0TE$!8'))).not.toContain('Here:');
  });
  test('what calls give for an argument, on its macro', () => {
    const others = 'define service {\n    host_name db-1\n    check_command check_snmp!5!x\n}\n'.repeat(2);
    const text = objects.replace('-w $ARG1$', '-w $AR$0G1$');
    check(`${main}${others}${text}`, 'Given: `5` 2 times');
  });
  test('commands that Shinken has by itself', () => {
    check(service('host_name db-1\n    check_command bp_r$0ule!db-1'), /^bp_rule \| \*\*bp\\_rule\*\* · business rule/);
    check(service('host_name db-1\n    check_command _ec$0ho'), '**\\_echo**');
  });
});
