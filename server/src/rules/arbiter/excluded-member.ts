import { removePart } from '../parts';
import { defineRule } from '../rule';
import { titleOf } from '../words';

export const excludedMember = defineRule<undefined>({
  code: 'arbiter/excluded-member',
  severity: 'error',
  title: 'An exclamation mark among the members of a group',
  explain:
    'Members of a group are names; of host groups `*` stands for all hosts, and nothing can be excluded. The arbiter looks for an object whose name begins with `!`, and refuses the group. Where a service is bound to the group, its `host_name` may exclude hosts.',
  example: {
    bad: `
      define host {
          host_name  web-1
      }
      define hostgroup {
          hostgroup_name  web
          members         *,!web-1
      }`,
    good: `
      define host {
          host_name  web-1
      }
      define hostgroup {
          hostgroup_name  web
          members         web-1
      }`,
  },
  check(model, report) {
    for (const { item, name, at } of model.facts('excluded-member')) {
      const message = `A ${titleOf(item.type)} cannot exclude members: the arbiter looks for one that is called !${name}, and refuses the group.`;
      report({ at, object: item, message, data: undefined });
    }
  },
  fix: ({ file, span }, model) => removePart(model, file, span, 'Remove it from the members'),
});
