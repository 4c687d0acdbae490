import { placeOf } from '../../model/item';
import { defineRule } from '../rule';

export const repeatedEscalationName = defineRule<undefined>({
  code: 'arbiter/repeated-escalation-name',
  severity: 'error',
  title: 'An escalation with two lines of hosts or services',
  explain:
    '`host_name` and `service_description` are no directives of an escalation, but are understood when they stand there once. Two different lines make the arbiter crash: put all names on one line, with commas.',
  example: {
    bad: `
      define host {
          host_name           web-1
      }
      define host {
          host_name           web-2
      }
      define escalation {
          escalation_name     to-boss
          first_notification  3
          last_notification   0
          host_name           web-1
          host_name           web-2
      }`,
    good: `
      define host {
          host_name           web-1
      }
      define host {
          host_name           web-2
      }
      define escalation {
          escalation_name     to-boss
          first_notification  3
          last_notification   0
          host_name           web-1,web-2
      }`,
  },
  check(model, report) {
    for (const { item, key } of model.facts('repeated-escalation-name')) {
      report({
        at: placeOf(item, key, 'key'),
        object: item,
        message: `The arbiter crashes: put all names of ${key} on one line.`,
        data: undefined,
      });
    }
  },
});
