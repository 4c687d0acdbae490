/** What the three kinds of escalation share. */
import type { Directive } from '../types';
import { escalationOptions } from './choices';

/**
 * When an escalation applies and who is notified then. It goes by numbers of notifications or by times: which of the two pairs is
 * needed is for rules to say. Host and service escalations become escalations before defaults are filled in, so that theirs never count.
 */
export const escalationDirectives: readonly Directive[] = [
  {
    name: 'first_notification',
    value: 'integer',
    unit: 'count',
    doc: 'Number of the notification from which on it applies: `3` leaves the first two to the usual contacts.',
  },
  {
    name: 'last_notification',
    value: 'integer',
    unit: 'count',
    doc: 'Number of the last notification to which it applies. `0` sees no end.',
  },
  {
    name: 'first_notification_time',
    value: 'integer',
    unit: 'interval_length',
    doc: 'Time since notifications began from which on it applies, in units of `interval_length`: `60` is an hour. With a time the two numbers no longer count.',
  },
  {
    name: 'last_notification_time',
    value: 'integer',
    unit: 'interval_length',
    doc: 'Time since notifications began up to which it applies, in units of `interval_length`. `0` sees no end. It goes with `first_notification_time`.',
  },
  {
    name: 'notification_interval',
    value: 'integer',
    default: '-1',
    unit: 'interval_length',
    doc: 'Time between notifications while it applies, in units of `interval_length`; it only shortens that of the host or service. `-1` leaves that as it is.',
  },
  {
    name: 'escalation_period',
    value: 'string',
    default: '',
    reference: { target: 'timeperiod', shape: 'name', missing: 'error' },
    doc: 'Time period in which it may apply. Without it: at any time.',
  },
  {
    name: 'escalation_options',
    value: 'list',
    default: 'd,u,r,w,c',
    choices: escalationOptions,
    doc: 'States in which it applies, between commas: letters of hosts and services together.',
  },
];

const contacts: Directive = {
  name: 'contacts',
  value: 'string',
  reference: { target: 'contact', shape: 'list', missing: 'error' },
  doc: 'Who is notified while it applies, between commas, in place of the contacts of the host or service. Name those again who should go on hearing of it.',
};

const contactGroups: Directive = {
  name: 'contact_groups',
  value: 'string',
  reference: { target: 'contactgroup', shape: 'list', missing: 'error' },
  doc: 'Contact groups that are notified while it applies, between commas, beside `contacts`.',
};

/** Host and service escalations take the names as one text at first, so that a `+` does not add to those of a template. */
export const escalationContactsAsText: readonly Directive[] = [contacts, contactGroups];

export const escalationContacts: readonly Directive[] = escalationContactsAsText.map((directive) => ({
  ...directive,
  value: 'list',
  default: '',
}));

export const escalatedHosts: readonly Directive[] = [
  {
    name: 'host_name',
    value: 'string',
    reference: { target: 'host', shape: 'list-with-not', missing: 'silent' },
    doc: 'Hosts it holds for, between commas: `*` for all, `!name` to leave one out. A host that does not exist goes unnoticed.',
  },
  {
    name: 'hostgroup_name',
    value: 'string',
    reference: { target: 'hostgroup', shape: 'expression', missing: 'error' },
    doc: 'Host groups it holds for: names between commas, or an expression such as `linux&!dmz`.',
  },
];
