import { referenceRule } from '../references';

export const unknownHost = referenceRule({
  targets: ['host'],
  code: 'arbiter/unknown-host',
  title: 'A host that is not defined',
  explain:
    'Where a service, a dependency, a group or a business rule names a host that does not exist, the arbiter refuses the configuration. An unknown name in `parents` is only warned of and left out. Names are case sensitive, and a template is no host.',
  example: {
    bad: `
      define host {
          host_name            web-1
      }
      define service {
          host_name            web-l
          service_description  Load
          check_command        _echo
          check_interval       5
          retry_interval       1
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
      }`,
  },
});
