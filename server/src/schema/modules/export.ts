/** Modules of brokers that pass on states, logs and performance data. */
import { flag, integer, list, type ModuleType, required, seconds, text } from './module-type';

const graphiteSource = text(
  'graphite_data_source',
  'Word put between host and service in names of metrics, to tell sources apart; the module that shows the graphs needs the same.',
  '',
);

const extraMetrics = ['warning', 'critical', 'min', 'max'].map((name) =>
  flag(`send_${name}`, `Any value also sends the ${name} of each metric; leave the line out for the value alone.`),
);

const hostCheck = text(
  'hostcheck',
  'Word that stands for the service in metrics of host checks, such as `__HOST__`; none by default.',
  '',
);

const filter = text(
  'filter',
  'Metrics not to send, `service:metric,metric`, or all of a service, `service:`. One a line, repeated as needed.',
);

function perfdataFile(noun: string, template: string): ModuleType {
  return {
    type: `${noun}_perfdata`,
    aliases: [`${noun}-perfdata`],
    daemons: ['broker'],
    title: `performance data of ${noun}s in a file`,
    doc: `Writes a line for each ${noun} check to a file on the machine of the broker, for programs that process such files. Slow on large sites.`,
    settings: [
      required('path', 'File to write to.'),
      {
        ...text('mode', 'How the file is opened.', 'a'),
        choices: [
          { value: 'a', doc: 'Append. The default.' },
          { value: 'w', doc: 'Write anew.' },
          { value: 'p', doc: 'Named pipe.' },
        ],
      },
      text('template', 'Line to write, with macros and `\\t`, `\\n`.', template),
    ],
  };
}

export const exportModules: readonly ModuleType[] = [
  {
    type: 'simple-log',
    aliases: ['simple_log'],
    daemons: ['broker'],
    title: 'log file',
    doc: 'Writes the log of all daemons to one file on the machine of the broker. After a take-over it goes on in a file on the spare.',
    settings: [
      required('path', 'File to write to: `/var/log/shinken/shinken.log`.'),
      required('archive_path', 'Folder for the logs of past days.'),
    ],
  },
  {
    type: 'syslog',
    aliases: [],
    daemons: ['broker'],
    title: 'syslog',
    doc: 'Hands the log of all daemons to the syslog of the machine of the broker.',
    settings: [],
  },
  {
    type: 'mongo-logs',
    aliases: ['mongo_logs'],
    daemons: ['broker'],
    within: ['webui', 'webui2'],
    title: 'logs in MongoDB',
    doc: 'Keeps logs and availability in a MongoDB database, where the web interface reads them. A spare broker that names the same database goes on with them.',
    settings: [
      text(
        'uri',
        'Where the database is; one that master and spare brokers reach, and the web interface as well.',
        'mongodb://localhost',
      ),
      text('replica_set', 'Name of the replica set; it may be part of `uri` as well.'),
      text('database', 'Name of the database.', 'shinken'),
      text('logs_collection', 'Collection for logs.', 'logs'),
      text('hav_collection', 'Collection for availability.', 'availability'),
      text(
        'max_logs_age',
        'Age from which log lines are dropped: a number of days, or one with `d`, `w`, `m` or `y`, such as `3m`.',
        '365',
      ),
      seconds('commit_period', 'Seconds between two writings.', '60'),
      integer('commit_volume', 'Most lines written at a time.', '1000'),
      seconds('db_test_period', 'Seconds between two tests of the connection; 0, the default, for none.', '0'),
      list('services_filter', 'Services whose availability is kept, by name or by `bi:>4`; none by default.', ''),
    ],
  },
  {
    type: 'graphite_perfdata',
    aliases: ['graphite-perfdata'],
    daemons: ['broker'],
    title: 'Graphite',
    doc: 'Sends performance data to Graphite; the packages `graphite` and `graphite2` both have this type.',
    settings: [
      text('host', 'Name or address of the Graphite server.', 'localhost'),
      integer('port', 'TCP port: 2003, or 2004 with `use_pickle 1`.', '2003'),
      flag('use_pickle', '`1` sends in packed form, to port 2004.'),
      integer('tick_limit', 'Rounds for which data is kept while Graphite does not answer.', '300'),
      graphiteSource,
      seconds(
        'ignore_latency_limit',
        'Latency up to which a value is dated when its check was due, not when it ran; 0, the default, for never.',
        '0',
      ),
      integer('cache_max_length', 'Packets kept while Graphite does not answer (`graphite2`).', '1000'),
      integer('cache_commit_volume', 'Kept packets sent at a time when it answers again (`graphite2`).', '100'),
      hostCheck,
      filter,
      ...extraMetrics,
    ],
  },
  {
    type: 'statsd_perfdata',
    aliases: ['statsd-perfdata'],
    daemons: ['broker'],
    title: 'statsd',
    doc: 'Sends performance data to a statsd server.',
    settings: [
      text('host', 'Name or address of the statsd server.', 'localhost'),
      integer('port', 'UDP port of the statsd server.', '8125'),
      graphiteSource,
      hostCheck,
      filter,
      text('timer', 'Metrics that are times, `service:metric,metric`. One a line, repeated as needed.'),
      text('counter', 'Metrics that are counters, `service:metric,metric`. One a line, repeated as needed.'),
      text('meter', 'Metrics that are rates, `service:metric,metric`. One a line, repeated as needed.'),
      ...extraMetrics,
    ],
  },
  {
    type: 'influxdb_perfdata',
    aliases: ['influxdb-perfdata'],
    daemons: ['broker'],
    title: 'InfluxDB',
    doc: 'Sends performance data and events to InfluxDB.',
    settings: [
      text('host', 'Name or address of the InfluxDB server.', 'localhost'),
      integer('port', 'TCP port of the InfluxDB server.', '8086'),
      text('user', 'User of the database.', 'root'),
      text('password', 'Password of that user.', 'root'),
      text('database', 'Name of the database.', 'database'),
      flag('use_https', '`1` for HTTPS.'),
      flag('use_udp', '`1` sends over UDP instead.'),
      integer('udp_port', 'UDP port of the InfluxDB server.', '4444'),
      integer('tick_limit', 'Rounds for which data is kept while InfluxDB does not answer.', '300'),
    ],
  },
  {
    type: 'npcdmod',
    aliases: [],
    daemons: ['broker'],
    title: 'PNP4Nagios',
    doc: 'Writes performance data to the spool folder of NPCD, which makes the graphs of PNP4Nagios on the machine of the broker.',
    settings: [
      text('config_file', 'The `npcd.cfg` of PNP4Nagios, from which the spool folder is read.'),
      text('perfdata_spool_dir', 'Spool folder, when there is no `config_file`.'),
      text('perfdata_spool_filename', 'First part of names in the spool folder.', 'perfdata'),
      text('perfdata_file', 'File written to before it moves to the spool folder.', '/usr/local/shinken/var/perfdata'),
      seconds('sleep_time', 'Seconds between two moves.', '15'),
    ],
  },
  perfdataFile('host', '$LASTHOSTCHECK$\\t$HOSTNAME$\\t$HOSTOUTPUT$\\t$HOSTSTATE$\\t$HOSTPERFDATA$\\n'),
  perfdataFile(
    'service',
    '$LASTSERVICECHECK$\\t$HOSTNAME$\\t$SERVICEDESC$\\t$SERVICEOUTPUT$\\t$SERVICESTATE$\\t$SERVICEPERFDATA$\\n',
  ),
  {
    type: 'status_dat',
    aliases: ['status-dat'],
    daemons: ['broker'],
    title: 'status.dat',
    doc: 'Writes all states to files for the web pages of Nagios. Slow on large sites; for a migration only.',
    settings: [
      required('status_file', 'File with all states.'),
      required('object_cache_file', 'File with all objects.'),
      { ...seconds('status_update_interval', 'Seconds between two writings, usually 15.'), required: true },
    ],
  },
  {
    type: 'canopsis',
    aliases: [],
    daemons: ['broker'],
    title: 'Canopsis',
    doc: 'Sends events to Canopsis over AMQP.',
    settings: [
      required('host', 'Name or address of the AMQP server.'),
      { ...integer('port', 'TCP port of the AMQP server, usually 5672.'), required: true },
      required('user', 'User of the AMQP server.'),
      required('password', 'Password of that user.'),
      required('virtual_host', 'Virtual host, usually `canopsis`.'),
      required('exchange_name', 'Exchange, usually `canopsis.events`.'),
      required('identifier', 'Name of this Shinken in Canopsis, one of a kind.'),
      integer('maxqueuelength', 'Most events kept while the server does not answer.', '10000'),
      seconds('queue_dump_frequency', 'Seconds between two savings of kept events.', '300'),
    ],
  },
  {
    type: 'checks-forward',
    aliases: ['checks_forward'],
    daemons: ['broker'],
    title: 'forward results by NSCA',
    doc: 'Sends the results of all checks, or of some GLPI entities, on to another monitoring server.',
    settings: [
      text('send_nsca_bin', 'The program `send_nsca`.', '/usr/sbin/send_nsca'),
      text('send_nsca_config', 'Its configuration.', '/etc/send_nsca.cfg'),
      text('nsca_server_host', 'Name or address of the other server.', '127.0.0.1'),
      integer('nsca_server_port', 'TCP port of the other server.', '5667'),
      list('glpi_entities', 'GLPI entities whose hosts are forwarded; empty for all hosts.', ''),
    ],
  },
];
