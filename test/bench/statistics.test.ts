import { expect, test } from 'vitest';
import type { Figure } from '../../bench/measure';
import { repeat, summary } from '../../bench/statistics';
import { row, tally, verdict } from '../../bench/words';

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => count - index);

test.each([
  [[3], { count: 1, median: 3, p95: 3, worst: 3 }],
  [[4, 1], { count: 2, median: 2.5, p95: 4, worst: 4 }],
  [[9, 1, 5], { count: 3, median: 5, p95: 9, worst: 9 }],
  [upTo(20), { count: 20, median: 10.5, p95: 19, worst: 20 }],
  [upTo(100), { count: 100, median: 50.5, p95: 95, worst: 100 }],
])('a summary of %j', (values, expected) => {
  expect(summary(values)).toEqual(expected);
});

test('nothing has no summary', () => {
  expect(() => summary([])).toThrow('Nothing has been measured.');
});

test.each([
  ['as often as wanted, in no time', { least: 2, most: 5, seconds: 60 }, 5],
  ['often enough, when time is up', { least: 2, most: 5, seconds: 0 }, 2],
])('something is repeated %s', async (_, repetition, times) => {
  expect(await repeat(repetition, (run) => Promise.resolve(run))).toEqual(upTo(times).map((each) => times - each));
});

const figure = (more: Partial<Figure>): Figure => ({ what: 'work', unit: 'ms', measured: summary([1, 2]), ...more });

test.each([
  [{}, ''],
  [{ goal: 'quick', met: true }, 'yes'],
  [{ goal: 'quick', met: false }, 'NO'],
  [{ goal: 'quick' }, 'not judged'],
])('the verdict of %j', (about, expected) => {
  expect(verdict(about)).toBe(expected);
});

test('goals are counted as met only where they have been judged', () => {
  const figures = [{}, { goal: 'a', met: true }, { goal: 'b', met: false }, { goal: 'c' }].map(figure);
  expect(tally(figures)).toBe('1 of 2, 1 not judged');
});

test('a row tells what was measured beside, and what could not be done', () => {
  const peer = { name: 'peer', measured: summary([0.5]) };
  expect(row(figure({ peer, ratio: 3, goal: 'quick', met: false }))).toEqual([
    'work',
    '1.50 ms',
    '2 ms',
    '2',
    'peer: 0.50 ms, 0.50 ms',
    '3.00',
    'quick',
    'NO',
  ]);
  expect(row(figure({ measured: undefined, goal: 'quick', met: false, remark: 'out of memory' }))).toEqual([
    'work',
    '–',
    '–',
    '–',
    'out of memory',
    '',
    'quick',
    'NO',
  ]);
});
