import type { FactOf } from '../../model/types';
import { defineRule } from '../rule';

export const badBusinessRule = defineRule<undefined>({
  code: 'arbiter/bad-business-rule',
  severity: 'error',
  title: 'A business rule that Shinken cannot use',
  explain:
    'The expression behind `bp_rule!` joins hosts (`host`) and services (`host,service`) with `&` or `|`, `!` before one, parentheses, and `2 of:`. On one level stands either `&` or `|`: mixed, the arbiter crashes, as it does on an empty rule and on a pattern (`g:` group, `r:` regular expression, `l:` label, `t:` template, `*`) with more than one comma. A pattern that fits nothing, or does not compile, is refused.',
  example: {
    bad: `
      define host {
          host_name      web-1
      }
      define host {
          host_name      web-2
      }
      define host {
          host_name      db-1
      }
      define host {
          host_name      shop
          check_command  bp_rule!web-1|web-2&db-1
      }`,
    good: `
      define host {
          host_name      web-1
      }
      define host {
          host_name      web-2
      }
      define host {
          host_name      db-1
      }
      define host {
          host_name      shop
          check_command  bp_rule!(web-1|web-2)&db-1
      }`,
  },
  check(model, report) {
    for (const fact of model.facts('bad-business-rule')) {
      const what = fact.crashes ? 'The arbiter crashes' : 'Shinken refuses this';
      report({ at: fact.at, object: fact.item, message: `${what}: ${reason(fact)}.`, data: undefined });
    }
  },
});

function reason({ why, text }: FactOf<'bad-business-rule'>): string {
  switch (why) {
    case 'no-match':
      return `nothing fits ${text}`;
    case 'invalid-pattern':
      return `${text} is no regular expression`;
    case 'no-members':
      return 'there is neither host nor service in the rule';
    case 'empty':
      return 'the business rule is empty';
    case 'mixed-operators':
      return '& and | on one level; put parentheses around the parts that belong together';
    case 'too-many-parts':
      return `${text} is a pattern with more than one comma`;
  }
}
