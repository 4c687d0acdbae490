import { describe, expect, test } from 'vitest';
import { namesOf, valueOf } from '../support/objects';
import { fixed, problemLines } from '../support/problems';

const object = (type: string, ...lines: string[]): string =>
  `define ${type} {\n${lines.map((line) => `    ${line}\n`).join('')}}\n`;
const service = (...lines: string[]): string =>
  object('service', 'check_command  _echo', 'check_interval  5', 'retry_interval  1', ...lines);
const load = (...lines: string[]): string => service('service_description  S', ...lines);

const hosts =
  object('host', 'name  base', 'register  0', '_DISKS  C$(80)$,D') +
  object('host', 'name  linux', 'use  base', 'register  0') +
  object('host', 'name  web', 'register  0') +
  object('host', 'host_name  a', 'use  linux', 'hostgroups  g') +
  object('host', 'host_name  b', 'use  linux,web', 'hostgroups  g,i') +
  object('host', 'host_name  c', 'hostgroups  i') +
  object('hostgroup', 'hostgroup_name  empty') +
  object('hostgroup', 'hostgroup_name  g') +
  object('hostgroup', 'hostgroup_name  i') +
  object('hostgroup', 'hostgroup_name  all', 'members  *') +
  object('hostgroup', 'hostgroup_name  not-a', 'members  *,!a');

const on = (text: string): string =>
  namesOf(hosts + text, 'service')
    .map((name) => name.replace('/S', ''))
    .join(' ');
const said = (text: string): string[] =>
  problemLines(hosts + text).filter((line) => !line.includes('arbiter/excluded-member'));

describe('a service goes to', () => {
  test.each([
    ['host_name a', 'a'],
    ['host_name a, b,', 'a b'],
    ['host_name *', 'a b c'],
    ['host_name *,!b', 'a c'],
    ['host_name !a,a,b', 'a b'],
    ['host_name a,b,!a', 'b'],
    ['hostgroup_name g', 'a b'],
    ['hostgroup_name g,i', 'a b c'],
    ['hostgroup_name g|i', 'a b c'],
    ['hostgroup_name g&i', 'b'],
    ['hostgroup_name g&!i', 'a'],
    ['hostgroup_name (g|i)&!g', 'c'],
    ['hostgroup_name !g', 'a b'],
    ['hostgroup_name *', 'a b c'],
    ['hostgroup_name *&!(g)', 'c'],
    ['hostgroup_name all', 'a b c'],
    ['hostgroup_name g|nosuch', 'a b'],
    ['hostgroups g', 'a b'],
    ['host_name c\n    hostgroup_name g', 'a b c'],
    ['host_name !a\n    hostgroup_name g', 'b'],
    ['hostgroup_name empty', ''],
    ['host_name !a', ''],
  ])('%s', (line, expected) => {
    expect(on(load(line))).toBe(expected);
  });
});

describe('a template of services goes to', () => {
  test.each([
    ['linux', 'a b'],
    ['base', 'a b'],
    ['linux,web', 'a b'],
    ['linux&web', 'b'],
    ['linux|web', 'a b'],
    ['linux&!web', 'a'],
    ['*', 'a b c'],
    ['nosuch', ''],
    ['a', ''],
  ])('host_name %s', (names, expected) => {
    expect(on(load('register  0', `host_name  ${names}`))).toBe(expected);
  });
});

describe('what is wrong', () => {
  test.each([
    [load('host_name  nosuch'), 'error arbiter/unknown-host ‹nosuch›'],
    [load('host_name  a,nosuch'), 'error arbiter/unknown-host ‹nosuch›'],
    [load('hostgroup_name  nosuch'), 'error arbiter/unknown-hostgroup ‹nosuch›'],
    [load('hostgroup_name  g&!nosuch'), 'warning silent/unknown-reference ‹nosuch›'],
    [load(), 'error arbiter/unbound-service ‹define service›'],
    [load('host_name  !a'), 'warning silent/service-nowhere ‹!a›'],
    [load('hostgroup_name  empty'), 'information silent/service-nowhere ‹empty›'],
    [load('host_name  !a,b'), 'warning silent/idle-exclusion ‹!a›'],
    [load('hostgroup_name  (g'), 'warning silent/malformed-expression ‹(g›'],
    [load('hostgroup_name  g|i&all'), 'warning silent/mixed-operators ‹g|i&all›'],
    [service('host_name  a'), 'error arbiter/missing-directive ‹define service›'],
    [
      object('service', 'host_name  a', 'service_description  S', 'check_command  _echo', 'check_interval  5'),
      'error arbiter/missing-directive ‹define service›',
    ],
    [load('host_name  a', 'service_description  S(1)'), 'error arbiter/illegal-name ‹S(1)›'],
    [load('host_name  a') + load('host_name  a'), 'warning arbiter/duplicate-name ‹S›'],
    [load('register  0', 'host_name  lynux'), 'warning silent/unused-tag ‹lynux›'],
    [load('register  0', 'host_name  a'), 'warning silent/unused-tag ‹a›'],
  ])('%#', (text, problem) => {
    expect(said(text)).toContain(problem);
  });

  test('groups with one unknown among them give no host at all', () => {
    expect(on(load('hostgroup_name  g,nosuch', 'host_name  c'))).toBe('c');
  });
  test('host_name of a template reaches the service too late', () => {
    const text = load('name  t', 'register  0', 'host_name  a') + service('use  t');
    expect(said(text)).toContain('error arbiter/unbound-service ‹define service›');
    expect(fixed(hosts + text, 'arbiter/unbound-service')).toContain('use  t\n    host_name a');
  });
  test('a definition with a name and without hosts is meant as a template', () => {
    expect(fixed(hosts + load('name  t'), 'arbiter/unbound-service')).toContain('name  t\n    register 0');
  });
  test('an interval is added', () => {
    const text = object(
      'service',
      'host_name  a',
      'service_description  S',
      'check_command  _echo',
      'check_interval  5',
    );
    expect(fixed(hosts + text, 'arbiter/missing-directive')).toContain(
      '    check_interval  5\n    retry_interval  1\n}',
    );
  });
});

describe('duplicate_foreach', () => {
  const disk = (...lines: string[]): string =>
    service('service_description  Disk $KEY$', 'duplicate_foreach  _disks', 'display_name  $KEY$ at $VALUE$', ...lines);

  test('makes one service for each key', () => {
    expect(namesOf(hosts + disk('host_name  a'), 'service')).toEqual(['a/Disk C', 'a/Disk D']);
    expect(valueOf(hosts + disk('host_name  a'), 'service a/Disk C', 'display_name')).toBe('C at 80');
  });
  test('fills in the default value', () => {
    expect(valueOf(hosts + disk('host_name  a', 'default_value  90'), 'service a/Disk D', 'display_name')).toBe(
      'D at 90',
    );
  });
  test('works in templates of services', () => {
    const text = hosts + disk('host_name  linux', 'register  0');
    expect(namesOf(text, 'service')).toEqual(['a/Disk C', 'a/Disk D', 'b/Disk C', 'b/Disk D']);
  });
  test('leaves out the keys of _!DISKS', () => {
    const text = object('host', 'host_name  z', '_DISKS  C,D', '_!DISKS  D');
    expect(namesOf(text + disk('host_name  z'), 'service')).toEqual(['z/Disk C']);
  });
  test('puts _ for characters that no description may have', () => {
    const text = object('host', 'host_name  z', '_DISKS  C(%)x');
    expect(namesOf(text + disk('host_name  z'), 'service')).toEqual(['z/Disk C_x']);
  });
  test.each([
    [disk('host_name  c'), 'information silent/foreach-without-macro ‹_disks›'],
    [disk('hostgroup_name  g'), 'warning silent/service-nowhere ‹_disks›'],
    [disk('host_name  a,b'), 'error arbiter/unknown-host ‹a,b›'],
    [
      service('service_description  Disk', 'duplicate_foreach  _disks', 'host_name  a'),
      'warning silent/foreach-without-key ‹Disk›',
    ],
    [object('host', 'host_name  z', '_DISKS  C,,D') + disk('host_name  z'), 'error arbiter/bad-generator ‹C,,D›'],
    [object('host', 'host_name  z', '_DISKS  [-]') + disk('host_name  z'), 'error arbiter/bad-generator ‹[-]›'],
  ])('%#', (text, problem) => {
    expect(said(text)).toContain(problem);
  });
});

describe('what hosts keep away', () => {
  const z = (...lines: string[]): string => object('host', 'host_name  z', 'hostgroups  g', ...lines);
  const two = load('hostgroup_name  g') + service('service_description  T', 'hostgroup_name  g');
  const left = (...lines: string[]): string[] =>
    namesOf(hosts + z(...lines) + two, 'service').filter((name) => name.startsWith('z/'));

  test.each([
    ['service_excludes  S', ['z/T']],
    ['service_excludes  *', []],
    ['service_excludes  r:^[ST]$', []],
    ['service_excludes  s', ['z/S', 'z/T']],
    ['service_includes  S', ['z/S']],
    ['service_includes  r:S', ['z/S']],
  ])('%s', (line, expected) => {
    expect(left(line)).toEqual(expected);
  });
  test.each([
    ['service_excludes  s', 'warning silent/idle-filter ‹s›'],
    ['service_excludes  r:(', 'error arbiter/bad-pattern ‹r:(›'],
  ])('%s is said', (line, problem) => {
    expect(said(z(line) + two)).toContain(problem);
  });
});

describe('what a service has from its host', () => {
  const contact = object('contact', 'contact_name  x') + object('contact', 'contact_name  y');
  const z = object('host', 'host_name  z', 'contacts  x', 'notification_interval  7', 'max_check_attempts  9');
  const value = (key: string, ...lines: string[]): string =>
    valueOf(contact + z + load('host_name  z', ...lines), 'service z/S', key);

  test.each([
    ['contacts', [], '[x]'],
    ['contacts', ['contacts  y'], '[y]'],
    ['notification_interval', [], '7'],
    ['max_check_attempts', [], '1'],
    ['display_name', [], ''],
  ] as const)('%s with %s', (key, lines, expected) => {
    expect(value(key, ...lines)).toBe(expected);
  });
});

describe('service_overrides', () => {
  const z = (...lines: string[]): string => object('host', 'host_name  z', ...lines);
  const text = (...lines: string[]): string => z(...lines) + load('host_name  z');

  test.each([
    ['S,check_interval 10', 'check_interval', '10'],
    ['*,check_interval 10', 'check_interval', '10'],
    ['r:^S,contacts a,b', 'contacts', '[a b]'],
  ])('%s', (override, key, expected) => {
    expect(valueOf(text(`service_overrides  ${override}`), 'service z/S', key)).toBe(expected);
  });
  test('one a line', () => {
    const both = text('service_overrides  S,check_interval 10', 'service_overrides  S,notes a');
    expect([valueOf(both, 'service z/S', 'check_interval'), valueOf(both, 'service z/S', 'notes')]).toEqual([
      '10',
      'a',
    ]);
  });
  test.each([
    ['S check_interval 10', 'error arbiter/bad-override ‹S check_interval 10›'],
    ['S,host_name x', 'error arbiter/bad-override ‹host_name›'],
    ['T,check_interval 10', 'error arbiter/bad-override ‹T›'],
    ['S,check_intervall 10', 'error arbiter/bad-override ‹check_intervall›'],
    ['S,_PORT 10', 'error arbiter/bad-override ‹_PORT›'],
    ['S,check_interval often', 'error arbiter/bad-override ‹often›'],
    ['r:(,check_interval 10', 'error arbiter/bad-override ‹r:(›'],
  ])('%s is refused', (override, problem) => {
    expect(problemLines(text(`service_overrides  ${override}`))).toEqual([problem]);
  });
});
