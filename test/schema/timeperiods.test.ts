import { describe, expect, it } from 'vitest';
import { daterangeForm, daterangeForms, months, weekdays } from '../../server/src/schema/timeperiods';

describe('forms of date ranges', () => {
  it('are the thirteen that the arbiter tries', () => {
    expect(daterangeForms).toHaveLength(13);
    expect(new Set(daterangeForms.map(({ form }) => form)).size).toBe(13);
  });

  it.each(daterangeForms)('$form: the example is one', ({ form, example }) => {
    expect(daterangeForm(example)?.form).toBe(form);
  });

  it.each(daterangeForms)('$form: is explained', ({ doc }) => {
    expect(doc).toMatch(/^[A-Z].{19,399}\.$/);
  });

  it.each([
    ['monday 00:00-24:00', 'weekday'],
    ['monday', 'weekday'],
    ['tuesday 2 09:00-17:00', 'weekday n | month n | day n'],
    ['february -1 00:00-24:00', 'weekday n | month n | day n'],
    ['day 15 00:00-24:00', 'weekday n | month n | day n'],
    ['day 20 - -1 00:00-24:00', 'weekday n - n | month n - n | day n - n'],
    ['day 20 - day -1 00:00-24:00', 'weekday n - weekday n | month n - month n | day n - day n'],
    ['july -10 - -1', 'weekday n - n | month n - n | day n - n'],
    ['friday 1 may 00:00-24:00', 'weekday n month'],
    ['tuesday 1 april - friday 2 may 00:00-24:00', 'weekday n month - weekday n month'],
    ['2026-01-28 00:00-24:00', 'date'],
    ['2026-04-01 / 7 00:00-24:00', 'date / n'],
    ['day -1 - 15 / 5 01:00-24:00,00:30-05:60', 'weekday n - n / n | month n - n / n | day n - n / n'],
  ])('%s', (line, form) => {
    expect(daterangeForm(line)?.form).toBe(form);
  });

  it.each([
    'Monday 00:00-24:00',
    'mon 00:00-24:00',
    'monday2 00:00-24:00',
    'alias Working hours',
    'monday - friday 09:00-17:00',
    '',
  ])('%s is none', (line) => {
    expect(daterangeForm(line)).toBeUndefined();
  });
});

describe('names of days and months', () => {
  it('are seven and twelve, all different', () => {
    expect(weekdays).toHaveLength(7);
    expect(months).toHaveLength(12);
    expect(new Set([...weekdays, ...months]).size).toBe(19);
  });
});
