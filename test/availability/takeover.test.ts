import { describe, expect, test } from 'vitest';
import { failoverState, isHarmless, survival } from '../../server/src/availability/failover';
import { takeover } from '../../server/src/availability/takeover';
import { topologyOf } from '../../server/src/availability/topology';
import { analysisOf } from '../support/analysis';
import { cfg } from './support';

const pair = `
  realm All default=1
  arbiter arbiter-master server1 host_name=server1
  arbiter arbiter-spare server3 host_name=server3 spare=1
  scheduler scheduler-master server1
  scheduler scheduler-spare server3 spare=1
  poller poller-master server1
  poller poller-2 server2
  poller poller-spare server3 spare=1
  reactionner reactionner-master server1
  reactionner reactionner-spare server3 spare=1
  broker broker-master server1 manage_arbiters=1
  broker broker-spare server3 spare=1 manage_arbiters=1
  receiver receiver-master server1 port=7773
  receiver receiver-spare server3 port=7773 spare=1`;

/** `by spare in 0 to 60 s, others poller-2, lost receiver`. */
function told(lines: string, title: string, machine?: string): string {
  const { model } = analysisOf(cfg(lines));
  const daemon = topologyOf(model).daemons.find(({ kind, name }) => `${kind} ${name}` === title);
  if (!daemon) throw new Error(`no ${title}`);
  const failure = machine === undefined ? undefined : { machines: [machine], daemons: [] };
  const { by, others, lost, within } = takeover(model, daemon, failure);
  const names = (list: readonly { readonly name: string }[]): string => list.map(({ name }) => name).join(',');
  return [
    by.length > 0 ? `by ${names(by)} in ${within?.join(' to ') ?? '?'} s` : 'by nobody',
    ...(others.length > 0 ? [`others ${names(others)}`] : []),
    ...(lost.length > 0
      ? [
          `lost ${lost.map(({ realm, kind, tag }) => `${realm} ${kind}${tag === undefined ? '' : ` ${tag}`}`).join(',')}`,
        ]
      : []),
  ].join(', ');
}

describe('who takes over from a daemon', () => {
  test.each([
    ['scheduler scheduler-master', undefined, 'by scheduler-spare in 0 to 60 s'],
    ['poller poller-master', undefined, 'by poller-spare in 120 to 180 s, others poller-2'],
    ['poller poller-2', 'server2', 'by poller-spare in 120 to 180 s, others poller-master'],
    ['broker broker-master', undefined, 'by broker-spare in 120 to 180 s'],
    ['receiver receiver-master', undefined, 'by receiver-spare in 120 to 180 s'],
    ['arbiter arbiter-master', undefined, 'by arbiter-spare in 180 to 180 s'],
    // With the arbiter's machine everything waits for the spare arbiter, which then deals it all out at once.
    ['scheduler scheduler-master', 'server1', 'by scheduler-spare in 180 to 180 s'],
    ['poller poller-master', 'server1', 'by poller-spare in 180 to 180 s, others poller-2'],
    ['scheduler scheduler-spare', undefined, 'by nobody'],
    ['poller poller-spare', 'server3', 'by nobody'],
    ['arbiter arbiter-spare', undefined, 'by nobody'],
  ])('%s without %s', (title, machine, expected) => expect(told(pair, title, machine)).toBe(expected));

  test('several spare arbiters do not: they fight', () =>
    expect(told(`${pair}\n  arbiter arbiter-3 server4 host_name=server4 spare=1`, 'arbiter arbiter-master')).toBe(
      'by nobody',
    ));

  test('timers are those of the daemon that dies, the arbiter’s being its master’s', () => {
    const slow = pair
      .replace('scheduler-master server1', 'scheduler-master server1 check_interval=20')
      .replace('poller-2 server2', 'poller-2 server2 check_interval=10 max_check_attempts=5')
      .replace('arbiter-master server1', 'arbiter-master server1 check_interval=5 max_check_attempts=4');
    expect(told(slow, 'scheduler scheduler-master')).toBe('by scheduler-spare in 0 to 20 s');
    expect(told(slow, 'poller poller-2')).toBe('by poller-spare in 40 to 50 s, others poller-master');
    expect(told(slow, 'arbiter arbiter-master')).toBe('by arbiter-spare in 20 to 20 s');
  });

  test('a check that hangs for longer than the interval makes the interval', () => {
    const slow = pair.replace('scheduler-master server1', 'scheduler-master server1 check_interval=10 timeout=40');
    expect(told(slow, 'scheduler scheduler-master')).toBe('by scheduler-spare in 0 to 40 s');
  });

  test('a satellite is replaced along with its scheduler', () => {
    const apart = pair.replace('arbiter-master server1 host_name=server1', 'arbiter-master server9 host_name=server9');
    expect(told(apart, 'poller poller-master', 'server1')).toBe('by poller-spare in 0 to 60 s, others poller-2');
  });

  test.each([
    ['scheduler', 'scheduler scheduler-master', 'by nobody, lost All scheduler'],
    ['poller', 'poller poller-master', 'by nobody, others poller-2'],
    ['reactionner', 'reactionner reactionner-master', 'by nobody, lost All reactionner'],
    ['broker', 'broker broker-master', 'by nobody, lost All broker'],
    ['receiver', 'receiver receiver-master', 'by nobody, lost All receiver'],
    ['arbiter', 'arbiter arbiter-master', 'by nobody'],
  ])('without a spare %s', (kind, title, expected) => {
    const alone = pair
      .split('\n')
      .filter((line) => !line.includes(`${kind}-spare`))
      .join('\n');
    expect(told(alone, title)).toBe(expected);
  });

  test('a spare that comes in without the tag leaves the tagged work undone', () => {
    const tagged = `${pair.replace('poller-master server1', 'poller-master server1 poller_tags=None,DMZ')}
  command ping command_line=/bin/true poller_tag=DMZ
  host web-1 192.0.2.1 check_command=ping max_check_attempts=3`;
    expect(told(tagged, 'poller poller-master')).toBe(
      'by poller-spare in 120 to 180 s, others poller-2, lost All poller DMZ',
    );
  });

  test('of two schedulers that are dealt out anew, the dead one is followed by the spare', () => {
    const two = pair.replace(
      'scheduler scheduler-master server1',
      'scheduler scheduler-one server2\n  scheduler scheduler-two server1',
    );
    expect(told(two, 'scheduler scheduler-two', 'server1')).toBe('by scheduler-spare in 180 to 180 s');
    expect(told(two, 'scheduler scheduler-one', 'server1')).toBe('by nobody');
  });
});

describe('any one server may fail', () => {
  const lost = (lines: string): string[] =>
    survival(analysisOf(cfg(lines)).model)
      .filter((loss) => !isHarmless(loss))
      .map(({ machine, lost, leaderless }) =>
        [machine, ...lost.map(({ kind }) => kind), ...(leaderless ? ['no leader'] : [])].join(' '),
      );

  test('in the set-up that Shinken documents', () => expect(lost(pair)).toEqual([]));

  test('but not in one without spares', () =>
    // Hosts that nobody schedules have no checks for others to run.
    expect(lost(pair.replace(/.*-spare.*\n?/g, ''))).toEqual(['server1 scheduler no leader']));

  test('nor where the arbiter alone has none', () =>
    expect(lost(pair.replace(/.*arbiter-spare.*\n/, ''))).toEqual([
      // Nobody hands the work of the dead to the spares.
      'server1 scheduler no leader',
    ]));
});

test('a state is found once', () => {
  const { model } = analysisOf(cfg(pair));
  const failure = { machines: ['server1'], daemons: [] };
  expect(failoverState(model, failure).realms).toBe(failoverState(model, { ...failure }).realms);
});

test('daemons without a name are told apart', () => {
  const { model } = analysisOf(`${cfg(pair)}
define poller {
    address server4
}
define poller {
    address server5
}`);
  const dead = (machine: string): string[] =>
    failoverState(model, { machines: [machine], daemons: [] }).dead.map(({ address }) => address);
  expect([dead('server4'), dead('server5')]).toEqual([['server4'], ['server5']]);
});
