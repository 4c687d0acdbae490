import { referenceRule } from '../references';

export const unknownContact = referenceRule({
  targets: ['contact'],
  code: 'arbiter/unknown-contact',
  title: 'A contact that is not defined',
  explain:
    'The arbiter refuses a host, a service, an escalation or a contact group that names a contact it does not know. To name a group, write `contact_groups` instead of `contacts`.',
  example: {
    bad: `
      define contact {
          contact_name                  alice
          host_notification_options     n
          service_notification_options  n
      }
      define host {
          host_name      web-1
          contacts       alise
      }`,
    good: `
      define contact {
          contact_name                  alice
          host_notification_options     n
          service_notification_options  n
      }
      define host {
          host_name      web-1
          contacts       alice
      }`,
  },
});
