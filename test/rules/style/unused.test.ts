import { describe, expect, test } from 'vitest';
import { analysisOf } from '../../support/analysis';
import { after, found, titles, under } from './support';

/** `host web-1 use=linux`: an object of a type, its name, and its other lines. */
function define(line: string): string {
  const [type = '', name = '', ...rest] = line.split(' ');
  const template = rest.includes('template');
  const key = template ? 'name' : type === 'service' ? 'service_description' : `${type}_name`;
  const lines = rest.map((part) => (part === 'template' ? 'register 0' : part.replace('=', ' ')));
  return [`define ${type} {`, `    ${key} ${name}`, ...lines.map((each) => `    ${each}`), '}'].join('\n');
}

const config = (...lines: readonly string[]): string =>
  `\n${lines.map((line) => (line.includes('=') && !line.includes(' ') ? line : define(line))).join('\n')}\n`;

/** What each rule says is unused, of all rules. */
const unused = (...lines: readonly string[]): string[] =>
  [
    'template',
    'command',
    'contact',
    'timeperiod',
    'group',
    'modulation',
    'notificationway',
    'escalation',
    'module',
  ].flatMap((what) => under(config(...lines), `style/unused-${what}`));

describe('is used', () => {
  test.each([
    ['a template of a template in use', 'host base template', 'host linux template use=base', 'host web-1 use=linux'],
    [
      'a template in the rule of a service',
      'host linux template',
      'service all host_name=web-1 check_command=bp_rule!t:linux',
      'host web-1',
    ],
    ['a template that discovery gives', 'host linux template', 'discoveryrule found creation_type=host use=linux'],
    [
      'a template of services bound to a template in use',
      'host linux template',
      'host web-1 use=linux',
      'command load',
      'service load template host_name=linux check_command=load',
    ],
    ['a template of services bound to the hosts of any template', 'service load template host_name=*'],
    ['a command behind arguments', 'command ping', 'host web-1 check_command=ping!100!200'],
    [
      'a command in a template in use',
      'command ping',
      'host linux template check_command=ping',
      'host web-1 use=linux',
    ],
    [
      'a command in a list of commands',
      'command mail',
      'command sms',
      'contact anna host_notification_commands=sms,mail',
      'host web-1 contacts=anna',
    ],
    [
      'a command of a modulation',
      'command ping',
      'checkmodulation night check_command=ping',
      'host web-1 checkmodulations=night',
    ],
    ['a command in a setting', 'command forward', 'ochp_command=forward'],
    ['a command in an event handler of all', 'command restart', 'global_host_event_handler=restart'],
    [
      'a command in a notification way',
      'command mail',
      'notificationway email host_notification_commands=mail',
      'contact anna notificationways=email',
      'host web-1 contacts=anna',
    ],
    ['a command that a discovery runs', 'command nmap', 'discoveryrun scan discoveryrun_command=nmap'],
    ['a command in service_overrides', 'command ping', 'host web-1 service_overrides=Load,check_command\tping'],
    ['a command that a custom macro names', 'command ping', 'host web-1 _FALLBACK=ping!1'],
    [
      'a command that a module is set up with',
      'command ping',
      'module tagger module_type=x command=ping',
      'arbiter a modules=tagger',
    ],
    [
      'a contact in a group in use',
      'contact anna',
      'contactgroup admins members=anna',
      'host web-1 contact_groups=admins',
    ],
    [
      'a contact that says that it is in a group in use',
      'contact anna contactgroups=admins',
      'contactgroup admins',
      'host web-1 contact_groups=admins',
    ],
    [
      'a contact whose template says so',
      'contact admin template contactgroups=admins',
      'contact anna use=admin',
      'contactgroup admins',
      'host web-1 contact_groups=admins',
    ],
    [
      'a group in a group in use',
      'contact anna',
      'contactgroup night members=anna',
      'contactgroup admins contactgroup_members=night',
      'host web-1 contact_groups=admins',
    ],
    ['a contact of an escalation', 'contact boss', 'escalation late contacts=boss', 'host web-1 escalations=late'],
    [
      'a contact of an escalation of its own hosts',
      'contact boss',
      'escalation late contacts=boss host_name=web-1',
      'host web-1',
    ],
    [
      'a contact who logs in',
      'contact anna password=secret',
      'contact bob is_admin=1',
      'contact eve can_submit_commands=1',
    ],
    [
      'a time period in an exclude',
      'timeperiod always exclude=holidays',
      'timeperiod holidays',
      'host web-1 check_period=always',
    ],
    [
      'a time period of a dependency',
      'timeperiod always',
      'hostdependency d host_name=web-1 dependent_host_name=web-2 dependency_period=always',
      'host web-1',
      'host web-2',
    ],
    [
      'a time period of a modulation',
      'timeperiod night',
      'macromodulation high modulation_period=night',
      'host web-1 macromodulations=high',
    ],
    [
      'a time period used as if it were a template',
      'timeperiod holidays name=holidays',
      'timeperiod always use=holidays',
      'host web-1 check_period=always',
    ],
    ['a host group with members', 'hostgroup web members=web-1', 'host web-1'],
    ['a host group that a host joins', 'hostgroup web', 'host web-1 hostgroups=web'],
    ['a host group that a service is for', 'hostgroup web', 'service Load hostgroup_name=web'],
    [
      'a service group that a service joins',
      'servicegroup loads',
      'service Load host_name=web-1 servicegroups=loads',
      'host web-1',
    ],
    ['a module of a module', 'module log module_type=x', 'module ui module_type=y modules=log', 'broker b modules=ui'],
  ])('%s', (_what, ...lines) => {
    expect(unused(...lines)).toEqual([]);
  });
});

describe('is not used', () => {
  test.each<[what: string, names: readonly string[], ...lines: string[]]>([
    ['a template of nobody', ['linux'], 'host linux template', 'host web-1'],
    ['templates of each other alone', ['base', 'linux'], 'host base template', 'host linux template use=base'],
    [
      'a template that services are bound to',
      ['linux'],
      'host linux template',
      'service load template host_name=linux',
    ],
    ['a command of an unused template', ['linux', 'ping'], 'command ping', 'host linux template check_command=ping'],
    [
      'a command of services bound to an unused template',
      ['linux', 'load'],
      'command load',
      'host linux template',
      'service load template host_name=linux check_command=load',
    ],
    [
      'a command of an unused contact',
      ['mail', 'anna'],
      'command mail',
      'contact anna host_notification_commands=mail',
    ],
    ['a contact in an unused group', ['anna', 'admins'], 'contact anna', 'contactgroup admins members=anna'],
    [
      'a group that a contact in use joins',
      ['admins'],
      'contact anna contactgroups=admins',
      'contactgroup admins',
      'host web-1 contacts=anna',
    ],
    ['a contact who may not log in', ['eve'], 'contact eve can_submit_commands=0'],
    [
      'a time period excluded by an unused one',
      ['always', 'holidays'],
      'timeperiod always exclude=holidays',
      'timeperiod holidays',
    ],
    ['a host group without members', ['web'], 'hostgroup web', 'host web-1'],
    [
      'a host group that an unused template joins',
      ['linux', 'web'],
      'hostgroup web',
      'host linux template hostgroups=web',
    ],
    ['an escalation of nobody, and who it is to', ['boss', 'late'], 'contact boss', 'escalation late contacts=boss'],
    ['modulations', ['a', 'b', 'c'], 'macromodulation a', 'checkmodulation b', 'resultmodulation c'],
    ['a module of an unused module', ['log', 'ui'], 'module log module_type=x', 'module ui module_type=y modules=log'],
    ['a module whose type another one has for a name', ['log'], 'module log module_type=log'],
  ])('%s', (_what, names, ...lines) => {
    expect(unused(...lines)).toEqual(names);
  });
});

describe('nothing is said', () => {
  test('of a folder of packs', () => {
    expect(under('#- packs/linux.cfg\ndefine command {\n    command_name  ping\n}\n', 'style/unused-command')).toEqual(
      [],
    );
  });
  test.each([['mysql_import'], ['made_by_ourselves']])('where an arbiter has objects from %s', (type) => {
    expect(unused('command ping', `module m module_type=${type}`, 'arbiter a modules=m')).toEqual([]);
    expect(unused('command ping', `module m module_type=${type}`)).toEqual(['ping', 'm']);
    expect(unused('command ping', 'module m module_type=named-pipe', 'arbiter a modules=m')).toEqual(['ping']);
  });
  test('of what is not loaded, which does not count as use either', () => {
    const command = 'define command {\n    command_name  NAME\n    command_line  true\n}\n';
    const files = `cfg_file=a.cfg\n#- a.cfg\n${command.replace('NAME', 'ping')}#- b.cfg\n${command.replace('NAME', 'load')}define host {\n    host_name  b\n    check_command  ping\n}\n`;
    expect(under(files, 'style/unused-command')).toEqual(['ping']);
  });
  test('unless somebody asks', () => {
    expect(analysisOf(config('command ping')).problems.filter(({ code }) => code.startsWith('style/'))).toEqual([]);
  });
});

test('it says what names it all the same', () => {
  const lines = config(
    'command ping',
    'host linux template check_command=ping',
    'contact anna contactgroups=admins',
    'contactgroup admins',
    'host web-1 contacts=anna',
  );
  const [command] = found(lines, 'style/unused-command');
  expect(command?.message).toBe('The command ping is not used: what names it is not used either.');
  expect([command?.unnecessary, command?.related.map(({ message }) => message)]).toEqual([true, ['named here']]);
  const [group] = found(lines, 'style/unused-group');
  expect(group?.message).toBe('The contact group admins is not used: it has members, but nobody notifies it.');
});

describe('removing', () => {
  const code = 'style/unused-command';
  const command = 'define command {\n    command_name  ping\n    command_line  /bin/true\n}\n';
  const host = 'define host {\n    host_name  web-1\n}\n';
  test.each([
    ['between others', `${host}\n${command}\n${host}`, `${host}\n${host}`],
    ['without blank lines', `${host}${command}${host}`, `${host}${host}`],
    ['at the beginning', `${command}\n${host}`, host],
    ['at the end', `${host}\n${command}`, host],
    ['with the comments right above', `${host}\n# pings\n# twice\n${command}\n${host}`, `${host}\n${host}`],
    ['without the comments further above', `# about all\n\n${command}\n${host}`, `# about all\n\n${host}`],
    ['without the beginning of a region', `# region\n${command}\n${host}`, `# region\n\n${host}`],
    [
      'without a comment for the whole file',
      `; shinken-ignore-file silent/*\n# pings\n${command}\n${host}`,
      `; shinken-ignore-file silent/*\n\n${host}`,
    ],
    ['with a comment behind it', `${host}\n${command.trimEnd()} ; pings\n`, host],
    ['with a comment in it', `${host}\n${command.replace('{\n', '{\n    # here\n')}\n${host}`, `${host}\n${host}`],
    [
      'with a comment behind it and the line breaks of Windows',
      `${host}\n${command.trimEnd()} ; pings\n`.replaceAll('\n', '\r\n'),
      host.replaceAll('\n', '\r\n'),
    ],
    [
      'with the line breaks of Windows',
      `${host}\n${command}\n${host}`.replaceAll('\n', '\r\n'),
      `${host}\n${host}`.replaceAll('\n', '\r\n'),
    ],
  ])('%s', (_what, before, expected) => {
    expect(after(before, code)['shinken.cfg']).toBe(expected);
  });
  test('what is not closed is left alone', () => {
    expect(titles(`${command.replace('}\n', '')}${host}`, code)).toEqual([]);
  });
  test('a file that a folder brings in goes when nothing is left of it', () => {
    expect(after(`cfg_dir=commands\n#- commands/ping.cfg\n${command}`, code)).toEqual({
      'shinken.cfg': 'cfg_dir=commands\n',
    });
  });
  test('a file that a line names stays', () => {
    expect(after(`cfg_file=ping.cfg\n#- ping.cfg\n${command}`, code)).toEqual({
      'shinken.cfg': 'cfg_file=ping.cfg\n',
      'ping.cfg': '',
    });
  });
  test('takes all of one name, and what names it', () => {
    const lines = `${command}${command}define host {\n    name           linux\n    check_command  ping\n    register       0\n}\ndefine host {\n    name      deb\n    use       linux\n    register  0\n}\n${host}`;
    expect(titles(lines, code)).toEqual(['Remove the command ping and 2 unused objects that name it']);
    expect(after(lines, code)['shinken.cfg']).toBe(host);
  });
  test('takes the services that are bound to a template', () => {
    const lines = `define host {\n    name      linux\n    register  0\n}\ndefine service {\n    host_name            linux\n    service_description  Load\n    register             0\n}\n${host}`;
    expect(titles(lines, 'style/unused-template')).toEqual([
      'Remove the host template linux and the unused object that names it',
    ]);
    expect(after(lines, 'style/unused-template')['shinken.cfg']).toBe(host);
  });
  test('is not proposed where something of use names it', () => {
    expect(
      titles(
        config('contact anna contactgroups=admins', 'contactgroup admins', 'host web-1 contacts=anna'),
        'style/unused-group',
      ),
    ).toEqual([]);
  });
});
