import { placeOf } from '../../model/item';
import { defineRule } from '../rule';

export const escalationToNobody = defineRule<undefined>({
  code: 'silent/escalation-to-nobody',
  severity: 'warning',
  title: 'An escalation that reaches nobody',
  explain:
    'An escalation without `contacts` and `contact_groups`, or with groups that have no members, is accepted. While it is in force it takes the place of the contacts of the host or service, and nobody is notified at all.',
  example: {
    bad: `
      define escalation {
          escalation_name               to-boss
          first_notification            3
          last_notification             0
      }`,
    good: `
      define contact {
          contact_name                  boss
          host_notification_options     n
          service_notification_options  n
      }
      define escalation {
          escalation_name               to-boss
          first_notification            3
          last_notification             0
          contacts                      boss
      }`,
  },
  check(model, report) {
    for (const { item } of model.facts('escalation-to-nobody')) {
      const message = 'This escalation reaches nobody: it has no contacts.';
      report({ at: placeOf(item), object: item, message, data: undefined });
    }
  },
});
