import type { ObjectType } from '../types';
import { commonRunningProperties, noInheritanceAsText } from './common';

export const command: ObjectType = {
  name: 'command',
  title: 'command',
  doc: 'A command line for checks, notifications and event handlers. Calls give its arguments after `!`: `check_tcp!443` fills `$ARG1$`.',
  nameDirective: 'command_name',
  inherits: false,
  customMacros: true,
  definable: true,
  oldNames: {},
  usual: ['command_name', 'command_line', 'timeout', 'poller_tag', 'reactionner_tag', 'module_type'],
  directives: [
    {
      name: 'command_name',
      value: 'string',
      required: true,
      doc: 'Name of the command, the part of a call before the first `!`.',
    },
    {
      name: 'command_line',
      value: 'string',
      required: true,
      doc: 'What is run, macros filled in. A `;` starts a comment even here and is written `\\;`; a `$` is written `$$`.',
    },
    {
      name: 'timeout',
      value: 'integer',
      default: '-1',
      unit: 'seconds',
      doc: 'Seconds a check may take. `-1`, the default, takes the global `host_check_timeout` or `service_check_timeout`. Notifications and event handlers have their own.',
    },
    {
      name: 'poller_tag',
      value: 'string',
      default: 'None',
      reference: { target: 'poller-tag', shape: 'name', missing: 'silent' },
      doc: 'Only pollers with this tag run checks with this command, unless the host or service has a `poller_tag`. That some poller has it is not checked.',
    },
    {
      name: 'reactionner_tag',
      value: 'string',
      default: 'None',
      reference: { target: 'reactionner-tag', shape: 'name', missing: 'silent' },
      doc: 'Only reactionners with this tag run notifications and event handlers with this command. That some reactionner has it is not checked.',
    },
    {
      name: 'module_type',
      value: 'string',
      doc: 'Kind of worker that runs it: `fork`, the default, starts a process; `nrpe_poller` and the like need that module in the daemon.',
    },
    {
      name: 'enable_environment_macros',
      value: 'boolean',
      default: '0',
      doc: 'Whether the command also finds all macros in its environment, as `NAGIOS_…` variables. It costs time; the global switch does it for all commands.',
    },
    {
      name: 'priority',
      value: 'integer',
      default: '100',
      since: '3.0',
      doc: 'Rank when pollers and reactionners ask for work: the lowest number goes first. That of a host or service beats it.',
    },
    ...noInheritanceAsText,
  ],
  runningProperties: commonRunningProperties,
  macros: {},
};
