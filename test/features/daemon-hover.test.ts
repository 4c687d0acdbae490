import { describe, expect, test } from 'vitest';
import { hover } from '../../server/src/features/hover';
import { cfg } from '../availability/support';
import { scene, where } from './support';

function hoverAt(declaration: string): string {
  const found = scene(declaration);
  return hover(found.analysis, found.at, (place) => where(found, place))?.contents ?? '';
}

/** The sentences about a daemon, from its name in its definition; links are their text alone. */
function told(name: string, lines: string): string[] {
  const contents = hoverAt(cfg(lines).replace(new RegExp(`(_name +)(${name}\\b)`), '$1$$0$2'));
  return contents
    .split('\n')
    .filter((line) => line.startsWith('- '))
    .map((line) =>
      line
        .slice(2)
        .replace(/\[(.*?)\]\(.*?\)/g, '$1')
        .replace(/\\/g, ''),
    );
}

const two = `
arbiter arbiter-1 server1 host_name=server1
arbiter arbiter-3 server3 host_name=server3 spare=1 check_interval=5
scheduler scheduler-1 server1 check_interval=20
scheduler scheduler-3 server3 spare=1
poller poller-1 server1
poller poller-2 server2
poller poller-3 server3 spare=1
reactionner reactionner-1 server1
broker broker-1 server1 timeout=9
broker broker-3 server1 spare=1
host web
host db
realm All default=1 realm_members=Europe
realm Europe
`;

describe('a daemon', () => {
  test.each<[string, string]>([
    ['arbiter-1', 'While all is well it leads: it gives the others their work and replaces the dead.'],
    ['arbiter-3', 'While all is well it waits.'],
    ['scheduler-1', 'While all is well it schedules All (2 hosts).'],
    ['poller-2', 'While all is well it runs the checks of All (2 hosts).'],
    ['poller-3', 'While all is well it waits.'],
    // Takes over.
    ['arbiter-1', 'When it dies, alone or with all of server1, arbiter-3 on server3 takes over after 180 s.'],
    ['scheduler-1', 'When it dies alone, scheduler-3 on server3 takes over within 20 s.'],
    ['scheduler-1', 'When all of server1 dies, scheduler-3 on server3 takes over after 180 s.'],
    ['poller-1', 'When it dies alone, poller-3 on server3 takes over after 120 to 180 s; poller-2 on server2 goes on.'],
    ['broker-1', 'When it dies alone, broker-3 on server1 takes over after 120 to 180 s.'],
    [
      'broker-1',
      'When all of server1 dies, **nobody brings to interfaces, logs and graphs what becomes of the 2 hosts of the realm All**.',
    ],
    [
      'reactionner-1',
      'When it dies, alone or with all of server1, **nobody sends the notifications and runs the event handlers of the 2 hosts of the realm All**.',
    ],
    // Stands in.
    ['arbiter-3', 'It stands in for arbiter-1 on server1.'],
    ['poller-3', 'It stands in for poller-1 on server1 and poller-2 on server2.'],
    // In time.
    ['arbiter-1', 'A spare arbiter waits for its news for `check_interval 60` × `max_check_attempts 3` = 180 s.'],
    ['arbiter-3', 'It takes the lead after 180 s without news of the active arbiter.'],
  ])('%s: %s', (name, sentence) => {
    expect(told(name, two)).toContain(sentence);
  });
  test.each<[string, RegExp]>([
    ['scheduler-1', /every 20 s \(`check_interval 20`\) and gives its work away at the first check that fails/],
    ['broker-1', /3 failed checks in a row \(`max_check_attempts 3`\): 120 to 180 s after its death\..*`timeout 9`/],
  ])('%s: %s', (name, sentence) => {
    expect(told(name, two).join('\n')).toMatch(sentence);
  });
  test('and where the others are, by the names that machines have everywhere', () => {
    expect(told('poller-3', two.replace('poller-2 server2', 'poller-2 SERVER2'))).toContain(
      'It stands in for poller-1 on server1 and poller-2 on server2.',
    );
  });
  test('that waits says no more than for whom', () => {
    expect(told('scheduler-3', two)).toEqual([
      'While all is well it waits.',
      'It stands in for scheduler-1 on server1.',
    ]);
  });
  test('that nothing would replace', () => {
    expect(told('arbiter-1', 'arbiter arbiter-1 server1')).toEqual([
      'While all is well it leads: it gives the others their work and replaces the dead.',
      'When it dies, alone or with all of server1, **nobody leads, and what dies next is not replaced**.',
    ]);
  });
  test('with a part of a realm', () => {
    expect(told('scheduler-1', `${two}scheduler scheduler-2 server2`)[0]).toBe(
      'While all is well it schedules 1 of 2 parts of All (2 hosts).',
    );
  });
  test('beside another active arbiter', () => {
    expect(told('arbiter-1', `${two}arbiter arbiter-2 server2`)[0]).toContain('stop each other');
  });
  test('without work', () => {
    expect(told('idle', `${two}poller idle server1 realm=Europe`)[0]).toBe('While all is well it has no work.');
  });
});

test('is told on the type as well, with links', () => {
  const text = hoverAt(cfg(two).replace('define scheduler', 'define sche$0duler'));
  expect(text).toContain('**define scheduler**');
  expect(text).toMatch(/When it dies alone, \[scheduler\\-3\]\(shinken\.cfg:\d+\) on server3/);
});

test('and where the daemon is named', () => {
  const lines = `${two}poller nat server5 satellitemap=scheduler-1=10.0.0.1`;
  const text = hoverAt(cfg(lines).replace('scheduler-1=', 'sche$0duler-1='));
  expect(text).toContain('**scheduler scheduler\\-1**');
  expect(text).toContain('- While all is well it schedules All (2 hosts).');
});

test('not where the other daemons are not known', () => {
  expect(hoverAt('#- poller.cfg\ndefine poll$0er {\n    poller_name one\n}')).not.toContain('While all is well');
});
