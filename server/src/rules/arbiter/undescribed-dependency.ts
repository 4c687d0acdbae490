import { placeOf } from '../../model/item';
import { defineRule } from '../rule';

export const undescribedDependency = defineRule<undefined>({
  code: 'arbiter/undescribed-dependency',
  severity: 'error',
  title: 'A service dependency that does not name both services',
  explain:
    'A service dependency needs `service_description`, the service depended on, and `dependent_service_description`, the one that depends. The arbiter crashes when one is missing. For hosts that depend on hosts there is `hostdependency`.',
  example: {
    bad: `
      define host {
          host_name                      web-1
      }
      define servicedependency {
          host_name                      web-1
          service_description            Load
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
    for (const { item, key } of model.facts('undescribed-dependency')) {
      const message = `The arbiter crashes: a service dependency needs ${key}.`;
      report({ at: placeOf(item), object: item, message, data: undefined });
    }
  },
});
