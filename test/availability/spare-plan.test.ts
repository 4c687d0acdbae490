import { describe, expect, test } from 'vitest';
import { outlookOf } from '../../server/src/availability/outlook';
import { planSpares, type SpareOptions, type SparePlan } from '../../server/src/availability/spares';
import { consequencesOf } from '../../server/src/features/consequences';
import { analysisOfFiles, applied, codesOf } from '../support/analysis';
import { dedent, memoryFileSystem, ROOT, workspace } from '../support/workspace';
import { cfg } from './support';

interface Planned {
  readonly plan: SparePlan;
  /** Files by their paths below the root, those that are new or changed. */
  readonly changed: Readonly<Record<string, string>>;
  readonly survives: readonly string[];
  readonly gaps: readonly string[];
  readonly codes: readonly string[];
}

/** A declared configuration with spares on `server3`, once more judged as a whole. */
function planned(declaration: string, options: SpareOptions = {}, server = 'server3'): Planned {
  const { files } = workspace(declaration);
  const before = analysisOfFiles(files);
  const plan = planSpares(before.model, server, options);
  const result = applied(files, plan.change);
  const after = analysisOfFiles(result);
  const promise = consequencesOf(before, plan.change, memoryFileSystem(files)).outlook;
  if (options.load === true || plan.drafts.every(({ loaded }) => loaded))
    expect(promise).toEqual(outlookOf(after.model));
  return {
    plan,
    changed: Object.fromEntries(
      [...result]
        .filter(([file, text]) => files.get(file) !== text)
        .map(([file, text]) => [file.slice(ROOT.length + 1), text]),
    ),
    survives: [...promise.survives].sort(),
    gaps: promise.cannotCover.map(({ text }) => text),
    codes: codesOf(after, 'availability/'),
  };
}

/** The main file loads the folder in which all daemons are. */
const loaded = (lines: string): string => `#- shinken.cfg\ncfg_dir=d\n#- d/all.cfg\n${cfg(lines)}\n`;

const names = (lines: string, options?: SpareOptions, server?: string): string[] =>
  planned(loaded(lines), options, server).plan.drafts.map(({ name }) => name);

const spareText = (lines: string, name: string, options?: SpareOptions): string | undefined =>
  planned(loaded(lines), options).changed[`d/${name}.cfg`];

const realms = `
  realm World default=1 realm_members=Europe
  realm Europe
  arbiter a server1 host_name=server1
  scheduler world server1 realm=World
  poller p-world server1 realm=World
  broker b server1 realm=World
  reactionner r server1 realm=World
  scheduler europe server2 realm=Europe
  poller p-europe server2 realm=Europe`;

describe('one may ask for', () => {
  test.each<[string, SpareOptions, string[]]>([
    [
      'everything',
      {},
      ['a-spare', 'world-spare', 'europe-spare', 'p-world-spare', 'p-europe-spare', 'r-spare', 'b-spare'],
    ],
    ['one kind', { kinds: ['poller'] }, ['p-world-spare', 'p-europe-spare']],
    ['several kinds', { kinds: ['broker', 'arbiter'] }, ['a-spare', 'b-spare']],
    ['one realm, which has no arbiter', { realms: ['Europe'] }, ['europe-spare', 'p-europe-spare']],
    ['one realm and the arbiter', { realms: ['Europe'], kinds: ['arbiter', 'poller'] }, ['a-spare', 'p-europe-spare']],
    ['one kind of one realm', { realms: ['World'], kinds: ['scheduler'] }, ['world-spare']],
    ['one machine', { for: 'server2' }, ['europe-spare', 'p-europe-spare']],
    ['some files', { files: new Set([`${ROOT}/d/r-spare.cfg`]) }, ['r-spare']],
  ])('%s', (_what, options, expected) => {
    expect(names(realms, options)).toEqual(expected);
  });
});

describe('a spare that stands in for several daemons', () => {
  const tags = (lines: string, name: string, options?: SpareOptions): string | undefined =>
    /poller_tags +(.*)/.exec(spareText(lines, name, options) ?? '')?.[1];
  const below = `
    realm World default=1 realm_members=Europe
    realm Europe
    scheduler s server1 realm=World
    scheduler s2 server1 realm=Europe port=7778
    poller world server1 realm=World
    poller europe server2 realm=Europe poller_tags=DMZ`;

  test('has the tags of the realms below that have no spare of their own', () => {
    expect(tags(below, 'world-spare', { realms: ['World'] })).toBe('None,DMZ');
  });
  test('has those alone that it will need', () => {
    expect(tags(below, 'europe-spare', { realms: ['Europe'] })).toBe('DMZ,None');
    const apart = below.replace('realm=World\n    poller europe', 'realm=World manage_sub_realms=0\n    poller europe');
    expect(tags(apart, 'world-spare')).toBeUndefined();
    expect(tags(apart, 'europe-spare')).toBe('DMZ');
  });
  test('says for whom', () => {
    expect(spareText(below, 'world-spare', { realms: ['World'] })).toMatch(
      /^# Stands in for world \(server1\), europe \(server2\)\.\n/,
    );
  });
  test("takes the arbiter's messages where one of its masters does", () => {
    const text = spareText('broker one server1\nbroker two server2 manage_arbiters=1', 'one-spare');
    expect(text).toMatch(/manage_arbiters +1\n/);
  });
  test('leaves them where none does', () => {
    expect(spareText('broker one server1 manage_arbiters=0', 'one-spare')).toMatch(/manage_arbiters +0\n/);
    expect(spareText('broker one server1', 'one-spare')).not.toContain('manage_arbiters');
  });
  test('keeps states in one file, not in that of each', () => {
    const text = spareText(
      `
      scheduler one server1 modules=pickle-1,other
      scheduler two server2 modules=pickle-2
      module pickle-1 module_type=pickle_retention_file path=/one
      module pickle-2 module_type=pickle_retention_file path=/two
      module other module_type=our_own`,
      'one-spare',
    );
    expect(text).toMatch(/modules +pickle-1,other\n/);
  });
  test('keeps a semicolon a part of its value', () => {
    const text = spareText(
      'define poller {\n    poller_name  p\n    address  server1\n    modules  a\\;b\n}',
      'p-spare',
    );
    expect(text).toMatch(/modules +a\\;b\n/);
  });
});

describe('a satellitemap that names a master', () => {
  const owner = (value: string): string =>
    `define arbiter {\n    arbiter_name  a\n    address       server1\n    host_name     server1\n    satellitemap  ${value}\n}`;
  const map = (value: string, rest = 'poller p1 server1'): string | undefined =>
    /satellitemap +(.*)/.exec(planned(loaded(`${owner(value)}\n${rest}`)).changed['d/all.cfg'] ?? '')?.[1];

  test.each([
    ['gets its spare', 'p1=10.0.0.1:7771', 'p1=10.0.0.1:7771,p1-spare=server3:7771'],
    ['as it is written', 'x=1.2.3.4, p1=10.0.0.1', 'x=1.2.3.4, p1=10.0.0.1, p1-spare=server3:7771'],
    ['unless it has it already', 'p1=10.0.0.1,p1-spare=10.0.0.3', undefined],
    ['unless it names nobody of them', 'x=1.2.3.4', undefined],
  ])('%s', (_what, before, after) => {
    expect(map(before)).toBe(after);
  });
  test('gets all of them at once', () => {
    expect(map('p1=10.0.0.1,s1=10.0.0.1', 'poller p1 server1\nscheduler s1 server1')).toBe(
      'p1=10.0.0.1,s1=10.0.0.1,s1-spare=server3:7768,p1-spare=server3:7771',
    );
  });
  test('is to be written for the spare of its owner, too', () => {
    expect(planned(loaded(`${owner('p1=10.0.0.1')}\npoller p1 server1`)).plan.notes.join('\n')).toContain(
      'a has a satellitemap: write one for a-spare',
    );
  });
});

describe('a shared retention', () => {
  const pair = `
    scheduler s1 server1 modules=other,pickle
    scheduler s2 server2 modules=pickle
    scheduler s1-spare server4 spare=1 modules=pickle
    module pickle module_type=pickle_retention_file path=/var/lib/shinken/retention.dat
    module other module_type=our_own`;
  const modules = (lines: string, options: SpareOptions): string[] =>
    [...(planned(loaded(lines), options).changed['d/all.cfg'] ?? '').matchAll(/^ +modules +(.*)$/gm)].map(
      ([, value = '']) => value,
    );
  const definition = (lines: string, options: SpareOptions): string =>
    /define module \{\n +module_name +(?:\w+-retention)[^}]*\}/.exec(
      planned(loaded(lines), options).changed['d/all.cfg'] ?? '',
    )?.[0] ?? '';

  test('takes the place of the local one everywhere, in master and spare', () => {
    expect(modules(pair, { retention: { store: 'redis', address: 'store.example.com' } })).toEqual([
      'other,redis-retention',
      'redis-retention',
      'redis-retention',
    ]);
    expect(spareText(pair.replace('spare=1', ''), 's1-spare-2', { retention: { store: 'redis' } })).toMatch(
      /modules +other,redis-retention\n/,
    );
  });
  test.each([
    ['redis', 'store.example.com', { module_type: 'redis_retention', server: 'store.example.com' }],
    ['redis', 'store:6380', { module_type: 'redis_retention', server: 'store', port: '6380' }],
    ['memcache', 'store', { module_type: 'memcache_retention', server: 'store', port: '11211' }],
    ['mongodb', 'store', { module_type: 'retention_mongodb', uri: 'mongodb://store' }],
    [
      'mongodb',
      'mongodb://a,b/?replicaSet=rs',
      { module_type: 'retention_mongodb', uri: 'mongodb://a,b/?replicaSet=rs' },
    ],
    ['mongodb', '2001:db8::7', { module_type: 'retention_mongodb', uri: 'mongodb://[2001:db8::7]' }],
  ] as const)('is defined if it is missing: %s at %s', (store, address, directives) => {
    const text = definition(pair, { retention: { store, address } });
    const lines = [...text.matchAll(/^ +(\S+) +(.*)$/gm)].map(([, key = '', value = '']) => [key, value]);
    expect(Object.fromEntries(lines)).toEqual({ module_name: `${store}-retention`, ...directives });
  });
  test('is put on the server of the spares when nobody says where', () => {
    expect(definition(pair, { retention: { store: 'redis' } })).toMatch(/server +server3\n/);
  });
  test('is the one that is there', () => {
    const lines = `${pair}\nmodule shared module_type=redis_retention server=redis.example.com`;
    expect(modules(lines, { retention: { store: 'redis' } })).toEqual(['other,shared', 'shared', 'shared']);
    expect(definition(lines, { retention: { store: 'redis' } })).toBe('');
  });
  test('is another one than the one that is there, if one names another place', () => {
    const lines = `${pair}\nmodule redis-retention module_type=redis_retention server=redis.example.com`;
    const options = { retention: { store: 'redis', address: 'elsewhere' } } as const;
    expect(modules(lines, options)).toEqual(['other,redis-retention-2', 'redis-retention-2', 'redis-retention-2']);
  });
  test('never stays on localhost', () => {
    const lines = `${pair}\nmodule redis module_type=redis_retention server=127.0.0.1`;
    const text = planned(loaded(lines), { retention: { store: 'redis' } }).changed['d/all.cfg'];
    expect(text).not.toContain('127.0.0.1');
    expect(text).toMatch(/module_name +redis\n +module_type +redis_retention\n +server +server3\n/);
  });
  test('leaves alone who has one', () => {
    const lines = 'scheduler s1 server1 modules=redis\nmodule redis module_type=redis_retention server=store';
    const { plan } = planned(loaded(lines), { retention: { store: 'mongodb' } });
    expect([plan.forgetful, plan.retention]).toEqual([[], undefined]);
  });
  test('goes to a file of its own where modules have theirs', () => {
    const { changed } = planned(
      dedent(`
        #- shinken.cfg
        cfg_dir=schedulers
        cfg_dir=modules
        #- schedulers/master.cfg
        define scheduler {
            scheduler_name  scheduler-master
            address         server1
            modules         pickle
        }
        #- modules/pickle.cfg
        define module {
            module_name  pickle
            module_type  pickle_retention_file
            path         /var/lib/shinken/retention.dat
        }
      `),
      { retention: { store: 'memcache', address: 'store' } },
    );
    expect(Object.keys(changed).sort()).toEqual([
      'modules/memcache-retention.cfg',
      'schedulers/master.cfg',
      'schedulers/scheduler-spare.cfg',
    ]);
    expect(changed['modules/memcache-retention.cfg']).toBe(
      dedent(`
        # The states of the schedulers, where each of them finds them.
        define module {
            module_name  memcache-retention
            module_type  memcache_retention
            server       store
            port         11211
        }
      `),
    );
  });
  test('says what it needs, what is forgotten and what nobody uses any more', () => {
    const notes = planned(loaded(pair), { retention: { store: 'redis', address: 'store' } }).plan.notes.join('\n');
    expect(notes).toContain('Run Redis on store');
    expect(notes).toContain('the schedulers s1 and s2 have kept so far stays');
    expect(notes).toContain('No daemon uses the module pickle from then on');
    expect(notes).not.toContain('Give the schedulers a retention module');
  });
  test('leaves nothing to warn of', () => {
    expect(planned(loaded(pair), { retention: { store: 'redis', address: 'store' } }).codes.join()).not.toContain(
      'retention',
    );
  });
});

describe('files that the main file does not read', () => {
  const single = cfg('arbiter a server1 host_name=server1\npoller poller-master server1');
  test('stay unread, and one is told so', () => {
    const { plan, changed } = planned(single);
    expect(Object.keys(changed)).toEqual(['arbiters/a-spare.cfg', 'pollers/poller-spare.cfg']);
    expect(plan.notes[0]).toContain('arbiters/a-spare.cfg');
  });
  test('are read by a line each behind the last include', () => {
    const text = `#- shinken.cfg\ncfg_file=daemons.cfg\nretention_update_interval=60\n#- daemons.cfg\n${single}\n`;
    expect(planned(text, { load: true, kinds: ['poller'] }).changed['shinken.cfg']).toBe(
      'cfg_file=daemons.cfg\ncfg_file=pollers/poller-spare.cfg\nretention_update_interval=60\n',
    );
  });
  test('are read by a line each, if one wants it so', () => {
    const { plan, changed } = planned(single, { load: true });
    expect(changed['shinken.cfg']).toBe(
      `${single}\ncfg_file=arbiters/a-spare.cfg\ncfg_file=pollers/poller-spare.cfg\n`,
    );
    expect(plan.notes.join()).not.toContain('does not read');
  });
});

describe('spares that are there', () => {
  const amended = (lines: string, amend?: SpareOptions['amend']): string[] => {
    const { plan, survives } = planned(loaded(lines), { amend });
    return [...plan.amendments.map(({ spare, text }) => `${spare.name} ${text}`), `survives ${survives.join()}`];
  };
  const beside = 'arbiter a server1 host_name=server1\narbiter b server1 host_name=server1b port=7780 spare=1';
  const tagged = `
    arbiter a server2 host_name=server2
    scheduler s server2
    broker b server2
    reactionner r server2
    poller p server1 poller_tags=None,DMZ
    poller q server4 spare=1
    define command {
        command_name  ping
        command_line  ping
        poller_tag    DMZ
    }
    host h 10.0.0.1 check_command=ping max_check_attempts=3`;

  test('move from beside their master, for a second one would fight with them', () => {
    expect(amended(beside)).toEqual(['b moves from server1, where it would die with its master', 'survives ']);
    expect(amended(beside, true).at(-1)).toBe('survives server1,server3');
    const { plan, changed } = planned(loaded(beside), { amend: new Set(['arbiter/b']) });
    expect(changed['d/all.cfg']).toMatch(/arbiter_name +b\n +address +server3\n +host_name +server3\n +port +7780\n/);
    expect(plan.notes.join('\n')).toContain('Run `hostname` on server3');
    expect(plan.skipped.join('\n')).toContain('its spare b is on the same machine');
  });
  test('get the tags of those they stand in for', () => {
    expect(amended(tagged)).toEqual(['q gets the tag DMZ', 'survives server2,server3,server4']);
    expect(amended(tagged, true).at(-1)).toBe('survives server1,server2,server3,server4');
  });
  test('stay as they are when other kinds are asked for', () => {
    expect(planned(loaded(tagged), { kinds: ['arbiter'] }).plan.amendments).toEqual([]);
  });
});

describe('what no spare can mend is said', () => {
  test.each([
    [
      'several active arbiters',
      'arbiter a server1 host_name=one\narbiter b server2 host_name=two',
      'Make one of them the spare',
    ],
    ['a spare arbiter alone', 'arbiter a server1 host_name=one spare=1', 'Make it active before its spare'],
    ['a server with active daemons of its own', 'poller p server3', 'a spare beside it would die with it'],
  ])('%s', (_what, lines, reason) => {
    expect(planned(loaded(lines)).plan.skipped.join('\n')).toContain(reason);
  });
  test('with what is lost, and why', () => {
    const everything = ['arbiter a server1 host_name=server1']
      .concat(['scheduler', 'poller', 'reactionner', 'broker'].map((kind) => `${kind} ${kind}-1 server1`))
      .join('\n');
    expect(planned(loaded(everything)).gaps).toEqual([]);
    expect(planned(loaded(everything)).survives).toEqual(['server1', 'server3']);
    const half = planned(loaded(everything), { kinds: ['arbiter', 'poller', 'broker', 'reactionner'] });
    expect(half.survives).toEqual(['server3']);
    expect(half.gaps).toEqual([
      'When server1 dies, nobody schedules the realm Default, which has no hosts. No spare scheduler reaches this realm.',
    ]);
  });
});
