import { referenceRule } from '../references';

export const unknownEscalation = referenceRule({
  targets: ['escalation'],
  code: 'arbiter/unknown-escalation',
  title: 'An escalation that is not defined',
  explain:
    'The arbiter refuses a host or a service whose `escalations` names an escalation it does not know. Host and service escalations have no name: they find their hosts themselves.',
  example: {
    bad: `
      define escalation {
          escalation_name     to-boss
          first_notification  3
          last_notification   0
      }
      define host {
          host_name      web-1
          escalations    boss
      }`,
    good: `
      define escalation {
          escalation_name     to-boss
          first_notification  3
          last_notification   0
      }
      define host {
          host_name      web-1
          escalations    to-boss
      }`,
  },
});
