import type { ObjectType } from '../types';
import { serviceFailureCriteria } from './choices';
import { commonRunningProperties, namelessInheritance } from './common';
import { dependencyDirectives } from './depending';

export const servicedependency: ObjectType = {
  name: 'servicedependency',
  title: 'service dependency',
  doc: 'Keeps services from being checked or notified of while a service they depend on is in trouble. `service_dependencies` of a service is shorter.',
  inherits: true,
  customMacros: true,
  definable: true,
  oldNames: {},
  usual: [
    'host_name',
    'hostgroup_name',
    'service_description',
    'dependent_host_name',
    'dependent_hostgroup_name',
    'dependent_service_description',
    'notification_failure_criteria',
    'execution_failure_criteria',
    'inherits_parent',
    'dependency_period',
    'explode_hostgroup',
  ],
  begunWith: ['host_name', 'dependent_host_name', 'notification_failure_criteria'],
  directives: [
    {
      name: 'service_description',
      value: 'string',
      required: true,
      reference: { target: 'service', shape: 'list', missing: 'warning' },
      doc: 'Master services on the master hosts, those that are depended upon, between commas.',
    },
    ...dependencyDirectives('crash', serviceFailureCriteria),
    {
      name: 'dependent_service_description',
      value: 'string',
      required: true,
      reference: { target: 'service', shape: 'list', missing: 'warning' },
      doc: 'Services that depend on the master, between commas. Without it the arbiter crashes.',
    },
    {
      name: 'dependent_host_name',
      value: 'string',
      reference: { target: 'host', shape: 'list', missing: 'error' },
      doc: 'Hosts of the dependent services, between commas. Without it: those of `host_name`.',
    },
    {
      name: 'dependent_hostgroup_name',
      value: 'string',
      default: '',
      reference: { target: 'hostgroup', shape: 'list', missing: 'crash' },
      doc: 'Host groups of the dependent services, between commas. Without it: those of `hostgroup_name`. One that does not exist makes the arbiter crash.',
    },
    {
      name: 'explode_hostgroup',
      value: 'boolean',
      default: '0',
      doc: '`1` pairs services of one host only: on each host of `hostgroup_name` its own master and its own dependent.',
    },
    ...namelessInheritance('warning'),
  ],
  runningProperties: commonRunningProperties,
  macros: {},
};
