import { placeOf } from '../../model/item';
import { defineRule } from '../rule';

export const excludeNotInherited = defineRule<undefined>({
  code: 'silent/exclude-not-inherited',
  severity: 'warning',
  title: '`exclude` of a template',
  explain:
    'Time periods do not inherit `exclude`: each starts with an empty one of its own, and nothing is said. Write the line into every time period that needs it.',
  example: {
    bad: `
      define timeperiod {
          timeperiod_name  holidays
          december 25      00:00-24:00
      }
      define timeperiod {
          name             office
          register         0
          exclude          holidays
      }
      define timeperiod {
          timeperiod_name  shop
          use              office
          monday           08:00-18:00
      }`,
    good: `
      define timeperiod {
          timeperiod_name  holidays
          december 25      00:00-24:00
      }
      define timeperiod {
          name             office
          register         0
      }
      define timeperiod {
          timeperiod_name  shop
          use              office
          exclude          holidays
          monday           08:00-18:00
      }`,
  },
  check(model, report) {
    for (const { item, from, at } of model.facts('exclude-not-inherited')) {
      const place = placeOf(from, 'exclude');
      report({
        at,
        object: item,
        message: `What template ${from.name} excludes is not excluded here: exclude is not inherited.`,
        related: place ? [{ ...place, message: `exclude of ${from.name}` }] : [],
        data: undefined,
      });
    }
  },
});
