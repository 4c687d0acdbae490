import { defineRule } from '../rule';

export const malformedExpression = defineRule<undefined>({
  code: 'silent/malformed-expression',
  severity: 'warning',
  title: 'Parentheses that do not fit',
  explain:
    'A parenthesis is not closed, or not opened, or a name or a `!` is glued to one. Shinken makes something of it all the same and says so nowhere but in its raw output: `!(a|b)` becomes "b without a". Exclude each name by itself.',
  example: {
    bad: `
      define hostgroup {
          hostgroup_name  web
          members         *
      }
      define service {
          hostgroup_name       (web
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
          hostgroup_name       (web)
          service_description  Load
          check_command        _echo
          check_interval       5
          retry_interval       1
      }`,
  },
  check(model, report) {
    for (const { item, key, at } of model.facts('malformed-expression')) {
      const message = `The parentheses in ${key} do not fit; Shinken makes something else of it without a word.`;
      report({ at, object: item, message, data: undefined });
    }
  },
});
