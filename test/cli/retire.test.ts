import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { cfg } from '../availability/support';
import { shinken } from './support';

const kinds = ['arbiter', 'scheduler', 'poller', 'reactionner', 'broker'];
const on = (server: string, rest = ''): string =>
  cfg(
    kinds
      .map((kind) => `${kind} ${kind}-${server} ${server}${rest}${kind === 'arbiter' ? ` host_name=${server}` : ''}`)
      .join('\n'),
  );
const pair = `cfg_dir=daemons\n#- daemons/one.cfg\n# The first server.\n${on('server1')}\n#- daemons/two.cfg\n${on('server3', ' spare=1')}\n`;

interface Json {
  readonly written: boolean;
  readonly removed: readonly { readonly kind: string; readonly name: string }[];
  readonly deletedFiles: readonly string[];
  readonly edits: readonly { readonly file: string; readonly before: string[]; readonly after: string[] }[];
  readonly spares: readonly { readonly name: string; readonly fate: string }[];
  readonly refused: boolean;
  readonly undone: readonly { readonly kind: string }[];
  readonly survives: readonly string[];
  readonly cannotCover: readonly { readonly server?: string; readonly kind: string }[];
}

const json = async (args: readonly string[], declaration: string): Promise<Json & { readonly status: number }> => {
  const { out, status } = await shinken(['retire', '--format', 'json', ...args], declaration);
  return { ...(JSON.parse(out) as Json), status };
};

describe('shinken retire', () => {
  test('says what goes, what becomes of the spares, and what may die then', async () => {
    const result = await json(['--server', 'server1'], pair);
    expect([result.status, result.written, result.refused, result.undone]).toEqual([0, false, false, []]);
    expect(result.removed.map(({ name }) => name)).toEqual(kinds.map((kind) => `${kind}-server1`));
    expect(result.deletedFiles).toEqual(['daemons/one.cfg']);
    expect(result.spares.map(({ name, fate }) => `${name} ${fate}`)).toEqual(
      kinds.map((kind) => `${kind}-server3 promote`),
    );
    expect(result.edits.map(({ before, after }) => [before[0]?.trim(), after[0]?.trim()])).toEqual(
      kinds.map(() => ['spare              1', 'spare              0']),
    );
    expect(result.survives).toEqual([]);
    expect(result.cannotCover.map(({ server, kind }) => `${server ?? ''} ${kind}`)).toContain('server3 arbiter');
  });
  test('tells it to people', async () => {
    const { out, err } = await shinken(['retire', '--server', 'server1'], pair);
    expect(out).toMatch(/^# daemons\/one\.cfg goes\.$/m);
    expect(out).toMatch(/^#- +spare +1\n#\+ +spare +0$/m);
    expect(err).toContain('arbiter arbiter-server3 on server3 becomes active');
    expect(err).toContain('server3 is the only server');
  });
  test('writes it', async () => {
    const { folder, read, out, status } = await shinken(['retire', '--server', 'server1', '--write'], pair);
    expect([status, out]).toEqual([0, 'daemons/one.cfg\ndaemons/two.cfg\n']);
    expect(existsSync(path.join(folder, 'daemons/one.cfg'))).toBe(false);
    expect(read('daemons/two.cfg')).not.toMatch(/spare +1/);
  });
  test('writes nothing that leaves work to nobody, unless forced to', async () => {
    const args = ['retire', '--server', 'server1', '--spares', 'remove', '--write'];
    const careful = await shinken(args, pair);
    expect(careful.status).toBe(1);
    expect(careful.err).toContain('Nobody would do any more:');
    expect(careful.err).toContain('--force writes it all the same');
    expect(careful.read('daemons/one.cfg')).toContain('define arbiter');
    const forced = await shinken([...args, '--force'], pair);
    expect([forced.status, existsSync(path.join(forced.folder, 'daemons/one.cfg'))]).toEqual([1, false]);
  });
  test('says when the arbiter would refuse what is left', async () => {
    const hosts = `cfg_dir=d\n#- d/all.cfg\n${cfg(`
      realm World default=1 realm_members=Europe
      realm Europe
      scheduler w server2 realm=World
      scheduler e server1 realm=Europe
      host web 10.0.0.1 realm=Europe max_check_attempts=3`)}\n`;
    const { status, err } = await shinken(['retire', '--server', 'server1'], hosts);
    expect(status).toBe(1);
    expect(err).toContain('The arbiter would refuse the configuration without server1.');
    expect(err).toContain('[arbiter/realm-without-scheduler]');
  });
  test('knows its servers', async () => {
    const { status, err } = await shinken(['retire', '--server', 'server9'], pair);
    expect([status, err]).toEqual([2, 'shinken: --server server9: no daemon is there, only on server1, server3\n']);
    expect((await shinken(['retire'], pair)).status).toBe(2);
  });
});
