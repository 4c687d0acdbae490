import { defineRule } from '../rule';

export const mixedOperators = defineRule<undefined>({
  code: 'silent/mixed-operators',
  severity: 'warning',
  title: 'Operators that take over from each other',
  explain:
    'An expression knows no precedence: of `|` (or a comma) and `&` (or `+`) on one level the last one counts for all. `a|b&c` means the hosts that are in all three. Parentheses make clear what is meant.',
  example: {
    bad: `
      define hostgroup {
          hostgroup_name  web
          members         *
      }
      define service {
          hostgroup_name       web|web&web
          service_description  Load
          check_command        _echo
          check_interval       5
          retry_interval       1
      }`,
    good: `
      define hostgroup {
          hostgroup_name  web
          members         *
      }
      define service {
          hostgroup_name       web|(web&web)
          service_description  Load
          check_command        _echo
          check_interval       5
          retry_interval       1
      }`,
  },
  check(model, report) {
    for (const { item, key, at } of model.facts('mixed-operators')) {
      const message = `Of the operators in ${key} the last one counts for all on its level: use parentheses.`;
      report({ at, object: item, message, data: undefined });
    }
  },
});
