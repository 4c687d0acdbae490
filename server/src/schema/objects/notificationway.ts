import type { ObjectType } from '../types';
import { commonRunningProperties, noInheritance } from './common';
import { recipientDirectives } from './recipient';

export const notificationway: ObjectType = {
  name: 'notificationway',
  title: 'notification way',
  doc: 'A way to reach contacts, such as mail by day and text messages by night. Contacts name the ways they want in `notificationways`.',
  nameDirective: 'notificationway_name',
  inherits: false,
  customMacros: true,
  definable: true,
  oldNames: { min_criticity: 'min_business_impact' },
  usual: [
    'notificationway_name',
    'host_notification_commands',
    'service_notification_commands',
    'host_notification_period',
    'service_notification_period',
    'host_notification_options',
    'service_notification_options',
    'min_business_impact',
  ],
  directives: [
    {
      name: 'notificationway_name',
      value: 'string',
      required: true,
      doc: 'Name of the way, by which contacts refer to it.',
    },
    ...recipientDirectives('notificationway'),
    ...noInheritance,
  ],
  runningProperties: commonRunningProperties,
  macros: {},
};
