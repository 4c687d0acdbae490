import { defineRule } from '../rule';

export const partlyReadRange = defineRule<undefined>({
  code: 'silent/partly-read-range',
  severity: 'warning',
  title: 'A line of a time period of which Shinken reads a part',
  explain:
    'Shinken looks for a range of dates anywhere in a line and passes over the rest, without a word: `monday-friday 08:00-18:00` is Friday alone. Write a line for each day of the week, and nothing behind the times.',
  example: {
    bad: `
      define timeperiod {
          timeperiod_name  office
          monday-friday    08:00-18:00
      }`,
    good: `
      define timeperiod {
          timeperiod_name  office
          monday           08:00-18:00
          tuesday          08:00-18:00
          wednesday        08:00-18:00
          thursday         08:00-18:00
          friday           08:00-18:00
      }`,
  },
  check(model, report) {
    for (const { item, understood, at } of model.facts('partly-read-range')) {
      const message = `Shinken reads only “${understood}” of this line, and says nothing of the rest.`;
      report({ at, object: item, message, data: undefined });
    }
  },
});
