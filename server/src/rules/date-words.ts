import { months, objectType, weekdays } from '../schema';

/** First words of the lines of a time period: of ranges of dates, and its directives. */
export const dateWords: readonly string[] = [
  ...weekdays,
  ...months,
  'day',
  ...(objectType('timeperiod')?.directives ?? []).filter(({ internal }) => !internal).map(({ name }) => name),
];
