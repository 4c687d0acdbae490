import { describe, expect, test } from 'vitest';
import { judged, problemLines } from '../support/problems';

const estate = ['web-1', 'web-2', 'db-1']
  .map(
    (name) => `
define host {
 host_name ${name}
${name.startsWith('web') ? ' hostgroups web\n' : ''}}
define service {
 host_name ${name}
 service_description Load
 check_command _echo
 check_interval 5
 retry_interval 1
}
define service {
 host_name ${name}
 service_description Http
 check_command _echo
 check_interval 5
 retry_interval 1
}
`,
  )
  .join('')
  .concat('define hostgroup {\n hostgroup_name empty\n}\ndefine hostgroup {\n hostgroup_name all\n members *\n}\n');

const dependency = (type: string, ...lines: string[]): string =>
  `${estate}define ${type} {\n${lines.map((line) => ` ${line}\n`).join('')}}\n`;

/** Dependencies as the arbiter ends up with them: `dependent<depended-on`. */
function made(text: string): string[] {
  const { model } = judged(text);
  const side = (text: string | undefined, description: string | undefined): string =>
    [text, description].filter((part) => part !== undefined).join('/');
  return [...model.items('hostdependency'), ...model.items('servicedependency')].map(
    (item) =>
      `${side(item.text('dependent_host_name'), item.text('dependent_service_description'))}<` +
      side(item.text('host_name'), item.text('service_description')),
  );
}

describe('host dependencies', () => {
  const write = (...lines: string[]): string => dependency('hostdependency', ...lines);

  test.each([
    [
      ['host_name db-1', 'dependent_host_name web-1, web-2'],
      ['web-1<db-1', 'web-2<db-1'],
    ],
    [
      ['host_name db-1', 'dependent_hostgroup_name web'],
      ['web-1<db-1', 'web-2<db-1'],
    ],
    [
      ['hostgroup_name web', 'dependent_host_name db-1'],
      ['db-1<web-1', 'db-1<web-2'],
    ],
    [
      ['host_name db-1', 'dependent_hostgroup_name web,nowhere'],
      ['web-1<db-1', 'web-2<db-1'],
    ],
  ])('%j', (lines, expected) => {
    expect(made(write(...lines))).toEqual(expected);
  });

  test.each([
    [['host_name db-2', 'dependent_host_name web-1'], 'error arbiter/unknown-host ‹db-2›'],
    [['host_name db-1', 'dependent_host_name web-1,'], 'error arbiter/unknown-host ‹web-1,›'],
    [['host_name *', 'dependent_host_name web-1'], 'error arbiter/unknown-host ‹*›'],
    [['hostgroup_name all', 'dependent_host_name web-1'], 'error arbiter/unknown-host ‹all›'],
    [['hostgroup_name nowhere', 'dependent_host_name web-1'], 'warning silent/unknown-reference ‹nowhere›'],
    [['hostgroup_name empty', 'dependent_host_name web-1'], 'error arbiter/dependency-on-empty-group ‹empty›'],
    [['host_name db-1'], 'warning silent/idle-dependency ‹define hostdependency›'],
    [['dependent_host_name db-1'], 'warning silent/idle-dependency ‹define hostdependency›'],
    [['host_name db-1', 'dependent_host_name db-1'], 'error arbiter/dependency-loop ‹db-1›'],
    [
      ['host_name db-1', 'dependent_host_name web-1', 'dependency_period never'],
      'warning silent/unknown-reference ‹never›',
    ],
  ])('%j', (lines, expected) => {
    expect(problemLines(write(...lines))).toEqual([expected]);
  });

  test('a circle of two is told of once', () => {
    const back = 'define hostdependency {\n host_name web-1\n dependent_host_name db-1\n}\n';
    const lines = problemLines(write('host_name db-1', 'dependent_host_name web-1') + back);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('arbiter/dependency-loop');
  });
});

describe('service dependencies', () => {
  const write = (...lines: string[]): string => dependency('servicedependency', ...lines);
  const both = ['service_description Load', 'dependent_service_description Http'];

  test.each([
    [['host_name db-1', ...both], ['db-1/Http<db-1/Load']],
    [
      ['host_name db-1', 'dependent_host_name web-1,web-2', ...both],
      ['web-1/Http<db-1/Load', 'web-2/Http<db-1/Load'],
    ],
    [
      ['hostgroup_name web', 'explode_hostgroup 1', ...both],
      ['web-1/Http<web-1/Load', 'web-2/Http<web-2/Load'],
    ],
    [
      ['hostgroup_name web', ...both],
      ['web-1/Http<web-1/Load', 'web-1/Http<web-2/Load', 'web-2/Http<web-1/Load', 'web-2/Http<web-2/Load'],
    ],
    [
      ['host_name db-1', 'dependent_hostgroup_name web', 'dependent_host_name', ...both],
      ['web-1/Http<db-1/Load', 'web-2/Http<db-1/Load'],
    ],
  ])('%j', (lines, expected) => {
    expect(made(write(...lines))).toEqual(expected);
  });

  test.each([
    [['host_name db-2', ...both], 'error arbiter/unknown-host ‹db-2›'],
    [
      ['host_name db-1', 'service_description Laod', 'dependent_service_description Http'],
      'warning arbiter/dependency-dropped ‹Laod›',
    ],
    [['host_name db-1', 'service_description Load'], 'error arbiter/undescribed-dependency ‹define servicedependency›'],
    [both, 'error arbiter/dependency-without-host ‹define servicedependency›'],
    [['hostgroup_name nowhere', 'explode_hostgroup 1', ...both], 'error arbiter/unknown-hostgroup ‹nowhere›'],
    [['hostgroup_name empty', 'explode_hostgroup 1', ...both], 'error arbiter/dependency-on-empty-group ‹empty›'],
    [['hostgroup_name web', ...both], 'warning silent/dependency-of-all-on-all ‹web›'],
    [['dependent_host_name db-1', ...both], 'warning silent/idle-dependency ‹define servicedependency›'],
    [
      ['host_name db-1', 'service_description Load', 'dependent_service_description Load'],
      'error arbiter/dependency-loop ‹Load›',
    ],
  ])('%j', (lines, expected) => {
    expect(problemLines(write(...lines))).toEqual([expected]);
  });

  test('an unknown host group kills the arbiter', () => {
    const { problems } = judged(write('hostgroup_name nowhere', ...both));
    expect(problems.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toContainEqual(
      expect.stringContaining('crashes'),
    );
  });
});

describe('service_dependencies', () => {
  const write = (value: string): string => `${estate}define service {
 host_name web-1
 service_description Page
 check_command _echo
 check_interval 5
 retry_interval 1
 service_dependencies ${value}
}
`;

  test.each([
    ['db-1,Load', ['web-1/Page<db-1/Load']],
    [',Http, db-1 ,Load', ['web-1/Page<web-1/Http', 'web-1/Page<db-1/Load']],
    ['db-1,Load,web-2', ['web-1/Page<db-1/Load']],
    ['', []],
  ])('%s', (value, expected) => {
    expect(made(write(value))).toEqual(expected);
  });

  test.each([
    ['db-2,Load', 'error arbiter/unknown-host ‹db-2›'],
    ['db-1,Laod', 'warning arbiter/dependency-dropped ‹Laod›'],
    ['Load', 'warning silent/unpaired-dependency ‹Load›'],
    ['db-1,Load,web-2', 'warning silent/unpaired-dependency ‹web-2›'],
    [',Page', 'error arbiter/dependency-loop ‹Page›'],
  ])('%s: %s', (value, expected) => {
    expect(problemLines(write(value))).toEqual([expected]);
  });
});
