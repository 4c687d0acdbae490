import { written } from '../../model/names/written';
import type { RawObject } from '../../project/types';
import { edits, insertDirective } from '../edits';
import { defineRule } from '../rule';

interface Data {
  readonly object: RawObject | undefined;
}

export const dependencyOfAllOnAll = defineRule<Data>({
  code: 'silent/dependency-of-all-on-all',
  severity: 'warning',
  title: 'A service dependency of every host on every host',
  explain:
    'A service dependency between services of a host group makes the service of each host depend on that of every host of the group. When each service is to depend on the one of its own host, which is what one nearly always means, say `explode_hostgroup 1`.',
  example: {
    bad: `
      define host {
          host_name                      web-1
      }
      define host {
          host_name                      web-2
      }
      define hostgroup {
          hostgroup_name                 web
          members                        web-1,web-2
      }
      define service {
          hostgroup_name                 web
          service_description            Agent
          check_command                  _echo
          check_interval                 5
          retry_interval                 1
      }
      define service {
          hostgroup_name                 web
          service_description            Load
          check_command                  _echo
          check_interval                 5
          retry_interval                 1
      }
      define servicedependency {
          hostgroup_name                 web
          service_description            Agent
          dependent_service_description  Load
      }`,
    good: `
      define host {
          host_name                      web-1
      }
      define host {
          host_name                      web-2
      }
      define hostgroup {
          hostgroup_name                 web
          members                        web-1,web-2
      }
      define service {
          hostgroup_name                 web
          service_description            Agent
          check_command                  _echo
          check_interval                 5
          retry_interval                 1
      }
      define service {
          hostgroup_name                 web
          service_description            Load
          check_command                  _echo
          check_interval                 5
          retry_interval                 1
      }
      define servicedependency {
          hostgroup_name                 web
          service_description            Agent
          dependent_service_description  Load
          explode_hostgroup              1
      }`,
  },
  check(model, report) {
    for (const { item, hosts, at } of model.facts('dependency-of-all-on-all')) {
      report({
        at,
        object: item,
        message: `Each of ${String(hosts)} hosts depends on all of them: for its own host's service alone, add explode_hostgroup 1.`,
        data: { object: item.source },
      });
    }
  },
  fix({ data: { object } }, model) {
    const text = object && model.text(object.file);
    if (!object || text === undefined || written(object, 'explode_hostgroup') !== undefined) return [];
    const change = edits(insertDirective(object, text, 'explode_hostgroup', '1'));
    return [{ title: 'Add explode_hostgroup 1', change, preferred: true }];
  },
});
