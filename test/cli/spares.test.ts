import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { cfg } from '../availability/support';
import { type Ran, shinken, shinkenIn } from './support';

const everything = ['scheduler', 'poller', 'reactionner', 'broker'].map((kind) => `${kind} ${kind}-master server1`);
const daemons = cfg(['arbiter arbiter-master server1 host_name=server1', ...everything].join('\n'));
const folder = `cfg_dir=daemons\n#- daemons/all.cfg\n${daemons}\n`;

interface Json {
  readonly written: boolean;
  readonly spares: readonly { readonly kind: string; readonly file: string; readonly port: number }[];
  readonly files: readonly { readonly file: string }[];
  readonly edits: readonly {
    readonly file: string;
    readonly line: number;
    readonly before: string[];
    readonly after: string[];
  }[];
  readonly amendments: readonly { readonly name: string; readonly text: string; readonly included: boolean }[];
  readonly survives: readonly string[];
  readonly cannotCover: readonly { readonly server?: string; readonly kind: string; readonly why: string }[];
}

const json = async (args: readonly string[], declaration: string): Promise<Json & Pick<Ran, 'status'>> => {
  const { out, status } = await shinken(['spares', '--format', 'json', ...args], declaration);
  return { ...(JSON.parse(out) as Json), status };
};

describe('shinken spares', () => {
  test('prints what could be pasted, and what may die then', async () => {
    const { out, err, status } = await shinken(['spares', '--server', 'server9'], folder);
    expect(status).toBe(0);
    expect(out).toMatch(
      /^# daemons\/poller-spare\.cfg\n# Stands in for poller-master \(server1\)\.\ndefine poller \{$/m,
    );
    expect(out).toMatch(/^# Any one server may fail: nothing is lost\.$/m);
    expect(err).toContain('Run `hostname` on server9');
  });
  test('says in JSON what may die, and what cannot be covered', async () => {
    const whole = await json([], folder);
    expect([whole.written, [...whole.survives].sort(), whole.cannotCover]).toEqual([false, ['server1', 'server3'], []]);
    const half = await json(['--kind', 'poller', '--kind', 'scheduler'], folder);
    expect(half.spares.map(({ kind, file, port }) => `${kind} ${file} ${String(port)}`)).toEqual([
      'scheduler daemons/scheduler-spare.cfg 7768',
      'poller daemons/poller-spare.cfg 7771',
    ]);
    expect(half.survives).toEqual(['server3']);
    expect(half.cannotCover).toContainEqual({ server: 'server1', kind: 'arbiter', why: 'No arbiter is left.' });
  });
  test('asks for one realm', async () => {
    const realms = `realm World default=1 realm_members=Europe\nrealm Europe\npoller w server1 realm=World\npoller e server1 realm=Europe port=7781`;
    const declaration = `cfg_dir=daemons\n#- daemons/all.cfg\n${cfg(realms)}\n`;
    const { spares } = await json(['--realm', 'Europe'], declaration);
    expect(spares.map(({ file }) => file)).toEqual(['daemons/e-spare.cfg']);
    const { status, err } = await shinken(['spares', '--realm', 'Asia'], declaration);
    expect([status, err]).toEqual([2, 'shinken: --realm Asia: there is no such realm, only World, Europe\n']);
  });
  test('shows lines that change, and writes them with the new files', async () => {
    const map = folder.replace(
      'host_name          server1',
      'host_name          server1\n    satellitemap       poller-master=10.0.0.1',
    );
    const shown = await shinken(['spares'], map);
    expect(shown.out).toContain(
      '# daemons/all.cfg, line 5:\n#-     satellitemap       poller-master=10.0.0.1\n#+     satellitemap       poller-master=10.0.0.1,poller-spare=server3:7771\n',
    );
    const written = await shinken(['spares', '--write'], map);
    expect(written.out.split('\n')).toContain('daemons/all.cfg');
    expect(written.err).toContain('Any one server may fail: nothing is lost.');
    expect(written.read('daemons/all.cfg')).toContain('poller-spare=server3:7771');
    expect(written.read('daemons/poller-spare.cfg')).toMatch(/address +server3\n/);
    const again = await shinkenIn(written.folder, ['spares', '--write']);
    expect(again.err).toContain('Nothing to add for server3.');
  });
  test('gives schedulers a store that they share', async () => {
    const pickle =
      `${folder}\ndefine module {\n    module_name  pickle\n    module_type  pickle_retention_file\n}\n`.replace(
        'scheduler_name     scheduler-master',
        'scheduler_name     scheduler-master\n    modules            pickle',
      );
    const args = ['--retention', 'redis', '--retention-server', 'store:6380'];
    const { edits } = await json(args, pickle);
    expect(edits.map(({ before, after }) => [before, after])).toContainEqual([
      ['    modules            pickle'],
      ['    modules            redis-retention'],
    ]);
    expect(edits.at(-1)?.after.join('\n')).toMatch(/server +store\n +port +6380\n\}/);
    const { read } = await shinken(['spares', '--write', ...args], pickle);
    expect(read('daemons/scheduler-spare.cfg')).toMatch(/modules +redis-retention\n/);
  });
  test.each([
    [
      ['--retention', 'redis', '--retention-server', 'localhost'],
      /--retention-server localhost: Every daemon would look/,
    ],
    [['--retention-server', 'store'], /--retention has to say what/],
    [['--retention', 'pickle'], /Allowed choices are redis, memcache, mongodb/],
    [['--kind', 'host'], /Allowed choices are arbiter, scheduler/],
    [['--server', 'localhost'], /--server localhost: Every daemon would look/],
  ])('refuses %j', async (args, reason) => {
    const { status, err } = await shinken(['spares', ...args], folder);
    expect(status).toBe(2);
    expect(err).toMatch(reason);
  });
  test('mends what is there when asked to', async () => {
    const beside = `cfg_dir=daemons\n#- daemons/all.cfg\n${cfg('arbiter a server1 host_name=server1\narbiter b server1 port=7780 host_name=other spare=1')}\n`;
    const offered = await json([], beside);
    expect(offered.amendments).toEqual([
      { kind: 'arbiter', name: 'b', text: 'moves from server1, where it would die with its master', included: false },
    ]);
    expect([offered.edits, offered.survives]).toEqual([[], []]);
    const { read } = await shinken(['spares', '--mend', '--write'], beside);
    expect(read('daemons/all.cfg')).toMatch(/arbiter_name +b\n +address +server3\n/);
  });
  test('has the main file load new files when asked to', async () => {
    const { read, out } = await shinken(['spares', '--kind', 'poller', '--write', '--load'], daemons);
    expect(out).toBe('pollers/poller-spare.cfg\nshinken.cfg\n');
    expect(read('shinken.cfg')).toMatch(/\ncfg_file=pollers\/poller-spare\.cfg\n$/);
  });
  test('changes nothing when one file cannot be written', async () => {
    const { folder: at } = await shinken(['check'], folder);
    // A file in the place of a folder.
    writeFileSync(path.join(at, 'pollers'), '');
    writeFileSync(path.join(at, 'shinken.cfg'), daemons);
    const { status, err } = await shinkenIn(at, ['spares', '--write', 'shinken.cfg']);
    expect(status).toBe(2);
    expect(err).toMatch(/pollers\/poller-spare\.cfg cannot be written: .*; nothing is changed\n/);
    expect(existsSync(path.join(at, 'arbiters'))).toBe(false);
  });
  test('leaves a file alone that is no UTF-8', async () => {
    const { folder: at } = await shinken(['check'], folder);
    const name = path.join(at, 'daemons/all.cfg');
    const bytes = Buffer.concat([
      Buffer.from('# caf\xe9\n', 'latin1'),
      Buffer.from(
        daemons.replace('host_name          server1', 'host_name  server1\n    satellitemap  poller-master=1.2.3.4'),
      ),
    ]);
    writeFileSync(name, bytes);
    const { status, err } = await shinkenIn(at, ['spares', '--write']);
    expect([status, err]).toEqual([
      2,
      'shinken: daemons/all.cfg cannot be written: it is no UTF-8, or it has changed in the meantime; nothing is changed\n',
    ]);
    expect(existsSync(path.join(at, 'daemons/poller-spare.cfg'))).toBe(false);
  });
});
