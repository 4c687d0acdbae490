/** Livestatus, and the stores for its log. */
import { flag, integer, list, type ModuleType, required, text } from './module-type';

const maxLogsAge = text(
  'max_logs_age',
  'Age from which log lines are dropped: a number of days, or one with `d`, `w`, `m` or `y`, such as `3m`.',
  '365',
);

export const livestatusModules: readonly ModuleType[] = [
  {
    type: 'livestatus',
    aliases: [],
    daemons: ['broker', 'scheduler'],
    title: 'Livestatus',
    doc: 'Answers queries about states and configuration, and takes commands, for Thruk, NagVis, Check_MK and others. They know one address: after a take-over they have to ask the spare broker.',
    settings: [
      text('host', 'Address to listen on; `*` for all of the machine.', '127.0.0.1'),
      integer('port', 'TCP port to listen on, usually 50000; left out or `none`, no TCP.'),
      text('socket', 'Unix socket to listen on; left out or `none`, no socket.'),
      list(
        'allowed_hosts',
        'IP addresses that may ask, between commas; everyone when empty. Anything but an address stops the module.',
        '',
      ),
      text('pnp_path', 'Folder of the files of PNP4Nagios, to tell which objects have graphs.', ''),
      flag('query_cache', '`1` keeps answers for the same question.'),
      {
        ...text('service_authorization', 'Which services a contact sees.', 'loose'),
        choices: [
          { value: 'loose', doc: 'Also those of hosts that the contact is responsible for. The default.' },
          { value: 'strict', doc: 'Only those the contact is responsible for.' },
        ],
      },
      {
        ...text('group_authorization', 'Which groups a contact sees.', 'strict'),
        choices: [
          { value: 'strict', doc: 'Only groups whose members the contact sees all of. The default.' },
          { value: 'loose', doc: 'Also groups of which the contact sees a member.' },
        ],
      },
      text('debug', 'File for messages while searching for a fault.'),
      flag('debug_queries', '`1` writes all questions and answers to that file.'),
      text('database_file', 'File of the log store, when `modules` names no log store.'),
      text('archive_path', 'Folder for older logs, when `modules` names no log store.'),
      text('max_logs_age', 'Age from which log lines are dropped, when `modules` names no log store.'),
    ],
  },
  {
    type: 'logstore_sqlite',
    aliases: ['logstore-sqlite'],
    daemons: [],
    within: ['livestatus'],
    title: 'log store in SQLite',
    doc: 'Keeps the log for livestatus in a file on the machine of the broker. After a take-over the spare starts with a log of its own.',
    settings: [
      text('database_file', 'File of the database, such as `/var/log/shinken/livelogs.db`.', 'livestatus.db'),
      text('archive_path', 'Folder for older months; `archives` next to the file by default.'),
      maxLogsAge,
      flag('use_aggressive_sql', '`1` filters in the database: faster with long logs, wrong in rare cases.'),
      flag('read_only', '`1` only reads a log that another broker writes.'),
      {
        ...text('journal_mode', 'How SQLite secures its writing; `wal` helps against locks.', 'truncate'),
        choices: ['delete', 'truncate', 'persist', 'memory', 'wal', 'off'].map((value) => ({
          value,
          doc: `Journal mode \`${value}\` of SQLite.`,
        })),
      },
    ],
  },
  {
    type: 'logstore_mongodb',
    aliases: ['logstore-mongodb'],
    daemons: [],
    within: ['livestatus'],
    title: 'log store in MongoDB',
    doc: 'Keeps the log for livestatus in a MongoDB database, where a spare broker finds it after a take-over.',
    settings: [
      required(
        'mongodb_uri',
        'Where the database is: `mongodb://server/?safe=false`; one that master and spare brokers reach.',
      ),
      text('replica_set', 'Name of the replica set; none by default.'),
      text('database', 'Name of the database.', 'logs'),
      text('collection', 'Name of the collection.', 'logs'),
      flag('mongodb_fsync', '`0` does not wait until lines are on disk.', '1'),
      maxLogsAge,
      flag('use_aggressive_sql', '`0` filters in the module instead of the database.', '1'),
    ],
  },
  {
    type: 'logstore_null',
    aliases: ['logstore-null'],
    daemons: [],
    within: ['livestatus'],
    title: 'no log store',
    doc: 'Keeps no log: for a livestatus that only answers about present states.',
    settings: [],
  },
];
