import { placeOf } from '../../model/item';
import { defineRule } from '../rule';

export const moduleWithoutType = defineRule<undefined>({
  code: 'silent/module-without-type',
  severity: 'warning',
  title: 'A module without module_type',
  explain:
    'A verification does not look at the modules of schedulers, pollers, reactionners, brokers and receivers. A module without `module_type` passes it, and the daemon crashes as soon as the arbiter sends it its configuration.',
  example: {
    bad: `
      define module {
          module_name  web
      }
      define broker {
          broker_name  broker-master
          modules      web
      }`,
    good: `
      define module {
          module_name  web
          module_type  webui
      }
      define broker {
          broker_name  broker-master
          modules      web
      }`,
  },
  check(model, report) {
    for (const { module, users, crashes } of model.facts('module-without-type')) {
      if (crashes) continue;
      report({
        at: placeOf(module, 'module_name'),
        object: module,
        message: `The module ${module.name} has no module_type: ${users.map(({ name }) => name).join(', ')} will crash on it.`,
        data: undefined,
      });
    }
  },
});
