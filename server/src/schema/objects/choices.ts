/** The letters and values that options take, each with what Shinken 2.4 really does with it. */
import type { Choice } from '../types';

const none = (doc: string): Choice => ({ value: 'n', doc });

/** `notification_options` of a host. */
export const hostNotificationOptions: readonly Choice[] = [
  { value: 'd', doc: 'The host is DOWN.' },
  { value: 'u', doc: 'The host is UNREACHABLE: all its parents are down.' },
  { value: 'r', doc: 'The host is UP again.' },
  { value: 'f', doc: 'Flapping starts or stops.' },
  { value: 's', doc: 'A downtime starts, ends or is cancelled.' },
  none('Nothing at all, whatever other letters stand beside it.'),
];

/** `notification_options` of a service. */
export const serviceNotificationOptions: readonly Choice[] = [
  { value: 'w', doc: 'The service is WARNING.' },
  { value: 'u', doc: 'The service is UNKNOWN.' },
  { value: 'c', doc: 'The service is CRITICAL.' },
  { value: 'r', doc: 'The service is OK again.' },
  { value: 'f', doc: 'Flapping starts or stops.' },
  { value: 's', doc: 'A downtime starts, ends or is cancelled.' },
  none('Nothing at all, whatever other letters stand beside it.'),
];

/** `service_notification_options` of a contact: downtimes go by the host letters. */
export const contactServiceNotificationOptions: readonly Choice[] = serviceNotificationOptions.map((choice) =>
  choice.value === 's'
    ? {
        value: 's',
        ignored: true,
        doc: 'Downtimes of services: never looked at, as `s` in `host_notification_options` decides for both.',
      }
    : choice,
);

/** `initial_state`, and the states that `snapshot_criteria` knows. */
export const hostStates: readonly Choice[] = [
  { value: 'o', doc: 'UP.' },
  { value: 'd', doc: 'DOWN.' },
  { value: 'u', doc: 'UNREACHABLE.' },
];

export const serviceStates: readonly Choice[] = [
  { value: 'o', doc: 'OK.' },
  { value: 'w', doc: 'WARNING.' },
  { value: 'c', doc: 'CRITICAL.' },
  { value: 'u', doc: 'UNKNOWN.' },
];

/** `flap_detection_options` of a host: UP is looked up under the wrong letter. */
export const hostFlapOptions: readonly Choice[] = [
  { value: 'o', ignored: true, doc: 'Meant for UP, never looked up: UP counts under `u`.' },
  { value: 'd', doc: 'Results DOWN and UNREACHABLE.' },
  { value: 'u', doc: 'Results UP, by a mix-up of letters.' },
];

/** `stalking_options` of a host, by the exit code of the check. */
export const hostStalkingOptions: readonly Choice[] = [
  { value: 'o', doc: 'Exit code 0.' },
  { value: 'd', doc: 'Exit codes 1 and 2.' },
  { value: 'u', doc: 'Exit code 3.' },
];

const pending: Choice = {
  value: 'p',
  ignored: true,
  doc: 'Meant for PENDING, never true: Shinken does not know the letter.',
};

/** Failure criteria of a host dependency: states of the host that is depended upon. */
export const hostFailureCriteria: readonly Choice[] = [
  ...hostStates,
  pending,
  none('No state: this half of the dependency is off.'),
];

/** Failure criteria of a service dependency: states of the service that is depended upon. */
export const serviceFailureCriteria: readonly Choice[] = [
  ...serviceStates,
  pending,
  none('No state: this half of the dependency is off.'),
];

/** `escalation_options`: one set of letters for hosts and services. */
export const escalationOptions: readonly Choice[] = [
  { value: 'd', doc: 'The host is DOWN.' },
  { value: 'u', doc: 'The host is UNREACHABLE, or the service UNKNOWN.' },
  { value: 'w', doc: 'The service is WARNING.' },
  { value: 'c', doc: 'The service is CRITICAL.' },
  { value: 'o', doc: 'Nothing is wrong: notifications of flapping and downtimes go to the escalation as well.' },
  {
    value: 'r',
    ignored: true,
    doc: 'Meant for recoveries, never looked at: a recovery goes to those who heard of the problem.',
  },
];

/** `business_impact`: the scale that the WebUI shows. */
export const businessImpacts: readonly Choice[] = [
  { value: '0', doc: 'Nobody would notice.' },
  { value: '1', doc: 'Of little importance, such as tests.' },
  { value: '2', doc: 'Normal, the default.' },
  { value: '3', doc: 'Important.' },
  { value: '4', doc: 'Very important.' },
  { value: '5', doc: 'The business stands or falls with it.' },
];

/** `icon_set`: the pictures of the first WebUI. */
export const iconSets: readonly Choice[] = [
  { value: 'database', doc: 'A database.' },
  { value: 'disk', doc: 'A disk.' },
  { value: 'network_service', doc: 'A service on the network.' },
  { value: 'server', doc: 'A server.' },
];
