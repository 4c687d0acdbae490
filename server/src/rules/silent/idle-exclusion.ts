import { defineRule } from '../rule';

export const idleExclusion = defineRule<undefined>({
  code: 'silent/idle-exclusion',
  severity: 'warning',
  title: 'An exclusion that excludes nothing',
  explain:
    'Shinken reads `host_name` of a service from left to right: `!name` takes a host away that is there already, from `hostgroup_name`, `*` or a name before it. A name behind it comes in again.',
  example: {
    bad: `
      define host {
          host_name  web-1
      }
      define host {
          host_name  web-2
      }
      define service {
          host_name            !web-1,*
          service_description  Load
          check_command        _echo
          check_interval       5
          retry_interval       1
      }`,
    good: `
      define host {
          host_name  web-1
      }
      define host {
          host_name  web-2
      }
      define service {
          host_name            *,!web-1
          service_description  Load
          check_command        _echo
          check_interval       5
          retry_interval       1
      }`,
  },
  check(model, report) {
    for (const { item, name, at } of model.facts('idle-exclusion')) {
      const known = model.find('host', name) ? 'is not among the hosts named before it' : 'is no host';
      report({ at, object: item, message: `!${name} excludes nothing: ${name} ${known}.`, data: undefined });
    }
  },
});
