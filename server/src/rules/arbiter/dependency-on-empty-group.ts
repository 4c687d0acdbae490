import { defineRule } from '../rule';

export const dependencyOnEmptyGroup = defineRule<undefined>({
  code: 'arbiter/dependency-on-empty-group',
  severity: 'error',
  title: 'A dependency on a host group without members',
  explain:
    'The arbiter crashes when a host or service dependency names a host group that nobody is in: one that has no `members`, is in no `hostgroups` of a host, and has no groups within. Give the group a member, or take the dependency away.',
  example: {
    bad: `
      define host {
          host_name            web-1
      }
      define hostgroup {
          hostgroup_name       routers
      }
      define hostdependency {
          hostgroup_name       routers
          dependent_host_name  web-1
      }`,
    good: `
      define host {
          host_name            web-1
      }
      define host {
          host_name            router-1
          hostgroups           routers
      }
      define hostgroup {
          hostgroup_name       routers
      }
      define hostdependency {
          hostgroup_name       routers
          dependent_host_name  web-1
      }`,
  },
  check(model, report) {
    for (const { item, name, at } of model.facts('dependency-on-empty-group')) {
      const message = `The arbiter crashes: nobody is in host group ${name}.`;
      report({ at, object: item, message, data: undefined });
    }
  },
});
