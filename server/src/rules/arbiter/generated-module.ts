import { defineRule } from '../rule';

export const generatedModule = defineRule<undefined>({
  code: 'arbiter/generated-module',
  severity: 'warning',
  title: 'A module made from a Nagios setting',
  explain:
    'Some settings of Nagios are modules in Shinken. Where one is set and no daemon of the right kind has such a module, the arbiter makes one, gives it to all daemons of that kind, and warns. Define the module and list it, or take the setting out.',
  example: {
    bad: 'command_file=/var/lib/shinken/nagios.cmd',
    good: `
      define module {
          module_name   pipe
          module_type   named_pipe
          command_file  /var/lib/shinken/nagios.cmd
      }
      define arbiter {
          arbiter_name  arbiter-master
          modules       pipe
      }`,
  },
  check(model, report) {
    for (const { module, setting, users } of model.facts('generated-module')) {
      const message = `Shinken makes a module of this, ${module.name}, and gives it to every ${users}.`;
      const at = setting && { file: setting.file, span: setting.node.keySpan };
      report({ at, message, data: undefined });
    }
  },
});
