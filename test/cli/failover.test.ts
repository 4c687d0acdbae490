import { describe, expect, test } from 'vitest';
import { cfg } from '../availability/support';
import { dedent } from '../support/workspace';
import { shinken } from './support';

const pair = cfg(`
  realm All default=1
  arbiter arbiter-master server1 host_name=server1
  arbiter arbiter-spare server3 host_name=server3 spare=1
  scheduler scheduler-master server1
  scheduler scheduler-spare server3 spare=1
  poller poller-master server1
  poller poller-spare server3 spare=1
  reactionner reactionner-master server1
  reactionner reactionner-spare server3 spare=1
  broker broker-master server1 manage_arbiters=1
  broker broker-spare server3 spare=1 manage_arbiters=1`);

const withoutSpare = (kind: string): string => pair.replace(new RegExp(`define ${kind} \\{[^}]*-spare[^}]*\\}`), '');

/** `shinken failover --format json`. */
async function states(
  args: readonly string[],
  text = pair,
): Promise<{ status: number; states: readonly Record<string, unknown>[] }> {
  const { status, out } = await shinken(['failover', '--format', 'json', ...args], text);
  return { status, ...(JSON.parse(out) as { states: readonly Record<string, unknown>[] }) };
}

describe('as a table', () => {
  test('a row for each failure', async () => {
    const { status, out, err } = await shinken(['failover'], withoutSpare('broker'));
    expect(err).toBe('');
    expect(out.replace(/ {2,}/g, ' | ').replace(/─+/, '─')).toBe(
      dedent(`
        dead | who takes over | after | lost
        ─
        nothing | arbiter-master leads
        server1 | arbiter: arbiter-master → arbiter-spare on server3 | after 180 s | broker of All: No spare broker reaches this realm.
         | scheduler: scheduler-master → scheduler-spare on server3 | after 180 s
         | poller: poller-master → poller-spare on server3 | after 180 s
         | reactionner: reactionner-master → reactionner-spare on server3 | after 180 s
        server3 | nothing

        server1 is a single point of failure: nobody takes over its broker.
      `),
    );
    expect(status).toBe(1);
  });
});

test('what nobody does while all is well stands in the row of no failure', async () => {
  const { out } = await shinken(['failover'], pair.replace(/define poller \{[^}]*-master[^}]*\}/, ''));
  expect(out).toMatch(/^nothing +arbiter-master leads +poller of All: Only spares reach this realm/m);
  expect(out).toContain('Not everything is done even while all servers live;');
});

describe('where nobody has to come in', () => {
  test('those who go on are named', async () => {
    const { out } = await shinken(
      ['failover', '--down', 'server2'],
      `${pair}\n${cfg('poller poller-2 server2\n  poller poller-3 server4')}`,
    );
    expect(out).toMatch(/^server2 +poller: poller-2 → poller-spare on server3 +after 120 to 180 s +nothing$/m);
    const alone = `${withoutSpare('poller')}\n${cfg('poller poller-2 server2')}`;
    const { out: others, status } = await shinken(['failover', '--down', 'server2'], alone);
    expect(others).toMatch(/^server2 +poller: poller-2 – poller-master on server1 goes on +nothing$/m);
    expect(status).toBe(0);
  });
});

describe('which failures', () => {
  const downOf = async (...args: string[]): Promise<unknown> => (await states(args)).states.map(({ down }) => down);

  test('none, and each server alone', async () => expect(await downOf()).toEqual([[], ['server1'], ['server3']]));
  test('every two with --pairs', async () =>
    expect(await downOf('--pairs')).toEqual([[], ['server1'], ['server3'], ['server1', 'server3']]));
  test('those that are named, in their order', async () =>
    expect(await downOf('--down', 'server3,server1', '--down', '')).toEqual([['server3', 'server1'], []]));
  test('single daemons', async () => {
    const { states: found } = await states(['--down', 'poller/poller-master']);
    expect(found[0]).toMatchObject({
      down: ['poller/poller-master'],
      leader: ['arbiter-master'],
      realms: { All: { configurations: [{ scheduler: 'scheduler-master', pollers: ['poller-spare'] }] } },
      after: { schedulers: null, satellites: [120, 180], arbiter: null },
    });
  });
  test('names of servers in any case, and by the arbiter’s own local address', async () => {
    const alone = pair.replace(/define arbiter \{[^}]*-spare[^}]*\}/, '');
    expect((await states(['--down', 'SERVER1'], alone)).states[0]).toMatchObject({ leader: [] });
    expect((await states(['--down', 'localhost'], alone)).states[0]).toMatchObject({ leader: [] });
  });
  test('a daemon that there is not is bad usage', async () => {
    const { status, err } = await shinken(['failover', '--down', 'poller/nobody'], pair);
    expect([status, err]).toEqual([2, 'shinken: --down poller/nobody: there is no such daemon\n']);
  });
  test('a server without a daemon is only mentioned', async () => {
    const { status, err } = await shinken(['failover', '--down', 'server9'], pair);
    expect([status, err]).toEqual([0, 'shinken: no daemon is on server9\n']);
  });
  test('without a daemon there is nothing to say', async () => {
    const { status, err } = await shinken(['failover'], 'define host {\n    host_name web-1\n}');
    expect([status, err]).toEqual([2, 'shinken: no daemon is defined there: nobody can take over from anybody\n']);
  });
});

describe('the exit status', () => {
  test('is 0 where any one server may fail', async () => expect((await states([])).status).toBe(0));
  test.each(['arbiter', 'scheduler', 'poller', 'reactionner', 'broker'])('is 1 without a spare %s', async (kind) => {
    const { status, states: found } = await states(['--down', 'server1'], withoutSpare(kind));
    expect(status).toBe(1);
    expect(found[0]).toMatchObject({ lost: expect.arrayContaining([expect.objectContaining({ kind })]) as unknown });
  });
  test('is 0 for what nobody does anyhow', async () => {
    const { status, states: found } = await states([], pair.replace(/define poller \{[^}]*-master[^}]*\}/, ''));
    expect(found[0]).toMatchObject({
      uncovered: [{ realm: 'All', kind: 'poller', what: 'poller', configurations: 1 }],
    });
    expect(status).toBe(0);
  });
});

test('several spare arbiters fight, several masters cannot be told', async () => {
  const third = cfg('arbiter arbiter-third server4 host_name=server4');
  const spare = third.replace('}', '    spare 1\n}');
  expect((await states(['--down', 'server1'], `${pair}\n${spare}`)).states[0]).toMatchObject({
    leader: ['arbiter-spare', 'arbiter-third'],
    stable: false,
  });
  expect((await states(['--down', ''], `${pair}\n${third}`)).states[0]).toMatchObject({
    leader: [],
    several_masters: true,
  });
});
