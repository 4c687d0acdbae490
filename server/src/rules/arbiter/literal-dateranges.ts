import { defineRule } from '../rule';

export const literalDateranges = defineRule<undefined>({
  code: 'arbiter/literal-dateranges',
  severity: 'error',
  title: '`dateranges` in a time period',
  explain:
    'Ranges of dates are lines of their own: `monday 08:00-18:00`. Shinken keeps what it made of them under the name `dateranges`; writing that directive puts text there, and the arbiter crashes when it verifies it.',
  example: {
    bad: `
      define timeperiod {
          timeperiod_name  office
          dateranges       monday 08:00-18:00
      }`,
    good: `
      define timeperiod {
          timeperiod_name  office
          monday           08:00-18:00
      }`,
  },
  check(model, report) {
    for (const { item, at } of model.facts('literal-dateranges')) {
      report({
        at,
        object: item,
        message: 'The arbiter crashes: write each range as a line of its own, without dateranges.',
        data: undefined,
      });
    }
  },
});
