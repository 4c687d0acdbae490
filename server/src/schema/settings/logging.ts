/** What is logged, and where. */
import type { Directive } from '../types';

export const loggingSettings: readonly Directive[] = [
  {
    name: 'use_local_log',
    value: 'boolean',
    default: '1',
    doc: "`1`, the default, writes the arbiter's log to `local_log`; `0` writes none to disk.",
  },
  {
    name: 'local_log',
    value: 'string',
    default: '/var/log/shinken/arbiterd.log',
    doc: "File of the arbiter's own log, `/var/log/shinken/arbiterd.log` by default. Take-overs are told there, on the server that leads at the time.",
  },
  {
    name: 'log_level',
    value: 'logLevel',
    default: 'WARNING',
    choices: [
      { value: 'DEBUG', doc: 'Everything, for a short search for a fault only.' },
      { value: 'INFO', doc: 'The course of things, dispatching of configurations included.' },
      { value: 'WARNING', doc: 'What may need attention. The default.' },
      { value: 'ERROR', doc: 'What went wrong.' },
      { value: 'CRITICAL', doc: 'What made something stop.' },
    ],
    doc: 'Least important messages that the arbiter logs; `WARNING` by default. An unknown word is accepted without one. Each daemon has its own in its ini file.',
  },
  {
    name: 'human_timestamp_log',
    value: 'boolean',
    default: '0',
    doc: '`1` writes readable dates into the logs of arbiter and schedulers instead of seconds since 1970; programs that read Nagios logs no longer understand them.',
  },
  {
    name: 'log_notifications',
    value: 'boolean',
    default: '1',
    doc: '`1`, the default, logs every notification sent to a contact.',
  },
  {
    name: 'log_event_handlers',
    value: 'boolean',
    default: '1',
    doc: '`1`, the default, logs every event handler and snapshot that is run.',
  },
  {
    name: 'log_initial_states',
    value: 'boolean',
    default: '1',
    doc: '`1`, the default, logs the state of every host and service when a scheduler starts or takes over. Reports that read logs may need it; it makes for a flood of lines.',
  },
  {
    name: 'log_external_commands',
    value: 'boolean',
    default: '1',
    doc: '`1`, the default, logs every command that reaches the arbiter from outside.',
  },
  { name: 'log_passive_checks', value: 'boolean', default: '1', doc: '`1`, the default, logs every passive result.' },
  {
    name: 'log_host_retries',
    value: 'boolean',
    default: '1',
    ignored: true,
    doc: 'Whether retries of a host check were to be logged; nothing in this version looks at it.',
  },
  {
    name: 'log_service_retries',
    value: 'boolean',
    default: '1',
    ignored: true,
    doc: 'Whether retries of a service check were to be logged; nothing in this version looks at it.',
  },
  {
    name: 'log_file',
    value: 'string',
    doc: 'File for the log of all daemons. When no broker has a module of type `simple_log`, the arbiter adds one with this path to every broker and warns of it; define the module yourself instead.',
  },
  {
    name: 'log_archive_path',
    value: 'string',
    default: '/usr/local/shinken/var/archives',
    doc: 'Folder for rotated logs of the module that `log_file` adds; without `log_file` it is not used.',
  },
  {
    name: 'log_rotation_method',
    value: 'character',
    default: 'd',
    choices: [
      { value: 'n', doc: 'Never.' },
      { value: 'h', doc: 'Hourly.' },
      { value: 'd', doc: 'Daily.' },
      { value: 'w', doc: 'Weekly.' },
      { value: 'm', doc: 'Monthly.' },
    ],
    ignored: true,
    doc: 'How often Nagios starts a new log file; nothing in this version looks at it, the log module rotates daily.',
  },
  {
    name: 'use_syslog',
    value: 'boolean',
    default: '0',
    doc: '`1` adds a module of type `syslog` to every broker that has none, with a warning; define the module yourself instead.',
  },
];
