import { unusedRule } from './unused';

export const unusedNotificationway = unusedRule({
  code: 'style/unused-notificationway',
  title: 'A notification way that no contact has',
  explain: 'No contact that is used names it in `notificationways`, nor a template of one.',
  includes: (space) => space === 'notificationway',
  example: {
    bad: `
      define notificationway {
          notificationway_name  sms
      }
      define contact {
          contact_name  anna
      }
      define host {
          host_name  web-1
          contacts   anna
      }`,
    good: `
      define notificationway {
          notificationway_name  sms
      }
      define contact {
          contact_name      anna
          notificationways  sms
      }
      define host {
          host_name  web-1
          contacts   anna
      }`,
  },
});
