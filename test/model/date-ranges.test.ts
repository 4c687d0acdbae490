import { describe, expect, test } from 'vitest';
import { readDateEntry } from '../../server/src/model/date-ranges';

/** A line of a time period in one word or two. */
function read(entry: string): string {
  const result = readDateEntry(entry);
  if (result.kind !== 'range') return result.kind === 'crash' ? `crash ${result.number}` : result.kind;
  const { form, times, correct } = result.range;
  return `${form} ${times.map(({ text }) => text).join(' + ')}${correct ? '' : ' refused'}`;
}

describe('the thirteen forms, in the order in which they are tried', () => {
  test.each([
    ['2026-01-01 - 2026-02-01 / 3 00:00-24:00', 'calendar date 00:00-24:00'],
    ['2026-01-01 / 7 00:00-24:00', 'calendar date 00:00-24:00'],
    ['2026-01-01 - 2026-02-01 00:00-24:00', 'calendar date 00:00-24:00'],
    ['2026-01-28  00:00-24:00', 'calendar date 00:00-24:00'],
    ['tuesday 1 april - friday 2 may / 6 00:00-24:00', 'weekday of a month 00:00-24:00'],
    ['april 10 - may 15 / 2 00:00-24:00', 'date of a month 00:00-24:00'],
    ['monday 3 - thursday 4 / 2 00:00-24:00', 'weekday 00:00-24:00'],
    ['day 1 - day 15 / 5 00:00-24:00', 'day of each month 00:00-24:00'],
    ['july 10 - 15 / 2 00:00-24:00', 'date of a month 00:00-24:00'],
    ['tuesday 1 april - friday 2 may 00:00-24:00', 'weekday of a month 00:00-24:00'],
    ['day 20 - -1 00:00-24:00', 'day of each month 00:00-24:00'],
    ['december 2 - may -15 00:00-24:00', 'date of a month 00:00-24:00'],
    ['thursday -1 november 00:00-24:00', 'weekday of a month 00:00-24:00'],
    ['friday -2 00:00-24:00', 'weekday 00:00-24:00'],
    ['february -1 00:00-24:00', 'date of a month 00:00-24:00'],
    ['day 2 00:00-24:00', 'day of each month 00:00-24:00'],
    ['sunday 00:00-24:00', 'every week 00:00-24:00'],
    ['monday\t09:00-12:00, 13:00-17:00', 'every week 09:00-12:00 + 13:00-17:00'],
  ])('%s', (entry, expected) => {
    expect(read(entry)).toBe(expected);
  });
});

describe('what is not understood', () => {
  test.each([
    ['Monday 00:00-24:00', 'unknown'],
    ['mon 00:00-24:00', 'unknown'],
    ['definition_order 10', 'unknown'],
    ['monday', 'unknown'],
    ['day 1-15 00:00-24:00', 'crash 1-15'],
    ['monday - 09:00-17:00', 'crash -'],
    ['monday 9:00-17:00', 'every week 9:00-17:00 refused'],
    ['monday 09:00-17:00,', 'every week 09:00-17:00 +  refused'],
    ['monday - friday 09:00-17:00', 'every week - refused'],
    ['foo 1 may - friday 2 june 09:00-17:00', 'weekday of a month 09:00-17:00 refused'],
  ])('%s', (entry, expected) => {
    expect(read(entry)).toBe(expected);
  });
});

test.each([
  ['monday-friday 09:00-17:00', 'friday 09:00-17:00'],
  ['every monday 09:00-17:00', 'monday 09:00-17:00'],
  ['monday 09:00-17:00 # lunch', 'monday 09:00-17:00 '],
])('of “%s” only “%s” is read', (entry, expected) => {
  const result = readDateEntry(entry);
  expect(result.kind === 'range' && entry.slice(result.range.start, result.range.end)).toBe(expected);
});

test.each([
  ['25:00-26:00', true],
  ['00:00-00:99', true],
  ['00:00-24:00', false],
])('whether %s is out of bounds: %s', (times, expected) => {
  const result = readDateEntry(`monday ${times}`);
  expect(result.kind === 'range' && result.range.times[0]?.outOfBounds).toBe(expected);
});
