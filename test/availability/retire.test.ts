import { describe, expect, test } from 'vitest';
import { analyzeAfter } from '../../server/src/analysis';
import { outlookOf } from '../../server/src/availability/outlook';
import { type Fate, type Retirement, retireServer } from '../../server/src/availability/retire';
import { consequencesOf } from '../../server/src/features/consequences';
import { analysisOfFiles, applied } from '../support/analysis';
import { dedent, memoryFileSystem, ROOT, workspace } from '../support/workspace';
import { cfg } from './support';

interface Retired {
  readonly plan: Retirement;
  /** Texts by their paths below the root; those that are gone are not there. */
  readonly files: Readonly<Record<string, string>>;
  readonly survives: readonly string[];
  readonly gaps: readonly string[];
}

/** A declared configuration without a server. */
function retired(declaration: string, server = 'server1', fates: Readonly<Record<string, Fate>> = {}): Retired {
  const { files } = workspace(declaration);
  const before = analysisOfFiles(files);
  const plan = retireServer(before.model, server, ({ name }) => fates[name]);
  if (!plan) throw new Error(`nothing is on ${server}`);
  const after = applied(files, plan.change);
  const outlook = outlookOf(analysisOfFiles(after).model);
  expect(consequencesOf(before, plan.change, memoryFileSystem(files)).outlook).toEqual(outlook);
  return {
    plan,
    files: Object.fromEntries([...after].map(([file, text]) => [file.slice(ROOT.length + 1), text])),
    survives: outlook.survives,
    gaps: outlook.cannotCover.map(({ text }) => text),
  };
}

const main = (declaration: string, server?: string, fates?: Readonly<Record<string, Fate>>): string =>
  retired(cfg(declaration), server, fates).files['shinken.cfg'] ?? '';

/** `name spare` of every daemon afterwards. */
const left = (declaration: string, server?: string, fates?: Readonly<Record<string, Fate>>): string[] =>
  [...main(declaration, server, fates).matchAll(/define (\w+) \{[^}]*?_name +(\S+)[^}]*\}/g)].map(
    ([text, , name = '']) => `${name}${/spare +1/.test(text) ? ' spare' : ''}`,
  );

/** One of each kind on server1, a spare of each on server3. */
const pair = ['arbiter', 'scheduler', 'poller', 'reactionner', 'broker', 'receiver']
  .flatMap((kind) => [
    `${kind} ${kind}-master server1${kind === 'arbiter' ? ' host_name=server1' : ''}`,
    `${kind} ${kind}-spare server3 spare=1${kind === 'arbiter' ? ' host_name=server3' : ''}`,
  ])
  .join('\n');

describe('the definitions of a retired server', () => {
  test.each<[string, string, string]>([
    [
      'go whole, with the comments right above them and inside',
      `
      # Our daemons

      # The old server,
      # bought in 2009.
      define poller {
          poller_name  one   ; the first
          # its address
          address      server1
      }

      # The new one.
      define poller {
          poller_name  two
          address      server2
      }
      `,
      `
      # Our daemons

      # The new one.
      define poller {
          poller_name  two
          address      server2
      }
      `,
    ],
    [
      'go from the end of a file',
      `
      define poller {
          poller_name  two
          address      server2
      }

      define poller {
          poller_name  one
          address      server1
      } ; gone`,
      `
      define poller {
          poller_name  two
          address      server2
      }

      `,
    ],
    [
      'leave what is commented out above them',
      `
      #define poller {
      #    poller_name  three
      #}
      define poller {
          poller_name  one
          address      server1
      }
      define poller {
          poller_name  two
          address      server2
      }
      `,
      `
      #define poller {
      #    poller_name  three
      #}
      define poller {
          poller_name  two
          address      server2
      }
      `,
    ],
    [
      'go although their braces are missing',
      `
      define poller {
          poller_name  one
          address      server1
      define poller {
          poller_name  two
          address      server2
      }
      `,
      `
      define poller {
          poller_name  two
          address      server2
      }
      `,
    ],
    [
      'go with those of the same name that they override',
      `
      define poller {
          poller_name  one
          address      server1
      }
      define poller {
          poller_name  one
          address      server1
          port         7781
      }
      define poller {
          poller_name  two
          address      server2
      }
      `,
      `
      define poller {
          poller_name  two
          address      server2
      }
      `,
    ],
    [
      'keep their line breaks',
      'define poller {\r\n  poller_name one\r\n  address server1\r\n}\r\n\r\ndefine poller {\r\n  poller_name two\r\n  address server2\r\n}\r\n',
      'define poller {\r\n  poller_name two\r\n  address server2\r\n}\r\n',
    ],
  ])('%s', (_what, before, after) => {
    expect(retired(before).files).toEqual({ 'shinken.cfg': dedent(after) });
  });

  test('are found by any name of the machine', () => {
    const arbiter = 'arbiter a 10.0.0.1 host_name=Server1';
    expect(left(`${arbiter}\npoller one server1\npoller two server2\npoller three localhost`, 'SERVER1')).toEqual([
      'two',
    ]);
    expect(left(`${arbiter}\npoller one server1\npoller two server2`, '10.0.0.1')).toEqual(['two']);
  });

  test('are none where nobody is', () => {
    const { model } = analysisOfFiles(workspace(cfg('poller one server1')).files);
    expect(retireServer(model, 'server2')).toBeUndefined();
  });
});

describe('files', () => {
  const files = (declaration: string): string[] => Object.keys(retired(declaration).files).sort();
  const one = 'define poller {\n    poller_name  one\n    address  server1\n}';
  const two = 'define poller {\n    poller_name  two\n    address  server2\n}';

  test('go when only comments would be left', () => {
    expect(
      files(`#- shinken.cfg\ncfg_dir=pollers\n#- pollers/one.cfg\n# A poller.\n\n${one}\n#- pollers/two.cfg\n${two}\n`),
    ).toEqual(['pollers/two.cfg', 'shinken.cfg']);
  });
  test.each([
    ['another object', two],
    ['a definition that is commented out', '# define poller {\n#   poller_name  two\n# }'],
    ['a setting', '$USER1$=/usr/lib'],
  ])('stay for %s', (_what, rest) => {
    const { files: texts } = retired(`#- shinken.cfg\ncfg_dir=pollers\n#- pollers/all.cfg\n${one}\n${rest}\n`);
    expect(texts['pollers/all.cfg']).toBe(`${rest}\n`);
  });
  test('go with the line that loads them by name', () => {
    const { files: texts } = retired(
      `#- shinken.cfg\ncfg_file=pollers/one.cfg\ncfg_file=pollers/two.cfg\n#- pollers/one.cfg\n${one}\n#- pollers/two.cfg\n${two}\n`,
    );
    expect(texts).toEqual({ 'shinken.cfg': 'cfg_file=pollers/two.cfg\n', 'pollers/two.cfg': `${two}\n` });
  });
  test('are never main files', () => {
    expect(files(`${one}\n`)).toEqual(['shinken.cfg']);
  });
});

describe('whoever names a retired daemon', () => {
  test.each([
    ['one of several', 'p1=10.0.0.1:7771,p2=10.0.0.2', 'satellitemap       p2=10.0.0.2'],
    ['with its blanks', 'p2=10.0.0.2, p1=10.0.0.1, p3=10.0.0.3', 'satellitemap       p2=10.0.0.2, p3=10.0.0.3'],
  ])('no longer does: %s', (_what, map, line) => {
    const text = main(
      `arbiter a server2 host_name=server2\npoller p1 server1\npoller p2 server2\nscheduler s server2\ndefine scheduler {\n    scheduler_name     s2\n    address            server2\n    satellitemap       ${map}\n}`,
    );
    expect(text).toContain(line);
    expect(text).not.toContain('p1');
  });
  test('loses the whole line when nobody is left in it', () => {
    const text = main(
      'arbiter a server2 host_name=server2 satellitemap=p1=10.0.0.1\npoller p1 server1\npoller p2 server2',
    );
    expect(text).not.toContain('satellitemap');
  });
  test('keeps it where another daemon has that name', () => {
    const text = main(
      'poller x server1\npoller p2 server2\nreactionner x server2\narbiter a server2 satellitemap=x=1.2.3.4',
    );
    expect(text).toContain('x=1.2.3.4');
  });
});

describe('spares that stood in only for retired daemons', () => {
  test('become active, and the one server that is left works', () => {
    const { plan, gaps } = retired(cfg(pair));
    expect(plan.orphans.map(({ spare, fate }) => `${spare.name} ${fate}`)).toEqual([
      'arbiter-spare promote',
      'scheduler-spare promote',
      'poller-spare promote',
      'reactionner-spare promote',
      'broker-spare promote',
      'receiver-spare promote',
    ]);
    expect(left(pair)).toEqual([
      'arbiter-spare',
      'scheduler-spare',
      'poller-spare',
      'reactionner-spare',
      'broker-spare',
      'receiver-spare',
    ]);
    expect(gaps.filter((text) => text.startsWith('Even'))).toEqual([]);
  });
  test('become active as many as there were masters; the others stay behind them', () => {
    const text =
      'scheduler s1 server1\nscheduler s2 server1 port=7778\nscheduler x server3 spare=1\nscheduler y server4 spare=1\nscheduler z server5 spare=1';
    expect(left(text)).toEqual(['x', 'y', 'z spare']);
  });
  test('stay spares where another master is left to them', () => {
    expect(left('poller p1 server1\npoller p2 server2\npoller s server3 spare=1')).toEqual(['p2', 's spare']);
  });
  test('go, or stay as they are, if one wants it so', () => {
    const text =
      'poller p1 server1\npoller s server3 spare=1\nbroker b1 server1\nbroker t server3 spare=1\nreactionner r server3';
    const fates = { s: 'remove', t: 'keep' } as const;
    expect(left(text, 'server1', fates)).toEqual(['t spare', 'r']);
    expect(retired(cfg(text), 'server1', fates).gaps).toContain(
      'No poller is defined: Shinken invents one on localhost.',
    );
  });
  test('are not made active for the hosts of a realm below', () => {
    const text = `
      realm World realm_members=Europe default=1
      realm Europe
      scheduler world server2 realm=World
      scheduler europe server1 realm=Europe
      scheduler s server3 realm=World spare=1`;
    const { plan } = retired(cfg(text));
    expect(plan.orphans.map(({ spare, fate }) => `${spare.name} ${fate}`)).toEqual([]);
    expect(left(text)).toContain('s spare');
  });
  test('go when they are on the server themselves', () => {
    expect(left(pair, 'server3').every((name) => name.endsWith('-master'))).toBe(true);
    expect(retired(cfg(pair), 'server3').plan.orphans).toEqual([]);
  });
});

describe('what is said of it', () => {
  const notes = (declaration: string, server?: string, fates?: Readonly<Record<string, Fate>>): string =>
    retired(cfg(declaration), server, fates).plan.notes.join('\n');

  test('who leads from now on, and what has to be seen to there', () => {
    expect(notes(pair)).toContain('arbiter-spare on server3 leads from now on');
    expect(notes(pair)).toContain('it must print server3');
  });
  test('that nobody leads', () => {
    expect(notes('arbiter a server1 host_name=server1\npoller p server2')).toContain('No arbiter is left');
    expect(retired(cfg('arbiter a server1 host_name=server1\npoller p server2')).gaps).toContain(
      'No arbiter is defined: Shinken invents one on localhost.',
    );
  });
  test('which modules an heir lacks, and which nobody uses any more', () => {
    const text = `
      broker b server1 modules=webui,log
      broker s server3 spare=1 modules=log
      module webui module_type=webui modules=auth
      module auth module_type=cfg_password_webui
      module log module_type=simple-log`;
    expect(notes(text)).toContain('s does not run webui, which the broker b did');
    expect(notes(text)).toContain('No daemon uses the modules webui and auth from then on');
  });
  test('what else names the server', () => {
    const text = `
      scheduler s1 server1
      scheduler s2 server2 modules=redis
      module redis module_type=redis_retention server=server1
      host web server1
      host db server2`;
    expect(notes(text)).toContain('The module redis names the server (server server1)');
    expect(notes(text)).toContain('web is a host that is still monitored');
  });
  test('which definition takes effect instead', () => {
    const text = 'poller p server2\npoller p server1\npoller q server4';
    expect(left(text)).toEqual(['p', 'q']);
    expect(retired(cfg(text)).plan.kept.join()).toContain(
      'Another definition of the poller p, on server2, takes effect',
    );
  });
});

describe('the configuration afterwards', () => {
  const consequences = (declaration: string) => {
    const { files } = workspace(cfg(declaration));
    const before = analysisOfFiles(files);
    const plan = retireServer(before.model, 'server1');
    if (!plan) throw new Error('nothing is there');
    return consequencesOf(before, plan.change, memoryFileSystem(files));
  };

  test('would be refused: a realm with hosts and without a scheduler', () => {
    const { refused, problems } = consequences(`
      realm World realm_members=Europe default=1
      realm Europe
      scheduler world server2 realm=World
      scheduler europe server1 realm=Europe
      host web 10.0.0.1 realm=Europe max_check_attempts=3`);
    expect(refused).toBe(true);
    expect(problems.map(({ code }) => code)).toContain('arbiter/realm-without-scheduler');
  });
  test('would leave work undone that is done now', () => {
    const { refused, undone } = consequences(`
      scheduler s server2
      broker b server2
      poller p1 server1 poller_tags=None,DMZ
      poller p2 server2
      define command {
          command_name  ping
          command_line  ping
          poller_tag    DMZ
      }
      host web 10.0.0.1 check_command=ping max_check_attempts=3`);
    expect([refused, undone.map(({ kind, tag }) => `${kind} ${tag ?? ''}`)]).toEqual([false, ['poller DMZ']]);
  });
  test('is read without what is gone, whatever the disk has', () => {
    const { files } = workspace(
      '#- shinken.cfg\ncfg_dir=p\n#- p/one.cfg\ndefine poller {\n  poller_name one\n  address server1\n}\n',
    );
    const before = analysisOfFiles(files);
    const change = { edits: [], newFiles: [], deletedFiles: [`${ROOT}/p/one.cfg`] };
    const after = analyzeAfter(before, change, memoryFileSystem(files));
    expect([...after.project.files.keys()]).toEqual([`${ROOT}/shinken.cfg`]);
  });
});
