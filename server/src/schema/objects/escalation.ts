import type { ObjectType } from '../types';
import { commonRunningProperties, inheritance } from './common';
import { escalationContacts, escalationDirectives } from './escalating';

export const escalation: ObjectType = {
  name: 'escalation',
  title: 'escalation',
  doc: 'Who is notified instead when a problem lasts. Hosts and services name it in `escalations`.',
  nameDirective: 'escalation_name',
  inherits: true,
  customMacros: true,
  definable: true,
  oldNames: {},
  usual: [
    'escalation_name',
    'first_notification_time',
    'last_notification_time',
    'first_notification',
    'last_notification',
    'notification_interval',
    'contacts',
    'contact_groups',
    'escalation_options',
    'escalation_period',
  ],
  begunWith: ['first_notification_time', 'last_notification_time', 'contact_groups'],
  directives: [
    {
      name: 'escalation_name',
      value: 'string',
      required: true,
      doc: 'Name of the escalation, by which hosts and services refer to it.',
    },
    ...escalationDirectives,
    ...escalationContacts,
    ...inheritance('warning'),
  ],
  runningProperties: [...commonRunningProperties, 'time_based'],
  macros: {},
};
