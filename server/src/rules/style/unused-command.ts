import { unusedRule } from './unused';

export const unusedCommand = unusedRule({
  code: 'style/unused-command',
  title: 'A command that nobody calls',
  explain:
    'No check, event handler, notification, modulation, discovery run or setting calls it. What only unused templates or unused contacts call does not count. A module or a custom macro that has its name for a value does.',
  includes: (space) => space === 'command',
  example: {
    bad: `
      define command {
          command_name  check_http
          command_line  $USER1$/check_http -H $HOSTADDRESS$
      }
      define host {
          host_name      web-1
          check_command  _echo
      }`,
    good: `
      define command {
          command_name  check_http
          command_line  $USER1$/check_http -H $HOSTADDRESS$
      }
      define host {
          host_name      web-1
          check_command  check_http
      }`,
  },
});
