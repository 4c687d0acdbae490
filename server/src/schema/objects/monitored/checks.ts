/** What hosts and services share about checks and what follows a result. */
import type { Directive } from '../../types';

/** A fact of retention: it is loaded over the values of the file. */
const RETAINED = 'With a retention module the value last in force outlives a restart and beats the file.';

export const checkDirectives: readonly Directive[] = [
  {
    name: 'max_check_attempts',
    value: 'integer',
    default: '1',
    unit: 'count',
    doc: 'How many bad results in a row make a problem certain (HARD) and worth a notification. `1`, the default, takes the first for certain; `3` is usual.',
  },
  {
    name: 'check_period',
    value: 'string',
    reference: { target: 'timeperiod', shape: 'name', missing: 'error' },
    doc: 'When checks are scheduled; outside this time period they wait until it begins. Without it (a service: without it on its host too) always.',
  },
  {
    name: 'active_checks_enabled',
    value: 'boolean',
    default: '1',
    doc: `Whether Shinken starts checks by itself. ${RETAINED}`,
  },
  {
    name: 'passive_checks_enabled',
    value: 'boolean',
    default: '1',
    doc: `Whether results sent from outside, by external commands or a receiver, are accepted. ${RETAINED}`,
  },
  {
    name: 'check_freshness',
    value: 'boolean',
    default: '0',
    doc: 'Whether a passive result that grew old starts a check. It needs `active_checks_enabled 0`, `passive_checks_enabled 1` and a `freshness_threshold` above 0.',
  },
  {
    name: 'freshness_threshold',
    value: 'integer',
    default: '0',
    unit: 'seconds',
    doc: 'Age in seconds from which a passive result counts as stale, e.g. `3600`. With `0` nothing ever does: Shinken works out no value by itself.',
  },
  {
    name: 'time_to_orphanage',
    value: 'integer',
    default: '300',
    unit: 'seconds',
    doc: 'Seconds after which a check or notification that was handed out and never came back is handed out again. `0` waits for ever.',
  },
  {
    name: 'initial_output',
    value: 'string',
    default: '',
    doc: 'Output shown before the first result is there.',
  },
];

export const reactionDirectives: readonly Directive[] = [
  {
    name: 'event_handler',
    value: 'string',
    default: '',
    reference: { target: 'command', shape: 'call', missing: 'error' },
    doc: 'Command run by a reactionner at each uncertain (SOFT) problem, when it becomes HARD and when it is over, e.g. to restart something. It needs `event_handler_enabled 1`.',
  },
  {
    name: 'event_handler_enabled',
    value: 'boolean',
    default: '0',
    doc: 'Whether the event handler, own or global, is run. Off by default, even with an `event_handler` written.',
  },
  {
    name: 'flap_detection_enabled',
    value: 'boolean',
    default: '1',
    doc: `Whether restless changes of state are noticed and notified of once, as flapping. ${RETAINED}`,
  },
  {
    name: 'process_perf_data',
    value: 'boolean',
    default: '1',
    doc: `Whether the performance data in the output is kept, sent to brokers and given to the perfdata command. ${RETAINED}`,
  },
  {
    name: 'trigger_name',
    value: 'string',
    default: '',
    reference: { target: 'trigger', shape: 'name', missing: 'error' },
    doc: 'Python run after each result: the name of a `.trig` file below `triggers_dir`, without the extension.',
  },
  {
    name: 'trigger',
    value: 'string',
    default: '',
    doc: 'Python run after each result, written here on one line with `\\n` and `\\t` for line breaks and tabs. A file and `trigger_name` are easier to read.',
  },
  {
    name: 'trigger_broker_raise_enabled',
    value: 'boolean',
    default: '0',
    doc: '`1` for a trigger that sets state and output itself: brokers then hear only of what it set, not of the raw result.',
  },
  {
    name: 'failure_prediction_enabled',
    value: 'boolean',
    default: '0',
    ignored: true,
    doc: 'Read and ignored: Shinken predicts no failures.',
  },
  {
    name: 'retain_status_information',
    value: 'boolean',
    default: '1',
    ignored: true,
    doc: 'Read and ignored: states outlive a restart as soon as the scheduler has a retention module, and never without one.',
  },
  {
    name: 'retain_nonstatus_information',
    value: 'boolean',
    default: '1',
    ignored: true,
    doc: 'Read and ignored: switches such as `notifications_enabled` always go through the retention module, when there is one.',
  },
];

/** Obsessing over results, for `obsess_over_host` and `obsess_over_service`. */
export function obsessOver(item: 'host' | 'service'): Directive {
  const command = item === 'host' ? 'ochp_command' : 'ocsp_command';
  return {
    name: `obsess_over_${item}`,
    value: 'boolean',
    default: '0',
    doc: `Whether each result also runs the global \`${command}\`, when \`obsess_over_${item}s\` is \`1\`. ${RETAINED}`,
  };
}

/** The two thresholds of flapping; hosts have defaults of their own, services the global ones. */
export function flapThresholds(item: 'host' | 'service', low: string, high: string): readonly Directive[] {
  return [
    {
      name: 'low_flap_threshold',
      value: 'integer',
      default: low,
      unit: 'percent',
      doc: `Flapping ends when the rate of changes falls below this percentage. \`-1\` takes the global \`low_${item}_flap_threshold\`.`,
    },
    {
      name: 'high_flap_threshold',
      value: 'integer',
      default: high,
      unit: 'percent',
      doc: `Flapping starts when the rate of changes reaches this percentage. \`-1\` takes the global \`high_${item}_flap_threshold\`.`,
    },
  ];
}
