import { unusedRule } from './unused';

export const unusedModule = unusedRule({
  code: 'style/unused-module',
  title: 'A module that no daemon loads',
  explain: 'No daemon has it in `modules`, nor a module that some daemon loads.',
  includes: (space) => space === 'module',
  example: {
    bad: `
      define module {
          module_name  simple-log
          module_type  simple-log
          path         /var/log/shinken.log
      }
      define broker {
          broker_name  broker-1
          address      server1
      }`,
    good: `
      define module {
          module_name  simple-log
          module_type  simple-log
          path         /var/log/shinken.log
      }
      define broker {
          broker_name  broker-1
          address      server1
          modules      simple-log
      }`,
  },
});
