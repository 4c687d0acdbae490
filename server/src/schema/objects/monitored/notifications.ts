/** What hosts and services share about notifications. */
import type { Directive } from '../../types';

export const notificationDirectives: readonly Directive[] = [
  {
    name: 'contact_groups',
    value: 'list',
    default: '',
    reference: { target: 'contactgroup', shape: 'list', missing: 'error' },
    doc: 'Contact groups whose members are notified, between commas, beside `contacts`. A `+` in front adds them to those of the templates.',
  },
  {
    name: 'contacts',
    value: 'list',
    default: '',
    reference: { target: 'contact', shape: 'list', missing: 'error' },
    doc: 'Who is notified, between commas. A service without contacts and groups takes those of its host; where none are left nobody is notified, and the arbiter warns.',
  },
  {
    name: 'notification_interval',
    value: 'integer',
    default: '60',
    unit: 'interval_length',
    doc: 'Time between two notifications of a lasting problem, in units of `interval_length` (60 seconds by default): `1440` is daily. `0` notifies once.',
  },
  {
    name: 'notification_period',
    value: 'string',
    reference: { target: 'timeperiod', shape: 'name', missing: 'error' },
    doc: 'When notifications may leave; a problem that lasts is notified of when the time period begins. Without it (a service: without it on its host too) always.',
  },
  {
    name: 'notifications_enabled',
    value: 'boolean',
    default: '1',
    doc: 'Whether anyone is notified. With a retention module the value last in force, set in an interface perhaps, outlives a restart and beats the file.',
  },
  {
    name: 'first_notification_delay',
    value: 'integer',
    default: '0',
    unit: 'interval_length',
    doc: 'How long the first notification waits, in units of `interval_length`. What is over by then is never notified of, its recovery neither. `0` waits for nothing.',
  },
  {
    name: 'escalations',
    value: 'list',
    default: '',
    reference: { target: 'escalation', shape: 'list', missing: 'error' },
    doc: 'Escalations that apply, between commas: who is notified instead when a problem lasts. Host and service escalations come by themselves.',
  },
];
