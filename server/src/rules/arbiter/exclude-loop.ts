import { placeOf } from '../../model/item';
import { defineRule } from '../rule';

export const excludeLoop = defineRule<undefined>({
  code: 'arbiter/exclude-loop',
  severity: 'warning',
  title: 'Time periods that exclude each other',
  explain:
    'The arbiter prints an error for time periods whose `exclude` leads in a circle, and accepts them; the scheduler then runs in circles when it asks whether the time is right, and fails. It prints the same error, wrongly, when a period is excluded by two ways: that is harmless.',
  example: {
    bad: `
      define timeperiod {
          timeperiod_name  work
          exclude          holidays
          monday           08:00-18:00
      }
      define timeperiod {
          timeperiod_name  holidays
          exclude          work
          december 25      00:00-24:00
      }`,
    good: `
      define timeperiod {
          timeperiod_name  work
          exclude          holidays
          monday           08:00-18:00
      }
      define timeperiod {
          timeperiod_name  holidays
          december 25      00:00-24:00
      }`,
  },
  check(model, report) {
    for (const { item, items, at, diamond } of model.facts('exclude-loop')) {
      const names = items.map(({ name }) => name).join(', ');
      const message = diamond
        ? `Harmless, though the arbiter calls it a loop and prints an error: ${names} is excluded by two ways.`
        : items.length === 1
          ? `${names} excludes itself: the scheduler will fail.`
          : `These time periods exclude each other, and the scheduler will fail: ${names}.`;
      const related = items.slice(diamond ? 0 : 1).flatMap((other) => {
        const place = placeOf(other, 'exclude');
        return place ? [{ ...place, message: `${other.name} is one of them` }] : [];
      });
      report({ at, object: item, message, related, severity: diamond ? 'information' : 'warning', data: undefined });
    }
  },
});
