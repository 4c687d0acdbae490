import type { FactOf } from '../../model/types';
import { defineRule } from '../rule';

export const businessRuleSlip = defineRule<undefined>({
  code: 'silent/business-rule-slip',
  severity: 'warning',
  title: 'A business rule that is read otherwise than written',
  explain:
    'Of what it does not understand in a business rule, Shinken says nothing in any log: parentheses that do not pair, a `!` that stands behind a name, text before a parenthesis, which is glued to what is inside (`2 of:` may stand there), a third part after `host,service`. A blank between `bp_rule` and `!` makes it no business rule at all. Parentheses within a regular expression are taken for parentheses of the rule.',
  example: {
    bad: `
      define host {
          host_name      web-1
      }
      define host {
          host_name      web-2
      }
      define host {
          host_name      shop
          check_command  bp_rule!(web-1&web-2
      }`,
    good: `
      define host {
          host_name      web-1
      }
      define host {
          host_name      web-2
      }
      define host {
          host_name      shop
          check_command  bp_rule!(web-1&web-2)
      }`,
  },
  check(model, report) {
    for (const fact of model.facts('business-rule-slip')) {
      report({ at: fact.at, object: fact.item, message: sentence(fact), data: undefined });
    }
  },
});

function sentence({ why, text }: FactOf<'business-rule-slip'>): string {
  switch (why) {
    case 'text-before-parenthesis':
      return `${text} is glued to what stands in the parentheses behind it, without an operator between.`;
    case 'too-many-closing':
      return 'This parenthesis closes nothing: it is passed over.';
    case 'misplaced-not':
      return 'A ! within a name is passed over: it belongs before the name.';
    case 'unclosed':
      return 'A parenthesis is not closed: what stands behind it is read as if it were.';
    case 'part-ignored':
      return `${text} is passed over: a service is host,service.`;
    case 'not-a-rule':
      return 'This is no business rule: no blank may stand between bp_rule and !.';
  }
}
