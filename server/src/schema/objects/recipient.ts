/** How somebody is notified: written in a notification way, or in a contact itself. */
import type { Directive } from '../types';
import { businessImpacts, contactServiceNotificationOptions, hostNotificationOptions } from './choices';

/**
 * What contacts and notification ways share. A notification way must have commands and periods; a contact that has any of them must have
 * all, unless it leaves everything to `notificationways`.
 */
export function recipientDirectives(of: 'contact' | 'notificationway'): readonly Directive[] {
  const required = of === 'notificationway' ? { required: true } : {};
  return [
    {
      name: 'host_notification_commands',
      value: 'list',
      ...required,
      reference: { target: 'command', shape: 'calls', missing: 'error' },
      doc: 'Commands that carry notifications of hosts, e.g. `notify-host-by-email`; several between commas are all run.',
    },
    {
      name: 'service_notification_commands',
      value: 'list',
      ...required,
      reference: { target: 'command', shape: 'calls', missing: 'error' },
      doc: 'Commands that carry notifications of services, e.g. `notify-service-by-email`; several between commas are all run.',
    },
    {
      name: 'host_notification_period',
      value: 'string',
      ...required,
      reference: { target: 'timeperiod', shape: 'name', missing: 'error' },
      doc: 'When notifications of hosts may arrive. Outside this time period they are dropped, not kept for later.',
    },
    {
      name: 'service_notification_period',
      value: 'string',
      ...required,
      reference: { target: 'timeperiod', shape: 'name', missing: 'error' },
      doc: 'When notifications of services may arrive. Outside this time period they are dropped, not kept for later.',
    },
    {
      name: 'host_notification_options',
      value: 'list',
      default: '',
      choices: hostNotificationOptions,
      doc: 'Which notifications of hosts are wanted, e.g. `d,u,r,f`. Without any letter only acknowledgements arrive. `s` holds for downtimes of services too.',
    },
    {
      name: 'service_notification_options',
      value: 'list',
      default: '',
      choices: contactServiceNotificationOptions,
      doc: 'Which notifications of services are wanted, e.g. `w,u,c,r,f`. Without any letter only acknowledgements arrive.',
    },
    {
      name: 'host_notifications_enabled',
      value: 'boolean',
      default: '1',
      doc: '`0` turns off every notification of a host.',
    },
    {
      name: 'service_notifications_enabled',
      value: 'boolean',
      default: '1',
      doc: '`0` turns off every notification of a service.',
    },
    {
      name: 'min_business_impact',
      value: 'integer',
      default: '0',
      choices: businessImpacts,
      doc: 'Only what has at least this `business_impact` is notified of, `0` to `5`: e.g. `4` for text messages at night.',
    },
  ];
}
