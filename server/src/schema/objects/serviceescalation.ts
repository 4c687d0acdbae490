import type { ObjectType } from '../types';
import { commonRunningProperties, namelessInheritance } from './common';
import { escalatedHosts, escalationContactsAsText, escalationDirectives } from './escalating';

export const serviceescalation: ObjectType = {
  name: 'serviceescalation',
  title: 'service escalation',
  doc: 'Who is notified instead when a problem of the named services lasts. An `escalation` does the same under a name of its own.',
  inherits: true,
  customMacros: true,
  definable: true,
  oldNames: {},
  usual: [
    'host_name',
    'hostgroup_name',
    'service_description',
    'first_notification',
    'last_notification',
    'notification_interval',
    'contacts',
    'contact_groups',
    'escalation_options',
    'escalation_period',
    'use',
  ],
  begunWith: ['host_name', 'service_description', 'first_notification', 'last_notification', 'contact_groups'],
  directives: [
    ...escalatedHosts,
    {
      name: 'service_description',
      value: 'string',
      reference: { target: 'service', shape: 'list-with-all', missing: 'silent' },
      doc: 'Services of these hosts it holds for, between commas, or `*` for all. Left out, it holds for the hosts themselves; what does not exist goes unnoticed.',
    },
    ...escalationDirectives,
    ...escalationContactsAsText,
    ...namelessInheritance('silent'),
  ],
  runningProperties: commonRunningProperties,
  macros: {},
};
