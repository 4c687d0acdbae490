import { months, weekdays } from '../model/date-ranges';

/** First words of a range of dates, and the directives of a time period. */
export const dateWords: readonly string[] = [
  ...weekdays,
  ...months,
  'day',
  'timeperiod_name',
  'alias',
  'exclude',
  'use',
  'register',
  'name',
];
