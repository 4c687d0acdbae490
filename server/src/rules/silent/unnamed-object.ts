import { headPlace } from '../../model/item';
import { defineRule } from '../rule';
import { titleOf } from '../words';

export const unnamedObject = defineRule<undefined>({
  code: 'silent/unnamed-object',
  severity: 'warning',
  title: 'An object without a name that nobody minds',
  explain:
    'The directive that names the object is missing. Of time periods, modules and additional information the arbiter says nothing: nothing can refer to the object. A contact is called by its alias instead.',
  example: {
    bad: `
      define timeperiod {
          alias   Office hours
          monday  09:00-17:00
      }`,
    good: `
      define timeperiod {
          timeperiod_name  office
          alias            Office hours
          monday           09:00-17:00
      }`,
  },
  check(model, report) {
    for (const { item, directive, outcome } of model.facts('unnamed')) {
      if (outcome !== 'silent') continue;
      const message =
        item.type === 'contact'
          ? `Without ${directive} the contact is called by its alias, ${item.name}.`
          : `Nothing can refer to a ${titleOf(item.type)} without ${directive}.`;
      report({ at: item.source && headPlace(item.source), object: item, message, data: undefined });
    }
  },
});
