import { describe, expect, test } from 'vitest';
import { failoverState, newlyUncovered, survival } from '../../server/src/availability/failover';
import { daemonWithId } from '../../server/src/availability/overview';
import { handovers, storyOf, verdict } from '../../server/src/availability/story';
import { topologyOf } from '../../server/src/availability/topology';
import { analysisOf } from '../support/analysis';
import { cfg } from './support';

/** What is told when these machines, and daemons by their ids, are dead. */
function told(lines: string, ...dead: readonly string[]): string[] {
  const { model } = analysisOf(cfg(lines));
  const topology = topologyOf(model);
  const state = failoverState(model, {
    machines: dead.filter((one) => !one.includes('/')),
    daemons: dead.filter((one) => one.includes('/')).flatMap((id) => daemonWithId(topology, id) ?? []),
  });
  const lost = newlyUncovered(model, state);
  return storyOf(topology, failoverState(model), state, lost).map(({ tone, text }) => `${tone}: ${text}`);
}

const pair = `
  arbiter arbiter-1 server1 host_name=server1
  arbiter arbiter-2 server3 spare=1 host_name=server3
  scheduler scheduler-1 server1
  scheduler scheduler-2 server3 spare=1
  poller poller-1 server2
  poller poller-2 server3 spare=1
  reactionner r1 server2
  broker b1 server2
  broker b2 server3 spare=1
  host web-1 10.0.0.1 max_check_attempts=1
  host web-2 10.0.0.2 max_check_attempts=1
`;

describe('the story', () => {
  test('of nothing is none', () => {
    expect(told(pair)).toEqual([]);
  });

  test('of a server whose work is taken over', () => {
    expect(told(pair, 'server1')).toEqual([
      'death: server1 is dead.',
      'takeover: arbiter-2 on server3 takes the lead after 180 s.',
      'takeover: scheduler-2 on server3 takes over the hosts of scheduler-1 after 180 s.',
      'fine: No work is lost.',
    ]);
  });

  test('of a server whose work is partly lost names the kind where the name does not', () => {
    expect(told(pair, 'server2')).toEqual([
      'death: server2 is dead.',
      'takeover: poller-2 on server3 takes over from poller-1 after 120 to 180 s.',
      'takeover: broker b2 on server3 takes over from b1 after 120 to 180 s.',
      'loss: Lost: nobody sends the notifications and runs the event handlers of the 2 hosts of the realm Default. No spare reactionner reaches this realm.',
    ]);
  });

  test('of a single daemon', () => {
    expect(told(pair, 'scheduler/scheduler-1')).toEqual([
      'death: The scheduler scheduler-1 on server1 is dead.',
      'takeover: scheduler-2 on server3 takes over the hosts of scheduler-1 within 60 s.',
      'fine: No work is lost.',
    ]);
  });

  test('does not mourn a daemon twice that died with its server', () => {
    expect(told(pair, 'server1', 'scheduler/scheduler-1')[0]).toBe('death: server1 is dead.');
    expect(told(pair, 'server1', 'scheduler/scheduler-1').filter((line) => line.startsWith('death'))).toHaveLength(1);
  });

  test('of the last arbiter', () => {
    expect(told(pair, 'server1', 'server3')).toContain(
      'loss: No arbiter is left: what works goes on, but nobody is replaced any more.',
    );
  });

  test('of several spare arbiters', () => {
    const lines = `${pair}\narbiter arbiter-3 server2 host_name=server2 spare=1`;
    expect(told(lines, 'server1')).toContain(
      "loss: arbiter-2 on server3 and arbiter-3 on server2 all take the lead, and undo each other's work for ever.",
    );
  });

  test('of a machine that nobody knows is none', () => {
    expect(told(pair, 'server9')).toEqual([]);
  });

  test('says who goes on, and of schedulers does not: they never take a second part', () => {
    const lines = `${pair}\npoller poller-3 server1\nscheduler scheduler-3 server2`;
    expect(told(lines, 'poller/poller-3', 'scheduler/scheduler-3', 'server3')).toEqual([
      'death: server3 is dead.',
      'death: The poller poller-3 on server1 is dead.',
      'death: The scheduler scheduler-3 on server2 is dead.',
      'takeover: poller-1 on server2 goes on without poller-3, as poller.',
      'loss: Lost: nobody schedules some of the 2 hosts of the realm Default. Every spare in reach is dead or at work: scheduler-2.',
    ]);
  });

  test('names realms where there are several, and says once what is the same in each', () => {
    const lines = `
      realm All default=1 realm_members=Europe
      realm Europe
      arbiter a server1 host_name=server1
      scheduler s1 server1
      scheduler s2 server1 realm=Europe
      poller poller-1 server2
      poller poller-2 server3 spare=1
      reactionner r server1
      broker b server1
    `;
    expect(told(lines, 'server2')).toContain(
      'takeover: poller-2 on server3 takes over from poller-1 in the realms All and Europe after 120 to 180 s.',
    );
  });
});

test('a handover tells who comes in and who goes on', () => {
  const { model } = analysisOf(cfg(`${pair}\npoller poller-3 server1`));
  const state = failoverState(model, { machines: ['server2'], daemons: [] });
  const found = handovers(failoverState(model), state).find(({ kind }) => kind === 'poller');
  const names = (list: readonly { readonly name: string }[] = []): string[] => list.map(({ name }) => name);
  expect([names(found?.from), names(found?.by), names(found?.others)]).toEqual([
    ['poller-1'],
    ['poller-2'],
    ['poller-3'],
  ]);
});

test.each([
  ['scheduler s server1', 'server1 is the only server: when it dies, everything stops.'],
  [pair, 'server2 is a single point of failure: nobody takes over its reactionner.'],
  [`${pair}\nreactionner r2 server3 spare=1`, 'Any one server may fail: nothing is lost.'],
  [
    `${pair}\nreactionner r2 server3 spare=1`.replace('poller-1 server2', 'poller-1 server2 spare=1'),
    'Not everything is done even while all servers live; any one of them may fail, and nothing more is lost.',
  ],
  [
    'arbiter a server1 host_name=server1\nscheduler s server1\npoller p server2\nreactionner r server1\nbroker b server1',
    '2 of 2 servers are single points of failure: server1 (arbiter and scheduler) and server2 (poller).',
  ],
])('the verdict on %#', (lines, expected) => {
  const { model } = analysisOf(cfg(lines));
  expect(verdict(survival(model), failoverState(model))).toBe(expected);
});
