import type { ObjectType } from '../types';
import { commonRunningProperties, namelessInheritance } from './common';
import { escalatedHosts, escalationContactsAsText, escalationDirectives } from './escalating';

export const hostescalation: ObjectType = {
  name: 'hostescalation',
  title: 'host escalation',
  doc: 'Who is notified instead when a problem of the named hosts lasts. An `escalation` does the same under a name of its own.',
  inherits: true,
  customMacros: true,
  definable: true,
  oldNames: {},
  usual: [
    'host_name',
    'hostgroup_name',
    'first_notification',
    'last_notification',
    'notification_interval',
    'contacts',
    'contact_groups',
    'escalation_options',
    'escalation_period',
    'use',
  ],
  begunWith: ['host_name', 'first_notification', 'last_notification', 'contact_groups'],
  directives: [
    ...escalatedHosts,
    ...escalationDirectives,
    ...escalationContactsAsText,
    ...namelessInheritance('silent'),
  ],
  runningProperties: commonRunningProperties,
  macros: {},
};
