/** Set-ups as people who know Shinken write them: no error and no warning of any family may be said of them. */
import { describe, expect, test } from 'vitest';
import { analysisOf } from '../support/analysis';
import { cfg, losses } from './support';

interface Correct {
  readonly what: string;
  readonly given: string;
  /** What is said all the same, of information or hint. */
  readonly notes?: readonly string[];
  /** Servers that are not meant to be covered: nothing else is lost with any server. */
  readonly loses?: readonly string[];
}

const arbiters = `
  arbiter arbiter-master server1 host_name=server1 check_interval=60 max_check_attempts=3
  arbiter arbiter-spare server3 host_name=server3 spare=1`;

const schedulers = `
  module redis module_type=redis_retention server=store.example.com
  scheduler scheduler-master server1 modules=redis
  scheduler scheduler-spare server3 modules=redis spare=1`;

const pollers = `
  poller poller-master server1
  poller poller-spare server3 spare=1`;

const reactionners = `
  reactionner reactionner-master server1
  reactionner reactionner-spare server3 spare=1`;

const brokers = `
  broker broker-master server1 manage_arbiters=1
  broker broker-spare server3 manage_arbiters=1 spare=1`;

const table: readonly Correct[] = [
  {
    what: 'two active brokers with complete links, and a spare for whichever of them',
    given: `${arbiters}${schedulers}${pollers}${reactionners}
      realm All default=1 broker_complete_links=1
      module webui module_type=webui2
      module graphite module_type=graphite_perfdata
      broker broker-1 server1 manage_arbiters=1 modules=webui
      broker broker-2 server2 modules=graphite
      broker broker-spare server3 spare=1 manage_arbiters=1 modules=webui,graphite`,
  },
  {
    what: 'three schedulers on three servers, and one spare for the one that dies',
    given: `${arbiters}${schedulers}${pollers}${reactionners}${brokers}
      scheduler scheduler-2 server2 modules=redis weight=2
      scheduler scheduler-4 server4 modules=redis`,
  },
  {
    what: 'two schedulers on each of two servers, and two spares on a third',
    given: `${arbiters}${schedulers}${pollers}${reactionners}${brokers}
      scheduler scheduler-1b server1 port=7778 modules=redis
      scheduler scheduler-2 server2 modules=redis
      scheduler scheduler-2b server2 port=7778 modules=redis
      scheduler scheduler-spare-b server3 port=7778 modules=redis spare=1`,
  },
  {
    what: 'four servers in a ring, each with a scheduler and the spare for its neighbour',
    given: `${arbiters}${pollers}${reactionners}${brokers}
      module redis module_type=redis_retention server=store.example.com
      ${[1, 2, 3, 4].map((n) => `scheduler s-${String(n)} server${String(n)} modules=redis\n      scheduler s-${String(n)}-spare server${String((n % 4) + 1)} port=7778 modules=redis spare=1`).join('\n      ')}`,
  },
  {
    what: 'nested realms whose spares stand in the realm above all of them',
    given: `${arbiters}
      realm World realm_members=Europe,Asia default=1
      realm Europe realm_members=France
      realm France
      realm Asia
      module redis module_type=redis_retention server=store.example.com
      ${['World', 'Europe', 'France', 'Asia'].map((realm, n) => `scheduler s-${realm} host${String(n)} realm=${realm} modules=redis\n      poller p-${realm} host${String(n)} realm=${realm} manage_sub_realms=0`).join('\n      ')}
      scheduler s-spare server3 realm=World modules=redis spare=1
      poller p-spare server3 realm=World manage_sub_realms=1 spare=1
      reactionner r server1 realm=World manage_sub_realms=1
      reactionner r-spare server3 realm=World manage_sub_realms=1 spare=1
      broker b server1 realm=World manage_sub_realms=1 manage_arbiters=1
      broker b-spare server3 realm=World manage_sub_realms=1 manage_arbiters=1 spare=1`,
  },
  {
    what: 'a realm with all of its own, spares included, below one that leaves it alone',
    given: `${arbiters}
      realm World realm_members=Lab default=1
      realm Lab
      module redis module_type=redis_retention server=store.example.com
      module memcache module_type=memcache_retention server=lab-store port=11211
      ${['World server1 server3 redis', 'Lab lab1 lab2 memcache']
        .map((line) => {
          const [realm = '', master = '', spare = '', store = ''] = line.split(' ');
          const both = (kind: string, more = ''): string =>
            [
              `${kind} ${kind}-${realm} ${master} realm=${realm} ${more}`.trim(),
              `${kind} ${kind}-${realm}-spare ${spare} realm=${realm} spare=1 ${more}`.trim(),
            ].join('\n      ');
          return [
            both('scheduler', `modules=${store}`),
            both('poller', 'manage_sub_realms=0'),
            both('reactionner', 'manage_sub_realms=0'),
            both('broker', `manage_sub_realms=0 manage_arbiters=${realm === 'World' ? '1' : '0'}`),
          ].join('\n      ');
        })
        .join('\n      ')}`,
  },
  {
    what: 'passive pollers in a network that nobody gets out of, two for each tag',
    given: `${arbiters}${schedulers}${reactionners}${brokers}
      poller inside-1 server1 poller_tags=None
      poller inside-2 server3 poller_tags=None
      poller dmz-1 dmz1 poller_tags=DMZ passive=1
      poller dmz-2 dmz2 poller_tags=DMZ passive=1`,
  },
  {
    what: 'pollers of two tags, and a spare that has both',
    given: `${arbiters}${schedulers}${reactionners}${brokers}
      poller unix server1 poller_tags=None
      poller windows server2 poller_tags=Windows
      poller poller-spare server3 poller_tags=None,Windows spare=1`,
  },
  {
    what: 'receivers on two servers, both active, with direct routing',
    given: `${arbiters}${schedulers}${pollers}${reactionners}${brokers}
      module nsca module_type=nsca_server
      receiver receiver-1 server1 port=7773 direct_routing=1 modules=nsca
      receiver receiver-2 server3 port=7773 direct_routing=1 modules=nsca`,
  },
  {
    what: 'IPv6 addresses, with and without SSL names',
    given: `
      arbiter arbiter-master 2001:db8::11 host_name=server1 check_interval=60 max_check_attempts=3
      arbiter arbiter-spare 2001:db8::13 host_name=server3 spare=1
      ${`${schedulers}${pollers}${reactionners}${brokers}`.replaceAll('server1', '2001:db8::11').replaceAll('server3', '2001:db8::13')}`,
  },
  {
    what: 'IPv4 addresses for all but the names of the arbiters',
    given: `
      arbiter arbiter-master 192.0.2.11 host_name=server1 check_interval=60 max_check_attempts=3
      arbiter arbiter-spare 192.0.2.13 host_name=server3 spare=1
      ${`${schedulers}${pollers}${reactionners}${brokers}`.replaceAll('server1', '192.0.2.11').replaceAll('server3', '192.0.2.13')}`,
  },
  {
    what: 'host names with capitals, addresses without',
    given: `${`${schedulers}${pollers}${reactionners}${brokers}`.replaceAll('server3', 'SERVER3')}
      arbiter arbiter-master server1 host_name=Server1 check_interval=60 max_check_attempts=3
      arbiter arbiter-spare Server3 host_name=Server3.Example.COM spare=1`,
  },
  {
    what: 'addresses with their domain for some, without for others',
    given: `${`${schedulers}${reactionners}`.replaceAll(/server(\d)/g, 'server$1.example.com')}${pollers}${brokers}
      arbiter arbiter-master server1.example.com host_name=server1 check_interval=60 max_check_attempts=3
      arbiter arbiter-spare server3.example.com host_name=server3 spare=1`,
  },
  {
    what: 'a container for each daemon',
    given: `
      module redis module_type=redis_retention server=redis
      arbiter arbiter-master arbiter-a host_name=arbiter-a check_interval=60 max_check_attempts=3
      arbiter arbiter-spare arbiter-b host_name=arbiter-b spare=1
      ${['scheduler', 'poller', 'reactionner', 'broker']
        .flatMap((kind) => {
          const more = kind === 'broker' ? ' manage_arbiters=1' : kind === 'scheduler' ? ' modules=redis' : '';
          return [`${kind} ${kind}-a ${kind}-a${more}`, `${kind} ${kind}-b ${kind}-b spare=1${more}`];
        })
        .join('\n      ')}`,
  },
  {
    what: 'an active poller on the server of the spares',
    given: `${arbiters}${schedulers}${reactionners}${brokers}
      poller poller-1 server1
      poller poller-2 server3`,
  },
  {
    what: 'every daemon with SSL, by names',
    given: `${arbiters}${schedulers}${pollers}${reactionners}${brokers}
      use_ssl=1`.replaceAll(/^(\s*(?:arbiter|scheduler|poller|reactionner|broker) .*)$/gm, '$1 use_ssl=1'),
  },
  {
    what: 'every daemon with SSL, by addresses whose certificates bear no name',
    given: `
      arbiter arbiter-master 192.0.2.11 host_name=server1 check_interval=60 max_check_attempts=3
      arbiter arbiter-spare 192.0.2.13 host_name=server3 spare=1
      ${`${schedulers}${pollers}${reactionners}${brokers}`.replaceAll('server1', '192.0.2.11').replaceAll('server3', '192.0.2.13')}`.replaceAll(
      /^(\s*(?:arbiter|scheduler|poller|reactionner|broker) .*)$/gm,
      '$1 use_ssl=1 hard_ssl_name_check=0',
    ),
  },
  {
    what: 'addresses as a poller behind a translation sees them, spares included',
    given: `${arbiters}${schedulers}${pollers}${reactionners}${brokers}
      poller poller-far far satellitemap=scheduler-master=198.51.100.1:7768,scheduler-spare=198.51.100.3:7768`,
  },
  {
    what: 'a replica set on the servers themselves for the states',
    given: `${arbiters}${pollers}${reactionners}${brokers}
      module states module_type=mongodb_retention uri=mongodb://localhost/?replicaSet=shinken
      scheduler scheduler-master server1 modules=states
      scheduler scheduler-spare server3 modules=states spare=1`,
  },
  {
    what: 'a module of its own for each scheduler, and one store',
    given: `${arbiters}${pollers}${reactionners}${brokers}
      module states-1 module_type=redis_retention server=store.example.com
      module states-3 module_type=redis-retention server=store.example.com port=6379
      module file module_type=pickle_retention_file_scheduler path=/var/lib/shinken/retention.dat
      scheduler scheduler-master server1 modules=file,states-1
      scheduler scheduler-spare server3 modules=states-3,file spare=1`,
  },
  {
    what: 'quick timers, and more modules on a spare than on its master',
    given: `${pollers}${reactionners}
      module redis module_type=redis_retention server=store.example.com
      module webui module_type=webui2
      module log module_type=simple-log
      arbiter arbiter-master server1 host_name=server1 check_interval=5 max_check_attempts=3
      arbiter arbiter-spare server3 host_name=server3 spare=1
      scheduler scheduler-master server1 modules=redis check_interval=5 max_check_attempts=2 timeout=5
      scheduler scheduler-spare server3 modules=redis check_interval=5 max_check_attempts=2 spare=1
      broker broker-master server1 manage_arbiters=1 modules=webui
      broker broker-spare server3 manage_arbiters=1 modules=webui,log spare=1`,
  },
  {
    what: 'two spare pollers, and a spare beside its master with another one elsewhere',
    given: `${arbiters}${schedulers}${pollers}${reactionners}${brokers}
      poller poller-near server1 port=7781 spare=1
      reactionner reactionner-far server2 spare=1`,
  },
  {
    what: 'a realm that is not used yet',
    given: `${arbiters}${schedulers}
      realm World realm_members=Later default=1
      realm Later
      poller poller-master server1 manage_sub_realms=1
      poller poller-spare server3 manage_sub_realms=1 spare=1
      reactionner reactionner-master server1 manage_sub_realms=0
      reactionner reactionner-spare server3 manage_sub_realms=0 spare=1
      broker broker-master server1 manage_sub_realms=1 manage_arbiters=1
      broker broker-spare server3 manage_sub_realms=1 manage_arbiters=1 spare=1`,
  },
  {
    what: 'two active brokers with complete links, and no spare: the other one goes on',
    given: `${arbiters}${schedulers}${pollers}${reactionners}
      realm All default=1 broker_complete_links=1
      broker broker-1 server1 manage_arbiters=1
      broker broker-2 server3 manage_arbiters=0`,
  },
  {
    what: 'a realm below with active daemons of its own and of the realm above',
    given: `${arbiters}
      realm World realm_members=Site default=1 broker_complete_links=1
      realm Site broker_complete_links=1
      module redis module_type=redis_retention server=store.example.com
      scheduler world server1 realm=World modules=redis
      scheduler site site1 realm=Site modules=redis
      scheduler spare server3 realm=World modules=redis spare=1
      poller world server1 realm=World manage_sub_realms=1
      poller world-2 server3 realm=World manage_sub_realms=1
      poller site site1 realm=Site
      reactionner world server1 realm=World manage_sub_realms=1
      reactionner world-2 server3 realm=World manage_sub_realms=1
      broker world server1 realm=World manage_sub_realms=1 manage_arbiters=1
      broker site site1 realm=Site
      broker spare server3 realm=World manage_sub_realms=1 manage_arbiters=1 spare=1`,
  },
  {
    what: 'tags of a realm below that the spare above has, too',
    given: `${arbiters}
      realm World realm_members=Site default=1
      realm Site
      module redis module_type=redis_retention server=store.example.com
      scheduler world server1 realm=World modules=redis
      scheduler site site1 realm=Site modules=redis
      scheduler spare server3 realm=World modules=redis spare=1
      poller world server1 realm=World manage_sub_realms=0
      poller site site1 realm=Site poller_tags=None,Windows
      poller spare server3 realm=World poller_tags=None,Windows manage_sub_realms=1 spare=1
      reactionner world server1 realm=World manage_sub_realms=1 reactionner_tags=sms,None
      reactionner spare server3 realm=World manage_sub_realms=1 reactionner_tags=None,sms,mail spare=1
      broker world server1 realm=World manage_sub_realms=1 manage_arbiters=1
      broker spare server3 realm=World manage_sub_realms=1 manage_arbiters=1 spare=1`,
  },
  {
    what: 'three realms side by side, each with the spares of the next',
    given: `${arbiters}
      realm One default=1
      realm Two
      realm Three
      module redis module_type=redis_retention server=store.example.com
      ${['One server1 server2', 'Two server2 server3', 'Three server3 server1']
        .flatMap((line) => {
          const [realm = '', master = '', spare = ''] = line.split(' ');
          return ['scheduler', 'poller', 'reactionner', 'broker'].flatMap((kind, index) => {
            const more = `realm=${realm}${kind === 'scheduler' ? ' modules=redis' : ''}${kind === 'broker' && realm === 'One' ? ' manage_arbiters=1' : ''}`;
            return [
              `${kind} ${kind}-${realm} ${master} ${more}`,
              `${kind} ${kind}-${realm}-spare ${spare} ${more} port=${String(8000 + index)} spare=1`,
            ];
          });
        })
        .join('\n      ')}`,
  },
  {
    what: 'a passive poller and a passive spare: a note on what the idle one is handed',
    given: `${arbiters}${schedulers}${reactionners}${brokers}
      poller poller-master server1 passive=1
      poller poller-spare server3 passive=1 spare=1`,
    notes: ['information availability/passive-spare'],
  },
  {
    what: 'one server without a spare, and pollers elsewhere',
    given: `
      arbiter arbiter-master server1 host_name=server1
      scheduler scheduler-master server1
      reactionner reactionner-master server1
      poller poller-1 server1
      poller poller-2 server2
      poller poller-3 server3 poller_tags=DMZ,None passive=1
      broker broker-master server1 manage_arbiters=1
      receiver receiver-master server1 port=7773`,
    notes: ['information availability/single-server'],
    loses: ['server1: leader', 'server1: All scheduler'],
  },
  {
    what: 'one server that calls itself localhost',
    given: `
      arbiter arbiter-master localhost
      scheduler scheduler-master localhost
      reactionner reactionner-master localhost
      poller poller-1 localhost
      broker broker-master localhost manage_arbiters=1`,
    notes: ['information availability/single-server'],
    loses: ['localhost: leader', 'localhost: All scheduler'],
  },
];

describe('nothing to warn of', () => {
  test.each(table)('$what', ({ given, notes = [], loses = [] }) => {
    const { problems, model } = analysisOf(
      cfg(/^ *realm /m.test(given) ? given : `${given}\n      realm All default=1`),
    );
    const loud = problems.filter(({ severity }) => severity === 'error' || severity === 'warning');
    expect(loud.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
    expect(problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual(notes);
    expect(losses(model)).toEqual(loses);
  });
});
