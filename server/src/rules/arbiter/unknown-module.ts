import { referenceRule } from '../references';

export const unknownModule = referenceRule({
  targets: ['module'],
  code: 'arbiter/unknown-module',
  title: 'A module that is not defined',
  explain:
    'Each name in `modules` is the `module_name` of a module object; it is not the type of the module. The arbiter refuses a daemon that names another. The modules of a module it only complains about, and leaves them out.',
  example: {
    bad: `
      define module {
          module_name  webui
          module_type  webui
      }
      define broker {
          broker_name  broker-master
          modules      webui,livestatus
      }`,
    good: `
      define module {
          module_name  webui
          module_type  webui
      }
      define broker {
          broker_name  broker-master
          modules      webui
      }`,
  },
});
