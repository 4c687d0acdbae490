import { describe, expect, test } from 'vitest';
import { daterangeWords, periodWords } from '../../server/src/features/daterange-words';
import { check, hoverAt } from './hovering';

describe('the days and hours of a line', () => {
  test.each([
    ['monday 09:00-17:00', 'Every Monday, from 09:00 to 17:00'],
    ['sunday 00:00-24:00', 'Every Sunday, all day'],
    ['monday 00:00-09:00,17:00-24:00', 'Every Monday, from 00:00 to 09:00 and from 17:00 to 24:00'],
    ['monday 22:00-06:00', 'Every Monday, from 22:00 to 06:00 (never: it ends before it begins)'],
    ['monday 3 00:00-24:00', 'The third Monday of every month, all day'],
    ['monday -1 00:00-24:00', 'The last Monday of every month, all day'],
    ['monday 1 - 2 00:00-24:00', 'From the first Monday to the second Monday of every month, all day'],
    ['monday 3 - thursday 4 00:00-24:00', 'From the third Monday to the fourth Thursday of every month, all day'],
    ['december 25 00:00-24:00', '25 December, every year, all day'],
    ['february -1 00:00-24:00', 'The last day of February, every year, all day'],
    ['july 10 - 15 00:00-24:00', 'From 10 July to 15 July, every year, all day'],
    ['december 24 - january 6 00:00-24:00', 'From 24 December to 6 January, every year, all day'],
    ['day 15 00:00-24:00', 'The 15th day of every month, all day'],
    ['day -2 00:00-24:00', 'The second to last day of every month, all day'],
    ['day 1 - 22 00:00-24:00', 'From the first day to the 22nd day of every month, all day'],
    ['day 11 00:00-24:00', 'The 11th day of every month, all day'],
    ['thursday -1 november 00:00-24:00', 'The last Thursday of November, every year, all day'],
    [
      'sunday -1 march - sunday -1 october 00:00-24:00',
      'From the last Sunday of March to the last Sunday of October, every year, all day',
    ],
    ['2026-12-25 00:00-24:00', 'Friday 25 December 2026, all day'],
    ['2026-12-24 - 2027-01-06 00:00-24:00', 'From Thursday 24 December 2026 to Wednesday 6 January 2027, all day'],
    ['2026-02-30 00:00-24:00', '2026-02-30, all day'],
    ['2026-04-01 / 7 00:00-24:00', 'Wednesday 1 April 2026, all day'],
    ['monday noon', undefined],
    ['christmas 00:00-24:00', undefined],
  ])('%s', (line, words) => {
    expect(daterangeWords(line)).toBe(words);
  });
  test.each([
    [['monday 1:00-2:00', 'christmas 00:00-24:00'], ['Every Monday, 1:00-2:00 (no times)']],
    [
      ['monday 09:00-17:00', 'tuesday 09:00-17:00', 'wednesday 09:00-17:00', 'friday 09:00-12:00'],
      ['Monday to Wednesday, from 09:00 to 17:00', 'Every Friday, from 09:00 to 12:00'],
    ],
    [['saturday 00:00-24:00', 'sunday 00:00-24:00'], ['Saturday and Sunday, all day']],
    [
      ['monday 00:00-24:00', 'wednesday 00:00-24:00', 'friday 00:00-24:00', 'december 25 00:00-24:00'],
      ['Monday, Wednesday and Friday, all day', '25 December, every year, all day'],
    ],
    [
      ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => `${day} 00:00-24:00`),
      ['Every day, all day'],
    ],
  ])('%j', (lines, words) => {
    expect(periodWords(lines)).toEqual(words);
  });
});

describe('time periods', () => {
  const period = `define timeperiod {
    timeperiod_name work
    monday    09:00-17:00
    tuesday   09:00-17:00
    december 24 - 26 00:00-24:00
    exclude   holidays
}
define timeperiod {
    timeperiod_name holidays
}
`;
  const words = [
    '- Monday and Tuesday, from 09:00 to 17:00',
    '- From 24 December to 26 December',
    '- but not during `holidays`',
  ];

  test('where one is named', () => {
    check(`define host {\n    check_period wo$0rk\n}\n${period}`, '**time period work**', ...words);
  });
  test('where it has its name, and at its head', () => {
    check(period.replace('name work', 'name wo$0rk'), ...words);
    check(period.replace('define timeperiod', 'define time$0period'), ...words);
  });
  test('one without times', () => {
    check(period.replace('holidays\n}\ndefine', 'holid$0ays\n}\ndefine'), '- Never');
  });
  test('a line, on its day and on its hours', () => {
    check(period.replace('monday ', 'mon$0day '), 'monday | Every Monday, from 09:00 to 17:00.', '**weekday**');
    check(period.replace('09:00', '09$0:00'), '09:00-17:00 | Every Monday, from 09:00 to 17:00.');
    check(period.replace('24 - 26', '24 - 2$06'), 'From 24 December to 26 December, every year, all day.');
  });
});

describe('groups and expressions', () => {
  const objects = `
define host {
    host_name a
    hostgroups linux,web
    use base
}
define host {
    host_name b
    hostgroups linux
    use base,extra
}
define host {
    host_name c
}
define host {
    name base
    register 0
}
define hostgroup {
    hostgroup_name linux
    members c
}
define hostgroup {
    hostgroup_name web
}
define contact {
    contact_name alice
    contactgroups admins
}
define contactgroup {
    contactgroup_name admins
}
`;
  const service = (line: string): string => `define service {\n    ${line}\n}\n${objects}`;

  test('how many hosts a group has, and which', () => {
    check(service('hostgroup_name lin$0ux'), '**3 hosts**: c, a, b');
    check(objects.replace('hostgroup_name linux', 'hostgroup_name lin$0ux'), '**3 hosts**: c, a, b');
  });
  test('a group of contacts', () => {
    check('define host {\n    contact_groups adm$0ins\n}\n' + objects, '**1 contact**: alice');
  });
  test('the whole expression, on a name', () => {
    check(service('hostgroup_name linux&!w$0eb'), '`linux&!web`: **2 hosts**: b, c', '**1 host**: a');
  });
  test('the whole expression, on an operator', () => {
    check(service('hostgroup_name linux $0& web'), /^linux & web \| `linux & web`: \*\*1 host\*\*: a$/);
    check(service('hostgroup_name (linux|web)$0'), '**3 hosts**: a, b, c');
    check(service('hostgroup_name *&!linux$0'), '**no hosts**');
  });
  test('expressions of host templates', () => {
    check(service('register 0\n    host_name base&!ex$0tra'), '`base&!extra`: **1 host**: a');
    check(service('register 0\n    host_name ba$0se'), 'Used by **2 hosts**: a, b');
  });
  test('a single name is no expression', () => {
    expect(hoverAt(service('hostgroup_name lin$0ux'))).not.toContain('`linux`:');
  });
  test('of many, the first names', () => {
    const hosts = Array.from(
      { length: 8 },
      (_, n) => `define host {\n    host_name h${n}\n    hostgroups big\n}\n`,
    ).join('');
    check(
      `define service {\n    hostgroup_name b$0ig\n}\n${hosts}define hostgroup {\n    hostgroup_name big\n}\n`,
      '**8 hosts**: h0, h1, h2, h3, h4, …',
    );
  });
});

describe('use', () => {
  const templates = `
define host {
    name base
    register 0
    check_interval 5
    retry_interval 1
    _RACK 7
    _PASSWORD hunter2
}
define host {
    name linux
    register 0
    check_interval 9
}
`;
  test('what a template brings', () => {
    check(
      `define host {\n    use ba$0se\n    host_name a\n    retry_interval 2\n}\n${templates}`,
      /^base \| Brings:\n\n- `check_interval` `5`\n- `_RACK` `7`\n- `_PASSWORD` `••••••`/,
      'Other values have gone before: `retry_interval`',
    );
  });
  test('what the one before it has brought already', () => {
    check(
      `define host {\n    use linux,ba$0se\n    host_name a\n}\n${templates}`,
      /Brings:\n\n- `retry_interval`/,
      'Other values have gone before: `check_interval`',
    );
  });
  test('nothing', () => {
    check(
      `define host {\n    use li$0nux\n    host_name a\n    check_interval 1\n}\n${templates}`,
      'Brings nothing here.',
    );
  });
  test('all of them, on the directive', () => {
    check(
      `define host {\n    u$0se base\n    host_name a\n}\n${templates}`,
      '**use** · host',
      /`check_interval` `5` — from base/,
    );
  });
});
