/** What host and service dependencies share: the master is depended upon, the dependent one is checked and notified of or not. */
import type { Choice, Directive, Missing } from '../types';

/** `hostgroups` is what the arbiter does about an unknown host group, `criteria` the states of the master. */
export function dependencyDirectives(hostgroups: Missing, criteria: readonly Choice[]): readonly Directive[] {
  return [
    {
      name: 'host_name',
      value: 'string',
      reference: { target: 'host', shape: 'list', missing: 'error' },
      doc: 'Master hosts, those that are depended upon, between commas. Every master is paired with every dependent.',
    },
    {
      name: 'hostgroup_name',
      value: 'string',
      default: '',
      reference: { target: 'hostgroup', shape: 'list', missing: hostgroups },
      doc: 'Host groups of master hosts, between commas, beside `host_name`.',
    },
    {
      name: 'execution_failure_criteria',
      value: 'list',
      default: 'n',
      choices: criteria,
      doc: 'States of the master in which the dependent is not checked. `n`, the default, is none.',
    },
    {
      name: 'notification_failure_criteria',
      value: 'list',
      default: 'n',
      choices: criteria,
      doc: 'States of the master in which nobody is notified of the dependent. `n`, the default, is none.',
    },
    {
      name: 'inherits_parent',
      value: 'boolean',
      default: '0',
      doc: 'Whether what the master itself depends on keeps the dependent from being checked too.',
    },
    {
      name: 'dependency_period',
      value: 'string',
      default: '',
      reference: { target: 'timeperiod', shape: 'name', missing: 'silent' },
      doc: 'Time period in which checks are held back; notifications are at any time. One that does not exist means always, and nothing says so.',
    },
  ];
}
