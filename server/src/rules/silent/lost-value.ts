import { type BadValue, badValues, fixBadValue, placeOfValue } from '../bad-value';
import { defineRule } from '../rule';
import { wanted } from '../words';

export const lostValue = defineRule<BadValue>({
  code: 'silent/lost-value',
  severity: 'warning',
  title: 'A value that is lost without a word',
  explain:
    'The value does not fit its directive. In a template, in a contact, in an escalation of hosts or services and in a dependency nobody looks at such errors: it is as if the directive were not written, and the default or what is inherited counts.',
  example: {
    bad: `
      define host {
          name            generic-host
          register        0
          check_interval  5m
      }`,
    good: `
      define host {
          name            generic-host
          register        0
          check_interval  5
      }`,
  },
  check(model, report) {
    for (const { item, property, expected } of badValues(model).lost) {
      const message = `This value is lost, and nothing is said: ${property.key} wants ${wanted(expected)}.`;
      report({ at: placeOfValue(property), object: item, message, data: { property, expected } });
    }
  },
  fix: ({ data }) => fixBadValue(data),
});
