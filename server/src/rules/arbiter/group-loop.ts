import { removePart } from '../parts';
import { defineRule } from '../rule';
import { capital, describe } from '../words';

export const groupLoop = defineRule<undefined>({
  code: 'arbiter/group-loop',
  severity: 'warning',
  title: 'A group that is reached twice',
  explain:
    'While the members of groups within groups are gathered, the arbiter prints an error about a loop when it meets a group a second time: because groups contain each other, or because two groups contain the same third one, which is quite all right. Either way it goes on, and the members are in.',
  example: {
    bad: `
      define hostgroup {
          hostgroup_name     web
          hostgroup_members  all
      }
      define hostgroup {
          hostgroup_name     all
          hostgroup_members  web
      }`,
    good: `
      define hostgroup {
          hostgroup_name     web
      }
      define hostgroup {
          hostgroup_name     all
          hostgroup_members  web
      }`,
  },
  check(model, report) {
    for (const { item, at, diamond } of model.facts('group-loop')) {
      const message = diamond
        ? `The arbiter calls this a loop, though it is none: ${describe(item)} is reached in two ways. It goes on all the same.`
        : `${capital(describe(item))} contains itself; the arbiter prints an error and goes on.`;
      report({ at, object: item, message, severity: diamond ? 'information' : 'warning', data: undefined });
    }
  },
  fix: ({ file, span }, model) => removePart(model, file, span, 'Remove it from the group'),
});
