import { type BadValue, badValues, fixBadValue, placeOfValue } from '../bad-value';
import { defineRule } from '../rule';
import { wanted } from '../words';

export const badValue = defineRule<BadValue>({
  code: 'arbiter/bad-value',
  severity: 'error',
  title: 'A value that is no number, or no yes or no',
  explain:
    'The value does not fit its directive, and the arbiter refuses the object. In groups, realms and time periods, where a letter is wanted and none stands there, and for infinite numbers it crashes instead. Numbers may have decimals, which are cut off; yes and no are also written 1 and 0, true and false, on and off.',
  example: {
    bad: `
      define host {
          host_name              web-1
          active_checks_enabled  maybe
      }`,
    good: `
      define host {
          host_name              web-1
          active_checks_enabled  1
      }`,
  },
  check(model, report) {
    for (const { item, property, expected, crashes } of badValues(model).heard) {
      const lead = crashes ? 'The arbiter crashes: ' : '';
      const value = property.value === '' ? 'an empty value' : property.value;
      const message = `${lead}${property.key} wants ${wanted(expected)}, not ${value}.`;
      report({ at: placeOfValue(property), object: item, message, data: { property, expected } });
    }
  },
  fix: ({ data }) => fixBadValue(data),
});
