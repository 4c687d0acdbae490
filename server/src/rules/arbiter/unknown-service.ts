import { referenceRule } from '../references';

export const unknownService = referenceRule({
  targets: ['service'],
  code: 'arbiter/unknown-service',
  title: 'A service that is not defined',
  explain:
    'A business rule, a service group or a dependency names a service that its host does not have. The description has to be the very text of `service_description`, in the same case.',
  example: {
    bad: `
      define host {
          host_name            web-1
      }
      define service {
          host_name            web-1
          service_description  Load
          check_command        _echo
          check_interval       5
          retry_interval       1
      }
      define host {
          host_name            shop
          check_command        bp_rule!web-1,Laod
      }`,
    good: `
      define host {
          host_name            web-1
      }
      define service {
          host_name            web-1
          service_description  Load
          check_command        _echo
          check_interval       5
          retry_interval       1
      }
      define host {
          host_name            shop
          check_command        bp_rule!web-1,Load
      }`,
  },
});
