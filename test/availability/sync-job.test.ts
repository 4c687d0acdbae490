import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import {
  folderProblem,
  syncFacts,
  type SyncFacts,
  syncJob,
  type SyncRequest,
  timeProblem,
} from '../../server/src/availability/sync-job';
import { loadProject } from '../../server/src/project/load';
import { memoryFileSystem, ROOT, workspace } from '../support/workspace';

const nothing: SyncFacts = { mains: ['shinken.cfg'], namesItself: false, outside: [], excluded: [] };
const usual: SyncRequest = { server: 'server3', folder: '/etc/shinken', schedule: 'systemd', time: '03:30' };

const job = (request: Partial<SyncRequest> = {}, facts: Partial<SyncFacts> = {}) =>
  syncJob({ ...usual, ...request }, { ...nothing, ...facts });

/** The text of the file whose name ends so. */
const text = (ending: string, request: Partial<SyncRequest> = {}, facts: Partial<SyncFacts> = {}): string =>
  job(request, facts).files.find(({ name }) => name.endsWith(ending))?.text ?? '';

describe('the files', () => {
  test('are a script, and a unit with its timer', () => {
    expect(job().files.map(({ name, path: file, executable }) => [name, file, executable])).toEqual([
      ['shinken-copy-to-server3.sh', '/usr/local/sbin/shinken-copy-to-server3', true],
      ['shinken-copy-to-server3.service', '/etc/systemd/system/shinken-copy-to-server3.service', false],
      ['shinken-copy-to-server3.timer', '/etc/systemd/system/shinken-copy-to-server3.timer', false],
    ]);
  });

  test('are a script, and a line for cron', () => {
    expect(job({ schedule: 'cron' }).files.map(({ name, path: file }) => [name, file])).toEqual([
      ['shinken-copy-to-server3.sh', '/usr/local/sbin/shinken-copy-to-server3'],
      ['shinken-copy-to-server3.cron', '/etc/cron.d/shinken-copy-to-server3'],
    ]);
  });

  test.each([
    ['server3.example.com', 'shinken-copy-to-server3-example-com'],
    ['fe80::1', 'shinken-copy-to-fe80-1'],
  ])('have names that cron and systemd take: %s', (server, name) => {
    expect(job({ server, schedule: 'cron' }).files.map((file) => path.posix.basename(file.path))).toEqual([name, name]);
  });

  test.each([
    [{ server: 'local host' }, /letters, digits/],
    [{ server: 'localhost' }, /its own machine/],
    [{ folder: 'etc/shinken' }, /whole path/],
    [{ folder: '/' }, /whole path/],
    [{ folder: '/etc/shin\nken' }, /line break/],
    [{ time: '24:00' }, /HH:MM/],
  ])('%j is refused', (request, message) => {
    expect(() => job(request)).toThrow(message);
  });
});

test.each(['3:30', '03:30', '23:59', ' 00:00 '])('%j is a time of day', (time) => {
  expect(timeProblem(time)).toBeUndefined();
});

test.each(['', '3', '24:00', '12:60', '12:5', 'noon'])('%j is none', (time) => {
  expect(timeProblem(time)).toBeDefined();
});

test('a folder may have blanks and quotes in its name', () => {
  expect(folderProblem("/srv/it's shinken")).toBeUndefined();
});

/** Sections and their settings, as systemd reads them. */
function unit(content: string): Record<string, Record<string, string>> {
  const sections: Record<string, Record<string, string>> = {};
  let section: Record<string, string> = {};
  for (const line of content.split('\n').filter((each) => each !== '' && !each.startsWith('#'))) {
    const name = /^\[(\w+)\]$/.exec(line)?.[1];
    const [, key, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
    if (name !== undefined) sections[name] = section = {};
    else if (key !== undefined && value !== undefined) section[key] = value;
    else throw new Error(`no line of a unit: ${line}`);
  }
  return sections;
}

describe('what starts it', () => {
  test('a service runs the script once', () => {
    const { Unit, Service } = unit(text('.service'));
    expect(Unit).toMatchObject({ Description: "Copy Shinken's configuration to server3" });
    expect(Service).toMatchObject({ Type: 'oneshot', ExecStart: '/usr/local/sbin/shinken-copy-to-server3' });
  });

  test('a timer starts the service every day', () => {
    const { Timer, Install } = unit(text('.timer', { time: '4:05' }));
    expect(Timer).toEqual({ OnCalendar: '*-*-* 04:05:00', Persistent: 'true' });
    expect(Install).toEqual({ WantedBy: 'timers.target' });
  });

  test('cron starts it as root', () => {
    const lines = text('.cron', { schedule: 'cron', time: '04:05' }).split('\n');
    expect(lines).toContain('5 4 * * * root /usr/local/sbin/shinken-copy-to-server3');
    expect(lines.filter((line) => line !== '' && !/^(?:#|\w+=|\d+ \d+ \* \* \* root \/)/.test(line))).toEqual([]);
  });
});

describe('what the configuration says to it', () => {
  const facts = (declaration: string, folder = ROOT): SyncFacts => {
    const project = loadProject(memoryFileSystem(workspace(declaration).files), { mains: ['shinken.cfg'], cwd: ROOT });
    return syncFacts(project, folder);
  };

  test('names its files from the folder', () => {
    expect(facts('cfg_dir=hosts\n#- hosts/a.cfg\n#\n')).toEqual(nothing);
  });
  test.each([
    ['where it is open', '/etc/shinken/hosts', ROOT],
    ['where it will be', '/srv/shinken/hosts', '/srv/shinken'],
  ])('names its own files by whole paths: %s', (_what, target, folder) => {
    expect(facts(`cfg_dir=${target}\n`, folder)).toMatchObject({ namesItself: true, outside: [] });
  });
  test('reads what is not in the folder', () => {
    expect(facts('cfg_dir=/usr/share/shinken\ncfg_file=../common.cfg\n')).toMatchObject({
      namesItself: false,
      outside: ['/usr/share/shinken', '/etc/common.cfg'],
    });
  });
  test('has files of its own in the folder', () => {
    const settings = 'lock_file=/etc/shinken/run/arbiterd.pid\nlocal_log=/var/log/arbiterd.log\nlog_level=INFO\n';
    expect(facts(settings)).toMatchObject({ excluded: ['run/arbiterd.pid'] });
  });
  test('is told to whoever installs it', () => {
    const outside = ['/usr/share/shinken'];
    expect(job({}, { outside }).steps.join('\n')).toContain('`/usr/share/shinken`');
    expect(text('.sh', {}, { outside })).toContain('#   /usr/share/shinken\n');
    expect(job().steps.join('\n')).not.toContain('outside');
  });
});

describe('the script', () => {
  test('never copies what belongs to one machine', () => {
    const script = text('.sh', {}, { excluded: ['run/arbiter[1].pid'] });
    for (const pattern of ['*.pid', '*.lock', '.git/', '/run/arbiter\\[1].pid'])
      expect(script).toContain(`--exclude='${pattern}'`);
  });
  test('restarts nothing', () => {
    const commands = text('.sh').replace(/^\s*#.*$/gm, '');
    expect(commands).not.toMatch(/systemctl|service |restart|\/etc\/init\.d/);
  });
  test.each([
    ['server3', "target='server3'\n", "rsync_target='server3'\n"],
    ['fe80::1', "target='fe80::1'\n", "rsync_target='[fe80::1]'\n"],
  ])('names the machine as ssh does and as rsync does: %s', (server, ssh, rsync) => {
    const script = text('.sh', { server });
    expect(script).toContain(ssh);
    expect(script).toContain(rsync);
  });
});

const can = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;
const odd = "/srv/it's $HOME `x` shinken";

describe.skipIf(!can('sh', '-c', 'exit 0'))('the script, as sh reads it', () => {
  test.each([
    ['as usual', {}, {}],
    ['with a folder of many characters', { folder: odd }, { excluded: ["a'b", '$(x)'], mains: ["it's.cfg", 'b.cfg'] }],
    ['naming its own files', {}, { namesItself: true, outside: ['/usr/share/x'] }],
  ])('has no mistakes: %s', (_what, request, facts) => {
    const { status, stderr } = spawnSync('sh', ['-n'], { input: text('.sh', request, facts), encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Stands in for the other machine: runs there what it is told to, in the shell that ssh would use. */
const SSH = `while [ "\${1#-}" != "$1" ]; do if [ "$1" = -o ]; then shift; fi; shift; done
printf '%s\\n' "$1" >> "$LOG/hosts"
shift
exec sh -c "$*"`;
/** Does of rsync what can be done with cp, and notes what it was asked for. */
const RSYNC = `all=$*
printf '%s\\n' "$all" >> "$LOG/rsync"
while [ $# -gt 2 ]; do
  if [ "$1" = --dry-run ]; then echo '>f+++++++++ new.cfg'; exit 0; fi
  shift
done
mkdir -p "\${2#*:}" && cp -R "$1." "\${2#*:}" && case $all in *--itemize-changes*) echo '>f+++++++++ shinken.cfg' ;; esac`;
/** Accepts what holds no mistake, and notes what it was asked about. */
const ARBITER = `printf '%s\\n' "$*" >> "$LOG/arbiter"
shift
if [ ! -f "$2" ] || grep -q mistake "$2"; then echo "[Error] a mistake" >&2; exit 1; fi`;
const LOGGER = `shift 3; printf '%s\\n' "$*" >> "$LOG/logged"`;

interface Machines {
  /** A file on the master's machine, and on the target. */
  readonly source: string;
  readonly target: string;
  run(...args: string[]): { readonly status: number | null; readonly out: string; readonly err: string };
  /** What one of the programs was told, a line a call; and what went to the system's log. */
  told(program: 'rsync' | 'arbiter' | 'hosts' | 'logged'): string[];
}

/** Two folders for two machines, and programs that stand in for those that a copy needs. */
function machines(facts: Partial<SyncFacts> = {}, { realRsync = false, name = 'shinken' } = {}): Machines {
  const home = mkdtempSync(path.join(os.tmpdir(), 'sync-'));
  folders.push(home);
  const [source, target, bin] = [path.join(home, 'here', name), path.join(home, 'there', name), path.join(home, 'bin')];
  for (const folder of [source, path.dirname(target), bin]) mkdirSync(folder, { recursive: true });
  const programs = { ssh: SSH, 'shinken-arbiter': ARBITER, logger: LOGGER, ...(realRsync ? {} : { rsync: RSYNC }) };
  for (const [program, body] of Object.entries(programs)) {
    writeFileSync(path.join(bin, program), `#!/bin/sh\n${body}\n`);
    chmodSync(path.join(bin, program), 0o755);
  }
  const quoted = (value: string): string => `'${value.replaceAll("'", `'\\''`)}'`;
  const script = text('.sh', { folder: source }, facts).replace(/^folder=.*$/m, () => `folder=${quoted(target)}`);
  writeFileSync(path.join(home, 'copy'), script);
  return {
    source,
    target,
    run(...args) {
      const { status, stdout, stderr } = spawnSync('sh', [path.join(home, 'copy'), ...args], {
        encoding: 'utf8',
        env: { ...process.env, JOURNAL_STREAM: '', LOG: home, PATH: `${bin}:${process.env['PATH'] ?? ''}` },
      });
      return { status, out: stdout, err: stderr };
    },
    told(program) {
      const file = path.join(home, program);
      return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
    },
  };
}

describe.skipIf(process.platform === 'win32')('the script, on two machines', () => {
  test('copies what the arbiter there accepts', () => {
    const { source, target, run, told } = machines();
    writeFileSync(path.join(source, 'shinken.cfg'), 'log_level=INFO\n');
    expect(run()).toEqual({ status: 0, out: '', err: '' });
    expect(readFileSync(path.join(target, 'shinken.cfg'), 'utf8')).toBe('log_level=INFO\n');
    expect(told('arbiter')).toEqual([expect.stringMatching(/^-v -c .*there\/shinken\.new\.\w+\/shinken\.cfg$/)]);
    expect(told('logged').at(-1)).toBe('The copy on server3 is as it is here.');
    expect(new Set(told('hosts'))).toEqual(new Set(['server3']));
    expect(readdirSync(path.dirname(target))).toEqual(['shinken']);
  });

  test('leaves the copy as it is where the arbiter there refuses the new one', () => {
    const { source, target, run, told } = machines();
    mkdirSync(target);
    writeFileSync(path.join(target, 'shinken.cfg'), 'log_level=INFO\n');
    writeFileSync(path.join(source, 'shinken.cfg'), 'mistake\n');
    const { status, err } = run();
    expect(status).toBe(1);
    expect(err).toContain('does not accept this configuration');
    expect(told('logged')).toContain('[Error] a mistake');
    expect(readFileSync(path.join(target, 'shinken.cfg'), 'utf8')).toBe('log_level=INFO\n');
    expect(readdirSync(path.dirname(target))).toEqual(['shinken']);
  });

  test('asks the arbiter here first where the configuration names its own files', () => {
    const { source, target, run, told } = machines({ namesItself: true });
    writeFileSync(path.join(source, 'shinken.cfg'), 'log_level=INFO\n');
    expect(run()).toMatchObject({ status: 0, err: '' });
    expect(told('arbiter')).toEqual([`-v -c ${source}/shinken.cfg`, `-v -c ${target}/shinken.cfg`]);
    writeFileSync(path.join(source, 'shinken.cfg'), 'mistake\n');
    expect(run().status).toBe(1);
    expect(readFileSync(path.join(target, 'shinken.cfg'), 'utf8')).toBe('log_level=INFO\n');
  });

  test('copies nothing without a configuration: the folder may not be mounted', () => {
    const { run, told } = machines();
    const { status, err } = run();
    expect(status).toBe(1);
    expect(err).toContain('There is no configuration');
    expect(told('rsync')).toEqual([]);
  });

  test('changes nothing in a dry run', () => {
    const { source, target, run, told } = machines();
    writeFileSync(path.join(source, 'shinken.cfg'), '');
    expect(run('--dry-run')).toEqual({ status: 0, out: '>f+++++++++ new.cfg\n', err: '' });
    expect(told('rsync')).toEqual([expect.stringMatching(/--archive --delete .*--dry-run/)]);
    expect(told('arbiter')).toEqual([]);
    expect(existsSync(target)).toBe(false);
  });

  test.each([[['--help']], [['--dry-run', 'x']]])('takes no other arguments: %j', (args) => {
    expect(machines().run(...args)).toMatchObject({ status: 2, err: expect.stringContaining('[--dry-run]') });
  });

  test('says where it ended when the other machine does not answer', () => {
    const { source, run, told } = machines();
    writeFileSync(path.join(source, 'shinken.cfg'), '');
    writeFileSync(path.join(source, '../../bin/ssh'), '#!/bin/sh\nexit 255\n');
    expect(run().status).toBe(255);
    expect(told('logged')).toEqual(['Ended with status 255 while making a folder on server3.']);
  });
});

describe.skipIf(!can('rsync', '--version'))('the script, with rsync itself', () => {
  const write = (folder: string, files: Record<string, string>): void => {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    }
  };
  const files = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .sort();

  test.each([
    ['beside the copy first', {}],
    ['straight over it', { namesItself: true }],
  ])('copies, deletes, and keeps what is excluded: %s', (_what, facts) => {
    const { source, target, run, told } = machines(
      { ...facts, excluded: ['own'] },
      { realRsync: true, name: "it's $1 `x`" },
    );
    write(source, {
      'shinken.cfg': '',
      'hosts/new.cfg': 'new',
      'hosts/same.cfg': 'same',
      'arbiterd.pid': '1',
      own: '1',
    });
    write(target, { 'shinken.cfg': '', 'hosts/old.cfg': 'old', 'arbiterd.pid': '2', own: '2' });
    execFileSync('cp', ['-p', path.join(source, 'hosts/same.cfg'), path.join(target, 'hosts/same.cfg')]);
    chmodSync(path.join(source, 'hosts/new.cfg'), 0o640);

    const dry = run('--dry-run');
    expect(dry).toMatchObject({ status: 0, err: '' });
    expect(dry.out).toMatch(/\*deleting +hosts\/old\.cfg\n/);
    expect(files(target)).toContain('hosts/old.cfg');

    expect(run()).toEqual({ status: 0, out: '', err: '' });
    expect(files(target)).toEqual(['arbiterd.pid', 'hosts/new.cfg', 'hosts/same.cfg', 'own', 'shinken.cfg']);
    expect(readFileSync(path.join(target, 'arbiterd.pid'), 'utf8')).toBe('2');
    expect(told('logged').join('\n')).toMatch(/\*deleting +hosts\/old\.cfg\n/);
    expect(told('logged').join('\n')).not.toContain('same.cfg');
    expect(readdirSync(path.dirname(target))).toHaveLength(1);

    expect(run()).toEqual({ status: 0, out: '', err: '' });
    expect(told('logged').at(-1)).toBe('Nothing has changed: the copy on server3 is as it was.');
  });

  test('makes the first copy', () => {
    const { source, target, run } = machines({}, { realRsync: true });
    write(source, { 'shinken.cfg': '', 'hosts/new.cfg': 'new' });
    expect(run()).toMatchObject({ status: 0 });
    expect(files(target)).toEqual(['hosts/new.cfg', 'shinken.cfg']);
  });
});
