import { describe, expect, test } from 'vitest';
import { dedent } from '../support/workspace';
import { shinken } from './support';

const text = `
define command {
    command_name  ping
    command_line  /bin/true
}
define host {
    name                generic
    register            0
    check_command       ping
    max_check_attempts  3
}
define host {
    use        generic
    host_name  web-1
    alias      A;B
}
`;

describe('shinken objects', () => {
  test('prints JSON with the origin of each value', async () => {
    const { status, out } = await shinken(['objects', '--format', 'json', '--type', 'host'], text);
    const { objects } = JSON.parse(out) as { objects: { properties: object; origins: object }[] };
    expect(objects).toHaveLength(1);
    expect(objects[0]).toMatchObject({
      type: 'host',
      name: 'web-1',
      file: 'shinken.cfg',
      line: 11,
      properties: { host_name: 'web-1', check_command: 'ping', max_check_attempts: '3' },
      origins: {
        check_command: { file: 'shinken.cfg', line: 8, via: ['generic'] },
        host_name: { file: 'shinken.cfg', line: 13, via: [] },
      },
    });
    expect(status).toBe(0);
  });

  test('prints a definition that says the same', async () => {
    const { out } = await shinken(['objects', '--type', 'command', '--name', 'ping'], text);
    expect(
      out
        .replace(/ +/g, ' ')
        .split('\n')
        .filter((line) => !line.endsWith('; default')),
    ).toEqual(
      dedent(`
        define command {
         command_line /bin/true ; shinken.cfg:3
         command_name ping ; shinken.cfg:2
         module_type fork
        }
      `).split('\n'),
    );
  });

  test('of one name, of any type', async () => {
    const { out } = await shinken(['objects', '--format', 'json', '--name', 'ping'], text);
    expect((JSON.parse(out) as { objects: { type: string }[] }).objects.map(({ type }) => type)).toEqual(['command']);
  });

  test('a type that there is not is bad usage', async () => {
    const { status, err } = await shinken(['objects', '--type', 'hots'], text);
    expect([status, err]).toEqual([2, "shinken: hots is no object type of Shinken's\n"]);
  });
});
