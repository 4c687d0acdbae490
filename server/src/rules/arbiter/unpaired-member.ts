import { defineRule } from '../rule';

export const unpairedMember = defineRule<undefined>({
  code: 'arbiter/unpaired-member',
  severity: 'error',
  title: 'Members of a service group that make no pairs',
  explain:
    'Members of a service group are pairs: host, description, host, description. The arbiter refuses a list of one name alone; of a longer list the last name is left out without a word.',
  example: {
    bad: `
      define servicegroup {
          servicegroup_name  load
          members            Load
      }`,
    good: `
      define servicegroup {
          servicegroup_name  load
      }`,
  },
  check(model, report) {
    for (const { item, name, at, refused } of model.facts('unpaired-member')) {
      const message = refused
        ? `The arbiter refuses this: members of a service group are pairs host,description, and ${name} stands alone.`
        : `${name} stands alone and is left out: members of a service group are pairs host,description.`;
      report({ at, object: item, message, severity: refused ? 'error' : 'warning', data: undefined });
    }
  },
});
