/**
 * What the definitions of the six daemons share: where a daemon is, when the arbiter takes it for dead, what it is told to do.
 * A daemon file takes these as they are, or spreads one to say what differs there.
 */
import type { Directive } from '../types';
import { commonRunningProperties } from './common';

export const address: Directive = {
  name: 'address',
  value: 'string',
  default: 'localhost',
  doc: 'Host name or IP address under which the arbiter and the other daemons reach this one. `localhost`, the default, only holds while everything runs on one machine: a spare arbiter would look for the daemon on itself.',
};

/** The port a daemon listens on, with its own default. */
export function port(value: string, doc: string): Directive {
  return { name: 'port', value: 'integer', default: value, doc };
}

export const timeout: Directive = {
  name: 'timeout',
  value: 'integer',
  default: '3',
  unit: 'seconds',
  doc: 'Seconds the arbiter waits for the answer to a ping or another short request; 3 by default. A dead daemon makes the arbiter wait this long each time, so on a slow network raise `max_check_attempts` rather than this.',
};

export const dataTimeout: Directive = {
  name: 'data_timeout',
  value: 'integer',
  default: '120',
  unit: 'seconds',
  doc: 'Seconds allowed for a long transfer to this daemon, such as its configuration; 120 by default. While one hangs the arbiter does nothing else, take-overs included.',
};

export const checkInterval: Directive = {
  name: 'check_interval',
  value: 'integer',
  default: '60',
  unit: 'seconds',
  doc: 'Seconds between two pings of this daemon by the arbiter; 60 by default. Its work is handed over after `max_check_attempts` failed pings: 120 to 180 s with the defaults, sooner if a scheduler moves in the meantime.',
};

export const maxCheckAttempts: Directive = {
  name: 'max_check_attempts',
  value: 'integer',
  default: '3',
  unit: 'count',
  doc: 'Failed pings in a row after which the arbiter takes this daemon for dead and gives its work to a spare; 3 by default. With 1 a single hiccup of the network moves everything.',
};

export const spare: Directive = {
  name: 'spare',
  value: 'boolean',
  default: '0',
  doc: '`1` makes this daemon a stand-by: it works only while fewer of the others are alive than the realm has active (`spare 0`) ones. In a realm where every daemon of a kind is a spare, none ever works.',
};

export const realm: Directive = {
  name: 'realm',
  value: 'string',
  default: '',
  reference: { target: 'realm', shape: 'name', missing: 'error' },
  doc: 'Realm this daemon works for; left out, the default realm. A spare stands in for its own realm and, with `manage_sub_realms 1`, for the realms below, never for one above.',
};

export const manageSubRealms: Directive = {
  name: 'manage_sub_realms',
  value: 'boolean',
  default: '1',
  doc: 'Whether this daemon also works for the realms below its own. Left out it does (the files that come with Shinken write 0 for some kinds): an active one works there next to theirs, a spare may stand in there. Write it wherever sub-realms exist.',
};

export const manageArbiters: Directive = {
  name: 'manage_arbiters',
  value: 'boolean',
  default: '0',
  ignored: true,
  doc: 'Only brokers fetch what the arbiter has to tell; on a daemon of this kind the value changes nothing.',
};

export const modules: Directive = {
  name: 'modules',
  value: 'list',
  ordered: true,
  default: '',
  reference: { target: 'module', shape: 'list', missing: 'error' },
  doc: 'Names of the `define module` objects this daemon loads, between commas. A spare needs the modules of every master it stands for: the arbiter does not compare them when it chooses.',
};

export const pollingInterval: Directive = {
  name: 'polling_interval',
  value: 'integer',
  default: '1',
  unit: 'seconds',
  doc: 'Seconds between two rounds in which this daemon fetches work from its schedulers and brings results back; 1 by default. While it is behind with its work it waits longer, five times this at most.',
};

export const pollingIntervalIgnored: Directive = {
  ...pollingInterval,
  ignored: true,
  doc: 'Only pollers and reactionners fetch work at this interval; on a daemon of this kind the value changes nothing.',
};

export const useTimezone: Directive = {
  name: 'use_timezone',
  value: 'string',
  default: 'NOTSET',
  doc: "Time zone this daemon runs in, as a name of the zone database such as `Europe/Paris`. Left out: the main file's `use_timezone`, else the machine's own zone.",
};

export const satelliteMap: Directive = {
  name: 'satellitemap',
  value: 'dictionary',
  default: '',
  reference: { target: 'satellite', shape: 'satellite-map', missing: 'silent' },
  doc: "Addresses of schedulers as this daemon sees them, where they differ from the declared ones (address translation): `scheduler-1=10.0.0.1:7768,…`, the port optional. Name a master's spare too, or the daemon will not find it after a take-over.",
};

export const useSsl: Directive = {
  name: 'use_ssl',
  value: 'boolean',
  default: '0',
  doc: "`1` talks HTTPS to this daemon. It must equal `use_ssl` in that daemon's own ini file; the main file's `use_ssl` does not reach this value. All daemons that talk to each other need the same.",
};

export const hardSslNameCheck: Directive = {
  name: 'hard_ssl_name_check',
  value: 'boolean',
  default: '1',
  doc: "Whether the certificate's name must match `address`; only used with `use_ssl 1`. Left out it must, so a certificate made out to a name fails with an IP address here, and one that the machine does not trust fails altogether.",
};

export const passive: Directive = {
  name: 'passive',
  value: 'boolean',
  default: '0',
  doc: '`1` lets the schedulers connect to this daemon instead of the other way round, for one in a DMZ. Only schedulers of its own realm do: for sub-realms a passive daemon does nothing. A spare needs the value of its master.',
};

export const passiveIgnored: Directive = {
  ...passive,
  ignored: true,
  doc: 'Only pollers and reactionners can be passive; on a daemon of this kind the value changes nothing.',
};

/** Memory limit that restarts a daemon (3.0). */
export const harakiriThreshold: Directive = {
  name: 'harakiri_threshold',
  value: 'string',
  since: '3.0',
  doc: "Memory use at which the daemon restarts itself: kilobytes, or a number with `M` or `G`. It needs `graceful_enabled=1` in the daemon's ini file, so that work goes on through the restart.",
};

/** Properties that the arbiter keeps on every daemon while it runs. */
export const satelliteRunningProperties: readonly string[] = [
  ...commonRunningProperties,
  'alive',
  'attempt',
  'broks',
  'con',
  'last_check',
  'managed_confs',
  'reachable',
];
