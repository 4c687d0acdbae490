import { describe, expect, test } from 'vitest';
import { type Outlook, outlookOf } from '../../server/src/availability/outlook';
import { analysisOf } from '../support/analysis';
import { cfg } from './support';

const pair = `
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
  broker broker-spare server3 spare=1 manage_arbiters=1
  receiver receiver-master server1 port=7773
  receiver receiver-spare server3 port=7773 spare=1
  command ping command_line=/bin/true
  host web-1 192.0.2.1 check_command=ping max_check_attempts=3`;

const outlook = (lines: string): Outlook => outlookOf(analysisOf(cfg(lines)).model);

describe('what may die', () => {
  test('is told of each machine', () => expect(outlook(pair).survives).toEqual(['server1', 'server3']));

  test.each([
    ['an address of a host', 'web-1 192.0.2.1', 'web-1 192.0.2.2'],
    ['the command of a check', 'command_line=/bin/true', 'command_line=/bin/false'],
    ['a module of a daemon', 'poller-master server1', 'poller-master server1 modules=nrpe'],
  ])('is not worked out again for %s', (_what, before, after) =>
    expect(outlook(pair.replace(before, after))).toBe(outlook(pair)),
  );

  test.each([
    ['a machine', 'poller-spare server3', 'poller-spare server1'],
    ['a spare', 'poller-spare server3 spare=1', 'poller-spare server3 spare=0'],
    ['a realm', 'poller-spare server3', 'poller-spare server3 realm=Other\n  realm Other'],
    ['realms below', 'realm All default=1', 'realm All default=1 realm_members=Other\n  realm Other'],
    ['manage_sub_realms', 'poller-spare server3', 'poller-spare server3 manage_sub_realms=0'],
    ['tags', 'poller-spare server3', 'poller-spare server3 poller_tags=DMZ'],
    ['the work with a tag', 'check_command=ping', 'check_command=ping poller_tag=None2'],
    ['complete links', 'realm All default=1', 'realm All default=1 broker_complete_links=1'],
    ['a port', 'poller-spare server3', 'poller-spare server3 port=7799'],
    ['timers', 'poller-master server1', 'poller-master server1 check_interval=5'],
    ['the number of hosts', 'host web-1', 'host web-2 192.0.2.2\n  host web-1'],
  ])('is worked out again for %s', (_what, before, after) => {
    const edited = pair.replace(before, after);
    expect(edited).not.toBe(pair);
    expect(outlook(edited)).not.toBe(outlook(pair));
  });

  test('says what the simulation says after the edit', () => {
    expect(outlook(pair.replace('poller-spare server3', 'poller-spare server1')).cannotCover).toMatchObject([
      { machine: 'server1', kind: 'poller', realm: 'All' },
    ]);
    expect(outlook(pair).cannotCover).toEqual([]);
  });
});
