/** Modules that keep states over a restart, and over a take-over when both servers reach the store. */
import { integer, type ModuleType, required, seconds, text } from './module-type';

export const retentionModules: readonly ModuleType[] = [
  {
    type: 'redis_retention',
    aliases: ['redis-retention'],
    daemons: ['scheduler'],
    title: 'retention in Redis',
    doc: "Keeps the states of a scheduler in a Redis server. Master and spare schedulers that name the same server find each other's states, so a take-over starts where the master left off.",
    retention: 'distributed',
    settings: [
      text(
        'server',
        'Name or address of the Redis server. The default is each machine itself, which a spare elsewhere cannot share: name one that all schedulers reach.',
        '127.0.0.1',
      ),
      integer('port', 'TCP port of the Redis server.', '6379'),
      text('password', 'Password of the Redis server; none by default.'),
      integer('db', 'Number of the database in the Redis server.', '0'),
      seconds(
        'expire_time',
        'Seconds after which a state not saved again is forgotten; 0, the default, keeps those of removed objects for ever.',
        '0',
      ),
    ],
  },
  {
    type: 'memcache_retention',
    aliases: ['memcache-retention'],
    daemons: ['scheduler'],
    title: 'retention in memcached',
    doc: 'Keeps the states of a scheduler in a memcached server that master and spare both reach. It forgets everything when that server restarts or runs short of memory.',
    retention: 'distributed',
    settings: [
      required(
        'server',
        'Name or address of the memcached server; one that all schedulers reach, so not `127.0.0.1` with a spare elsewhere.',
      ),
      { ...integer('port', 'TCP port of the memcached server, usually 11211.'), required: true },
    ],
  },
  {
    type: 'retention_mongodb',
    aliases: ['retention-mongodb', 'mongodb_retention', 'mongodb-retention'],
    daemons: ['scheduler'],
    title: 'retention in MongoDB',
    doc: 'Keeps the states of a scheduler in a MongoDB database that master and spare both reach; with a replica set the store itself survives a server.',
    retention: 'distributed',
    settings: [
      text(
        'uri',
        'Where the database is, beginning with `mongodb://`; several servers of a replica set between commas. The default is each machine itself, which a spare elsewhere cannot share.',
        'mongodb://localhost',
      ),
      text('database', 'Name of the database.', 'shinken'),
      text('replica_set', 'Name of the replica set; it may be part of `uri` as well.'),
      text('path', 'File of the pickle retention from which states are taken over once, when moving to MongoDB.'),
      text('hosts_collection_name', 'Collection for the states of hosts.', 'retention_hosts'),
      text('services_collection_name', 'Collection for the states of services.', 'retention_services'),
    ],
  },
  {
    type: 'pickle_retention_file_scheduler',
    aliases: ['pickle-retention-file-scheduler', 'pickle_retention_file', 'pickle-retention-file'],
    daemons: ['scheduler'],
    title: 'retention in a file (scheduler)',
    doc: 'Keeps the states of a scheduler in a file on its own machine: enough for a restart, useless for a take-over, after which the spare starts every check as PENDING.',
    retention: 'local',
    settings: [
      required(
        'path',
        'File for the states, such as `/var/lib/shinken/retention.dat`. Two schedulers on one machine need two modules with two files.',
      ),
    ],
  },
  {
    type: 'pickle_retention_file_generic',
    aliases: ['pickle-retention-file-generic'],
    daemons: ['arbiter', 'broker', 'scheduler'],
    title: 'retention in a file (arbiter, broker)',
    doc: 'Keeps what an arbiter, a broker or a scheduler has in hand in a file on its own machine over a restart. A spare elsewhere does not see it.',
    retention: 'local',
    settings: [required('path', 'File to keep it in; each daemon on a machine needs a module with a file of its own.')],
  },
  {
    type: 'nagios_retention_file',
    aliases: ['nagios-retention-file'],
    daemons: ['scheduler'],
    title: 'retention of Nagios',
    doc: 'Reads the states that Nagios saved, for the move to Shinken. It never writes, so it keeps nothing over a restart or a take-over.',
    retention: 'local',
    settings: [required('path', 'The `retention.dat` of Nagios.')],
  },
];
