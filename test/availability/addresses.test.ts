/** Where daemons are, and what they are called. */
import { rows } from './rows';

rows('local-address', [
  {
    what: 'a scheduler that daemons elsewhere call',
    given: `
      arbiter a localhost host_name=server1
      scheduler s localhost
      broker b localhost
      poller one localhost
      poller two server2`,
    says: [
      'warning ‹localhost› The poller two on server2 looks for s on its own machine: write where s is instead of localhost.',
    ],
  },
  {
    what: 'an address that is left out',
    given: `
      arbiter a server1
      scheduler s
      reactionner r server2`,
    says: [
      'warning ‹s› The reactionner r on server2 looks for s on its own machine: write where s is instead of localhost.',
    ],
  },
  ...['127.0.0.1', '127.0.1.1', '::1', '0.0.0.0', 'LOCALHOST', 'localhost.localdomain'].map((address) => ({
    what: address,
    given: `
      arbiter a server1
      scheduler s ${address}
      poller p server2`,
    says: [
      `warning ‹${address}› The poller p on server2 looks for s on its own machine: write where s is instead of ${address}.`,
    ],
  })),
  {
    what: 'what a broker elsewhere calls',
    given: `
      arbiter a localhost host_name=server1
      scheduler s server1
      poller p localhost
      receiver r localhost port=7773
      reactionner re localhost
      broker b server2`,
    says: [
      'warning ‹localhost› The broker b on server2 looks for p on its own machine: write where p is instead of localhost.',
      'warning ‹localhost› The broker b on server2 looks for r on its own machine: write where r is instead of localhost.',
      'warning ‹localhost› The broker b on server2 looks for re on its own machine: write where re is instead of localhost.',
    ],
  },
  {
    what: 'nothing where all are on one machine',
    given: `
      arbiter a localhost
      scheduler s localhost
      poller p localhost
      broker b 127.0.0.1`,
    says: [],
  },
  {
    what: "nothing where the other address is the arbiter's own machine",
    given: `
      arbiter a localhost host_name=server1
      scheduler s localhost
      poller p Server1
      broker b server1`,
    says: [],
  },
  {
    what: 'nothing of a broker, which only the arbiter calls',
    given: `
      arbiter a localhost host_name=server1
      scheduler s server1
      broker b localhost
      poller p server2`,
    says: [],
  },
  {
    what: 'nothing where the others do not call, or have the address in their map',
    given: `
      arbiter a localhost host_name=server1
      scheduler s localhost
      poller passive server2 passive=1
      poller mapped server3 satellitemap=s=10.0.0.1
      receiver r server4 port=7773`,
    says: [],
  },
  {
    what: 'a passive poller that a scheduler elsewhere calls',
    given: `
      arbiter a localhost host_name=server1
      scheduler s server2
      poller p localhost passive=1`,
    says: [
      'warning ‹localhost› The scheduler s on server2 looks for p on its own machine: write where p is instead of localhost.',
    ],
  },
  {
    what: 'everything that is local once a spare arbiter may lead',
    given: `
      arbiter a localhost host_name=server1
      arbiter a-spare server3 host_name=server3 spare=1
      broker b localhost`,
    says: [
      'warning ‹localhost› The arbiter a-spare on server3 looks for a on its own machine: write where a is instead of localhost.',
      'warning ‹localhost› The arbiter a-spare on server3 looks for b on its own machine: write where b is instead of localhost.',
    ],
  },
  {
    what: 'two daemons of a kind that are one process for whoever reads it',
    given: `
      arbiter a localhost host_name=server1
      arbiter a-spare localhost host_name=server3 spare=1
      scheduler s localhost
      scheduler s-spare 127.0.0.1 spare=1`,
    says: [
      'error ‹localhost› a and a-spare are one and the same process for whoever reads localhost: write where each of them is.',
      'error ‹localhost› a-spare and a are one and the same process for whoever reads localhost: write where each of them is.',
      'error ‹localhost› s and s-spare are one and the same process for whoever reads localhost: write where each of them is.',
      'error ‹127.0.0.1› s-spare and s are one and the same process for whoever reads 127.0.0.1: write where each of them is.',
    ],
  },
]);

rows('same-address-and-port', [
  {
    what: 'two daemons of one kind, and of two kinds, ports left out',
    given: `
      poller one server1
      poller two server1
      reactionner r SERVER1 port=7771`,
    says: [
      'error ‹two› The poller one and the poller two are both on server1:7771: one process cannot be both.',
      'error ‹7771› The poller one and the reactionner r are both on server1:7771: one process cannot be both.',
      'error ‹7771› The poller two and the reactionner r are both on server1:7771: one process cannot be both.',
    ],
  },
  {
    what: 'local addresses that are one machine',
    given: `
      poller one localhost
      poller two 127.0.0.1`,
    says: ['error ‹two› The poller one and the poller two are both on localhost:7771: one process cannot be both.'],
  },
  {
    what: 'nothing on two machines, or on two ports',
    given: `
      poller one server1
      poller two server2
      poller three server1 port=7781
      reactionner r server1`,
    says: [],
  },
  {
    what: 'nothing of a receiver without a port: another rule says so',
    given: `
      broker b server1
      receiver r server1`,
    says: [],
  },
  {
    what: 'nothing of local addresses among others: another rule says so',
    given: `
      scheduler one localhost
      scheduler two localhost
      poller p server2`,
    says: [],
  },
]);

rows('receiver-without-port', [
  {
    what: 'each of several',
    given: `
      receiver one server1
      receiver two server2 port=7773
      receiver three server3`,
    says: [
      "warning ‹one› Without a port one is looked for on 7772, the broker's; its daemon listens on 7773.",
      "warning ‹three› Without a port three is looked for on 7772, the broker's; its daemon listens on 7773.",
    ],
  },
]);

rows('satellite-map', [
  {
    what: 'a name that no daemon has',
    given: `
      poller poller-master server1
      arbiter a server2 satellitemap=poler-master=10.0.0.1:7771,nobody=10.0.0.2`,
    says: [
      'warning ‹poler-master› No daemon is called poler-master: this does nothing. Did you mean poller-master?',
      'warning ‹nobody› No daemon is called nobody: this does nothing.',
    ],
  },
  {
    what: 'masters whose spares are not in it',
    given: `
      scheduler one server1
      scheduler spare server3 spare=1
      poller master server1
      poller poller-spare server3 spare=1
      poller dmz server2 satellitemap=one=10.0.0.1,master=10.0.0.1`,
    says: [
      'warning ‹one› The map has one but not its spare spare: dmz will look for it on server3:7768.',
      'warning ‹master› The map has master but not its spare poller-spare: dmz will look for it on server3:7771.',
    ],
  },
  {
    what: 'nothing where both are',
    given: `
      scheduler one server1
      scheduler spare server3 spare=1
      poller dmz server2 satellitemap=one=10.0.0.1,spare=10.0.0.3`,
    says: [],
  },
  {
    what: 'nothing of the daemon itself',
    given: `
      arbiter a server1 host_name=server1
      arbiter a-spare server3 host_name=server3 spare=1 satellitemap=a=10.0.0.1`,
    says: [],
  },
]);

rows('duplicate-daemon-name', [
  {
    what: 'a spare with the name of its master, and two masters',
    given: `
      poller poller-master server1
      poller poller-master server3 spare=1
      broker b server1
      broker b server2`,
    says: [
      'error ‹poller-master› There are two pollers named poller-master: Shinken forgets the other one.',
      'error ‹b› There are two brokers named b: Shinken forgets the other one.',
    ],
  },
  {
    what: 'a spare before its master, which replaces it',
    given: `
      poller poller-master server3 spare=1
      poller poller-master server1`,
    says: ['error ‹poller-master› There are two pollers named poller-master: Shinken forgets this one.'],
  },
  {
    what: 'nothing of two kinds, or where definition_order says which one counts',
    given: `
      poller one server1
      reactionner one server1
      scheduler s server1 definition_order=10
      scheduler s server2`,
    says: [],
  },
]);
