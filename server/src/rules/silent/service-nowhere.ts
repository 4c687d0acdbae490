import { defineRule } from '../rule';

export const serviceNowhere = defineRule<undefined>({
  code: 'silent/service-nowhere',
  severity: 'warning',
  title: 'A service that no host has',
  explain:
    'The groups have no hosts, or every name in `host_name` is excluded with `!`, which takes away from the hosts named before it and from nothing else: then the service does not exist, and nothing is said. `duplicate_foreach` needs `host_name`, or a template bound to host templates; with `hostgroup_name` alone the service disappears too.',
  example: {
    bad: `
      define hostgroup {
          hostgroup_name  web
      }
      define service {
          hostgroup_name       web
          service_description  Load
          check_command        _echo
          check_interval       5
          retry_interval       1
      }`,
    good: `
      define host {
          host_name   web-1
          hostgroups  web
      }
      define hostgroup {
          hostgroup_name  web
      }
      define service {
          hostgroup_name       web
          service_description  Load
          check_command        _echo
          check_interval       5
          retry_interval       1
      }`,
  },
  check(model, report) {
    const reasons = {
      'empty-groups': 'no host is in the groups it is for',
      'no-hosts': 'no host is left in host_name',
      'only-excluded': 'host_name only excludes; name what to exclude from before it, such as *',
      'duplicate-foreach':
        'duplicate_foreach does not work with hostgroup_name; name the hosts, or bind a template to host templates',
    };
    for (const { item, why, at } of model.facts('service-nowhere')) {
      // A pack's groups get their hosts elsewhere.
      if (model.project.partial && why === 'empty-groups') continue;
      const description = item.text('service_description') ?? '';
      const message = `Service ${description} goes to no host, and nothing is said: ${reasons[why]}.`;
      report({
        at,
        object: item,
        message,
        severity: why === 'empty-groups' ? 'information' : 'warning',
        data: undefined,
      });
    }
  },
});
