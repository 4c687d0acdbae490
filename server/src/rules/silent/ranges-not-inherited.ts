import { headPlace, placeOf } from '../../model/item';
import { defineRule } from '../rule';

export const rangesNotInherited = defineRule<undefined>({
  code: 'silent/ranges-not-inherited',
  severity: 'warning',
  title: 'Ranges of a template behind a template',
  explain:
    'A time period gets the ranges of the templates it uses itself, not those of their templates: unlike all other inheritance, this goes one step far. Name every template in `use` of the time period.',
  example: {
    bad: `
      define timeperiod {
          name             weekdays
          register         0
          monday           08:00-18:00
      }
      define timeperiod {
          name             office
          register         0
          use              weekdays
          saturday         10:00-12:00
      }
      define timeperiod {
          timeperiod_name  shop
          use              office
      }`,
    good: `
      define timeperiod {
          name             weekdays
          register         0
          monday           08:00-18:00
      }
      define timeperiod {
          name             office
          register         0
          saturday         10:00-12:00
      }
      define timeperiod {
          timeperiod_name  shop
          use              office,weekdays
      }`,
  },
  check(model, report) {
    for (const { item, from } of model.facts('ranges-not-inherited')) {
      report({
        at: placeOf(item, 'use'),
        object: item,
        message: `The ranges of ${from.name} do not get here: only templates that a time period uses itself give theirs.`,
        related: from.source ? [{ ...headPlace(from.source), message: `The template ${from.name}` }] : [],
        data: undefined,
      });
    }
  },
});
