import { expect, test } from 'vitest';
import { fixed, problemLines } from '../support/problems';

const period = (...lines: string[]): string =>
  ['define timeperiod {', '    timeperiod_name  office', ...lines.map((line) => `    ${line}`), '}', ''].join('\n');

test.each([
  ['Monday 08:00-18:00', 'warning arbiter/unknown-date-range ‹Monday 08:00-18:00›'],
  ['monday 8:00-18:00', 'error arbiter/bad-time-range ‹8:00-18:00›'],
  ['monday 08:00-12:00,13-17', 'error arbiter/bad-time-range ‹13-17›'],
  ['foo 1 may - friday 2 june 08:00-18:00', 'error arbiter/bad-time-range ‹foo 1 may - friday 2 june 08:00-18:00›'],
  ['day 1-15 00:00-24:00', 'error arbiter/bad-day-number ‹1-15›'],
  ['monday-friday 08:00-18:00', 'warning silent/partly-read-range ‹monday-friday 08:00-18:00›'],
  ['monday 22:00-06:00', 'warning silent/odd-time-range ‹22:00-06:00›'],
  ['monday 00:00-00:00', 'information silent/odd-time-range ‹00:00-00:00›'],
  ['monday 08:00-25:00', 'warning silent/odd-time-range ‹08:00-25:00›'],
  ['2026-13-01 00:00-24:00', 'warning silent/odd-time-range ‹2026-13-01 00:00-24:00›'],
  ['monday 1 foo - friday 2 may 00:00-24:00', 'warning silent/odd-time-range ‹foo›'],
  ['monday 1 may 8-9', 'warning silent/odd-time-range ‹8-9›'],
  ['dateranges monday 08:00-18:00', 'error arbiter/literal-dateranges ‹monday 08:00-18:00›'],
  ['exclude holidays', 'warning arbiter/unknown-timeperiod ‹holidays›'],
  ['exclude', 'warning arbiter/unknown-timeperiod ‹exclude›'],
  ['exclude office', 'warning arbiter/exclude-loop ‹office›'],
])('%s', (line, expected) => {
  expect(problemLines(period(line))).toEqual([expected]);
});

test.each([
  ['monday 00:00-24:00'],
  ['monday 00:00-06:00,22:00-24:00'],
  ['december 25 00:00-24:00'],
  ['2024-02-29 00:00-24:00'],
])('%s is fine', (line) => {
  expect(problemLines(period(line))).toEqual([]);
});

test('lines of a template are checked where they take effect, and stand where they are written', () => {
  const template = 'define timeperiod {\n name t\n register 0\n monday 8:00-18:00\n}\n';
  expect(problemLines(template)).toEqual([]);
  expect(problemLines(template + period('use t') + period('use t').replace('office', 'shop'))).toEqual([
    'error arbiter/bad-time-range ‹8:00-18:00›',
  ]);
});

test('only direct templates give their lines, and none gives what it excludes', () => {
  const templates =
    'define timeperiod {\n name a\n register 0\n exclude office\n monday 8:00-9:00\n}\n' +
    'define timeperiod {\n name b\n register 0\n use a\n tuesday 08:00-09:00\n}\n';
  expect(problemLines(templates + period('use b'))).toEqual(['warning silent/ranges-not-inherited ‹b›']);
  expect(problemLines(templates + period('use a'))).toEqual([
    'error arbiter/bad-time-range ‹8:00-9:00›',
    'warning silent/exclude-not-inherited ‹a›',
  ]);
});

test('a period that is excluded by two ways is called a loop by the arbiter, wrongly', () => {
  const other = (name: string, exclude: string): string => period(`exclude ${exclude}`).replace('office', name);
  const three = other('b', 'd') + other('c', 'd') + period('monday 00:00-24:00').replace('office', 'd');
  expect(problemLines(period('exclude b,c') + three)).toEqual(['information arbiter/exclude-loop ‹b,c›']);
});

test.each([
  ['arbiter/bad-time-range', 'monday 8-18', 'monday 08:00-18:00'],
  ['arbiter/bad-day-number', 'day 1-15 00:00-24:00', 'day 1 - 15 00:00-24:00'],
  ['arbiter/unknown-date-range', 'Monday 08:00-18:00', 'monday 08:00-18:00'],
  ['arbiter/unknown-date-range', 'mondya 08:00-18:00', 'monday 08:00-18:00'],
])('%s mends “%s”', (code, line, expected) => {
  expect(fixed(period(line), code)).toBe(period(expected));
});
