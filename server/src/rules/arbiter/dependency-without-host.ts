import { placeOf } from '../../model/item';
import { defineRule } from '../rule';

export const dependencyWithoutHost = defineRule<undefined>({
  code: 'arbiter/dependency-without-host',
  severity: 'error',
  title: 'A service dependency without a host',
  explain:
    'A service dependency says with `dependent_host_name` or `dependent_hostgroup_name` whose services depend; without them, `host_name` and `hostgroup_name` are taken. With no host at all the arbiter looks for the services of a host without a name, and refuses the dependency.',
  example: {
    bad: `
      define servicedependency {
          service_description            Load
          dependent_service_description  Http
      }`,
    good: `
      define host {
          host_name                      web-1
      }
      define service {
          host_name                      web-1
          service_description            Load
          check_command                  _echo
          check_interval                 5
          retry_interval                 1
      }
      define service {
          host_name                      web-1
          service_description            Http
          check_command                  _echo
          check_interval                 5
          retry_interval                 1
      }
      define servicedependency {
          host_name                      web-1
          service_description            Load
          dependent_service_description  Http
      }`,
  },
  check(model, report) {
    for (const { item } of model.facts('dependency-without-host')) {
      const message = 'Shinken refuses this: the dependency has no host.';
      report({ at: placeOf(item), object: item, message, data: undefined });
    }
  },
});
