/** What a time period's free lines may say: days, dates and the forms that combine them. */

/** As Shinken spells them: small letters, in English, never shortened. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/** A way to say which days a line is about; its hours follow. */
export interface DaterangeForm {
  /** `date` is `YYYY-MM-DD`, `n` a number that counts from the end when negative; alternatives between `|`. */
  readonly form: string;
  /** A whole line, hours included. */
  readonly example: string;
  readonly doc: string;
}

const STEP = 'The step after `/` is read and ignored: every day counts.';

/** The forms in the order in which the arbiter tries them; the first that fits counts, and no form outranks another. */
export const daterangeForms: readonly DaterangeForm[] = [
  {
    form: 'date - date / n',
    example: '2026-01-01 - 2026-12-31 / 3 00:00-24:00',
    doc: `Every day from one date to another. ${STEP}`,
  },
  {
    form: 'date / n',
    example: '2026-04-01 / 7 00:00-24:00',
    doc: `That one day, and not every so many days from then on. ${STEP}`,
  },
  {
    form: 'date - date',
    example: '2026-12-24 - 2027-01-06 00:00-24:00',
    doc: 'Every day from one date to another, both included, once and not every year.',
  },
  {
    form: 'date',
    example: '2026-12-25 00:00-24:00',
    doc: 'That one day, once and not every year.',
  },
  {
    form: 'weekday n month - weekday n month / n',
    example: 'tuesday 1 april - friday 2 may / 6 00:00-24:00',
    doc: `Every year, from the nth such weekday of one month to that of another. ${STEP}`,
  },
  {
    form: 'weekday n - weekday n / n | month n - month n / n | day n - day n / n',
    example: 'monday 3 - thursday 4 / 2 00:00-24:00',
    doc: `From one day to another: nth weekdays of every month, dates of the year, or days of every month. ${STEP}`,
  },
  {
    form: 'weekday n - n / n | month n - n / n | day n - n / n',
    example: 'day 1 - 15 / 5 00:00-24:00',
    doc: `From one day to another of a month: nth weekdays, dates of that month, or days of every month. ${STEP}`,
  },
  {
    form: 'weekday n month - weekday n month',
    example: 'sunday -1 march - sunday -1 october 00:00-24:00',
    doc: 'Every year, from the nth such weekday of one month to that of another; `-1` is the last.',
  },
  {
    form: 'weekday n - n | month n - n | day n - n',
    example: 'day 1 - 15 00:00-24:00',
    doc: 'From one day to another of a month: `monday 1 - 2` nth weekdays, `july 10 - 15` dates of that month, `day 1 - 15` days of every month.',
  },
  {
    form: 'weekday n - weekday n | month n - month n | day n - day n',
    example: 'december 24 - january 6 00:00-24:00',
    doc: 'From one day to another: `monday 3 - thursday 4` nth weekdays of every month, `april 10 - may 15` dates of every year, `day 20 - day -1` days of every month.',
  },
  {
    form: 'weekday n month',
    example: 'thursday 4 november 00:00-24:00',
    doc: 'Every year, the nth such weekday of the month; `thursday -1 november` is the last one.',
  },
  {
    form: 'weekday n | month n | day n',
    example: 'december 25 00:00-24:00',
    doc: 'One day: `monday 3` the third Monday of every month, `december 25` that date every year, `day 15` that day of every month; `-1` is the last.',
  },
  {
    form: 'weekday',
    example: 'monday 00:00-09:00,17:00-24:00',
    doc: 'That day of every week. Several spans of hours stand on one line, between commas: a second line with the same first word replaces the first.',
  },
];

const tokens: Readonly<Record<string, string>> = {
  date: String.raw`\d{4}-\d{2}-\d{2}`,
  n: String.raw`-?\d+`,
  weekday: `(?:${weekdays.join('|')})`,
  month: `(?:${months.join('|')})`,
};

const patterns: readonly RegExp[] = daterangeForms.map(({ form }) => {
  const alternatives = form
    .split(' | ')
    .map((alternative) => alternative.replace(/\b[a-z]+\b/g, (word) => tokens[word] ?? word));
  return new RegExp(`^(?:${alternatives.join('|')})(?![^\\s])(?!\\s+[-/])`);
});

/**
 * The form of a line such as `monday 3 - thursday 4 00:00-24:00`, its key and value with one blank between; undefined for none. It tells
 * what is meant while the hours may still be missing: whether the arbiter takes the line is for the model to say.
 */
export function daterangeForm(line: string): DaterangeForm | undefined {
  return daterangeForms.find((_, index) => patterns[index]?.test(line));
}
