import { describe, expect, test } from 'vitest';
import { prepareRename, rename } from '../../server/src/features/rename';
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

const host = (name: string): string => `define host {\n    host_name ${name}\n}\n`;

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
  test('a name that is taken', () => refuse(`${host('a$0')}${host('b')}`, 'b', 'b is defined already'));
  test('no name', () => refuse(host('a$0'), ' ', 'cannot be empty'));
  test('a character that parts a list', () => refuse(host('a$0'), 'b,c', 'cannot hold ,'));
  test('a character that begins a comment', () => refuse(host('a$0'), 'b;c', 'cannot hold ;'));
  test('a character that Shinken refuses in names', () => refuse(host('a$0'), 'b*', 'cannot hold *'));
  test('or that the user has it refuse', () => {
    refuse(`illegal_object_name_chars=_\n${host('a$0')}`, 'b_c', 'cannot hold _');
    check(`illegal_object_name_chars=_\n${host('a$0')}`, 'b=c', `illegal_object_name_chars=_\n${host('b=c')}`);
  });
  test('a macro with a hyphen', () => refuse('$US$0ER1$=/usr\n', 'A-B', 'cannot hold -'));
  test('a name over two lines', () => {
    refuse(`${host('ab')}define host {\n    parents a$0\\\nb\n}\n`, 'c', 'broken over several lines in shinken.cfg:5');
  });
  test.each([
    ['a name that is defined nowhere', 'define host {\n    parents x$0\n}\n'],
    ['a directive', 'define host {\n    par$0ents x\n}\n'],
    ['a macro of Shinken’s', 'define command {\n    command_line $HOST$0NAME$\n}\n'],
    ['a comment', '# a$0\n'],
  ])('%s', (_, declaration) => {
    const found = scene(declaration);
    expect(prepareRename(found.analysis, found.at)).toBeUndefined();
  });
});
