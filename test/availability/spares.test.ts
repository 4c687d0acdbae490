import { describe, expect, test } from 'vitest';
import { likelySpareServer, planSpares, type SpareOptions } from '../../server/src/availability/spares';
import { dedent, workspace } from '../support/workspace';
import { analysisOf, analysisOfFiles, applied, codesOf } from '../support/analysis';

const daemon = (kind: string, name: string, rest: string): string => `
define ${kind} {
    ${kind}_name  ${name}
${rest
  .split(';')
  .map((line) => `    ${line.trim()}`)
  .join('\n')}
}`;

/** One master of each kind on server1, one file. */
const masters = [
  daemon('arbiter', 'arbiter-master', 'address server1; host_name server1; check_interval 60; max_check_attempts 3'),
  daemon('scheduler', 'scheduler-master', 'address server1; modules redis'),
  daemon('poller', 'poller-master', 'address server1'),
  daemon('reactionner', 'reactionner-master', 'address server1'),
  daemon('broker', 'broker-master', 'address server1; manage_arbiters 1; modules webui,log'),
  daemon('receiver', 'receiver-master', 'address server1; port 7773'),
  daemon('module', 'redis', 'module_type redis_retention; server store'),
  daemon('module', 'webui', 'module_type webui'),
  daemon('module', 'log', 'module_type simple-log'),
].join('\n');

const plan = (declaration: string, server = 'server3', options: SpareOptions = {}) =>
  planSpares(analysisOf(declaration).model, server, options);

/** `kind name@address:port for masters` of each draft. */
const brief = (declaration: string, server?: string, options?: SpareOptions): string[] =>
  plan(declaration, server, options).drafts.map(
    ({ kind, name, address, text, masters: names }) =>
      `${kind} ${name}@${address}:${/port +(\d+)/.exec(text)?.[1] ?? '?'} for ${names.join(', ')}`,
  );

describe('the full set', () => {
  test('has one spare of each kind, on the usual ports', () => {
    expect(brief(masters)).toEqual([
      'arbiter arbiter-spare@server3:7770 for arbiter-master',
      'scheduler scheduler-spare@server3:7768 for scheduler-master',
      'poller poller-spare@server3:7771 for poller-master',
      'reactionner reactionner-spare@server3:7769 for reactionner-master',
      'broker broker-spare@server3:7772 for broker-master',
      'receiver receiver-spare@server3:7773 for receiver-master',
    ]);
  });

  test('once written leaves nothing to warn of, and nothing to add', () => {
    const declaration = `#- shinken.cfg\ncfg_dir=daemons\n#- daemons/all.cfg\n${masters}`;
    const { files } = workspace(declaration);
    const before = analysisOfFiles(files);
    const after = analysisOfFiles(applied(files, planSpares(before.model, 'server3').change));
    expect(codesOf(after, 'availability/')).toEqual([]);
    expect(planSpares(after.model, 'server3').drafts).toEqual([]);
  });

  test('mirrors the master: modules, realm, flags and timers, but neither its address nor its machine', () => {
    const declaration = `
      define broker {
          broker_name        broker-master
          address            server1
          port               7782
          spare              0
          modules            webui,log
          manage_arbiters    1
          check_interval     30
          satellitemap       x=10.0.0.1
          definition_order   5
      }`;
    expect(plan(declaration).drafts.find(({ kind }) => kind === 'broker')?.text).toBe(
      dedent(`
        # Stands in for broker-master (server1).
        define broker {
            broker_name      broker-spare
            address          server3
            port             7782
            spare            1
            modules          webui,log
            manage_arbiters  1
            check_interval   30
        }
      `),
    );
  });

  test('gives the arbiter the name of its machine', () => {
    const [arbiter] = plan(masters, 'backup.example.com').drafts;
    expect(arbiter?.text).toMatch(/host_name +backup\.example\.com\n/);
  });

  test('gives one spare the modules and tags of all the masters it stands in for', () => {
    const declaration = [
      daemon('poller', 'poller-1', 'address server1; modules nrpe; poller_tags None,DMZ'),
      daemon('poller', 'poller-2', 'address server2; modules nrpe,snmp; poller_tags LAN'),
    ].join('\n');
    const [poller] = plan(declaration).drafts;
    expect(poller?.masters).toEqual(['poller-1', 'poller-2']);
    expect(poller?.text).toMatch(/modules +nrpe,snmp\n/);
    expect(poller?.text).toMatch(/poller_tags +None,DMZ,LAN\n/);
  });

  test('keeps untagged work in reach when only some masters have tags', () => {
    const declaration = [
      daemon('poller', 'poller-1', 'address server1'),
      daemon('poller', 'poller-2', 'address server2; poller_tags DMZ'),
    ].join('\n');
    expect(plan(declaration).drafts[0]?.text).toMatch(/poller_tags +None,DMZ\n/);
  });

  test('has a spare for each scheduler that one machine can lose', () => {
    const declaration = [
      daemon('scheduler', 'one', 'address server1'),
      daemon('scheduler', 'two', 'address server1; port 7778'),
      daemon('scheduler', 'three', 'address server2'),
    ].join('\n');
    expect(brief(declaration)).toEqual([
      'scheduler one-spare@server3:7768 for one, three, two',
      'scheduler two-spare@server3:7778 for two, one, three',
    ]);
  });

  test('has one spare for each realm', () => {
    const declaration = [
      daemon('realm', 'World', 'realm_members Europe; default 1'),
      daemon('realm', 'Europe', 'alias Europe'),
      daemon('poller', 'world', 'address server1; realm World'),
      daemon('poller', 'europe', 'address server2; realm Europe; port 7781'),
    ].join('\n');
    expect(brief(declaration)).toEqual([
      'poller world-spare@server3:7771 for world',
      'poller europe-spare@server3:7781 for europe',
    ]);
  });

  test('works for the realms below if one of its masters does', () => {
    const declaration = [
      daemon('realm', 'World', 'realm_members Europe; default 1'),
      daemon('realm', 'Europe', 'alias Europe'),
      daemon('scheduler', 'europe', 'address server1; realm Europe'),
      daemon('poller', 'one', 'address server1; realm World; manage_sub_realms 0'),
      daemon('poller', 'two', 'address server2; realm World; manage_sub_realms 1'),
    ].join('\n');
    const [, poller] = plan(declaration).drafts;
    expect(poller?.masters).toEqual(['one', 'two']);
    expect(poller?.text).toMatch(/manage_sub_realms +1\n/);
  });

  test('adds to spares that are too few, or too near', () => {
    const declaration = [
      daemon('scheduler', 'one', 'address server1'),
      daemon('scheduler', 'two', 'address server1; port 7778'),
      daemon('scheduler', 'spare', 'address server2; spare 1'),
      daemon('poller', 'poller', 'address server1'),
      daemon('poller', 'near', 'address server1; port 7781; spare 1'),
    ].join('\n');
    expect(brief(declaration)).toEqual([
      'scheduler one-spare@server3:7768 for one, two',
      'poller poller-spare@server3:7771 for poller',
    ]);
  });

  test('leaves alone who is on that server, and covers those who are not', () => {
    const declaration = [
      daemon('scheduler', 'one', 'address server1'),
      daemon('scheduler', 'three', 'address Server3'),
      daemon('broker', 'b', 'address server1; manage_arbiters 1'),
    ].join('\n');
    expect(brief(declaration)).toEqual([
      'scheduler one-spare@server3:7778 for one',
      'broker b-spare@server3:7772 for b',
    ]);
  });

  test('takes names and ports that are free', () => {
    const declaration = [
      daemon('poller', 'poller-master', 'address server1'),
      daemon('poller', 'poller-spare', 'address server2'),
      daemon('broker', 'other', 'address server3; port 7771'),
    ].join('\n');
    expect(brief(declaration)[0]).toBe('poller poller-spare-2@server3:7781 for poller-master, poller-spare');
  });

  test('can be had for one machine only', () => {
    const declaration = [
      daemon('poller', 'one', 'address server1'),
      daemon('reactionner', 'two', 'address server2'),
    ].join('\n');
    expect(brief(declaration, 'server3', { for: 'server2' })).toEqual(['reactionner two-spare@server3:7769 for two']);
  });
});

describe('no spare', () => {
  const skipped = (declaration: string, server?: string): string[] => [...plan(declaration, server).skipped];

  test('for what has one already', () => {
    const declaration = [
      daemon('poller', 'one', 'address server1'),
      daemon('poller', 'spare', 'address server4; spare 1'),
    ].join('\n');
    expect(skipped(declaration)).toContain('poller one: spare on server4 is already there as a spare.');
  });
  test('beside its master', () => {
    expect(skipped(daemon('poller', 'one', 'address server1'), 'server1')).toContain(
      'poller one: one is active on server1 itself; a spare beside it would die with it.',
    );
  });
  test('in a realm that does not exist', () => {
    expect(skipped(daemon('poller', 'one', 'address server1; realm Nowhere'))).toContain(
      'poller one: there is no realm for it; mend that first.',
    );
  });
  test('for a daemon that Shinken invents', () => {
    const all = plan(daemon('poller', 'one', 'address server1'));
    expect(all.drafts.map(({ kind }) => kind)).toEqual(['poller']);
    expect(all.skipped.join('\n')).toContain('No scheduler is defined');
  });
});

describe('where a spare is written', () => {
  const file = (declaration: string): string => {
    const { drafts } = plan(declaration);
    return drafts.map((draft) => `${draft.file}${draft.loaded ? '' : ' (not loaded)'}`).join();
  };
  const poller = daemon('poller', 'poller-master', 'address server1');

  test("in its master's folder, if the main file reads it", () => {
    expect(file(`#- shinken.cfg\ncfg_dir=pollers\n#- pollers/master.cfg\n${poller}`)).toBe(
      '/etc/shinken/pollers/poller-spare.cfg',
    );
  });
  test('in a folder below one that the main file reads', () => {
    expect(file(`#- shinken.cfg\ncfg_dir=conf\n#- conf/site/pollers/master.cfg\n${poller}`)).toBe(
      '/etc/shinken/conf/site/pollers/poller-spare.cfg',
    );
  });
  test('in the folder of its kind else, and says that nobody reads it', () => {
    expect(file(`#- shinken.cfg\ncfg_file=daemons.cfg\n#- daemons.cfg\n${poller}`)).toBe(
      '/etc/shinken/pollers/poller-spare.cfg (not loaded)',
    );
  });
  test('never over a file that exists', () => {
    const declaration = `#- shinken.cfg\ncfg_dir=pollers\n#- pollers/master.cfg\n${poller}\n#- pollers/poller-spare.cfg\n# nothing yet`;
    expect(file(declaration)).toBe('/etc/shinken/pollers/poller-spare-2.cfg');
    const exists = (name: string): boolean => name.endsWith('/poller-spare.cfg');
    expect(plan(poller, 'server3', { exists }).drafts[0]?.file).toBe('/etc/shinken/pollers/poller-spare-2.cfg');
  });
  test.each([
    ['../../up-master', '/etc/shinken/pollers/up-spare.cfg'],
    ['a/b c', '/etc/shinken/pollers/a-b-c-spare.cfg'],
    ['pôle', '/etc/shinken/pollers/pôle-spare.cfg'],
  ])('stays in its folder, whatever the master is called: %s', (name, expected) => {
    expect(plan(daemon('poller', name, 'address server1')).drafts[0]?.file).toBe(expected);
  });
});

describe('what is left to do by hand', () => {
  test('names the host_name check, the copy, the ports and the retention', () => {
    const notes = plan(
      [daemon('arbiter', 'a', 'address server1; host_name server1'), daemon('scheduler', 's', 'address server1')].join(
        '\n',
      ),
    ).notes.join('\n');
    expect(notes).toContain('hostname');
    expect(notes).toContain('every day');
    expect(notes).toContain('7768, 7770');
    expect(notes).toContain('PENDING');
  });
  test('says nothing of retention where the schedulers share one', () => {
    expect(plan(masters).notes.join('\n')).not.toContain('PENDING');
  });
});

describe('the server that is proposed', () => {
  test.each([
    ['server3 where there is no spare yet', daemon('poller', 'one', 'address server1'), 'server3'],
    [
      'the one where the other spares are',
      [
        daemon('poller', 'one', 'address server1'),
        daemon('poller', 'two', 'address backup; spare 1'),
        daemon('broker', 'three', 'address backup; spare 1'),
        daemon('scheduler', 'four', 'address other; spare 1'),
      ].join('\n'),
      'backup',
    ],
  ])('is %s', (_what, declaration, server) => {
    expect(likelySpareServer(analysisOf(declaration).model)).toBe(server);
  });
});
