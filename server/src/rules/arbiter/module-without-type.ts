import { placeOf } from '../../model/item';
import { defineRule } from '../rule';

export const moduleWithoutType = defineRule<undefined>({
  code: 'arbiter/module-without-type',
  severity: 'error',
  title: 'An arbiter module without module_type',
  explain:
    'The arbiter crashes on a module among its own `modules` that has no `module_type`. Write the type that the installed module gives itself.',
  example: {
    bad: `
      define module {
          module_name   pipe
      }
      define arbiter {
          arbiter_name  arbiter-master
          modules       pipe
      }`,
    good: `
      define module {
          module_name   pipe
          module_type   named-pipe
      }
      define arbiter {
          arbiter_name  arbiter-master
          modules       pipe
      }`,
  },
  check(model, report) {
    for (const { module, users, crashes } of model.facts('module-without-type')) {
      if (!crashes) continue;
      const arbiter = users.find(({ type }) => type === 'arbiter');
      report({
        at: placeOf(module, 'module_name'),
        object: module,
        message: `The arbiter ${arbiter?.name ?? ''} crashes on its module ${module.name}: it has no module_type.`,
        data: undefined,
      });
    }
  },
});
