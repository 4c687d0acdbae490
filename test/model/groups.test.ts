import { describe, expect, test } from 'vitest';
import { modelOf, namesOf, objectIn, valueOf } from '../support/objects';
import { fixed, problemLines } from '../support/problems';

const object = (type: string, ...lines: string[]): string =>
  `define ${type} {\n${lines.map((line) => `    ${line}\n`).join('')}}\n`;
const host = (name: string, ...lines: string[]): string => object('host', `host_name  ${name}`, ...lines);
const group = (name: string, ...lines: string[]): string => object('hostgroup', `hostgroup_name  ${name}`, ...lines);
const membersOf = (text: string, name: string): string[] =>
  (objectIn(modelOf(text), name).links.get('members') ?? []).map((item) => item.name).sort();

describe('members of host groups', () => {
  test.each([
    ['of the group', host('a') + group('g', 'members a'), ['a']],
    ['of the host', host('a', 'hostgroups g') + group('g'), ['a']],
    ['of both, once each', host('a', 'hostgroups g') + host('b') + group('g', 'members a, b ,'), ['a', 'b']],
    ['all hosts', host('a') + host('b') + group('g', 'members *'), ['a', 'b']],
    ['of groups within', host('a', 'hostgroups i') + group('i') + group('g', 'hostgroup_members i'), ['a']],
    [
      'of groups within groups',
      host('a', 'hostgroups j') + group('g', 'hostgroup_members i') + group('i', 'hostgroup_members j') + group('j'),
      ['a'],
    ],
    ['of an unknown group within: none', group('g', 'hostgroup_members i'), []],
  ])('%s', (_what, text, members) => {
    expect(membersOf(text, 'hostgroup g')).toEqual(members);
  });

  test('hosts know their groups', () => {
    const text = host('a', 'hostgroups g') + group('g') + group('h', 'members a');
    expect((objectIn(modelOf(text), 'host a').links.get('hostgroups') ?? []).map(({ name }) => name)).toEqual([
      'g',
      'h',
    ]);
  });

  test('a group is made where none is defined', () => {
    const text = host('a', 'hostgroups linus') + group('linux');
    expect(namesOf(text, 'hostgroup')).toEqual(['linus', 'linux']);
    expect(membersOf(text, 'hostgroup linus')).toEqual(['a']);
    expect(fixed(text, 'silent/group-created')).toContain('hostgroups linux');
  });

  test('a group with register 0 is none, and one is made in its place', () => {
    const text = host('a', 'hostgroups g') + group('g', 'register 0', 'name g');
    expect(objectIn(modelOf(text), 'hostgroup g').source).toBeUndefined();
  });

  test.each([
    [host('a') + group('g', 'members a,!a'), 'error arbiter/excluded-member ‹!a›'],
    [group('g', 'members a'), 'error arbiter/unknown-host ‹a›'],
    [host('a', 'hostgroups g,,h'), 'error arbiter/empty-group-name ‹g,,h›'],
    [host('a', 'hostgroups'), 'error arbiter/empty-group-name ‹hostgroups›'],
    [group('g', 'hostgroup_members g'), 'warning arbiter/group-loop ‹g›'],
    [
      group('a', 'hostgroup_members b,c') +
        group('b', 'hostgroup_members d') +
        group('c', 'hostgroup_members d') +
        group('d'),
      'information arbiter/group-loop ‹d›',
    ],
    [group('g', 'hostgroup_members h'), 'warning silent/unknown-reference ‹h›'],
  ])('%#', (text, problem) => {
    expect(problemLines(text)).toEqual([problem]);
  });

  test('an empty name goes with its comma, an empty list with its line', () => {
    expect(fixed(host('a', 'hostgroups g,,h'), 'arbiter/empty-group-name')).toBe(host('a', 'hostgroups g,h'));
    expect(fixed(host('a', 'hostgroups'), 'arbiter/empty-group-name')).toBe(host('a'));
  });
  test('an excluded member goes with its comma', () => {
    const text = host('a') + host('b') + group('g', 'members a, !b');
    expect(fixed(text, 'arbiter/excluded-member')).toBe(host('a') + host('b') + group('g', 'members a'));
  });
});

describe('members of service groups', () => {
  const service = (...lines: string[]): string =>
    object(
      'service',
      'host_name  a',
      'service_description  S',
      'check_command  _echo',
      'check_interval  5',
      'retry_interval  1',
      ...lines,
    );
  const sg = (...lines: string[]): string => object('servicegroup', 'servicegroup_name  g', ...lines);

  test.each([
    ['of the group, in pairs', host('a') + service() + sg('members a,S'), ['a/S']],
    ['of the service', host('a') + service('servicegroups g') + sg(), ['a/S']],
    ['of groups within', host('a') + service('servicegroups i') + sg('servicegroup_members i'), ['a/S']],
  ])('%s', (_what, text, members) => {
    expect(membersOf(text, 'servicegroup g')).toEqual(members);
  });

  test.each([
    [sg('members S'), 'error arbiter/unpaired-member ‹S›'],
    [host('a') + service() + sg('members a,S,b'), 'warning arbiter/unpaired-member ‹b›'],
    [sg('members b,S'), 'error arbiter/unknown-host ‹b›'],
    [host('a') + service() + sg('members a,T'), 'warning arbiter/member-taken-for-excluded ‹T›'],
    [host('a', 'service_includes T,S') + service() + sg('members a,T'), 'error arbiter/unknown-service ‹T›'],
  ])('%#', (text, problem) => {
    expect(problemLines(text)).toContain(problem);
  });
});

describe('contact groups', () => {
  const contacts = ['a', 'b', 'c'].map((name) => object('contact', `contact_name  ${name}`)).join('');
  const ops = object('contactgroup', 'contactgroup_name  ops', 'members  a,b');

  test('contacts join the groups they name', () => {
    const text = object('contact', 'contact_name  z', 'contactgroups  ops') + contacts + ops;
    expect(membersOf(text, 'contactgroup ops')).toEqual(['a', 'b', 'z']);
  });
  test('their members become contacts of the host', () => {
    expect(valueOf(contacts + ops + host('h', 'contact_groups ops', 'contacts c'), 'host h', 'contacts')).toBe(
      '[c a b]',
    );
  });
  test('and of every other heir of the same list', () => {
    const template = object('host', 'name  t', 'register  0', 'contacts  c');
    const text = contacts + ops + template + host('h', 'use t', 'contact_groups ops') + host('i', 'use t');
    expect(valueOf(text, 'host i', 'contacts')).toBe('[c a b]');
  });
});
