import { placeOf } from '../../model/item';
import { defineRule } from '../rule';

export const commandTimeout = defineRule<undefined>({
  code: 'arbiter/command-timeout',
  severity: 'error',
  title: 'A timeout of a command that is no whole number',
  explain:
    'The `timeout` of a command is a whole number of seconds, written once; without it the global timeouts hold. The arbiter looks at it as soon as something calls the command, and crashes when it is anything else.',
  example: {
    bad: `
      define command {
          command_name   check_slow
          command_line   /bin/slow
          timeout        1m
      }
      define host {
          host_name      web-1
          check_command  check_slow
      }`,
    good: `
      define command {
          command_name   check_slow
          command_line   /bin/slow
          timeout        60
      }
      define host {
          host_name      web-1
          check_command  check_slow
      }`,
  },
  check(model, report) {
    for (const { item, text } of model.facts('bad-command-timeout')) {
      report({
        at: placeOf(item, 'timeout'),
        object: item,
        message: `The arbiter crashes: ${text === '' ? 'an empty timeout' : text} is no whole number of seconds.`,
        data: undefined,
      });
    }
  },
});
