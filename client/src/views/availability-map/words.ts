import type { DaemonStatus } from './view';

/** The words for a status, as they stand in the map's legend. */
export const statusWords: Readonly<Record<DaemonStatus, string>> = {
  works: 'at work',
  waits: 'stands by',
  'takes-over': 'has taken over',
  dead: 'dead',
  idle: 'without work',
};

/** No line is broken between a number of seconds and its unit. */
export function unbroken(text: string): string {
  return text.replace(/(\d) s\b/g, '$1\u00a0s');
}
