import type { FactOf } from '../../model/types';
import { defineRule, type Severity } from '../rule';

export const oddTimeRange = defineRule<undefined>({
  code: 'silent/odd-time-range',
  severity: 'warning',
  title: 'A time or a date that there is not',
  explain:
    'Nobody checks the numbers of a time period. A range that ends before it begins, such as `22:00-06:00`, never holds: write `00:00-06:00,22:00-24:00`. Hours go to 24 and minutes to 59. A month or a time that is none, in a line about a weekday of a month, lets the scheduler fail.',
  example: {
    bad: `
      define timeperiod {
          timeperiod_name  night
          monday           22:00-06:00
      }`,
    good: `
      define timeperiod {
          timeperiod_name  night
          monday           00:00-06:00,22:00-24:00
      }`,
  },
  check(model, report) {
    for (const fact of model.facts('odd-time-range')) {
      report({ at: fact.at, object: fact.item, message: sentence(fact), severity: severityOf(fact), data: undefined });
    }
  },
});

function severityOf({ text }: FactOf<'odd-time-range'>): Severity {
  // A stretch of no length says on purpose: not on this day.
  return text === '00:00-00:00' ? 'information' : 'warning';
}

function sentence({ why, text }: FactOf<'odd-time-range'>): string {
  switch (why) {
    case 'never': {
      const [from = '', to = ''] = text.split('-');
      const overnight = from > to && to !== '00:00' ? ` Over midnight, write 00:00-${to},${from}-24:00.` : '';
      return `${text} never holds: it does not end after it begins.${overnight}`;
    }
    case 'out-of-bounds':
      return `${text} goes beyond 24 hours or 59 minutes, and nobody checks it.`;
    case 'no-month':
      return `${text === '' ? 'Nothing' : text} is no month, and nobody checks it: the scheduler will fail.`;
    case 'no-date':
      return `There is no ${text}, and nobody checks it: Shinken counts on into the next month.`;
    case 'not-a-time':
      return `${text === '' ? 'An empty range' : text} is no time range, and nobody checks it here: the scheduler will fail.`;
  }
}
