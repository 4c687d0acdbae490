/** What every generated installation has besides hosts and services. */
import { define, type Dialect } from './writer';

/** A service that each host gets: what it is called, and how it is checked. */
export interface Check {
  readonly name: string;
  readonly command: string;
}

/** The ten of which every host gets each one, in one way or another. */
export const CHECKS: readonly Check[] = [
  { name: 'Load', command: 'check_nrpe!check_load!-w 5,4,3 -c 10,8,6' },
  { name: 'Memory', command: 'check_nrpe!check_mem!-w 80 -c 90' },
  { name: 'Disk Root', command: 'check_nrpe!check_disk!-w 15% -c 5% -p /' },
  { name: 'Disk Var', command: 'check_nrpe!check_disk!-w 15% -c 5% -p /var' },
  { name: 'Processes', command: 'check_nrpe!check_procs!-w 250 -c 400' },
  { name: 'Ssh', command: 'check_tcp!22' },
  { name: 'Http', command: 'check_http!80!/health' },
  { name: 'Https', command: 'check_http!443!/health' },
  { name: 'Ntp', command: 'check_ntp!0.5!1' },
  { name: 'Agent', command: 'check_tcp!5666' },
];

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
const WEEK = [...WEEKDAYS, 'saturday', 'sunday'];

export function timeperiods(): string {
  const days = (names: readonly string[], hours: string): Record<string, string> =>
    Object.fromEntries(names.map((name) => [name, hours]));
  return (
    define('timeperiod', { timeperiod_name: '24x7', alias: 'Always', ...days(WEEK, '00:00-24:00') }) +
    define('timeperiod', { timeperiod_name: 'office', alias: 'Office hours', ...days(WEEKDAYS, '08:00-18:00') })
  );
}

const PLUGINS: Readonly<Record<string, string>> = {
  'check-host-alive': 'check_ping -H $HOSTADDRESS$ -w 1000,40% -c 3000,100%',
  check_nrpe: 'check_nrpe -H $HOSTADDRESS$ -c $ARG1$ -a $ARG2$',
  check_tcp: 'check_tcp -H $HOSTADDRESS$ -p $ARG1$',
  check_http: 'check_http -H $HOSTADDRESS$ -p $ARG1$ -u $ARG2$',
  check_ntp: 'check_ntp_time -H $HOSTADDRESS$ -w $ARG1$ -c $ARG2$',
  check_snmp: 'check_snmp -H $HOSTADDRESS$ -C $_HOSTCOMMUNITY$ -o $ARG1$',
};

export function commands(): string {
  const checks = Object.entries(PLUGINS).map(([name, line]) =>
    define('command', { command_name: name, command_line: `/usr/lib/nagios/plugins/${line}` }),
  );
  const mail = ['host', 'service'].map((kind) =>
    define('command', {
      command_name: `notify-${kind}-by-email`,
      command_line: `/usr/bin/mail -s "$NOTIFICATIONTYPE$ $${kind.toUpperCase()}STATE$ $HOSTNAME$" $CONTACTEMAIL$`,
    }),
  );
  return checks.join('') + mail.join('');
}

export const TEAMS = ['systems', 'network', 'databases', 'web', 'oncall'] as const;

/** Two people in each team. */
export function contacts(): string {
  const template = define('contact', {
    name: 'generic-contact',
    host_notification_period: '24x7',
    service_notification_period: '24x7',
    host_notification_options: 'd,u,r',
    service_notification_options: 'w,u,c,r',
    host_notification_commands: 'notify-host-by-email',
    service_notification_commands: 'notify-service-by-email',
    register: 0,
  });
  const people = TEAMS.flatMap((team) => [`${team}-1`, `${team}-2`]).map((name) =>
    define('contact', { use: 'generic-contact', contact_name: name, email: `${name}@example.org` }),
  );
  const groups = TEAMS.map((team) =>
    define('contactgroup', { contactgroup_name: team, alias: `Team ${team}`, members: `${team}-1,${team}-2` }),
  );
  return template + people.join('') + groups.join('');
}

/** The templates at the root of all: every host and service of an installation uses one of the two. */
export function genericTemplates(): string {
  const common = {
    max_check_attempts: 3,
    check_interval: 5,
    retry_interval: 1,
    check_period: '24x7',
    notification_interval: 30,
    notification_period: '24x7',
    contact_groups: 'systems',
    register: 0,
  };
  return (
    define('host', { name: 'generic-host', check_command: 'check-host-alive', ...common }) +
    define('service', { name: 'generic-service', ...common })
  );
}

export const REALMS = ['Europe', 'Asia'] as const;

/** Realms with a scheduler each, the other daemons above both; Nagios, which is one process, has none of it. */
export function daemons(): ReadonlyMap<string, string> {
  const daemon = (type: string, address: string, port: number, realm: string, more: object): string =>
    define(type, { [`${type}_name`]: `${type}-${realm.toLowerCase()}`, address, port, spare: 0, realm, ...more });
  const realms = REALMS.map((realm) => define('realm', { realm_name: realm }));
  const all = define('realm', { realm_name: 'All', realm_members: REALMS.join(','), default: 1 });
  const arbiter = { arbiter_name: 'arbiter-master', address: 'monitor-1', port: 7770, spare: 0 };
  const schedulers = [...REALMS, 'All'].map((realm, index) =>
    daemon('scheduler', `monitor-${index + 1}`, 7768, realm, {}),
  );
  const above = { manage_sub_realms: 1 };
  return new Map([
    ['realms/realms.cfg', all + realms.join('')],
    ['arbiters/arbiter-master.cfg', define('arbiter', arbiter)],
    ['schedulers/schedulers.cfg', schedulers.join('')],
    ['pollers/poller-all.cfg', daemon('poller', 'monitor-1', 7771, 'All', above)],
    ['reactionners/reactionner-all.cfg', daemon('reactionner', 'monitor-1', 7769, 'All', above)],
    ['brokers/broker-all.cfg', daemon('broker', 'monitor-1', 7772, 'All', { ...above, manage_arbiters: 1 })],
    ['receivers/receiver-all.cfg', daemon('receiver', 'monitor-1', 7773, 'All', above)],
  ]);
}

/** The file that names all others. Nagios also wants to know where it may write; `folder` is the installation's own. */
export function mainFile(dialect: Dialect, folders: readonly string[], folder: string): string {
  if (dialect === 'shinken') {
    return [
      ...folders.map((name) => `cfg_dir=${name}`),
      'workdir=/var/run/shinken',
      'local_log=/var/log/shinken/arbiterd.log',
      'lock_file=/var/run/shinken/arbiterd.pid',
      '',
    ].join('\n');
  }
  const own = ['log_file', 'object_cache_file', 'precached_object_file', 'status_file', 'command_file', 'lock_file'];
  return [
    ...folders.map((name) => `cfg_dir=${folder}/${name}`),
    ...[...own, 'temp_file', 'state_retention_file'].map((setting) => `${setting}=${folder}/var/${setting}`),
    `temp_path=${folder}/var`,
    `check_result_path=${folder}/var`,
    '',
  ].join('\n');
}
