/** Modules of pollers and reactionners: they run what commands with their `module_type` ask for. */
import { flag, integer, list, type ModuleType, text } from './module-type';

export const executionModules: readonly ModuleType[] = [
  {
    type: 'nrpe_poller',
    aliases: ['nrpe-poller'],
    daemons: ['poller'],
    title: 'NRPE booster',
    doc: 'Runs NRPE checks inside the poller instead of one `check_nrpe` each. Commands ask for it with `module_type nrpe_poller`; on a poller without it, a spare included, they are not run.',
    settings: [],
  },
  {
    type: 'snmp_booster',
    aliases: ['snmp-booster', 'snmp_poller', 'snmp-poller'],
    daemons: ['arbiter', 'scheduler', 'poller'],
    title: 'SNMP booster',
    doc: 'Asks many SNMP values at once and keeps them in a store that arbiter, schedulers and pollers share. Each of the three kinds loads a module of its own, told apart by `loaded_by`, spares included.',
    settings: [
      text('loaded_by', 'Kind of daemon that loads this definition: `arbiter`, `scheduler` or `poller`.'),
      list('datasource', 'Folder or files with the definitions of values (`.ini`); the same on every server.'),
      text('db_host', 'Name or address of the Redis server; one that all daemons reach.', '127.0.0.1'),
      integer('db_port', 'TCP port of the Redis server.', '6379'),
      text('db_name', 'Name of the database.', 'booster_snmp'),
      text('memcached_host', 'Name or address of the memcached server, in versions that use it.', '127.0.0.1'),
      integer('memcached_port', 'TCP port of the memcached server.', '11211'),
      integer('max_repetitions', 'Values asked for in one packet.', '64'),
      flag('show_from_cache', '`1` says in the output when a value comes from the store.'),
    ],
  },
  {
    type: 'native_plugins',
    aliases: ['native-plugins'],
    daemons: ['poller', 'reactionner'],
    title: 'native plugins',
    doc: 'Runs plugins written in Python inside the worker instead of one process each. Commands ask for it with `module_type native_plugins`.',
    settings: [integer('worker_threads', 'Threads that run plugins.')],
  },
  {
    type: 'android_sms',
    aliases: ['android-sms'],
    daemons: ['reactionner'],
    title: 'SMS by an Android telephone',
    doc: 'Sends and receives SMS on a reactionner that runs on an Android telephone. Give that reactionner a tag of its own, and the commands that send SMS the same one: no spare can stand in for it.',
    settings: [],
  },
];
