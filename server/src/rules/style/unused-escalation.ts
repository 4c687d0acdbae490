import { unusedRule } from './unused';

export const unusedEscalation = unusedRule({
  code: 'style/unused-escalation',
  title: 'An escalation of nothing',
  explain:
    'No host or service that is used has it in `escalations`, and it names no hosts itself: it never takes place.',
  includes: (space) => space === 'escalation',
  example: {
    bad: `
      define escalation {
          escalation_name  to-boss
          contacts         boss
      }
      define contact {
          contact_name  boss
          is_admin      1
      }`,
    good: `
      define escalation {
          escalation_name  to-boss
          contacts         boss
      }
      define contact {
          contact_name  boss
      }
      define host {
          host_name    web-1
          escalations  to-boss
      }`,
  },
});
