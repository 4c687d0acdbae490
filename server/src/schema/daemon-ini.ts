import type { Directive } from './types';

/** Settings of the daemons' own ini files (`daemons/brokerd.ini` …), common to all. The arbiter has none: the main file is its own. */
export const daemonIniSettings: readonly Directive[] = [
  {
    name: 'workdir',
    value: 'path',
    default: '/var/run/shinken/',
    doc: 'Folder the daemon changes to once it runs, made if it is missing; relative paths in this file start there.',
  },
  {
    name: 'modules_dir',
    value: 'path',
    default: '/var/lib/shinken/modules',
    doc: 'Folder that holds the installed modules. Modules have to be installed on every server whose daemons load them, the spare server included.',
  },
  {
    name: 'daemon_enabled',
    value: 'boolean',
    default: '1',
    doc: '`0` makes the daemon stop as soon as it is started: one server then runs only some of the daemons it has files for.',
  },
  {
    name: 'host',
    value: 'string',
    default: '0.0.0.0',
    doc: 'Address the daemon listens on; `0.0.0.0`, the default, is every address of the machine. `127.0.0.1` hides it from the other servers, so that none of them can use it as a spare.',
  },
  {
    name: 'user',
    value: 'string',
    default: 'root',
    doc: 'User the daemon runs as; left out, the one who starts it. `root` is refused unless `idontcareaboutsecurity=1`.',
  },
  {
    name: 'group',
    value: 'string',
    default: 'root',
    doc: 'Group the daemon runs as; left out, the group of the one who starts it. `root` is refused unless `idontcareaboutsecurity=1`.',
  },
  {
    name: 'idontcareaboutsecurity',
    value: 'boolean',
    default: '0',
    doc: '`1` lets the daemon run as root, which it refuses otherwise. On a poller every check then runs as root.',
  },
  {
    name: 'use_ssl',
    value: 'boolean',
    default: '0',
    doc: "`1` makes the daemon answer in HTTPS. It must equal `use_ssl` in the daemon's `define` of the main configuration, or the arbiter takes it for dead.",
  },
  {
    name: 'ca_cert',
    value: 'string',
    default: 'etc/certs/ca.pem',
    doc: 'Certificate of the authority, as a full path; only read with `use_ssl=1`.',
  },
  {
    name: 'server_cert',
    value: 'string',
    default: 'etc/certs/server.cert',
    doc: 'Certificate of this daemon, as a full path. With `use_ssl=1` the daemon exits when it is missing.',
  },
  {
    name: 'server_key',
    value: 'string',
    default: 'etc/certs/server.key',
    doc: 'Private key of this daemon, as a full path. With `use_ssl=1` the daemon exits when it is missing.',
  },
  {
    name: 'hard_ssl_name_check',
    value: 'boolean',
    default: '0',
    doc: 'Whether names in certificates are verified. Here it is only written to the log: the value in the `define` of each daemon decides for those who connect to it.',
  },
  {
    name: 'http_backend',
    value: 'string',
    default: 'auto',
    choices: [
      { value: 'auto', doc: 'CherryPy if it is installed, else wsgiref.' },
      { value: 'cherrypy', doc: 'CherryPy: several threads.' },
      {
        value: 'wsgiref',
        doc: 'The plain server of Python: one request at a time. Any other word means this one too.',
      },
    ],
    doc: 'HTTP server the daemon answers with; `auto` takes CherryPy where it is installed.',
  },
  {
    name: 'daemon_thread_pool_size',
    value: 'integer',
    default: '16',
    unit: 'count',
    doc: "Threads with which the daemon's HTTP server answers; 16 by default. A scheduler with many pollers and brokers may need more.",
  },
  {
    name: 'use_local_log',
    value: 'boolean',
    default: '1',
    doc: "`1`, the default, writes the daemon's log to `local_log`; `0` writes none to disk.",
  },
  {
    name: 'log_level',
    value: 'logLevel',
    default: 'WARNING',
    choices: [
      { value: 'DEBUG', doc: 'Everything, for a short search for a fault only.' },
      { value: 'INFO', doc: 'The course of things, configurations received included.' },
      { value: 'WARNING', doc: 'What may need attention. The default.' },
      { value: 'ERROR', doc: 'What went wrong.' },
      { value: 'CRITICAL', doc: 'What made something stop.' },
    ],
    doc: 'Least important messages that the daemon logs; `WARNING` by default.',
  },
  {
    name: 'max_queue_size',
    value: 'integer',
    default: '0',
    unit: 'count',
    doc: 'Most messages that may wait for one module before the daemon kills and restarts it; 0, the default, never does. 100000 saves the memory of a broker whose database hangs, and loses what waited.',
  },
  {
    name: 'spare',
    value: 'boolean',
    default: '0',
    ignored: true,
    doc: 'Nothing looks at it: whether a daemon is a spare is said by `spare` in its `define` of the main configuration.',
  },
  {
    name: 'aggressive_memory_management',
    value: 'boolean',
    default: '0',
    since: '3.0',
    doc: '`1` frees memory more thoroughly whenever the daemon gets a new configuration, for systems on which it keeps growing otherwise.',
  },
  {
    name: 'graceful_enabled',
    value: 'boolean',
    default: '0',
    since: '3.0',
    doc: '`1` hands a new configuration to a fresh process that then replaces the running one. `harakiri_threshold` needs it.',
  },
  {
    name: 'graceful_timeout',
    value: 'integer',
    default: '60',
    unit: 'seconds',
    since: '3.0',
    doc: 'Seconds for which the fresh process waits for the configuration of its parent before it gives up; 60 by default.',
  },
];

function ownSettings(daemon: string, port: string, portDoc: string): readonly Directive[] {
  return [
    { name: 'port', value: 'integer', default: port, doc: portDoc },
    {
      name: 'pidfile',
      value: 'path',
      default: `${daemon}d.pid`,
      doc: "File for the daemon's process number. A second daemon of a kind on one machine needs its own.",
    },
    {
      name: 'local_log',
      value: 'path',
      default: `${daemon}d.log`,
      doc: "File of the daemon's own log. A second daemon of a kind on one machine needs its own.",
    },
  ];
}

function samePort(daemon: string, port: string): string {
  return `TCP port the ${daemon} listens on; ${port} by default, and the same as in its \`define ${daemon}\`.`;
}

/** Per daemon, what differs from one to the other. */
export const daemonIniSettingsByDaemon: Readonly<Record<string, readonly Directive[]>> = {
  broker: ownSettings('broker', '7772', samePort('broker', '7772')),
  poller: ownSettings('poller', '7771', samePort('poller', '7771')),
  reactionner: ownSettings('reactionner', '7769', samePort('reactionner', '7769')),
  receiver: ownSettings(
    'receiver',
    '7773',
    'TCP port the receiver listens on; 7773 by default, while a `define receiver` without `port` means 7772. Write it in both.',
  ),
  scheduler: ownSettings('scheduler', '7768', samePort('scheduler', '7768')),
};
