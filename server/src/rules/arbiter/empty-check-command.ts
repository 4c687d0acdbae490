import { placeOf } from '../../model/item';
import { defineRule } from '../rule';

export const emptyCheckCommand = defineRule<undefined>({
  code: 'arbiter/empty-check-command',
  severity: 'error',
  title: 'An empty `check_command`',
  explain:
    'A `check_command` without a command is no way to say that nothing is checked: a host is refused, a service makes the arbiter crash. Leave the line out of a host, and Shinken takes the host for up; for a service, name a command, or `_echo` with `active_checks_enabled 0` when results come from elsewhere.',
  example: {
    bad: `
      define host {
          host_name             web-1
          check_command
      }`,
    good: `
      define host {
          host_name             web-1
      }`,
  },
  check(model, report) {
    for (const { item, crashes } of model.facts('empty-check-command')) {
      const what = crashes ? 'The arbiter crashes' : 'Shinken refuses the host';
      report({
        at: placeOf(item, 'check_command'),
        object: item,
        message: `${what}: check_command is empty.`,
        data: undefined,
      });
    }
  },
});
