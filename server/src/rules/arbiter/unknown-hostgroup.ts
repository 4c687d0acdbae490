import { referenceRule } from '../references';

export const unknownHostgroup = referenceRule({
  targets: ['hostgroup'],
  code: 'arbiter/unknown-hostgroup',
  title: 'A host group that is not defined',
  explain:
    'A service or an escalation that names a host group the arbiter does not know is refused; a service dependency makes the arbiter crash. Within an expression (`a&b`, `a|!b`) nothing is said: see `silent/unknown-reference`. Groups that hosts say to be in with `hostgroups` are created.',
  example: {
    bad: `
      define hostgroup {
          hostgroup_name  linux
          members         web-1
      }
      define host {
          host_name       web-1
      }
      define service {
          hostgroup_name       linus
          service_description  Load
          check_command        _echo
          check_interval       5
          retry_interval       1
      }`,
    good: `
      define hostgroup {
          hostgroup_name  linux
          members         web-1
      }
      define host {
          host_name       web-1
      }
      define service {
          hostgroup_name       linux
          service_description  Load
          check_command        _echo
          check_interval       5
          retry_interval       1
      }`,
  },
});
