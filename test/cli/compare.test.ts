import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Ran, shinken, shinkenIn } from './support';

const one = `
#- one/shinken.cfg
cfg_dir=hosts
log_level=INFO
#- one/hosts/web.cfg
define host {
    host_name  web-1
    address    10.0.0.1
    parents    gw-1,gw-2
}
`;
/** Another order, another file, other comments. */
const same = `
#- two/shinken.cfg
# The spare's copy
log_level=INFO
cfg_dir=hosts
#- two/hosts/other.cfg
define host {
    address    10.0.0.1  ; the same
    host_name  web-1
    parents    gw-2, gw-1
}
`;
const other = `
#- two/shinken.cfg
cfg_dir=hosts
log_level=DEBUG
#- two/hosts/web.cfg
define host {
    host_name  web-1
    address    10.0.0.2
    parents    gw-2,gw-3
}
define host {
    host_name  web-2
}
`;

describe('two folders', () => {
  test('that say the same', async () => {
    const { status, out } = await shinken(['compare', 'one', 'two'], one + same);
    expect(status).toBe(0);
    expect(out).toBe('A (one) and B (two) say the same.\n');
  });

  test('that differ', async () => {
    const { status, out } = await shinken(['compare', 'one', 'two/shinken.cfg'], one + other);
    expect(status).toBe(1);
    expect(out).toBe(
      [
        'setting log_level: another value',
        '      A one/shinken.cfg:2:11: INFO',
        '      B two/shinken.cfg:2:11: DEBUG',
        'host web-1: address, parents',
        '    address',
        '      A one/hosts/web.cfg:3:16: 10.0.0.1',
        '      B two/hosts/web.cfg:3:16: 10.0.0.2',
        '    parents',
        '      A one/hosts/web.cfg:4:16: gw-1,gw-2  (only here: gw-1)',
        '      B two/hosts/web.cfg:4:16: gw-2,gw-3  (only here: gw-3)',
        'host web-2: only in B',
        '    B two/hosts/web.cfg:6:1',
        '',
        'There are 3 differences between A (one) and B (two/shinken.cfg).',
        '',
      ].join('\n'),
    );
  });

  test('as JSON', async () => {
    const { status, out, folder } = await shinken(['compare', '--format', 'json', 'one', 'two'], one + other);
    expect(status).toBe(1);
    const report = JSON.parse(out) as { differences: unknown[] };
    expect(report).toMatchObject({
      same: false,
      a: { argument: 'one', folder: `${folder}/one`, main: ['one/shinken.cfg'] },
      b: { argument: 'two', folder: `${folder}/two`, main: ['two/shinken.cfg'] },
    });
    expect(report.differences.slice(1)).toEqual([
      {
        kind: 'object',
        type: 'host',
        name: 'web-1',
        a: { file: 'one/hosts/web.cfg', line: 1, column: 1 },
        b: { file: 'two/hosts/web.cfg', line: 1, column: 1 },
        values: [
          {
            key: 'address',
            a: { file: 'one/hosts/web.cfg', line: 3, column: 16, value: '10.0.0.1' },
            b: { file: 'two/hosts/web.cfg', line: 3, column: 16, value: '10.0.0.2' },
          },
          {
            key: 'parents',
            a: { file: 'one/hosts/web.cfg', line: 4, column: 16, value: 'gw-1,gw-2', only: ['gw-1'] },
            b: { file: 'two/hosts/web.cfg', line: 4, column: 16, value: 'gw-2,gw-3', only: ['gw-3'] },
          },
        ],
      },
      {
        kind: 'object',
        type: 'host',
        name: 'web-2',
        b: { file: 'two/hosts/web.cfg', line: 6, column: 1 },
        values: [],
      },
    ]);
  });

  test('as JSON when they say the same', async () => {
    const { status, out } = await shinken(['compare', '--format', 'json', 'one', 'two'], one + same);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ same: true, differences: [] });
  });

  test('shows the real place in a copy of /etc/shinken that names its files by their whole paths', async () => {
    const { status, out } = await shinken(
      ['compare', 'one', 'mnt/etc/shinken'],
      `
      #- one/shinken.cfg
      cfg_dir=/etc/shinken/hosts
      #- mnt/etc/shinken/shinken.cfg
      cfg_dir=/etc/shinken/hosts
      #- mnt/etc/shinken/hosts/a.cfg
      define host {
          host_name  a
      }
      `,
    );
    expect(status).toBe(1);
    expect(out).toContain('    B mnt/etc/shinken/hosts/a.cfg:1:1\n');
  });
});

describe('what cannot be compared', () => {
  test.each([
    [['compare', 'one', 'none'], 'none: no such file or folder'],
    [
      ['compare', 'one', 'empty'],
      'empty: no shinken.cfg or nagios.cfg, and no file with Shinken objects, was found there',
    ],
    [['compare', 'one'], "missing required argument 'b'"],
    [['compare', 'one', 'git:main'], '/one is in no git repository'],
  ])('%j', async (args, message) => {
    const { status, out, err } = await shinken(args, `${one}\n#- empty/readme\nnothing\n`);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(message);
  });
});

const hasGit = ((): boolean => {
  try {
    execFileSync('git', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

describe.skipIf(!hasGit)('a commit', () => {
  const git = (folder: string, ...args: string[]): void => {
    const who = ['-c', 'user.name=T', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false'];
    execFileSync('git', ['-C', folder, ...who, ...args], { stdio: 'pipe' });
  };

  /** A repository in which `one` has been committed as `v1`. */
  async function repository(declaration = one): Promise<Ran> {
    const ran = await shinken(['compare', 'one', 'one'], declaration);
    git(ran.folder, 'init', '-q', '-b', 'main');
    git(ran.folder, 'add', '-A');
    git(ran.folder, 'commit', '-q', '-m', 'One');
    git(ran.folder, 'tag', 'v1');
    return ran;
  }

  test('of the same folder', async () => {
    const { folder } = await repository();
    expect(await shinkenIn(folder, ['compare', 'one', 'git:v1'])).toMatchObject({ status: 0 });
    writeFileSync(path.join(folder, 'one/hosts/new.cfg'), 'define host {\n    host_name  new\n}\n');
    rmSync(path.join(folder, 'one/hosts/web.cfg'));
    const { status, out } = await shinkenIn(folder, ['compare', 'git:v1', 'one']);
    expect(status).toBe(1);
    expect(out).toBe(
      [
        'host web-1: only in A',
        '    A v1:one/hosts/web.cfg:1:1',
        'host new: only in B',
        '    B one/hosts/new.cfg:1:1',
        '',
        'There are 2 differences between A (git:v1) and B (one).',
        '',
      ].join('\n'),
    );
  });

  test('and another commit, of the current folder', async () => {
    const { folder } = await repository();
    git(folder, 'rm', '-q', 'one/hosts/web.cfg');
    git(folder, 'commit', '-q', '-m', 'Two');
    const { status, out } = await shinkenIn(`${folder}/one`, ['compare', 'git:HEAD~1', 'git:HEAD']);
    expect(status).toBe(1);
    expect(out).toContain('host web-1: only in A\n    A HEAD~1:one/hosts/web.cfg:1:1\n');
  });

  test('is asked for what lies beside the folder, too', async () => {
    const declaration = one.replace('cfg_dir=hosts', 'cfg_dir=hosts\nresource_file=../common.cfg');
    const { folder } = await repository(`${declaration}\n#- common.cfg\n$X$=1\n`);
    writeFileSync(path.join(folder, 'common.cfg'), '$X$=2\n');
    const { out } = await shinkenIn(folder, ['compare', 'git:v1', 'one']);
    expect(out).toContain('A v1:common.cfg:1:5: 1\n      B common.cfg:1:5: 2\n');
  });

  test.skipIf(process.platform === 'win32')('has links', async () => {
    const { folder } = await shinken(['compare', 'one', 'one'], one);
    symlinkSync('../../shared', path.join(folder, 'one/hosts/shared'));
    mkdirSync(path.join(folder, 'shared'));
    writeFileSync(path.join(folder, 'shared/db.cfg'), 'define host {\n    host_name  db\n}\n');
    symlinkSync('../shared', path.join(folder, 'shared/loop'));
    git(folder, 'init', '-q', '-b', 'main');
    git(folder, 'add', '-A');
    git(folder, 'commit', '-q', '-m', 'Links');
    const before = await shinkenIn(folder, ['compare', 'one', 'git:main']);
    rmSync(path.join(folder, 'one/hosts/shared'));
    const after = await shinkenIn(folder, ['compare', 'one', 'git:main']);
    expect(after.out).toContain('host db: only in B\n    B main:one/hosts/shared/db.cfg:1:1\n');
    expect(before).toMatchObject({ status: 0, err: '' });
  });

  test.each([
    ['that nobody knows', 'git:v9', 'v9: git knows no such branch, tag or commit'],
    ['without a name', 'git:', ': git knows no such branch, tag or commit'],
    ['that would be an option', 'git:--all', '--all: git knows no such branch, tag or commit'],
    ['that has no such folder', 'git:empty', 'no such file or folder'],
  ])('%s', async (_what, argument, message) => {
    const { folder } = await repository();
    git(folder, 'checkout', '-q', '--orphan', 'empty');
    git(folder, 'rm', '-rfq', '--cached', '.');
    git(folder, 'commit', '-q', '--allow-empty', '-m', 'Empty');
    const { status, err } = await shinkenIn(folder, ['compare', 'one', argument]);
    expect(status).toBe(2);
    expect(err).toContain(message);
  });

  test('in a folder that a hook has named is the one of the copy all the same', async () => {
    const { folder } = await repository();
    const elsewhere = await repository(one.replace('web-1', 'web-9'));
    cpSync(path.join(elsewhere.folder, '.git'), path.join(elsewhere.folder, 'git'), { recursive: true });
    process.env['GIT_DIR'] = path.join(elsewhere.folder, 'git');
    try {
      expect(await shinkenIn(folder, ['compare', 'one', 'git:v1'])).toMatchObject({ status: 0, err: '' });
    } finally {
      delete process.env['GIT_DIR'];
    }
  });
});
