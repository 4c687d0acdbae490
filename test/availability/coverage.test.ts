import { rows } from './rows';

/** Arbiters and a scheduler with its spare, so that high availability is wanted and nothing of it is missing. */
const pair = `
  arbiter arbiter-master server1 host_name=server1
  arbiter arbiter-spare server3 host_name=server3 spare=1
  scheduler scheduler-master server1
  scheduler scheduler-spare server3 spare=1`;

/** Two realms, one below the other, each with a scheduler of its own and a spare for it. */
const realms = `
  realm World realm_members=Europe default=1
  realm Europe
  arbiter arbiter-master server1 host_name=server1
  arbiter arbiter-spare server3 host_name=server3 spare=1
  scheduler world server1 realm=World
  scheduler world-spare server3 realm=World spare=1
  scheduler europe server2 realm=Europe
  scheduler europe-spare server3 realm=Europe spare=1 port=7778`;

rows('no-spare', [
  {
    what: 'every active daemon that nobody stands in for, several at once',
    given: `${pair}
      poller poller-master server1
      reactionner reactionner-master server2`,
    says: [
      'warning ‹poller-master› No spare covers the poller poller-master: when server1 dies, nobody takes over in the realm Default.',
      'warning ‹reactionner-master› No spare covers the reactionner reactionner-master: when server2 dies, nobody takes over in the realm Default.',
    ],
  },
  {
    what: 'a scheduler that has a second active one beside it: nobody takes two parts',
    given: `
      scheduler one server1
      scheduler two server2
      poller poller-spare server3 spare=1`,
    says: [
      'warning ‹one› No spare covers the scheduler one: when server1 dies, nobody takes over in the realm Default.',
      'warning ‹two› No spare covers the scheduler two: when server2 dies, nobody takes over in the realm Default.',
    ],
  },
  {
    what: 'an arbiter, without which nothing moves',
    given: `
      arbiter arbiter-master server1 host_name=server1
      scheduler scheduler-master server1
      scheduler scheduler-spare server3 spare=1`,
    says: [
      'warning ‹arbiter-master› No spare covers the arbiter arbiter-master: when server1 dies, nobody leads, and no other daemon is replaced either.',
    ],
  },
  {
    what: 'two pollers that share the work, and the machine',
    given: `${pair}
      poller one server1
      poller two server1 port=7781`,
    says: [
      'warning ‹one› No spare covers the poller one: when server1 dies, nobody takes over in the realm Default.',
      'warning ‹two› No spare covers the poller two: when server1 dies, nobody takes over in the realm Default.',
    ],
  },
  {
    what: 'nothing of two pollers on two machines: the other goes on',
    given: `${pair}
      poller one server1
      poller two server2`,
    says: [],
  },
  {
    what: 'a poller whose tag the other does not have',
    given: `${pair}
      poller one server1
      poller two server2 poller_tags=DMZ,None`,
    says: [
      'warning ‹two› No spare covers the poller two: when server2 dies, nobody does the checks tagged DMZ in the realm Default.',
    ],
  },
  {
    what: 'a reactionner that alone takes what has no tag',
    given: `${pair}
      reactionner one server1 reactionner_tags=sms
      reactionner two server2 reactionner_tags=None,sms`,
    says: [
      'warning ‹two› No spare covers the reactionner two: when server2 dies, nobody does the untagged notifications and event handlers in the realm Default.',
    ],
  },
  {
    what: 'a daemon that works for a realm below as well, where its spare does not',
    given: `${realms}
      poller world server1 realm=World manage_sub_realms=1
      poller world-spare server3 realm=World manage_sub_realms=0 spare=1`,
    says: [
      'warning ‹world› No spare covers the poller world: when server1 dies, nobody takes over in the realm Europe.',
    ],
  },
  {
    what: 'both realms that one daemon serves',
    given: `${realms}
      poller world server1 realm=World`,
    says: [
      'warning ‹world› No spare covers the poller world: when server1 dies, nobody takes over in the realms World and Europe.',
    ],
  },
  {
    what: "nothing where the parent's spare manages sub realms",
    given: `${realms}
      poller world server1 realm=World
      poller europe server2 realm=Europe
      poller world-spare server3 realm=World spare=1 manage_sub_realms=1`,
    says: [],
  },
  {
    what: 'nothing where the active one of the parent works here as well, left to the default',
    given: `${realms}
      poller world server1 realm=World
      poller world-spare server3 realm=World spare=1
      poller europe server2 realm=Europe`,
    says: [],
  },
  {
    what: "a parent's master: a spare below does not help it",
    given: `${realms}
      poller world server1 realm=World manage_sub_realms=0
      poller europe server2 realm=Europe
      poller europe-spare server3 realm=Europe spare=1`,
    says: [
      'warning ‹world› No spare covers the poller world: when server1 dies, nobody takes over in the realm World.',
    ],
  },
  {
    what: "nothing of a scheduler that its parent's spare covers, whatever manage_sub_realms says",
    given: `
      realm World realm_members=Europe default=1
      realm Europe
      scheduler europe server1 realm=Europe
      scheduler world-spare server3 realm=World manage_sub_realms=0 spare=1`,
    says: [],
  },
  {
    what: 'nothing of a realm without a scheduler: there is no work',
    given: `${realms.replace('realm_members=Europe', 'realm_members=Europe,Asia')}
      realm Asia
      poller asia server1 realm=Asia`,
    says: [],
  },
  {
    what: 'nothing of invented daemons',
    given: pair,
    says: [],
  },
  {
    what: 'nothing where nobody wants spares',
    given: `
      arbiter arbiter-master server1 host_name=server1
      scheduler scheduler-master server1
      poller poller-master server1`,
    says: [],
  },
]);

rows('few-spare-schedulers', [
  {
    what: 'each scheduler of a machine for which no spare is left',
    given: `
      scheduler one server1
      scheduler two server1 port=7778
      scheduler three server1 port=7788
      scheduler spare server3 spare=1`,
    says: [
      'warning ‹one› When server1 dies, nobody takes over from one in the realm Default: spare then works for three, and a spare takes over one scheduler only.',
      'warning ‹two› When server1 dies, nobody takes over from two in the realm Default: spare then works for three, and a spare takes over one scheduler only.',
    ],
  },
  {
    what: 'schedulers of two realms that share the spare of their parent',
    given: `
      realm World realm_members=Europe,Asia default=1
      realm Europe
      realm Asia
      scheduler europe server1 realm=Europe
      scheduler asia server1 realm=Asia port=7778
      scheduler world-spare server3 realm=World spare=1`,
    says: [
      'warning ‹asia› When server1 dies, nobody takes over from asia in the realm Asia: world-spare then works for europe, and a spare takes over one scheduler only.',
    ],
  },
  {
    what: 'nothing where each machine has one, and one spare stands by for all',
    given: `
      scheduler one server1
      scheduler two server2
      scheduler spare server3 spare=1`,
    says: [],
  },
  {
    what: 'nothing where there are as many spares elsewhere as schedulers on one machine',
    given: `
      scheduler one server1
      scheduler two server1 port=7778
      scheduler spare-1 server3 spare=1
      scheduler spare-2 server3 spare=1 port=7778`,
    says: [],
  },
  {
    what: 'a spare on the very machine does not count',
    given: `
      scheduler one server1
      scheduler two server1 port=7778
      scheduler spare-1 server3 spare=1
      scheduler spare-2 server1 spare=1 port=7788`,
    says: [
      'warning ‹one› When server1 dies, nobody takes over from one in the realm Default: spare-1 then works for two, and a spare takes over one scheduler only.',
    ],
  },
]);

rows('spare-beside-master', [
  {
    what: 'every kind of daemon',
    given: `
      arbiter a server1 host_name=server1
      arbiter a-spare server1 host_name=server1b port=7780 spare=1
      scheduler s server1
      scheduler s-spare server1 port=7778 spare=1
      broker b server1
      broker b-spare server1 port=7782 spare=1`,
    says: [
      'warning ‹server1› a-spare is on server1, the machine of the arbiter a: they die together.',
      'warning ‹server1› s-spare is on server1, the machine of the scheduler s: they die together.',
      'warning ‹server1› b-spare is on server1, the machine of the broker b: they die together.',
    ],
  },
  {
    what: 'addresses that differ in letters only, or in how they say "here"',
    given: `
      arbiter a localhost
      scheduler s localhost
      scheduler s-spare 127.0.0.1 port=7778 spare=1`,
    says: ['warning ‹127.0.0.1› s-spare is on localhost, the machine of the scheduler s: they die together.'],
  },
  {
    what: 'nothing where another spare is elsewhere',
    given: `
      poller one server1
      poller spare-1 server1 port=7781 spare=1
      poller spare-2 server3 spare=1`,
    says: [],
  },
  {
    what: 'nothing where another active one goes on',
    given: `
      poller one server1
      poller two server2
      poller spare server1 port=7781 spare=1`,
    says: [],
  },
  {
    what: 'a spare scheduler beside one of two: nobody takes two parts',
    given: `
      scheduler one server1
      scheduler two server2
      scheduler spare server1 port=7778 spare=1`,
    says: ['warning ‹server1› spare is on server1, the machine of the scheduler one: they die together.'],
  },
]);

rows('spares-on-one-machine', [
  {
    what: 'the machine of a realm below that carries all its spares above',
    given: `
      realm World realm_members=Europe default=1
      realm Europe
      scheduler world server1 realm=World
      scheduler europe server2 realm=Europe
      scheduler world-spare server2 realm=World port=7778 spare=1`,
    says: [
      'warning ‹europe› When server2 dies, nobody takes over from europe in the realm Europe: whatever could (the scheduler world-spare) dies with it.',
    ],
  },
  {
    what: 'nothing where one of the spares is elsewhere',
    given: `
      realm World realm_members=Europe default=1
      realm Europe
      scheduler world server1 realm=World
      scheduler europe server2 realm=Europe
      scheduler world-spare server2 realm=World port=7778 spare=1
      scheduler world-spare-2 server3 realm=World spare=1`,
    says: [],
  },
  {
    what: 'nothing beside what is said of the spare itself',
    given: `
      realm World realm_members=Europe default=1
      realm Europe
      scheduler world server1 realm=World
      scheduler europe server1 realm=Europe port=7788
      scheduler world-spare server1 realm=World port=7778 spare=1`,
    says: [],
  },
]);

rows('only-spares', [
  {
    what: 'each kind that has only spares, once for all realms',
    given: `
      realm World realm_members=Europe default=1
      realm Europe
      scheduler world server1 realm=World
      scheduler europe server2 realm=Europe
      poller spare server3 realm=World spare=1
      receiver spare server3 realm=World spare=1 port=7773`,
    says: [
      'error ‹1› Every poller that reaches the realms World and Europe is a spare: none of them will ever work there.',
      'error ‹1› Every receiver that reaches the realms World and Europe is a spare: none of them will ever work there.',
    ],
  },
  {
    what: 'a realm that the active one of its parent does not reach',
    given: `
      realm World realm_members=Europe default=1
      realm Europe
      scheduler world server1 realm=World
      scheduler europe server2 realm=Europe
      poller world server1 realm=World manage_sub_realms=0
      poller europe server3 realm=Europe spare=1`,
    says: ['error ‹1› Every poller that reaches the realm Europe is a spare: none of them will ever work there.'],
  },
  {
    what: 'nothing where the active one of the parent does',
    given: `
      realm World realm_members=Europe default=1
      realm Europe
      scheduler europe server2 realm=Europe
      poller world server1 realm=World
      poller europe server3 realm=Europe spare=1`,
    says: [],
  },
  {
    what: 'nothing of a realm that has no scheduler',
    given: `
      realm World realm_members=Europe default=1
      realm Europe
      scheduler world server1 realm=World
      poller world server1 realm=World
      receiver europe server3 realm=Europe spare=1`,
    says: [],
  },
]);

rows('unknown-realm-member', [
  {
    what: 'each name that no realm has, at its place in the list',
    given: `
      realm World realm_members=Erope,Asia,Atlantis default=1
      realm Europe
      realm Asia
      scheduler world server1 realm=World`,
    says: [
      'error ‹Erope› Passed over, and nothing is said: no realm is called Erope. Did you mean Europe?',
      'error ‹Atlantis› Passed over, and nothing is said: no realm is called Atlantis.',
    ],
  },
]);
