/** Modules, and where schedulers keep the states. */
import type { FixRow } from './row';

export const modules: readonly FixRow[] = [
  {
    code: 'mongodb-uri',
    title: 'Prefix mongodb://',
    before: `
      define module {
          module_name  m
          module_type  retention_mongodb
          uri          user:secret@db.example.com/shinken
      }`,
    after: `
      define module {
          module_name  m
          module_type  retention_mongodb
          uri          mongodb://user:secret@db.example.com/shinken
      }`,
  },
  {
    code: 'spare-lacks-modules',
    title: 'Add the missing modules to b-spare',
    before: `
      define broker {
          broker_name      b
          address          server1
          modules          webui, log, graphite
          manage_arbiters  1
      }
      define broker {
          broker_name      b-spare
          address          server3
          modules          webui
          modules          other, more  ; its own
          spare            1
          manage_arbiters  1
      }`,
    after: `
      define broker {
          broker_name      b
          address          server1
          modules          webui, log, graphite
          manage_arbiters  1
      }
      define broker {
          broker_name      b-spare
          address          server3
          modules          webui
          modules          other, more, log, graphite  ; its own
          spare            1
          manage_arbiters  1
      }`,
  },
  {
    code: 'wrong-daemon-for-module',
    title: 'Take ui off the modules of the poller p',
    before: `
      define module {
          module_name  ui
          module_type  webui2
      }
      define module {
          module_name  nrpe
          module_type  nrpe_poller
      }
      define poller {
          poller_name  p
          modules      nrpe, ui
          address      server1
      }`,
    after: `
      define module {
          module_name  ui
          module_type  webui2
      }
      define module {
          module_name  nrpe
          module_type  nrpe_poller
      }
      define poller {
          poller_name  p
          modules      nrpe
          address      server1
      }`,
  },
  {
    code: 'wrong-daemon-for-module',
    title: 'Take ui off the modules of the poller p',
    before: `
      define module {
          module_name  ui
          module_type  webui2
      }
      define module {
          module_name  nrpe
          module_type  nrpe_poller
      }
      define poller {
          poller_name  p
          modules      ui
          address      server1
      }`,
    after: `
      define module {
          module_name  ui
          module_type  webui2
      }
      define module {
          module_name  nrpe
          module_type  nrpe_poller
      }
      define poller {
          poller_name  p
          address      server1
      }`,
  },
  {
    code: 'no-shared-retention',
    title: 'Keep the states with redis',
    before: `
      define module {
          module_name     pickle
          module_type     pickle_retention_file
          path            /var/lib/shinken/retention.dat
      }
      define module {
          module_name     redis
          module_type     redis_retention
          server          store
      }
      define scheduler {
          scheduler_name  s
          address         server1
          modules         pickle
      }
      define scheduler {
          scheduler_name  s-spare
          address         server3
          spare           1
          modules         pickle
      }`,
    after: `
      define module {
          module_name     pickle
          module_type     pickle_retention_file
          path            /var/lib/shinken/retention.dat
      }
      define module {
          module_name     redis
          module_type     redis_retention
          server          store
      }
      define scheduler {
          scheduler_name  s
          address         server1
          modules         redis
      }
      define scheduler {
          scheduler_name  s-spare
          address         server3
          spare           1
          modules         redis
      }`,
  },
  {
    code: 'no-shared-retention',
    title: 'Keep the states with memcache',
    before: `
      define module {
          module_name     pickle
          module_type     pickle_retention_file
          path            /var/lib/shinken/retention.dat
      }
      define module {
          module_name     redis
          module_type     redis_retention
          server          store
      }
      define module {
          module_name     memcache
          module_type     memcache_retention
          server          store
          port            11211
      }
      define module {
          module_name     other
          module_type     our_own
      }
      define scheduler {
          scheduler_name  s
          address         server1
          modules         other, pickle
      }
      define scheduler {
          scheduler_name  s-spare
          address         server3
          spare           1
          modules         memcache
      }`,
    after: `
      define module {
          module_name     pickle
          module_type     pickle_retention_file
          path            /var/lib/shinken/retention.dat
      }
      define module {
          module_name     redis
          module_type     redis_retention
          server          store
      }
      define module {
          module_name     memcache
          module_type     memcache_retention
          server          store
          port            11211
      }
      define module {
          module_name     other
          module_type     our_own
      }
      define scheduler {
          scheduler_name  s
          address         server1
          modules         other, memcache
      }
      define scheduler {
          scheduler_name  s-spare
          address         server3
          spare           1
          modules         memcache
      }`,
  },
  {
    code: 'no-shared-retention',
    title: 'Keep the states of redis on server3',
    before: `
      define scheduler {
          scheduler_name  s
          address         server1
          modules         redis
      }
      define scheduler {
          scheduler_name  s-spare
          address         server3
          spare           1
          modules         redis
      }
      define module {
          module_name     redis
          module_type     redis_retention
          server          127.0.0.1
          port            6380
      }
    `,
    after: `
      define scheduler {
          scheduler_name  s
          address         server1
          modules         redis
      }
      define scheduler {
          scheduler_name  s-spare
          address         server3
          spare           1
          modules         redis
      }
      define module {
          module_name     redis
          module_type     redis_retention
          server          server3
          port            6380
      }
    `,
  },
  {
    code: 'no-shared-retention',
    title: 'Keep the states of mongo on server3',
    before: `
      define scheduler {
          scheduler_name  s
          address         server1
          modules         mongo
      }
      define scheduler {
          scheduler_name  s-spare
          address         server3
          spare           1
          modules         mongo
      }
      define module {
          module_name     mongo
          module_type     retention_mongodb
      }
    `,
    after: `
      define scheduler {
          scheduler_name  s
          address         server1
          modules         mongo
      }
      define scheduler {
          scheduler_name  s-spare
          address         server3
          spare           1
          modules         mongo
      }
      define module {
          module_name     mongo
          module_type     retention_mongodb
          uri             mongodb://server3
      }
    `,
  },
  {
    code: 'no-shared-retention',
    title: 'Keep the states in Redis on server3',
    before: `
      define scheduler {
          scheduler_name  s
          address         server1
          modules         pickle
      }
      define scheduler {
          scheduler_name  s-spare
          address         server3
          spare           1
          modules         pickle
      }
      define module {
          module_name     pickle
          module_type     pickle_retention_file
          path            /var/lib/shinken/retention.dat
      }
    `,
    after: `
      define scheduler {
          scheduler_name  s
          address         server1
          modules         redis-retention
      }
      define scheduler {
          scheduler_name  s-spare
          address         server3
          spare           1
          modules         redis-retention
      }
      define module {
          module_name     pickle
          module_type     pickle_retention_file
          path            /var/lib/shinken/retention.dat
      }

      define module {
          module_name  redis-retention
          module_type  redis_retention
          server       server3
      }
    `,
  },
  {
    code: 'no-shared-retention',
    title: 'Keep the states in memcached on server3',
    which: 1,
    before: `
      define scheduler {
          scheduler_name  s
          address         server1
          modules         pickle
      }
      define scheduler {
          scheduler_name  s-spare
          address         server3
          spare           1
          modules         pickle
      }
      define module {
          module_name     pickle
          module_type     pickle_retention_file
          path            /var/lib/shinken/retention.dat
      }
    `,
    after: `
      define scheduler {
          scheduler_name  s
          address         server1
          modules         memcache-retention
      }
      define scheduler {
          scheduler_name  s-spare
          address         server3
          spare           1
          modules         memcache-retention
      }
      define module {
          module_name     pickle
          module_type     pickle_retention_file
          path            /var/lib/shinken/retention.dat
      }

      define module {
          module_name  memcache-retention
          module_type  memcache_retention
          server       server3
          port         11211
      }
    `,
  },
  {
    code: 'no-shared-retention',
    title: 'Keep the states in MongoDB on server3',
    which: 2,
    before: `
      define scheduler {
          scheduler_name  s
          address         server1
          modules         pickle
      }
      define scheduler {
          scheduler_name  s-spare
          address         server3
          spare           1
          modules         pickle
      }
      define module {
          module_name     pickle
          module_type     pickle_retention_file
          path            /var/lib/shinken/retention.dat
      }
    `,
    after: `
      define scheduler {
          scheduler_name  s
          address         server1
          modules         mongodb-retention
      }
      define scheduler {
          scheduler_name  s-spare
          address         server3
          spare           1
          modules         mongodb-retention
      }
      define module {
          module_name     pickle
          module_type     pickle_retention_file
          path            /var/lib/shinken/retention.dat
      }

      define module {
          module_name  mongodb-retention
          module_type  retention_mongodb
          uri          mongodb://server3
      }
    `,
  },
  {
    code: 'retention-differs',
    title: 'Give s-spare redis, as s has',
    before: `
      define module {
          module_name     redis
          module_type     redis_retention
          server          store
      }
      define module {
          module_name     memcache
          module_type     memcache_retention
          server          store
          port            11211
      }
      define module {
          module_name     other
          module_type     our_own
      }
      define scheduler {
          scheduler_name  s
          address         server1
          modules         redis
      }
      define scheduler {
          scheduler_name  s-spare
          address         server3
          spare           1
          modules         other,memcache
      }`,
    after: `
      define module {
          module_name     redis
          module_type     redis_retention
          server          store
      }
      define module {
          module_name     memcache
          module_type     memcache_retention
          server          store
          port            11211
      }
      define module {
          module_name     other
          module_type     our_own
      }
      define scheduler {
          scheduler_name  s
          address         server1
          modules         redis
      }
      define scheduler {
          scheduler_name  s-spare
          address         server3
          spare           1
          modules         other,redis
      }`,
  },
];
