import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis';
import { references } from '../../server/src/features/references';
import { prepareRename, rename } from '../../server/src/features/rename';
import { loadProject } from '../../server/src/project/load';
import { memoryFileSystem, ROOT } from '../support/workspace';
import { applied, scene } from './support';

/** The files that change when the name at `$0` becomes another. */
function renamed(declaration: string, name: string): Record<string, string> {
  const found = scene(declaration);
  return applied(found, rename(found.analysis, found.at, name));
}

function check(before: string, name: string, after: string): void {
  expect(renamed(before, name)['shinken.cfg']).toBe(after);
}

function refuse(declaration: string, name: string, why: string): void {
  const found = scene(declaration);
  expect(() => rename(found.analysis, found.at, name)).toThrow(why);
}

const host = (name: string, rest = ''): string =>
  `define host {\n    host_name ${name}\n${rest === '' ? '' : `    ${rest}\n`}}\n`;
const service = (hostName: string, name: string): string =>
  `define service {\n    host_name ${hostName}\n    service_description ${name}\n}\n`;

describe('rename', () => {
  test('a host, wherever it is said', () => {
    check(
      `${host('we$0b-1')}define host {\n    parents db-1,web-1\n}\ndefine service {\n    host_name !web-1\n    check_command bp_rule!web-1,X & web-11\n}\n`,
      'www',
      `${host('www')}define host {\n    parents db-1,www\n}\ndefine service {\n    host_name !www\n    check_command bp_rule!www,X & web-11\n}\n`,
    );
  });
  test('from a reference', () => {
    check(`${host('a')}define host {\n    parents a$0\n}\n`, 'b', `${host('b')}define host {\n    parents b\n}\n`);
  });
  test('a template, and the services that go with it', () => {
    check(
      'define host {\n    name t$0\n    register 0\n}\ndefine host {\n    use t, x\n}\ndefine service {\n    register 0\n    host_name t\n}\n',
      'linux',
      'define host {\n    name linux\n    register 0\n}\ndefine host {\n    use linux, x\n}\ndefine service {\n    register 0\n    host_name linux\n}\n',
    );
  });
  test('a command, its arguments untouched', () => {
    check(
      'define command {\n    command_name ping$0\n    command_line x\n}\ndefine host {\n    check_command ping!ping!2\n}\n',
      'check_ping',
      'define command {\n    command_name check_ping\n    command_line x\n}\ndefine host {\n    check_command check_ping!ping!2\n}\n',
    );
  });
  test('a custom macro, in its definitions and between dollars', () => {
    check(
      'define host {\n    _mac 1\n}\ndefine command {\n    command_line x $_HOSTM$0AC$ $_SERVICEMAC$\n}\n',
      'ADDR',
      'define host {\n    _ADDR 1\n}\ndefine command {\n    command_line x $_HOSTADDR$ $_SERVICEMAC$\n}\n',
    );
  });
  test('a macro of a resource file', () => {
    check(
      '$USER1$=/usr\ndefine command {\n    command_line $US$0ER1$/x\n}\n',
      'PLUGINS',
      '$PLUGINS$=/usr\ndefine command {\n    command_line $PLUGINS$/x\n}\n',
    );
  });
  test('in every file', () => {
    expect(
      Object.keys(renamed(`cfg_file=a.cfg\n${host('x$0')}#- a.cfg\ndefine host {\n    parents x\n}\n`, 'y')).sort(),
    ).toEqual(['a.cfg', 'shinken.cfg']);
  });
  test('a blank in a name', () => {
    check(host('a$0'), 'web server', host('web server'));
  });
});

describe('what is refused', () => {
  test('a name that is taken', () =>
    refuse(`${host('a$0')}${host('b')}`, 'b', 'b is defined already in shinken.cfg:5'));
  test('no name', () => refuse(host('a$0'), ' ', 'cannot be empty'));
  test.each([
    ['a character that parts a list', 'b,c', 'cannot hold ,'],
    ['a character that begins a comment', 'b;c', 'cannot hold ;'],
    ['a character that Shinken refuses in names', 'b*', 'cannot hold *'],
    ['a line break', 'b\nc', 'cannot hold a line break'],
    ['what adds to a list', '+b', 'cannot hold +'],
    ['what takes from a list', '!b', 'cannot hold !'],
    ['what stands for all', '*', 'stands for all'],
    ['what takes back what a template says', 'null', 'takes back what a template says'],
    ['what joins the next line', 'b\\', 'cannot end in a backslash'],
    ['what joins the next line in Shinken 2.4', 'b\\ss', 'cannot end in a backslash'],
  ])('%s', (_, name, why) => refuse(host('a$0'), name, why));

  test('a character that the user has Shinken refuse', () => {
    refuse(`illegal_object_name_chars=_\n${host('a$0')}`, 'b_c', 'cannot hold _');
    check(`illegal_object_name_chars=_\n${host('a$0')}`, 'b=c', `illegal_object_name_chars=_\n${host('b=c')}`);
  });
  test('a macro with a hyphen', () => refuse('$US$0ER1$=/usr\n', 'A-B', 'cannot hold -'));
  test('a macro that Shinken fills in itself', () => {
    refuse('$US$0ER1$=/usr\n', 'HOSTNAME', '$HOSTNAME$ is Shinken’s own macro');
    refuse('$US$0ER1$=/usr\n', 'ARG1', '$ARG1$ is Shinken’s own macro');
  });
  test('a tag or a command of Shinken’s', () => {
    refuse('define poller {\n    poller_name p\n    poller_tags D$0MZ\n}\n', 'None', 'Shinken’s own tag');
    refuse('define command {\n    command_name c$0\n}\n', 'bp_rule', 'bp_rule is Shinken’s own command');
  });
  test('a pattern of service_excludes', () => refuse(`${host('a')}${service('a', 'S$0')}`, 'r:x', 'begin with r:'));
  test('a name over two lines', () => {
    refuse(`${host('ab')}define host {\n    parents a$0\\\nb\n}\n`, 'c', 'broken over several lines in shinken.cfg:5');
  });
  test('a name with an escape in it', () => {
    refuse('define command {\n    command_name a\\;$0b\n}\n', 'c', 'not written as it is read in shinken.cfg:2');
  });

  test.each([
    [
      'a part of an on-demand macro',
      `${host('a$0')}define command {\n    command_name x\n    command_line echo $HOSTSTATE:a$\n}\n`,
      'b:c',
      6,
    ],
    ['a flag of a business rule', `${host('a$0')}${host('b', 'check_command bp_rule!a')}`, 'g:x', 6],
    [
      'the end of a name in a satellite map',
      'define poller {\n    poller_name p$0\n}\ndefine arbiter {\n    satellitemap p=10.0.0.1\n}\n',
      'p=1',
      5,
    ],
    [
      'an operator, where it would be one',
      `define hostgroup {\n    hostgroup_name g$0\n}\ndefine service {\n    hostgroup_name g|x\n}\n`,
      'g+h',
      5,
    ],
    [
      'a macro',
      'define timeperiod {\n    timeperiod_name t$0\n}\ndefine host {\n    check_period t\n}\n',
      '$USER1$',
      2,
    ],
  ])('a name that would be read as %s', (_, declaration, name, line) => {
    refuse(declaration, name, `${name} would be read as something else in shinken.cfg:${line}.`);
  });
  test('and an operator is none where no other makes it one', () => {
    const text = (name: string): string =>
      `define hostgroup {\n    hostgroup_name ${name}\n}\ndefine service {\n    hostgroup_name ${name.replace('$0', '')},x\n}\n`;
    check(text('g$0'), 'g+h', text('g+h'));
  });

  test('the name of a group or a template that means something though nobody defines it', () => {
    const group = 'define hostgroup {\n    hostgroup_name g$0\n}\n';
    refuse(`${group}${host('a', 'hostgroups x')}`, 'x', 'x is said already in shinken.cfg:6');
    const template = 'define host {\n    name t$0\n    register 0\n}\n';
    refuse(`${template}${host('a', 'use x')}`, 'x', 'x is said already in shinken.cfg:7');
  });
  test('but not one that others only say in vain', () => {
    check(
      `define command {\n    command_name check_pnig$0\n}\n${host('a', 'check_command check_ping')}`,
      'check_ping',
      `define command {\n    command_name check_ping\n}\n${host('a', 'check_command check_ping')}`,
    );
  });
  test('a service that the host has already, and not one of another host', () => {
    const text = (name: string): string =>
      `${host('a')}${host('b')}${service('a', name)}${service('a', 'S')}${service('b', 'T')}`;
    refuse(text('R$0'), 'S', 'S is defined already in shinken.cfg:13');
    check(text('R$0'), 'T', text('T'));
  });
  test('a service that a macro of the host makes already', () => {
    const made = `${host('a', '_DISKS /')}define service {\n    host_name a\n    service_description Disk $KEY$\n    duplicate_foreach _DISKS\n}\n`;
    refuse(`${made}${service('a', 'R$0')}`, 'Disk /', 'The host a has a service Disk / already');
  });
  test('services that are made from a macro', () => {
    const text = (name: string, rest = ''): string =>
      `${host('a', '_DISKS /,/var')}define service {\n    host_name a\n    service_description ${name}\n    duplicate_foreach _DISKS\n}\n${rest}`;
    check(text('Disk$0 $KEY$'), 'Volume $KEY$', text('Volume $KEY$'));
    refuse(text('Disk$0 $KEY$'), 'Disk', 'Without $KEY$ all the services');
    refuse(text('Disk$0 $KEY$'), 'Disk $VALUE$', 'cannot hold $');
    const group = 'define servicegroup {\n    servicegroup_name g\n    members a,Disk /var\n}\n';
    refuse(text('Disk$0 $KEY$', group), 'Volume $KEY$', 'Disk /var in shinken.cfg:12 names a service');
    refuse(service('a', 'S$0'), 'Disk $KEY$', 'cannot hold $');
  });

  describe('a pattern that would mean something else', () => {
    const excludes = (pattern: string): string => host('a', `service_excludes ${pattern}`);
    test('it fits the old name', () => {
      refuse(
        `${excludes('X,r:^HT')}${service('b', 'X')}${service('a', 'HT$0TP')}`,
        'Web',
        'r:^HT in shinken.cfg:3 fits HTTP and not Web',
      );
    });
    test('it fits the new name', () => {
      refuse(`${excludes('r:^We')}${service('a', 'HT$0TP')}`, 'Web', 'r:^We in shinken.cfg:3 fits Web and not HTTP');
    });
    test('it fits both, or is another host’s', () => {
      check(`${excludes('r:.*')}${service('a', 'H$0')}`, 'W', `${excludes('r:.*')}${service('a', 'W')}`);
      const other = `${excludes('r:^H')}${host('b')}`;
      check(`${other}${service('b', 'H$0')}`, 'W', `${other}${service('b', 'W')}`);
    });
    test('a pattern of an override', () => {
      refuse(
        `${host('a', 'service_overrides r:^HT,check_interval 1')}${service('a', 'HT$0TP')}`,
        'Web',
        'r:^HT in shinken.cfg:3 fits HTTP and not Web',
      );
    });
    test('a pattern of a business rule', () => {
      const rule = host('shop', 'check_command bp_rule!r:^web & x,r:^HT');
      refuse(`${rule}${host('web-1$0')}`, 'db-1', 'r:^web in shinken.cfg:3 fits web-1 and not db-1');
      refuse(`${rule}${service('x', 'HT$0TP')}`, 'Web', 'r:^HT in shinken.cfg:3 fits HTTP and not Web');
      check(`${rule}${service('y', 'HT$0TP')}`, 'Web', `${rule}${service('y', 'Web')}`);
    });
  });
});

describe('what cannot be changed says why', () => {
  test.each([
    ['a name that is defined nowhere', 'define host {\n    parents x$0\n}\n', 'There is no host called x.'],
    ['a template that is defined nowhere', 'define host {\n    use x$0\n}\n', 'There is no host template called x.'],
    [
      'a custom macro',
      'define command {\n    command_line $_HOST$0X$\n}\n',
      'There is no custom macro of hosts called X.',
    ],
    [
      'a macro of Shinken’s',
      'define command {\n    command_line $HOST$0NAME$\n}\n',
      '$HOSTNAME$ is Shinken’s own macro.',
    ],
    [
      'a command of Shinken’s',
      'define host {\n    check_command bp_r$0ule!a\n}\n',
      'bp_rule is Shinken’s own command.',
    ],
    ['the tag of Shinken’s', 'define poller {\n    poller_tags No$0ne\n}\n', 'None is Shinken’s own tag'],
    [
      'a trigger',
      'triggers_dir=t\ndefine host {\n    trigger_name up$0\n}\n#- t/up.trig\nx\n',
      'A trigger is called as its file: rename up.trig',
    ],
  ])('%s', (_, declaration, why) => {
    const found = scene(declaration);
    expect(() => prepareRename(found.analysis, found.at)).toThrow(why);
    expect(() => rename(found.analysis, found.at, 'new')).toThrow(why);
  });
  test.each([
    ['a directive', 'define host {\n    par$0ents x\n}\n'],
    ['a comment', '# a$0\n'],
    ['an empty place', '$0\n'],
  ])('%s is no name', (_, declaration) => {
    const found = scene(declaration);
    expect(prepareRename(found.analysis, found.at)).toBeUndefined();
    expect(() => rename(found.analysis, found.at, 'new')).toThrow('There is no name to change here.');
  });
});

describe('several configurations', () => {
  const shared = `${host('web-1')}`;
  const files = new Map([
    [`${ROOT}/shinken.cfg`, 'cfg_file=hosts.cfg\n'],
    [`${ROOT}/hosts.cfg`, shared],
    [`${ROOT}/site/shinken.cfg`, `cfg_file=../hosts.cfg\n${host('b', 'parents web-1')}`],
    [`${ROOT}/alone/shinken.cfg`, `${host('web-1')}`],
  ]);
  const fileSystem = memoryFileSystem(files);
  const [first, second, third] = ['', '/site', '/alone'].map((folder) =>
    analyze(loadProject(fileSystem, { mains: ['shinken.cfg'], cwd: `${ROOT}${folder}` }), { dialect: '2.4' }),
  );
  if (!first || !second || !third) throw new Error('three configurations');
  const others = [first, second, third];
  const at = { file: `${ROOT}/hosts.cfg`, offset: shared.indexOf('web-1') };

  test('a name changes in each that reads its definition', () => {
    const { edits } = rename(first, at, 'www', others);
    expect(edits.map(({ file }) => file)).toEqual([`${ROOT}/hosts.cfg`, `${ROOT}/site/shinken.cfg`]);
  });
  test('and is found there', () => {
    expect(references(first, at, true, others).map(({ file }) => file)).toEqual([
      `${ROOT}/hosts.cfg`,
      `${ROOT}/site/shinken.cfg`,
    ]);
  });
  test('and must not be taken there', () => {
    expect(() => rename(first, at, 'b', others)).toThrow('b is defined already in shinken.cfg:3');
  });
});
