import { placeOf } from '../../model/item';
import { defineRule } from '../rule';

export const foreignNotificationway = defineRule<undefined>({
  code: 'silent/foreign-notificationway',
  severity: 'warning',
  title: 'A contact that is notified as another one',
  explain:
    'A contact with `notificationways` from a template and notification directives besides gets a way of its own, whose name Shinken adds to the very list of the template. Every contact that has the list from there is then notified in that way, too. Give the contact its own `notificationways`, or put its commands and periods into a notification way.',
  example: {
    bad: `
      define notificationway {
          notificationway_name          mail
          host_notification_options     n
          service_notification_options  n
      }
      define contact {
          name                          by-mail
          register                      0
          notificationways              mail
      }
      define contact {
          contact_name                  alice
          use                           by-mail
          host_notification_options     n
          service_notification_options  n
      }
      define contact {
          contact_name                  bob
          use                           by-mail
      }`,
    good: `
      define notificationway {
          notificationway_name          mail
          host_notification_options     n
          service_notification_options  n
      }
      define contact {
          name                          by-mail
          register                      0
          notificationways              mail
      }
      define contact {
          contact_name                  alice
          notificationways              mail
          host_notification_options     n
          service_notification_options  n
      }
      define contact {
          contact_name                  bob
          use                           by-mail
      }`,
  },
  check(model, report) {
    for (const { item, owner } of model.facts('foreign-notificationway')) {
      const place = placeOf(owner);
      report({
        at: placeOf(item),
        object: item,
        message: `${item.name} is also notified as ${owner.name} is: both have the list of notification ways of one template.`,
        related: place ? [{ ...place, message: `${owner.name} adds a way of its own to the list` }] : [],
        data: undefined,
      });
    }
  },
});
