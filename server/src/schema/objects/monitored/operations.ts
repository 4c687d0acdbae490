/** What hosts and services share about daemons, snapshots and maintenance. */
import type { Directive } from '../../types';

export const distributionDirectives: readonly Directive[] = [
  {
    name: 'poller_tag',
    value: 'string',
    default: 'None',
    reference: { target: 'poller-tag', shape: 'name', missing: 'error' },
    doc: 'Only pollers with this tag in `poller_tags` run the check, e.g. `DMZ`. Without it the tag of the check command counts, at last `None`: the untagged pollers.',
  },
  {
    name: 'reactionner_tag',
    value: 'string',
    default: 'None',
    ignored: true,
    reference: { target: 'reactionner-tag', shape: 'name', missing: 'silent' },
    doc: 'Read and ignored in 2.4: which reactionner takes a notification or an event handler is decided by the `reactionner_tag` of its command.',
  },
];

export const snapshotDirectives: readonly Directive[] = [
  {
    name: 'snapshot_enabled',
    value: 'boolean',
    default: '0',
    doc: 'Whether `snapshot_command` is run when the state is one of `snapshot_criteria`.',
  },
  {
    name: 'snapshot_command',
    value: 'string',
    default: '',
    reference: { target: 'command', shape: 'call', missing: 'silent' },
    doc: 'Command that records what is going on while something is wrong, such as a list of processes. A name that does not exist goes unnoticed.',
  },
  {
    name: 'snapshot_period',
    value: 'string',
    default: '',
    reference: { target: 'timeperiod', shape: 'name', missing: 'error' },
    doc: 'Time period in which snapshots may be taken. Without it: at any time.',
  },
  {
    name: 'snapshot_interval',
    value: 'integer',
    default: '5',
    unit: 'interval_length',
    doc: 'Least time between two snapshots, in units of `interval_length` (60 seconds by default).',
  },
];

export const maintenanceDirectives: readonly Directive[] = [
  {
    name: 'maintenance_period',
    value: 'string',
    default: '',
    reference: { target: 'timeperiod', shape: 'name', missing: 'error' },
    doc: 'Recurring downtime: while this time period lasts, checks go on and nobody is notified.',
  },
  {
    name: 'maintenance_check_command',
    value: 'string',
    default: '',
    since: '3.0',
    reference: { target: 'command', shape: 'call', missing: 'silent' },
    doc: 'Command that finds out whether it is in maintenance: exit code 2 says yes and puts it into downtime, 0 says no. Any other code is an error and means no.',
  },
  {
    name: 'maintenance_check_interval',
    value: 'integer',
    default: '0',
    since: '3.0',
    unit: 'interval_length',
    doc: 'Time between two maintenance checks in production, in units of `interval_length`, e.g. `1`. A downtime they open ends three times that after the last yes.',
  },
  {
    name: 'maintenance_check_period',
    value: 'string',
    default: '',
    since: '3.0',
    reference: { target: 'timeperiod', shape: 'name', missing: 'error' },
    doc: 'Time period in which maintenance checks are run. Without it and without `maintenance_period` they open no downtime.',
  },
  {
    name: 'maintenance_checks_enabled',
    value: 'boolean',
    default: '0',
    since: '3.0',
    doc: 'Whether `maintenance_check_command` is run; it needs `active_checks_enabled 1` as well.',
  },
  {
    name: 'maintenance_retry_interval',
    value: 'integer',
    default: '0',
    since: '3.0',
    unit: 'interval_length',
    doc: 'Time between two maintenance checks while in maintenance, in units of `interval_length`. `0` takes `maintenance_check_interval`.',
  },
  {
    name: 'priority',
    value: 'integer',
    default: '100',
    since: '3.0',
    doc: 'Rank of its checks when pollers ask for work: the lowest number goes first. Any value but 100 beats that of the command; a service without one takes that of its host.',
  },
];
