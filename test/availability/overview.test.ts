import { describe, expect, test } from 'vitest';
import { type Gap, overview } from '../../server/src/availability/overview';
import { analysisOf } from '../support/analysis';
import { cfg } from './support';

function look(lines: string) {
  const { model, problems } = analysisOf(cfg(lines));
  const found = overview(model, problems);
  if (!found) throw new Error('no daemon is defined');
  return found;
}

/** `no-spare poller p1 (server1 dies) in A, B → add on server3`. */
function gapText({ reason, kind, masters, spares, machine, tags, realms, fix }: Gap): string {
  const names = (ids: readonly string[]): string => ids.map((id) => id.replace(`${kind}/`, '')).join(', ');
  return [
    `${reason} ${kind} ${names(masters)}`.trim(),
    machine === undefined ? '' : ` (${machine} dies)`,
    tags ? ` tags ${tags.join(', ')}` : '',
    realms.length > 0 ? ` in ${realms.join(', ')}` : '',
    spares.length > 0 ? ` though ${names(spares)}` : '',
    fix ? ` → ${fix.master} on ${fix.address}` : '',
  ].join('');
}

const gaps = (lines: string): string[] => look(lines).gaps.map(gapText);

/** All that a realm needs besides, on a server that does not die in these tests. */
const rest = `
  arbiter a1 safe host_name=safe
  arbiter a2 safer host_name=safer spare=1
  broker b1 safe
  broker b2 safer spare=1
  reactionner r1 safe
  reactionner r2 safer spare=1
`;

const schedulers = 'scheduler s1 safe\nscheduler s2 safer spare=1';
const pollers = 'poller p1 safe\npoller p2 safer spare=1';

describe('what is missing', () => {
  test('is nothing where all is covered', () => {
    expect(gaps(`${rest}\n${schedulers}\n${pollers}`)).toEqual([]);
  });

  test.each([
    ['no spare', `${schedulers}\npoller p1 server1`, ['no-spare poller p1 (server1 dies) in Default → p1 on safer']],
    [
      'a spare beside its master',
      `${schedulers}\npoller p1 server1\npoller p2 server1 spare=1`,
      ['few-spares poller p1 (server1 dies) in Default though p2 → p1 on safer'],
    ],
    [
      'one spare for two schedulers of one server',
      `${pollers}\nscheduler s1 server1\nscheduler s2 server1\nscheduler s3 safer spare=1`,
      ['few-spares scheduler s1 (server1 dies) in Default though s3 → s1 on safer'],
    ],
    [
      'a spare without the tags',
      `${schedulers}\npoller p1 server1 poller_tags=None,DMZ\npoller p2 safer spare=1`,
      ['lacks-tags poller p1 (server1 dies) tags DMZ in Default though p2'],
    ],
    ['spares alone', `${schedulers}\npoller p1 server1 spare=1`, ['unserved poller in Default though p1']],
    ['an active one that covers the other', `${schedulers}\npoller p1 server1\npoller p2 server2`, []],
  ])('%s', (_, lines, expected) => {
    expect(gaps(`${rest}\n${lines}`)).toEqual(expected);
  });

  test('is one gap for all realms that one daemon serves', () => {
    const lines = `
      realm All default=1 realm_members=Europe
      realm Europe
      ${rest}
      scheduler s1 safe realm=All
      scheduler s2 safe realm=Europe
      scheduler s3 safer realm=All spare=1
      scheduler s4 safer realm=All spare=1
      poller p1 server1 realm=All
    `;
    expect(gaps(lines)).toEqual(['no-spare poller p1 (server1 dies) in All, Europe → p1 on safer']);
  });

  test('is not proposed beside the master that it is to stand for', () => {
    expect(gaps('scheduler s1 server3\nbroker b1 server3')).toContain(
      'no-spare broker b1 (server3 dies) in Default → b1 on server4',
    );
  });
});

describe('daemons', () => {
  test('have an id that outlives an edit', () => {
    const ids = look('scheduler s server1\npoller p server1').daemons.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['scheduler/s', 'poller/p']));
  });

  test('have an id each, names or not', () => {
    const { daemons } = look('define poller {\n address a\n}\ndefine poller {\n address b\n}\nscheduler s server1');
    const ids = daemons.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('say where they are defined, invented ones that they are not', () => {
    const { daemons } = look('scheduler s server1');
    expect(daemons.map(({ kind, invented, at }) => [kind, invented, at !== undefined])).toEqual([
      ['arbiter', true, false],
      ['scheduler', false, true],
      ['poller', true, false],
      ['reactionner', true, false],
      ['broker', true, false],
    ]);
  });

  test('carry what the rules of availability say of them, and nothing else', () => {
    const { daemons } = look(`${rest}\n${schedulers}\npoller p1 server1 modules=nowhere`);
    const codes = daemons.find(({ id }) => id === 'poller/p1')?.problems.map(({ code }) => code);
    expect(codes).toEqual(['availability/no-spare']);
  });
});

describe('machines', () => {
  test('stand in the order of the daemons, each with its addresses', () => {
    expect(look('arbiter a Main host_name=main\nscheduler s second\npoller p MAIN').machines).toEqual([
      { name: 'main', addresses: ['Main', 'MAIN'] },
      { name: 'second', addresses: ['second'] },
    ]);
  });

  test('are those of defined daemons alone', () => {
    expect(look('scheduler s server1').machines.map(({ name }) => name)).toEqual(['server1']);
  });
});

test('realms name those above and below, and count their hosts', () => {
  const { realms } = look(`
    realm All default=1 realm_members=Europe,Nowhere
    realm Europe
    scheduler s server1 realm=Europe
    host web-1 10.0.0.1 realm=Europe max_check_attempts=1
  `);
  expect(realms.map(({ at, ...realm }) => ({ ...realm, isWritten: at !== undefined }))).toEqual([
    { name: 'All', parents: [], children: ['Europe'], isDefault: true, hosts: 0, isWritten: true },
    { name: 'Europe', parents: ['All'], children: [], isDefault: false, hosts: 1, isWritten: true },
  ]);
});

test('there is no overview without a daemon', () => {
  const { model, problems } = analysisOf(cfg('realm All default=1'));
  expect(overview(model, problems)).toBeNull();
});
