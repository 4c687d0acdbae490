/**
 * What a line of a time period means to Shinken: thirteen patterns, tried in order, each looked for anywhere in the line and the first
 * that fits taken (timeperiod.py:473-726). Hence a line can be understood in part, silently.
 */
import { months as schemaMonths, weekdays as schemaWeekdays } from '../schema';

export type DateRangeForm =
  'calendar date' | 'weekday of a month' | 'weekday' | 'date of a month' | 'day of each month' | 'every week';

/** `HH:MM-HH:MM` between commas. */
export interface TimeRange {
  readonly text: string;
  /** Where it stands in the entry. */
  readonly start: number;
  readonly end: number;
  /** Seconds from midnight; undefined when it is no time range at all. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** An hour above 24 or a minute above 59, which nobody checks. */
  readonly outOfBounds: boolean;
}

export interface DateRange {
  readonly form: DateRangeForm;
  readonly times: readonly TimeRange[];
  /** The part of the entry that was understood. */
  readonly start: number;
  readonly end: number;
  /** The days as written, each with the name that Shinken would look up. */
  readonly days: readonly { readonly text: string; readonly kind: 'weekday' | 'month' | 'date' }[];
  /** The numbers beside the days, in order; a negative one counts from the end. None beside dates and days of the week. */
  readonly numbers: readonly number[];
  /** What the arbiter's own check says of it. Time ranges of a weekday of a month are never checked (daterange.py:436). */
  readonly correct: boolean;
}

export type DateEntry =
  | { readonly kind: 'range'; readonly range: DateRange }
  /** No pattern fits: a warning, and the line has no effect. */
  | { readonly kind: 'unknown' }
  /** A number such as `1-15` that Python cannot read: the arbiter dies of it. */
  | { readonly kind: 'crash'; readonly number: string };

const weekdays: readonly string[] = schemaWeekdays;
const months: readonly string[] = schemaMonths;

const date = '([0-9]{4})-([0-9]{2})-([0-9]{2})';
const word = '([a-z]*)';
const number = '([0-9-]+)';
const skip = ' / ([0-9]+)';
const blanks = '[ \\t\\n\\r\\f\\v]*';
const times = '(?<times>[0-9:, -]+)';

type Kind = 'calendar' | 'week-month' | 'pair' | 'same' | 'one-month' | 'one' | 'plain';

const patterns: readonly { readonly kind: Kind; readonly regex: RegExp }[] = (
  [
    ['calendar', `${date} - ${date}${skip}${blanks}${times}`],
    ['calendar', `${date}${skip}${blanks}${times}`],
    ['calendar', `${date} - ${date}${blanks}${times}`],
    ['calendar', `${date}${blanks}${times}`],
    ['week-month', `${word} ${number} ${word} - ${word} ${number} ${word}${skip}${blanks}${times}`],
    ['pair', `${word} ${number} - ${word} ${number}${skip}${blanks}${times}`],
    ['same', `${word} ${number} - ${number}${skip}${blanks}${times}`],
    ['week-month', `${word} ${number} ${word} - ${word} ${number} ${word} ${blanks}${times}`],
    ['same', `${word} ${number} - ${number}${blanks}${times}`],
    ['pair', `${word} ${number} - ${word} ${number}${blanks}${times}`],
    ['one-month', `${word} ${number} ${word}${blanks}${times}`],
    ['one', `${word} ${number}[ \\t\\n\\r\\f\\v]+${times}`],
    ['plain', `${word}[ \\t\\n\\r\\f\\v]+${times}`],
  ] as const
).map(([kind, source]) => ({ kind, regex: new RegExp(source, 'd') }));

type Days = DateRange['days'];

interface Reading {
  readonly form: DateRangeForm;
  readonly days: Days;
  readonly numbers: readonly string[];
  /** False where the arbiter looks at the weekdays only. */
  readonly checksTimes: boolean;
}

/** Reads one line of a time period: `key value` joined by one blank, as the arbiter does. */
export function readDateEntry(entry: string): DateEntry {
  for (const { kind, regex } of patterns) {
    const match = regex.exec(entry);
    if (!match) continue;
    const reading = readAs(kind, match.slice(1, -1));
    if (!reading) continue;
    const wrong = reading.numbers.find((text) => !/^-?[0-9]+$/.test(text));
    if (wrong !== undefined) return { kind: 'crash', number: wrong };
    const ranges = timeRanges(entry, ...(match.indices?.groups?.['times'] ?? [0, 0]));
    const correct = reading.checksTimes
      ? ranges.every(({ from }) => from !== undefined)
      : reading.days.every((day) => day.kind !== 'weekday' || weekdays.includes(day.text));
    return {
      kind: 'range',
      range: {
        form: reading.form,
        days: reading.days,
        numbers: reading.numbers.map(Number),
        times: ranges,
        start: match.index,
        end: match.index + match[0].length,
        correct,
      },
    };
  }
  return { kind: 'unknown' };
}

/** What the words of a match mean; undefined when they are no days, and a later pattern gets its turn. */
function readAs(kind: Kind, groups: readonly string[]): Reading | undefined {
  const [a = '', b = '', c = '', d = '', e = '', f = ''] = groups;
  switch (kind) {
    case 'calendar': {
      const days = [`${a}-${b}-${c}`, ...(groups.length >= 6 ? [`${d}-${e}-${f}`] : [])];
      return {
        form: 'calendar date',
        days: days.map((text) => ({ text, kind: 'date' })),
        numbers: [],
        checksTimes: true,
      };
    }
    case 'week-month':
      return {
        form: 'weekday of a month',
        days: [
          { text: a, kind: 'weekday' },
          { text: c, kind: 'month' },
          { text: d, kind: 'weekday' },
          { text: f, kind: 'month' },
        ],
        numbers: [b, e],
        checksTimes: false,
      };
    case 'pair':
      return dayPair(a, c, [b, d]);
    case 'same':
      return dayPair(a, a, [b, c]);
    case 'one-month':
      if (!weekdays.includes(a) || !months.includes(c)) return undefined;
      return {
        form: 'weekday of a month',
        days: [
          { text: a, kind: 'weekday' },
          { text: c, kind: 'month' },
        ],
        numbers: [b],
        checksTimes: false,
      };
    case 'one':
      return dayPair(a, a, [b]);
    case 'plain':
      if (!weekdays.includes(a)) return undefined;
      return { form: 'every week', days: [{ text: a, kind: 'weekday' }], numbers: [], checksTimes: true };
  }
}

function dayPair(first: string, last: string, numbers: readonly string[]): Reading | undefined {
  const named = (form: DateRangeForm, kind: 'weekday' | 'month'): Reading => ({
    form,
    days: [...new Set([first, last])].map((text) => ({ text, kind })),
    numbers,
    checksTimes: true,
  });
  if (weekdays.includes(first) && weekdays.includes(last)) return named('weekday', 'weekday');
  if (months.includes(first) && months.includes(last)) return named('date of a month', 'month');
  if (first === 'day' && last === 'day') return { form: 'day of each month', days: [], numbers, checksTimes: true };
  return undefined;
}

/** The comma-separated time ranges in `entry[start, end)`; each is matched at its beginning only, what follows is passed over. */
function timeRanges(entry: string, start: number, end: number): TimeRange[] {
  let at = start;
  return entry
    .slice(start, end)
    .split(',')
    .map((part) => {
      const text = part.trim();
      const from = at + (part.length - part.trimStart().length);
      at += part.length + 1;
      const [fromHour, fromMinute, toHour, toMinute] = (
        /^([0-9]{2}):([0-9]{2})-([0-9]{2}):([0-9]{2})/.exec(text)?.slice(1) ?? []
      ).map(Number);
      const seconds = (hour: number | undefined, minute: number | undefined): number | undefined =>
        hour === undefined || minute === undefined ? undefined : hour * 3600 + minute * 60;
      const bounds = { from: seconds(fromHour, fromMinute), to: seconds(toHour, toMinute) };
      return {
        text,
        start: from,
        end: from + text.length,
        ...bounds,
        outOfBounds:
          Math.max(bounds.from ?? 0, bounds.to ?? 0) > 24 * 3600 || Math.max(fromMinute ?? 0, toMinute ?? 0) > 59,
      };
    });
}
