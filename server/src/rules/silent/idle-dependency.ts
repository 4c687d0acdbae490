import { placeOf } from '../../model/item';
import { objectType } from '../../schema';
import { defineRule } from '../rule';

export const idleDependency = defineRule<undefined>({
  code: 'silent/idle-dependency',
  severity: 'warning',
  title: 'A dependency that is none',
  explain:
    'A dependency is between two sides: `host_name` or `hostgroup_name` say what is depended on, `dependent_host_name` or `dependent_hostgroup_name` what depends. When one side of a host dependency has no host, or nothing is depended on by services, Shinken makes no dependency of it and says nothing. A host group that does not exist is passed over as well.',
  example: {
    bad: `
      define host {
          host_name            web-1
      }
      define hostdependency {
          host_name            web-1
      }`,
    good: `
      define host {
          host_name            web-1
      }
      define host {
          host_name            router-1
      }
      define hostdependency {
          host_name            router-1
          dependent_host_name  web-1
      }`,
  },
  check(model, report) {
    for (const { item, side } of model.facts('idle-dependency')) {
      const title = objectType(item.type)?.title ?? item.type;
      const lacks = side === 'dependent' ? 'no host depends' : 'there is no host to depend on';
      report({
        at: placeOf(item),
        object: item,
        message: `This ${title} has no effect: ${lacks}.`,
        data: undefined,
      });
    }
  },
});
