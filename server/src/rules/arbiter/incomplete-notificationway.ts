import { placeOf } from '../../model/item';
import { defineRule } from '../rule';

export const incompleteNotificationway = defineRule<undefined>({
  code: 'arbiter/incomplete-notificationway',
  severity: 'error',
  title: 'A way of notifying that is not complete',
  explain:
    'Whoever says how to notify has to say all of it: `host_notification_period`, `service_notification_period`, `host_notification_commands` and `service_notification_commands`. That goes for notification ways, and for a contact as soon as it has one of these directives, options or `min_business_impact` itself. To notify of nothing, set both options to `n`; a contact that has `notificationways` needs none of them.',
  example: {
    bad: `
      define command {
          command_name  notify-by-mail
          command_line  /usr/bin/mail $CONTACTEMAIL$
      }
      define timeperiod {
          timeperiod_name  always
          monday           00:00-24:00
      }
      define contact {
          contact_name                alice
          host_notification_period    always
          host_notification_commands  notify-by-mail
      }`,
    good: `
      define command {
          command_name  notify-by-mail
          command_line  /usr/bin/mail $CONTACTEMAIL$
      }
      define timeperiod {
          timeperiod_name  always
          monday           00:00-24:00
      }
      define contact {
          contact_name                   alice
          host_notification_period       always
          host_notification_commands     notify-by-mail
          service_notification_period    always
          service_notification_commands  notify-by-mail
      }`,
  },
  check(model, report) {
    for (const { item, contact, key } of model.facts('incomplete-notificationway')) {
      const what = contact ? `contact ${contact.name}` : `notification way ${item.name}`;
      const state = item.has(key) ? 'is empty' : 'is missing';
      report({
        at: placeOf(item, key) ?? (contact && placeOf(contact)),
        object: item,
        message: `Shinken refuses the ${what}: ${key} ${state}.`,
        data: undefined,
      });
    }
  },
});
