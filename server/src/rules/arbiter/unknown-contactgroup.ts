import { referenceRule } from '../references';

export const unknownContactgroup = referenceRule({
  targets: ['contactgroup'],
  code: 'arbiter/unknown-contactgroup',
  title: 'A contact group that is not defined',
  explain:
    'The arbiter refuses a host, a service or an escalation whose `contact_groups` names a group it does not know. It creates the groups that contacts say to be in with `contactgroups`, but not those that others want to notify.',
  example: {
    bad: `
      define contactgroup {
          contactgroup_name  admins
          members
      }
      define host {
          host_name      web-1
          contact_groups  admin
      }`,
    good: `
      define contactgroup {
          contactgroup_name  admins
          members
      }
      define host {
          host_name      web-1
          contact_groups  admins
      }`,
  },
});
