import { describe, expect, test } from 'vitest';
import { dedent } from '../../support/workspace';
import { type Dead, drawn, mapOf } from './support';

/** An arbiter and a scheduler with a spare each, a poller without one. */
const pair = `
  arbiter arbiter-1 server1 host_name=server1
  arbiter arbiter-2 server3 spare=1 host_name=server3
  scheduler scheduler-1 server1
  scheduler scheduler-2 server3 spare=1
  poller poller-1 server1
  poller poller-2 server2
  reactionner reactionner-1 server2
  broker broker-1 server2
`;

const realms = `
  realm All default=1 realm_members=Europe,Asia
  realm Europe realm_members=Paris
  realm Paris
  realm Asia
  arbiter arbiter-1 main host_name=main
  scheduler scheduler-paris paris realm=Paris
  scheduler scheduler-asia asia realm=Asia
  scheduler scheduler-spare main realm=All spare=1
  poller poller-1 main realm=All
  poller poller-asia asia realm=Asia poller_tags=None,DMZ
  reactionner reactionner-1 main realm=All
  broker broker-1 main realm=All
  host web-1 10.0.0.1 realm=Paris max_check_attempts=1
`;

async function map(lines: string, ...dead: Dead): Promise<string> {
  return drawn(await mapOf(lines, dead));
}

const lines = (text: string): string => dedent(text).trim();

describe('while all is well', () => {
  test('masters work, spares stand by, and what is missing has a place', async () => {
    expect(await map(pair)).toBe(
      lines(`
        server1 | server2! | server3
        Arbiters: arbiter-1 (works) | - | arbiter-2 (waits)
        Default: 0 hosts, default
          Schedulers: scheduler-1 (works) | - | scheduler-2 (waits)
          Pollers: poller-1 (works) | poller-2 (works) | -
          Reactionners: - | reactionner-1 (works) | [no spare for reactionner-1]
          Brokers: - | broker-1 (works) | [no spare for broker-1]
      `),
    );
  });

  test('a server that spares are missing on is drawn before it is there', async () => {
    expect(await map('arbiter a server1 host_name=server1\nscheduler s server1\nbroker b server1')).toBe(
      lines(`
        server1! | localhost | server3 proposed
        Arbiters: a (works) | - | [no spare for a]
        Default: 0 hosts, default
          Schedulers: s (works) | - | [no spare for s]
          Pollers: - | Default-Poller (works) | -
          Reactionners: - | Default-Reactionner (works) | -
          Brokers: b (works) | - | [no spare for b]
      `),
    );
  });

  test('realms are nested, and show who works for them from above', async () => {
    expect(await map(realms)).toBe(
      lines(`
        main! | paris | asia | server3 proposed
        Arbiters: arbiter-1 (works) | - | - | [no spare for arbiter-1]
        All: 0 hosts, default
          Schedulers: scheduler-spare (waits) | - | - | -
          Pollers: poller-1 (works) | - | - | [no spare for poller-1]
          Reactionners: reactionner-1 (works) | - | - | [no spare for reactionner-1]
          Brokers: broker-1 (works) | - | - | [no spare for broker-1]
          Europe: 0 hosts
            Paris: 1 host
              Schedulers: - | scheduler-paris (works) | - | -
              Pollers: poller-1 (works, from All) | - | - | -
              Reactionners: reactionner-1 (works, from All) | - | - | -
              Brokers: broker-1 (works, from All) | - | - | -
          Asia: 0 hosts
            Schedulers: - | - | scheduler-asia (works) | -
            Pollers: poller-1 (works, from All) + [no spare for poller-asia (DMZ)] | - | poller-asia (works, untagged, DMZ) | -
            Reactionners: reactionner-1 (works, from All) | - | - | -
            Brokers: broker-1 (works, from All) | - | - | -
      `),
    );
  });

  test.each([
    [
      'only spares of a kind never work',
      'poller p server1 spare=1',
      /Pollers \(nobody\): p \(waits, never works: no active one is defined\)/,
    ],
    ['a daemon whose realm is not there', 'poller p server1 realm=Nowhere', /No realm: .*\n {2}Pollers: p \(idle\)/],
    ['an address that is not the name', 'poller p SERVER1', /Pollers: p \(works\)/],
  ])('%s', async (_, more, expected) => {
    const found = await map(`arbiter a server1 host_name=server1\nscheduler s server1\nbroker b server1\n${more}`);
    expect(found).toMatch(expected);
  });

  test('a realm that lists itself stands once', async () => {
    const found = await map(`realm A default=1 realm_members=B\nrealm B realm_members=A\nscheduler s server1 realm=A`);
    expect(found.match(/\b[AB]: 0 hosts/g)).toEqual(['A: 0 hosts', 'B: 0 hosts']);
  });

  test('a realm below two stands below the first, and says so', async () => {
    const found = await map(
      'realm A default=1 realm_members=C\nrealm B realm_members=C\nrealm C\nscheduler s server1 realm=C',
    );
    expect(found).toContain('\n  C: 0 hosts, below A and B\n');
  });
});

describe('after a death', () => {
  test('spares step in, and say for whom and how soon', async () => {
    expect(await map(pair, 'server1')).toBe(
      lines(`
        server1 dead | server2! | server3
        Arbiters: arbiter-1 (dead, arbiter-2 takes over) | - | arbiter-2 (takes-over, takes the lead after 180 s)
        Default: 0 hosts, default
          Schedulers: scheduler-1 (dead, scheduler-2 takes over) | - | scheduler-2 (takes-over, takes over from scheduler-1 after 180 s)
          Pollers: poller-1 (dead, poller-2 goes on alone) | poller-2 (works) | -
          Reactionners: - | reactionner-1 (works) | [no spare for reactionner-1]
          Brokers: - | broker-1 (works) | [no spare for broker-1]
      `),
    );
  });

  test('what nobody does is flagged, at the dead and at the row', async () => {
    expect(await map(pair, 'server2')).toBe(
      lines(`
        server1 | server2 dead! | server3
        Arbiters: arbiter-1 (works) | - | arbiter-2 (waits)
        Default: 0 hosts, default
          Schedulers: scheduler-1 (works) | - | scheduler-2 (waits)
          Pollers: poller-1 (works) | poller-2 (dead, poller-1 goes on alone) | -
          Reactionners (nobody): - | reactionner-1 (dead, nobody takes over) | [no spare for reactionner-1]
          Brokers (nobody): - | broker-1 (dead, nobody takes over) | [no spare for broker-1]
      `),
    );
  });

  test('several servers may be dead at once', async () => {
    const found = await map(pair, 'server1', 'server3');
    expect(found).toContain('Arbiters (nobody): arbiter-1 (dead, nobody takes the lead) | - | arbiter-2 (dead)');
    expect(found).toContain('Schedulers (nobody): scheduler-1 (dead, nobody takes over) | - | scheduler-2 (dead)');
    expect(found).toContain(
      'Pollers: poller-1 (dead, nobody takes over) | poller-2 (idle, has no scheduler to work for)',
    );
  });

  test('a single daemon may be dead on a server that lives', async () => {
    expect(await map(pair, 'scheduler/scheduler-1')).toContain(
      'Schedulers: scheduler-1 (dead, scheduler-2 takes over) | - | scheduler-2 (takes-over, takes over from scheduler-1 within 60 s)',
    );
  });

  test('a spare of a realm above goes to the help of one below, and both rows say so', async () => {
    const found = await map(realms, 'paris');
    expect(found).toContain(
      'Schedulers: scheduler-spare (takes-over, takes over from scheduler-paris in the realm Paris within 60 s) |',
    );
    expect(found).toContain(
      'Schedulers: scheduler-spare (takes-over, from All, takes over from scheduler-paris within 60 s) | scheduler-paris (dead, scheduler-spare takes over)',
    );
  });

  test('one spare is not enough for two', async () => {
    const found = await map(realms, 'paris', 'asia');
    expect(found).toContain('scheduler-paris (dead, scheduler-spare takes over)');
    expect(found).toMatch(/Schedulers \(nobody\): .*scheduler-asia \(dead, nobody takes over\)/);
  });

  test('work with a tag may be lost alone', async () => {
    const tagged = `
      poller poller-1 server1 poller_tags=None,DMZ
      poller poller-2 server3 spare=1
      scheduler s server2
      arbiter a server2 host_name=server2
      broker b server2
      command ping command_line=/bin/true
      host web-1 10.0.0.1 check_command=ping poller_tag=DMZ max_check_attempts=1
    `;
    const found = await map(tagged, 'server1');
    expect(found).toContain(
      'Pollers (not all of it): - | - | poller-1 (dead, untagged, DMZ, nobody does the checks tagged DMZ)',
    );
    expect(found).toContain('[poller-2 lacks DMZ]');
  });

  test('two spare arbiters fight for the lead', async () => {
    const found = await map(`${pair}\narbiter arbiter-3 server2 spare=1 host_name=server2`, 'server1');
    expect(found).toMatch(/^Arbiters \(contested\): /m);
  });
});

describe('the words of the map', () => {
  test('name the configuration by its folder and file', async () => {
    expect((await mapOf(pair)).configuration).toBe('shinken/shinken.cfg');
  });

  test('say which servers may not die', async () => {
    expect((await mapOf(pair)).verdict).toEqual({
      isGood: false,
      text: 'server2 is a single point of failure: nobody takes over its reactionner and broker.',
    });
  });

  test('praise a pair that covers everything', async () => {
    const whole = `${pair}\nreactionner r server3 spare=1\nbroker b server3 spare=1`;
    expect((await mapOf(whole)).verdict).toEqual({ isGood: true, text: 'Any one server may fail: nothing is lost.' });
  });

  test('do not praise a single server', async () => {
    const { verdict } = await mapOf(
      'arbiter a server1 host_name=server1\nscheduler s server1\nbroker b server1\npoller p server1\nreactionner r server1',
    );
    expect(verdict).toEqual({ isGood: false, text: 'server1 is the only server: when it dies, everything stops.' });
  });

  test('tell the story of a death', async () => {
    const { story, isWell } = await mapOf(pair, ['server1']);
    expect(isWell).toBe(false);
    expect(story.map(({ tone, text }) => `${tone}: ${text.replaceAll('\u00a0', ' ')}`)).toEqual([
      'death: server1 is dead.',
      'takeover: arbiter-2 on server3 takes the lead after 180 s.',
      'takeover: scheduler-2 on server3 takes over the hosts of scheduler-1 after 180 s.',
      'takeover: poller-2 on server2 goes on without poller-1, as poller.',
      'fine: No work is lost.',
    ]);
  });

  test('have nothing to tell while everybody lives, whatever else is named', async () => {
    const { story, isWell } = await mapOf(pair, ['poller/gone']);
    expect([story, isWell]).toEqual([[], true]);
  });

  test("count a daemon's problems, hints left out", async () => {
    const { rows } = await mapOf(pair);
    const entries = rows.flatMap((row) => (row.type === 'kind' ? row.cells.flatMap((cell) => cell.entries) : []));
    const problems = entries.flatMap((entry) =>
      entry.type === 'daemon' && entry.name === 'broker-1' ? entry.problems : [],
    );
    expect(problems).toEqual([
      expect.stringContaining('No broker has manage_arbiters 1'),
      expect.stringContaining('No spare covers the broker broker-1'),
    ]);
  });
});
