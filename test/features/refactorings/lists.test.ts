import { describe, expect, test } from 'vitest';
import { refactored, titles } from './support';

/** A host or a group with one directive, and what a refactoring makes of that. */
const sorted = (line: string, type = 'hostgroup', title = /^Sort list$/): string => {
  const result = refactored(`define ${type} {\n    ${line.replace(/\s+/, '$&$$0')}\n}\n`, title);
  return /^ {4}([\s\S]*)\n\}\n$/m.exec(result)?.[1] ?? result;
};

describe('sorting a list', () => {
  test.each([
    ['members b,a', 'members a,b'],
    ['members web-10, web-2, web-1', 'members web-1, web-2, web-10'],
    ['members b ,a,c', 'members a ,b,c'],
    ['members b,a,!d,!c', 'members a,b,!c,!d'],
    ['members b,a ; why', 'members a,b ; why'],
    ['members b,\\\n            a', 'members a,\\\n            b'],
    ['hostgroup_members b,a', 'hostgroup_members a,b'],
  ])('%s', (before, after) => {
    expect(sorted(before)).toBe(after);
  });
  test.each([
    ['hostgroups +b,a', 'hostgroups +a,b', 'host'],
    ['parents b,a', 'parents a,b', 'host'],
    ['contacts b,a,b', 'contacts a,b,b', 'host'],
    ['host_name b,a', 'host_name a,b', 'service'],
    ['hostgroup_name b,a', 'hostgroup_name a,b', 'service'],
    ['members é,f,e', 'members e,é,f', 'contactgroup'],
  ])('%s of any type', (before, after, type) => {
    expect(sorted(before, type)).toBe(after);
  });
  test('duplicates go if that is wanted', () => {
    expect(sorted('contacts b, a, b', 'host', /drop duplicates/)).toBe('contacts a, b');
    expect(sorted('contacts a, b, b, c', 'host', /drop duplicates/)).toBe('contacts a, b, c');
    expect(titles('define host {\n    contacts a,b,$0b\n}\n')).not.toContain('Sort list');
  });

  test.each([
    ['host', 'use b,a'],
    ['host', 'checkmodulations b,a'],
    ['scheduler', 'modules b,a'],
    ['realm', 'realm_members b,a'],
    ['servicegroup', 'members b,x,a,y'],
    ['service', 'host_name !b,a'],
    ['service', 'hostgroup_name b&a'],
    ['service', 'hostgroup_name b,!a'],
    ['host', 'alias b,a'],
    ['host', 'contacts a,b'],
    ['host', 'contacts b'],
    ['host', 'contacts b,,a'],
    ['host', 'service_excludes b,a'],
    ['host', 'notification_options u,d'],
    ['hostgroup', 'members +b,a'],
    ['contact', 'host_notification_commands b,a'],
    ['host', '_LIST b,a'],
  ])('is not offered where order means something, or there is nothing to sort: %s, %s', (type, line) => {
    expect(titles(`define ${type} {\n    ${line.replace(/\s+/, '$&$$0')}\n}\n`)).not.toContain('Sort list');
  });
  test('nor for a directive that is written twice', () => {
    expect(titles('define host {\n    contacts b$0,a\n    contacts c\n}\n')).toEqual([]);
  });
  test('nor in an object that is not closed', () => {
    expect(titles('define host {\n    contacts b$0,a\n')).toEqual([]);
  });
});

describe('the layout of a list', () => {
  test('one item a line', () => {
    expect(sorted('members  a, b,c ; why', 'hostgroup', /each line/)).toBe(
      'members  a,\\\n             b,\\\n             c ; why',
    );
    expect(sorted('contacts\t+a,b', 'host', /each line/)).toBe('contacts\t+a,\\\n            \t b');
  });
  test('and back', () => {
    expect(sorted('members a,\\\n            b,\\\n  c', 'hostgroup', /one line/)).toBe('members a,b,c');
  });
  test('templates and options have a layout, too', () => {
    expect(sorted('use a,b', 'host', /each line/)).toBe('use a,\\\n        b');
  });
  test.each([
    ['service', 'host_name a,b'],
    ['host', 'service_overrides a,b c'],
    ['host', 'alias a,b'],
  ])('is left alone where commas or blanks may mean something: %s, %s', (type, line) => {
    const found = titles(`define ${type} {\n    ${line.replace(/\s+/, '$&$$0')}\n}\n`);
    expect(found.filter((title) => title.includes('line'))).toEqual([]);
  });
});
