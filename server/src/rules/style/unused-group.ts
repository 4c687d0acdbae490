import { unusedRule } from './unused';

export const unusedGroup = unusedRule({
  code: 'style/unused-group',
  title: 'A group that is for nothing',
  explain:
    'A group of hosts or services that has no members, and that nothing else names. A contact group that no host, service, escalation or other group in use names: its members do not make it of use, for nobody notifies it.',
  includes: (space) => space === 'hostgroup' || space === 'servicegroup' || space === 'contactgroup',
  example: {
    bad: `
      define hostgroup {
          hostgroup_name  web
      }
      define hostgroup {
          hostgroup_name  mail
      }
      define host {
          host_name   web-1
          hostgroups  web
      }`,
    good: `
      define hostgroup {
          hostgroup_name  web
      }
      define host {
          host_name   web-1
          hostgroups  web
      }`,
  },
});
