import { placeOf } from '../../model/item';
import { objectType } from '../../schema';
import { defineRule } from '../rule';

export const incompleteModulation = defineRule<undefined>({
  code: 'arbiter/incomplete-modulation',
  severity: 'error',
  title: 'A modulation that lacks something',
  explain:
    'A check modulation needs a `check_command`, a business impact modulation a `business_impact`, and a result modulation a `modulation_period`, whose absence makes the arbiter crash. Used or not, modulations are verified.',
  example: {
    bad: `
      define resultmodulation {
          resultmodulation_name  calm
          exit_codes_match       2
          exit_code_modulation   1
      }`,
    good: `
      define resultmodulation {
          resultmodulation_name  calm
          exit_codes_match       2
          exit_code_modulation   1
          modulation_period      night
      }
      define timeperiod {
          timeperiod_name  night
          monday           00:00-06:00
      }`,
  },
  check(model, report) {
    for (const { item, key, crashes } of model.facts('incomplete-modulation')) {
      const what = crashes ? 'The arbiter crashes' : 'Shinken refuses this';
      const title = objectType(item.type)?.title ?? item.type;
      const lacks = item.has(key) ? `with an empty ${key}` : `without ${key}`;
      report({
        at: placeOf(item, key),
        object: item,
        message: `${what}: ${title} ${item.name} ${lacks}.`,
        data: undefined,
      });
    }
  },
});
