import { placeOf } from '../../model/item';
import { defineRule } from '../rule';

export const contactNeverNotified = defineRule<undefined>({
  code: 'silent/contact-never-notified',
  severity: 'information',
  title: 'A contact that is never notified',
  explain:
    'A contact without `notificationways` and without notification commands, periods or options of its own is accepted, and is never notified of anything. That is right for somebody who only logs in; say so with both notification options `n`.',
  example: {
    bad: `
      define contact {
          contact_name                  alice
          email                         alice@example.org
      }`,
    good: `
      define contact {
          contact_name                  alice
          email                         alice@example.org
          host_notification_options     n
          service_notification_options  n
      }`,
  },
  check(model, report) {
    for (const { item } of model.facts('contact-never-notified')) {
      const message = `Contact ${item.name} is never notified: it has no way of being notified.`;
      report({ at: placeOf(item), object: item, message, data: undefined });
    }
  },
});
