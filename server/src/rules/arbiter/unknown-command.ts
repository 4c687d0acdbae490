import { referenceRule } from '../references';

export const unknownCommand = referenceRule({
  targets: ['command'],
  code: 'arbiter/unknown-command',
  title: 'A command that is not defined',
  explain:
    'What stands before the first `!` of `check_command`, `event_handler` or a notification command is the `command_name` of a command object. The arbiter refuses the object that names another, and in its message the name is lost. Names are case sensitive.',
  example: {
    bad: `
      define command {
          command_name   check_http
          command_line   $USER1$/check_http -H $HOSTADDRESS$
      }
      define host {
          host_name      web-1
          check_command  check_htpp!80
      }`,
    good: `
      define command {
          command_name   check_http
          command_line   $USER1$/check_http -H $HOSTADDRESS$
      }
      define host {
          host_name      web-1
          check_command  check_http!80
      }`,
  },
});
