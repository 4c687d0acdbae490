import { describe, expect, test } from 'vitest';
import { analysisOf } from '../support/analysis';
import { rows } from './rows';
import { cfg, codes, inEditor, said } from './support';

rows('arbiter-without-host-name', [
  {
    what: 'each of several',
    given: `
      arbiter a server1
      arbiter a-spare server3 spare=1`,
    says: [
      'error ‹a› a has no host_name: it would take itself for the arbiter of any machine. Write what `hostname` prints on server1.',
      'error ‹a-spare› a-spare has no host_name: it would take itself for the arbiter of any machine. Write what `hostname` prints on server3.',
    ],
  },
  {
    what: 'a spare, even alone',
    given: 'arbiter a-spare server3 spare=1',
    says: [
      'error ‹a-spare› a-spare has no host_name: it would take itself for the arbiter of any machine. Write what `hostname` prints on server3.',
    ],
  },
  { what: 'nothing of a single one', given: 'arbiter a server1', says: [] },
  { what: 'nothing of the one that Shinken invents', given: 'scheduler s server1', says: [] },
]);

rows('arbiters-share-host-name', [
  {
    what: 'each that claims the machine of another',
    given: `
      arbiter a server1 host_name=server1
      arbiter b server2 host_name=server1 spare=1
      arbiter c server3 host_name=server3 spare=1`,
    says: ['error ‹server1› a and b both claim the machine server1: only one of them can ever run.'],
  },
  {
    what: 'nothing where they differ, or are left out',
    given: `
      arbiter a server1 host_name=server1
      arbiter b server2
      arbiter c server3 spare=1`,
    says: [],
  },
]);

rows('arbiter-host-name-is-address', [
  ...['192.0.2.1', '127.0.0.1', 'localhost', '2001:db8::1', '::1'].map((name) => ({
    what: name,
    given: `arbiter a server1 host_name=${name}`,
    says: [
      `warning ‹${name}› a starts only on a machine that calls itself ${name}; write what \`hostname\` prints there.`,
    ],
  })),
  ...['server1', 'server1.example.com', '12', '1.2.3', 'cafe', '10-0-0-1'].map((name) => ({
    what: `nothing of ${name}`,
    given: `arbiter a server1 host_name=${name}`,
    says: [],
  })),
]);

/** The address and the name of the spare arbiter, among daemons on server2 and server3. */
const named = (address: string, hostName: string): string => `
  arbiter a server1 host_name=server1
  arbiter a-spare ${address} host_name=${hostName} spare=1
  poller two server2
  poller three server3`;

rows('arbiter-host-name-elsewhere', [
  {
    what: 'two machines that others name as well',
    given: named('server3', 'server2'),
    says: [
      'warning ‹server2› a-spare starts on server2 only, where the poller two is, and is looked for on server3, where the poller three is.',
    ],
  },
  ...[
    ['server3', 'server3.example.com'],
    ['server3.example.com', 'Server3'],
    ['SERVER3', 'server3'],
    ['server3', 'backup'],
    ['backup', 'server3'],
    ['192.0.2.3', 'server3'],
    ['localhost', 'server2'],
  ].map(([address = '', hostName = '']) => ({
    what: `nothing of ${hostName} at ${address}`,
    given: named(address, hostName),
    says: [],
  })),
  {
    what: 'nothing beside what is said of the same name, or the same machine',
    given: named('server3', 'server1'),
    says: [],
  },
  { what: 'nothing of one beside the other', given: named('server1', 'server3'), says: [] },
]);

rows('several-master-arbiters', [
  {
    what: 'each beyond the first',
    given: `
      arbiter a server1 host_name=server1
      arbiter b server2 host_name=server2 spare=0
      arbiter c server3 host_name=server3`,
    says: [
      'error ‹0› a is active already: two active arbiters stop each other. Give one of them spare 1.',
      'error ‹c› a is active already: two active arbiters stop each other. Give one of them spare 1.',
    ],
  },
]);

rows('several-spare-arbiters', [
  {
    what: 'each beyond the first',
    given: `
      arbiter a server1 host_name=server1
      arbiter b server2 host_name=server2 spare=1
      arbiter c server3 host_name=server3 spare=1`,
    says: [
      'warning ‹1› b is a spare arbiter already: when the master dies both take the lead and fight over the daemons.',
    ],
  },
]);

rows('spare-arbiter-alone', [
  {
    what: 'once, however many there are',
    given: `
      arbiter b server2 host_name=server2 spare=1
      arbiter c server3 host_name=server3 spare=1`,
    says: ['error ‹1› Every arbiter is a spare: b waits five minutes for a master that does not exist.'],
  },
  { what: 'nothing of the invented master', given: 'poller p server2 spare=1', says: [] },
]);

const arbiters = `
  arbiter a server1 host_name=server1 check_interval=CHECK max_check_attempts=ATTEMPTS
  arbiter a-spare server3 host_name=server3 spare=1`;

rows('implicit-arbiter-timers', [
  {
    what: 'what is left out, with what follows from the rest',
    given: arbiters.replace('check_interval=CHECK max_check_attempts=ATTEMPTS', 'check_interval=30'),
    says: ['hint ‹a› The spare arbiter takes the lead after 90 seconds without news of a, by default values.'],
  },
  { what: 'nothing where both are written', given: arbiters.replace('CHECK', '60').replace('ATTEMPTS', '3'), says: [] },
  { what: 'nothing without a spare arbiter', given: 'arbiter a server1\npoller p server3 spare=1', says: [] },
]);

rows('hasty-takeover', [
  {
    what: 'one attempt, or few seconds, at the line that makes it so',
    given: `${arbiters.replace('CHECK', '2').replace('ATTEMPTS', '3')}
      poller p server1 check_interval=60 max_check_attempts=1
      poller p-spare server3 spare=1
      broker b server1 check_interval=1 max_check_attempts=4
      broker b-spare server3 spare=1 max_check_attempts=0`,
    says: [
      'warning ‹2› The spare arbiter takes the lead after 6 seconds without news of a: a hiccup of the network is enough.',
      'warning ‹1› p is given up after one failed check: a hiccup of the network is enough to move its work.',
      'warning ‹1› b is given up after 4 seconds: a hiccup of the network is enough to move its work.',
      'warning ‹0› b-spare is given up after one failed check: a hiccup of the network is enough to move its work.',
    ],
  },
  {
    what: 'nothing of a quick set-up that waits for two attempts, and of an arbiter that waits a minute for one',
    given: `${arbiters.replace('CHECK', '60').replace('ATTEMPTS', '1')}
      poller p server1 check_interval=5 max_check_attempts=2
      poller p-spare server3 spare=1 check_interval=5 max_check_attempts=2`,
    says: [],
  },
  {
    what: 'nothing of schedulers, which are given up at once whatever is written',
    given: `
      scheduler s server1 max_check_attempts=1
      scheduler s-spare server3 spare=1`,
    says: [],
  },
  {
    what: 'nothing where nobody would take over',
    given: 'poller p server1 max_check_attempts=1\nbroker b server3 spare=1',
    says: [],
  },
]);

rows('long-timeout', [
  {
    what: 'a timeout that stops the arbiter',
    given: 'poller p server1 timeout=60\npoller q server2 timeout=10',
    says: [
      'information ‹60› The arbiter stands still for 60 seconds whenever p does not answer; more max_check_attempts do the same without that.',
    ],
  },
]);

rows('invented-daemon', [
  {
    what: 'kinds that nobody defines, where spares are wanted',
    given: `
      arbiter a server1 host_name=server1
      arbiter a-spare server3 host_name=server3 spare=1
      scheduler s server1
      broker b server1`,
    says: [
      'warning ‹a› No poller, no reactionner is defined: Shinken invents one of each on localhost, wherever the arbiter runs, and they have no spare.',
    ],
  },
  {
    what: 'the arbiter itself',
    given: `
      scheduler s server1
      poller p server1
      reactionner r server1
      broker b server1
      broker b-spare server3 spare=1`,
    says: ['warning ‹b-spare› No arbiter is defined: it has no spare, and when its machine dies nobody leads.'],
  },
  { what: 'nothing where no spare is wanted', given: 'arbiter a server1', says: [] },
]);

rows('single-server', [
  {
    what: 'one information for all',
    given: `
      arbiter a server1
      poller p server1
      poller q server2`,
    says: [
      'information ‹a› No daemon has a spare: what a server does stops when it fails. "Generate Spare Definitions…" writes the full set for another one.',
    ],
  },
  { what: 'nothing where no arbiter is defined', given: 'poller p server1', says: [] },
]);

rows('missing-complete-links', [
  {
    what: 'each realm that two active brokers reach',
    given: `
      realm World realm_members=Europe default=1
      realm Europe broker_complete_links=0
      scheduler world server1 realm=World
      scheduler europe server1 realm=Europe port=7778
      broker one server1 realm=World
      broker two server2 realm=World
      broker spare server3 realm=World spare=1`,
    says: [
      'warning ‹World› one and two are active for the realm World, which lacks broker_complete_links 1: the arbiter reports a missing broker every second, and the spare comes in only when all of them are dead.',
      'warning ‹0› one and two are active for the realm Europe, which lacks broker_complete_links 1: the arbiter reports a missing broker every second, and the spare comes in only when all of them are dead.',
    ],
  },
  {
    what: 'the second broker, where nobody defines a realm',
    given: `
      broker one server1
      broker two server2`,
    says: [
      'warning ‹two› one and two are active for the realm Default, which lacks broker_complete_links 1: the arbiter reports a missing broker every second.',
    ],
  },
  {
    what: 'nothing with links, with one active broker, or without a scheduler',
    given: `
      realm World realm_members=Europe,Asia default=1 broker_complete_links=1
      realm Europe
      realm Asia
      scheduler world server1 realm=World
      scheduler europe server1 realm=Europe port=7778
      broker one server1 realm=World manage_sub_realms=0
      broker two server2 realm=World manage_sub_realms=0
      broker europe server2 realm=Europe port=7782
      broker europe-spare server3 realm=Europe spare=1
      broker asia server3 realm=Asia port=7782
      broker asia-2 server3 realm=Asia port=7792`,
    says: [],
  },
]);

rows('no-broker-for-arbiters', [
  {
    what: 'none that takes what the arbiter says',
    given: `
      broker one server1
      broker spare server3 spare=1`,
    says: ["warning ‹one› No broker has manage_arbiters 1: the arbiter's own messages pile up in its memory."],
  },
  {
    what: 'several',
    given: `
      broker one server1 manage_arbiters=1
      broker two server2 manage_arbiters=1
      broker spare server3 manage_arbiters=1 spare=1`,
    says: ["warning ‹1› one already takes the arbiter's messages: two gets none of them."],
  },
  {
    what: 'a spare only',
    given: `
      broker one server1
      broker spare server3 manage_arbiters=1 spare=1`,
    says: [
      "warning ‹one› Of the brokers only the spare spare has manage_arbiters 1: the arbiter's own messages go there while it idles, and nobody sees them.",
    ],
  },
  { what: 'nothing of the invented one', given: 'scheduler s server1', says: [] },
]);

rows('implicit-sub-realms', [
  {
    what: 'satellites of a realm with realms below',
    given: `
      realm World realm_members=Europe default=1
      realm Europe realm_members=Paris
      realm Paris
      scheduler s server1 realm=World
      poller p server1
      poller q server2 manage_sub_realms=0
      broker b server1 realm=Paris
      receiver r server1 realm=World port=7773`,
    says: [
      'hint ‹p› p works for the realms Europe and Paris as well: manage_sub_realms is 1 when it is left out.',
      'hint ‹World› r works for the realms Europe and Paris as well: manage_sub_realms is 1 when it is left out.',
    ],
  },
]);

rows('mongodb-uri', [
  ...['db.example.com', 'db.example.com/shinken?w=1', 'user:secret@db'].map((uri) => ({
    what: uri,
    given: `module m module_type=retention_mongodb uri=${uri}`,
    says: [`warning ‹${uri}› Without mongodb:// before it the driver takes ${uri} for the bare name of a host.`],
  })),
  ...['mongodb://db', 'mongodb+srv://db.example.com'].map((uri) => ({
    what: `nothing of ${uri}`,
    given: `module m module_type=mongodb-retention uri=${uri}`,
    says: [],
  })),
  { what: 'nothing of other modules', given: 'module m module_type=redis_retention uri=db', says: [] },
]);

rows('wrong-daemon-for-module', [
  {
    what: 'each module at its name, wherever it is listed',
    given: `
      module webui module_type=webui2
      module log module_type=simple_log
      module pipe module_type=named-pipe
      module sqlite module_type=logstore_sqlite
      poller p server1 modules=webui,log
      broker b server1 modules=webui,log,sqlite
      receiver r server1 port=7773 modules=pipe`,
    says: [
      'warning ‹webui› The module webui (webui2) is made for a broker or a scheduler: a poller does nothing with it.',
      'warning ‹log› The module log (simple-log) is made for a broker: a poller does nothing with it.',
      'warning ‹sqlite› The module sqlite (logstore_sqlite) is made for a livestatus module: a broker does nothing with it.',
    ],
  },
  {
    what: 'nothing of a type that is not known, or of a module that does not exist',
    given: `
      module ours module_type=our_own
      poller p server1 modules=ours,nobody`,
    says: [],
  },
]);

describe('a part of a configuration', () => {
  test('is not asked what is missing in it', () => {
    const { problems } = inEditor(
      `#- pack.cfg\n${cfg(`
      arbiter a localhost
      arbiter b server3 host_name=192.0.2.1
      arbiter c server3 spare=1
      scheduler s server1 max_check_attempts=1
      scheduler s server1
      poller p server1 spare=1 timeout=60 satellitemap=x=1.2.3.4
      poller q server1 passive=1 spare=1
      broker b server1
      broker b-2 server1
      receiver r server1`)}`,
    );
    expect(problems.filter(({ code }) => code.startsWith('availability/'))).toEqual([]);
  });
});

describe('spare-not-loaded', () => {
  const master = cfg('arbiter a server1 host_name=server1\nscheduler s server1');
  const spare = cfg('arbiter a-spare server3 host_name=server3 spare=1');
  const text =
    'warning ‹a-spare› Shinken does not know the arbiter a-spare: the main file does not load this file. Add a cfg_file or cfg_dir line for it.';
  const given = (main: string, file = 'arbiters/spare.cfg', own = spare): string[] =>
    said(inEditor(`#- shinken.cfg\n${main}\n#- ${file}\n${own}`), 'spare-not-loaded');

  test.each([
    ['a spare in a file that is not loaded', master, [text]],
    ['nothing once it is', `cfg_dir=arbiters\n${master}`, []],
    ['nothing of the copy of one that is there', `${master}\n${spare}`, []],
    ['nothing of a file that has nothing to do with it', 'log_level=INFO', []],
  ])('%s', (_what, main, says) => {
    expect(given(main)).toEqual(says);
  });
});

test('the six rules of a lonely arbiter', () => {
  const analysis = analysisOf(cfg('arbiter a 192.0.2.1 spare=1 timeout=60'));
  expect(codes(analysis)).toEqual([
    'arbiter-without-host-name',
    'invented-daemon',
    'long-timeout',
    'spare-arbiter-alone',
  ]);
});
