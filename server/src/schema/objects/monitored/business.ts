/** What hosts and services share about the business: impact, business rules, modulations. */
import type { Directive } from '../../types';
import { businessImpacts, hostNotificationOptions, serviceNotificationOptions } from '../choices';

export const businessDirectives: readonly Directive[] = [
  {
    name: 'business_impact',
    value: 'integer',
    default: '2',
    choices: businessImpacts,
    doc: 'How much it matters to the business, `0` to `5`. Contacts filter by it (`min_business_impact`), and a problem takes over the highest value among what it impacts.',
  },
  {
    name: 'business_impact_modulations',
    value: 'list',
    ordered: true,
    default: '',
    reference: { target: 'businessimpactmodulation', shape: 'list', missing: 'error' },
    doc: 'Give another `business_impact` during time periods. The first in the list whose time has come counts.',
  },
  {
    name: 'checkmodulations',
    value: 'list',
    ordered: true,
    default: '',
    reference: { target: 'checkmodulation', shape: 'list', missing: 'error' },
    doc: 'Give another check command during time periods. The first in the list whose time has come counts.',
  },
  {
    name: 'macromodulations',
    value: 'list',
    ordered: true,
    default: '',
    reference: { target: 'macromodulation', shape: 'list', missing: 'error' },
    doc: 'Give other values to custom macros during time periods, e.g. thresholds at night. The first in the list that has the macro and whose time has come counts.',
  },
  {
    name: 'resultmodulations',
    value: 'list',
    ordered: true,
    default: '',
    reference: { target: 'resultmodulation', shape: 'list', missing: 'warning' },
    doc: 'Turn exit codes of checks into others, e.g. CRITICAL into WARNING at night. They are applied one after the other.',
  },
  {
    name: 'business_rule_output_template',
    value: 'string',
    default: '',
    doc: 'Output of a business rule, with macros; `$(…)$` encloses what is repeated for each member that is not OK: `$STATUS$ $($FULLNAME$ )$`.',
  },
  {
    name: 'business_rule_smart_notifications',
    value: 'boolean',
    default: '0',
    doc: 'For a business rule: no notifications once every problem beneath it is acknowledged.',
  },
  {
    name: 'business_rule_downtime_as_ack',
    value: 'boolean',
    default: '0',
    doc: 'For `business_rule_smart_notifications`: a problem in downtime, or on a host in downtime, counts as acknowledged.',
  },
  {
    name: 'business_rule_host_notification_options',
    value: 'list',
    default: '',
    choices: hostNotificationOptions,
    doc: 'For a business rule: replaces `notification_options` of every host it is made of, e.g. `n` to be notified of the rule alone.',
  },
  {
    name: 'business_rule_service_notification_options',
    value: 'list',
    default: '',
    choices: serviceNotificationOptions,
    doc: 'For a business rule: replaces `notification_options` of every service it is made of, e.g. `n` to be notified of the rule alone.',
  },
  {
    name: 'trending_policies',
    value: 'list',
    default: '',
    doc: 'Names for a trending module of the broker, between commas. Shinken itself only passes them on.',
  },
];
