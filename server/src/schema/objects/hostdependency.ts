import type { ObjectType } from '../types';
import { hostFailureCriteria } from './choices';
import { commonRunningProperties, namelessInheritance } from './common';
import { dependencyDirectives } from './depending';

export const hostdependency: ObjectType = {
  name: 'hostdependency',
  title: 'host dependency',
  doc: 'Keeps hosts from being checked or notified of while a host they depend on is in trouble. For routers on the way, `parents` is simpler.',
  inherits: true,
  customMacros: true,
  definable: true,
  oldNames: {},
  usual: [
    'host_name',
    'hostgroup_name',
    'dependent_host_name',
    'dependent_hostgroup_name',
    'notification_failure_criteria',
    'execution_failure_criteria',
    'inherits_parent',
    'dependency_period',
  ],
  begunWith: ['host_name', 'dependent_host_name', 'notification_failure_criteria'],
  directives: [
    ...dependencyDirectives('silent', hostFailureCriteria),
    {
      name: 'dependent_host_name',
      value: 'string',
      reference: { target: 'host', shape: 'list', missing: 'error' },
      doc: 'Hosts that depend on the master, between commas. Without any on one of the sides the definition vanishes without a word.',
    },
    {
      name: 'dependent_hostgroup_name',
      value: 'string',
      default: '',
      reference: { target: 'hostgroup', shape: 'list', missing: 'silent' },
      doc: 'Host groups that depend on the master, between commas, beside `dependent_host_name`.',
    },
    ...namelessInheritance('warning'),
  ],
  runningProperties: commonRunningProperties,
  macros: {},
};
