/** A spare beside the daemons that it stands in for: what it lacks, and what is otherwise. */
import { rows } from './rows';

const brokers = `
  broker master server1 manage_arbiters=1 modules=webui,graphite
  module webui module_type=webui2
  module graphite module_type=graphite_perfdata`;

rows('spare-lacks-modules', [
  {
    what: 'what its master has and it has not',
    given: `${brokers}
      broker spare server3 manage_arbiters=1 spare=1 modules=webui`,
    says: ['warning ‹webui› The broker spare stands in for the broker master without the module graphite.'],
  },
  {
    what: 'everything, where it has none',
    given: `${brokers}
      broker spare server3 manage_arbiters=1 spare=1`,
    says: ['warning ‹spare› The broker spare stands in for the broker master without the modules webui, graphite.'],
  },
  {
    what: 'nothing where it has a module of its own of the same type, however that is spelt',
    given: `${brokers}
      module webui-3 module_type=webui2
      module graphite-3 module_type=graphite-perfdata
      broker spare server3 manage_arbiters=1 spare=1 modules=webui-3,graphite-3`,
    says: [],
  },
  {
    what: 'nothing where it has more',
    given: `${brokers}
      module log module_type=simple-log
      broker spare server3 manage_arbiters=1 spare=1 modules=log,webui,graphite`,
    says: [],
  },
  {
    what: 'the modules of all masters of its realm, and several spares',
    given: `
      module nrpe module_type=nrpe_poller
      module snmp module_type=snmp_booster
      poller one server1 modules=nrpe
      poller two server2 modules=nrpe,snmp
      poller spare-1 server3 spare=1 modules=snmp
      poller spare-2 server4 spare=1 modules=nrpe`,
    says: [
      'warning ‹snmp› The poller spare-1 stands in for the pollers one and two without the module nrpe.',
      'warning ‹nrpe› The poller spare-2 stands in for the poller two without the module snmp.',
    ],
  },
  {
    what: 'a realm below that it takes over from',
    given: `
      realm World realm_members=Europe default=1
      realm Europe
      module nrpe module_type=nrpe_poller
      scheduler europe server2 realm=Europe
      poller europe server2 realm=Europe modules=nrpe
      poller world-spare server3 realm=World spare=1`,
    says: ['warning ‹world-spare› The poller world-spare stands in for the poller europe without the module nrpe.'],
  },
  {
    what: 'nothing of a realm below that has a spare of its own, or that it does not reach',
    given: `
      realm World realm_members=Europe,Asia default=1
      realm Europe
      realm Asia
      module nrpe module_type=nrpe_poller
      poller world server1 realm=World
      poller europe server2 realm=Europe modules=nrpe
      poller europe-spare server3 realm=Europe modules=nrpe spare=1
      poller asia server4 realm=Asia modules=nrpe
      poller world-spare server3 realm=World port=7781 manage_sub_realms=0 spare=1`,
    says: [],
  },
  {
    what: 'nothing of a module that does nothing on this kind of daemon, or that is meant by a slip: other rules say so',
    given: `${brokers}
      module nsca module_type=nsca_server
      broker spare server3 manage_arbiters=1 spare=1 modules=webui,grafite
      broker other server2 modules=nsca`,
    says: [],
  },
  {
    what: 'nothing of two stores for states: another rule says so',
    given: `
      module redis module_type=redis_retention server=store
      module memcache module_type=memcache_retention server=store port=11211
      scheduler master server1 modules=redis
      scheduler spare server3 spare=1 modules=memcache`,
    says: [],
  },
]);

const realmsWithTags = `
  realm World realm_members=Europe default=1
  realm Europe
  scheduler world server1 realm=World
  scheduler europe server2 realm=Europe`;

rows('spare-lacks-tags', [
  {
    what: 'a spare without them, and one with others',
    given: `
      poller master server1 poller_tags=None,DMZ
      poller spare-1 server3 spare=1
      poller spare-2 server4 poller_tags=LAN spare=1`,
    says: [
      'warning ‹spare-1› When spare-1 stands in for the poller master, nobody does the checks tagged DMZ: its poller_tags lack DMZ.',
      'warning ‹LAN› When spare-2 stands in for the poller master, nobody does the checks tagged DMZ and those without a tag: its poller_tags lack None, DMZ.',
    ],
  },
  {
    what: 'nothing where another active one has the tag, wherever the spare comes in',
    given: `
      poller one server1 poller_tags=None,DMZ
      poller two server2 poller_tags=None,DMZ
      poller spare server3 spare=1`,
    says: [],
  },
  {
    what: 'two active ones on one machine',
    given: `
      poller one server1 poller_tags=DMZ
      poller two server1 poller_tags=None,DMZ port=7781
      poller spare server3 spare=1`,
    says: [
      'warning ‹spare› When spare stands in for the pollers one and two, nobody does the checks tagged DMZ: its poller_tags lack DMZ.',
    ],
  },
  {
    what: 'reactionners',
    given: `
      reactionner master server1 reactionner_tags=None,sms
      reactionner spare server3 spare=1`,
    says: [
      'warning ‹spare› When spare stands in for the reactionner master, nobody does the notifications and event handlers tagged sms: its reactionner_tags lack sms.',
    ],
  },
  {
    what: 'a spare of the realm above',
    given: `${realmsWithTags}
      poller europe server2 realm=Europe poller_tags=None,DMZ
      poller world-spare server3 realm=World spare=1`,
    says: [
      'warning ‹world-spare› When world-spare stands in for the poller europe, nobody does the checks tagged DMZ: its poller_tags lack DMZ.',
    ],
  },
  {
    what: 'nothing of a spare above where the realm has one of its own',
    given: `${realmsWithTags}
      poller world server1 realm=World manage_sub_realms=0
      poller europe server2 realm=Europe poller_tags=None,DMZ
      poller europe-spare server3 realm=Europe poller_tags=None,DMZ spare=1
      poller world-spare server3 realm=World port=7781 spare=1`,
    says: [],
  },
  {
    what: 'a spare below that comes in before the one of the realm above',
    given: `${realmsWithTags}
      poller world server1 realm=World poller_tags=None,DMZ
      poller world-spare server3 realm=World poller_tags=None,DMZ spare=1
      poller europe server2 realm=Europe
      poller europe-spare server4 realm=Europe spare=1`,
    says: [
      'warning ‹europe-spare› When europe-spare stands in for the poller world, nobody does the checks tagged DMZ: its poller_tags lack DMZ.',
    ],
  },
  {
    what: 'nothing where it has them all and more',
    given: `
      poller master server1 poller_tags=DMZ
      poller spare server3 poller_tags=LAN,DMZ spare=1`,
    says: [],
  },
]);

rows('no-shared-retention', [
  {
    what: 'schedulers without any, each that has a spare',
    given: `
      scheduler one server1
      scheduler two server2
      scheduler spare server3 spare=1`,
    says: [
      'warning ‹one› When spare takes over from one, every check starts again as PENDING: no retention module (redis, memcache, mongodb) is shared.',
      'warning ‹two› When spare takes over from two, every check starts again as PENDING: no retention module (redis, memcache, mongodb) is shared.',
    ],
  },
  {
    what: 'a file on the local disk',
    given: `
      module pickle module_type=pickle_retention_file path=/var/lib/retention.dat
      scheduler one server1 modules=pickle
      scheduler spare server3 spare=1 modules=pickle`,
    says: [
      'warning ‹pickle› When spare takes over from one, every check starts again as PENDING: no retention module (redis, memcache, mongodb) is shared.',
    ],
  },
  {
    what: 'a store on each machine itself',
    given: `
      module redis module_type=redis-retention server=127.0.0.1
      scheduler one server1 modules=redis
      scheduler spare server3 spare=1 modules=redis`,
    says: [
      'information ‹redis› redis keeps the states on 127.0.0.1, which is another store for spare on server3, unless something there passes them on: name a server that both reach.',
    ],
  },
  ...[
    'redis_retention',
    'redis-retention',
    'memcache_retention',
    'retention-mongodb',
    'mongodb_retention',
    'retention_of_ours',
  ].map((type) => ({
    what: `nothing with ${type}`,
    given: `
        module store module_type=${type} server=store uri=mongodb://store
        scheduler one server1 modules=store
        scheduler spare server3 spare=1 modules=store`,
    says: [],
  })),
  {
    what: 'nothing of a replica set that every machine is part of',
    given: `
      module store module_type=retention_mongodb uri=mongodb://localhost/?replicaSet=shinken
      scheduler one server1 modules=store
      scheduler spare server3 spare=1 modules=store`,
    says: [],
  },
  { what: 'nothing without a spare', given: 'scheduler one server1\npoller spare server3 spare=1', says: [] },
  {
    what: 'nothing of a scheduler that another realm has a spare for',
    given: `
      realm All realm_members=One,Two default=1
      realm One
      realm Two
      scheduler one server1 realm=One
      scheduler two server2 realm=Two modules=store
      scheduler two-spare server3 realm=Two modules=store spare=1
      module store module_type=redis_retention server=store`,
    says: [],
  },
]);

rows('retention-differs', [
  {
    what: 'two kinds of store',
    given: `
      module redis module_type=redis_retention server=store
      module memcache module_type=memcache_retention server=store
      scheduler one server1 modules=redis
      scheduler spare server3 spare=1 modules=memcache`,
    says: ['warning ‹memcache› spare reads the states from memcache, but one writes them to redis.'],
  },
  {
    what: 'one kind and two stores',
    given: `
      module redis-1 module_type=redis_retention server=store-1
      module redis-3 module_type=redis_retention server=store-3
      scheduler one server1 modules=redis-1
      scheduler spare server3 spare=1 modules=redis-3`,
    says: ['warning ‹redis-3› spare reads the states from redis-3, but one writes them to redis-1.'],
  },
  {
    what: 'nothing of two modules with one store, defaults counted in',
    given: `
      module redis-1 module_type=redis_retention server=store
      module redis-3 module_type=redis-retention server=store port=6379 db=0
      scheduler one server1 modules=redis-1
      scheduler spare server3 spare=1 modules=redis-3`,
    says: [],
  },
  {
    what: 'nothing where they share one of several',
    given: `
      module redis module_type=redis_retention server=store
      module memcache module_type=memcache_retention server=store
      scheduler one server1 modules=redis
      scheduler spare server3 spare=1 modules=memcache,redis`,
    says: [],
  },
]);

rows('passive-differs', [
  {
    what: 'an active spare of a passive poller, and the other way round',
    given: `
      poller master server1 passive=1
      poller spare server3 spare=1
      reactionner master server1
      reactionner spare server3 passive=1 spare=1`,
    says: [
      'warning ‹spare› spare calls the schedulers, but the poller master waits to be called (passive 1): the way may be closed when it takes over.',
      'warning ‹1› spare waits to be called by the schedulers (passive 1), but the reactionner master calls them: the way may be closed when it takes over.',
    ],
  },
  {
    what: 'nothing where one of its masters is like it',
    given: `
      poller one server1 passive=1
      poller two server2
      poller spare server3 spare=1`,
    says: [],
  },
  {
    what: 'a passive one that counts for realms below',
    given: `${realmsWithTags}
      poller world server1 realm=World passive=1`,
    says: [
      'warning ‹1› A passive poller is called by schedulers of its own realm only: world counts for the realm Europe and does nothing there.',
    ],
  },
  {
    what: 'nothing where it leaves them alone, or where there is no scheduler below',
    given: `
      realm World realm_members=Europe,Asia default=1
      realm Europe
      realm Asia realm_members=Japan
      realm Japan
      scheduler world server1 realm=World
      scheduler europe server2 realm=Europe
      poller world server1 realm=World passive=1 manage_sub_realms=0
      poller asia server1 realm=Asia passive=1 port=7781`,
    says: [],
  },
]);

rows('passive-spare', [
  {
    what: 'a spare that schedulers of its realm call while it idles',
    given: `
      scheduler s server1
      poller master server1 passive=1
      poller spare server3 passive=1 spare=1
      reactionner master server1 passive=1
      reactionner spare server3 passive=1 spare=1`,
    says: [
      'information ‹1› The schedulers of the realm Default hand checks to spare while it idles, and it drops them. Two active pollers do without a spare.',
      'information ‹1› The schedulers of the realm Default hand notifications to spare while it idles, and it drops them. Two active reactionners do without a spare.',
    ],
  },
  {
    what: 'nothing in a realm above, whose schedulers alone would call it',
    given: `
      realm World realm_members=Europe default=1
      realm Europe
      scheduler europe server2 realm=Europe
      poller europe server2 realm=Europe passive=1
      poller spare server3 realm=World passive=1 spare=1`,
    says: [],
  },
  {
    what: 'nothing where its masters are active: another rule says so',
    given: `
      scheduler s server1
      poller master server1
      poller spare server3 passive=1 spare=1`,
    says: [],
  },
]);

rows('manage-arbiters-differs', [
  {
    what: 'a spare that does not take them over',
    given: `
      broker master server1 manage_arbiters=1
      broker spare server3 manage_arbiters=0 spare=1`,
    says: ["hint ‹0› master takes the arbiter's own messages; while spare stands in for it, nobody does."],
  },
  {
    what: 'nothing where somebody else goes on taking them',
    given: `
      broker master server1 manage_arbiters=1
      broker other server2 manage_arbiters=1
      broker spare server3 spare=1`,
    says: [],
  },
  {
    what: 'nothing where its master does not either',
    given: `
      broker master server1
      broker spare server3 spare=1`,
    says: [],
  },
]);

rows('ssl-differs', [
  {
    what: 'a spare that is called otherwise than its master',
    given: `
      poller master server1 use_ssl=1
      poller spare server3 use_ssl=0 spare=1
      broker master server1
      broker spare server3 use_ssl=1 spare=1`,
    says: [
      'warning ‹0› spare is called without SSL, its master master with.',
      'warning ‹1› spare is called with SSL, its master master without.',
    ],
  },
  {
    what: 'an IP address that a certificate would have to bear',
    given: `
      poller one 192.0.2.1 use_ssl=1
      poller two 192.0.2.2 use_ssl=1 hard_ssl_name_check=0
      poller four server4 use_ssl=1`,
    says: [
      'warning ‹192.0.2.1› With SSL and hard_ssl_name_check the certificate must bear the address 192.0.2.1; certificates usually bear names.',
    ],
  },
  {
    what: 'the few that are called otherwise than the others of their realm',
    given: `
      scheduler s server1
      scheduler s-spare server3 spare=1
      poller one server1
      poller dmz server2 use_ssl=1`,
    says: [
      'information ‹1› In the realm Default only the poller dmz is called with SSL: use_ssl must be what the ini file of each daemon says.',
    ],
  },
  {
    what: 'nothing of realms that differ, or where no spare is wanted',
    given: `
      realm All default=1
      realm Other
      poller one server1
      poller other server2 realm=Other use_ssl=1
      broker other server2 realm=Other`,
    says: [],
  },
  {
    what: 'a setting of the main file that reaches no daemon',
    given: `
      use_ssl=1
      poller one server1`,
    says: [
      "warning ‹use_ssl=1› This is about the arbiter's own port: every daemon is still called without SSL. Write use_ssl 1 in each definition, and in each daemon's ini file.",
    ],
  },
  {
    what: 'nothing where the daemons say so, too',
    given: `
      use_ssl=1
      poller one server1 use_ssl=1`,
    says: [],
  },
]);
