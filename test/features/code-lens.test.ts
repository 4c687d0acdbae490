import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../server/src/analysis';
import { type CodeLens, codeLenses } from '../../server/src/features/code-lens';
import { cfg, inEditor } from '../availability/support';
import { analysisOf } from '../support/analysis';
import { ROOT } from '../support/workspace';

const MAIN = `${ROOT}/shinken.cfg`;

const lensesIn = (analysis: Analysis, file = MAIN): readonly CodeLens[] =>
  codeLenses(analysis, file, new Set(['availability']));

/** What stands above each definition: `its second line's last word: title (what a click does)`. */
function shown(lines: string): string[] {
  const text = cfg(lines);
  return lensesIn(analysisOf(text)).map(({ span, say }) => {
    const name = /\n\s*\S+\s+(\S+)/.exec(text.slice(span.start))?.[1] ?? '';
    const { title, action } = say();
    return `${name}: ${title}${action ? ` (${action.offer ?? action.does})` : ''}`;
  });
}

/** What stands above the definitions of one name. */
const above = (name: string, lines: string): string[] =>
  shown(lines).flatMap((line) => (line.startsWith(`${name}: `) ? [line.slice(name.length + 2)] : []));

/** One server with everything on it. */
const server1 = `
arbiter arbiter-1 server1 host_name=server1
scheduler scheduler-1 server1
poller poller-1 server1
reactionner reactionner-1 server1
receiver receiver-1 server1
broker broker-1 server1
`;
/** The spares of all that. */
const server3 = server1
  .replaceAll('server1', 'server3')
  .replaceAll('-1 ', '-3 ')
  .replace(/server3$/gm, 'server3 spare=1')
  .trimStart();

test('a server with a spare of everything', () => {
  expect(shown(server1.trimStart() + server3)).toEqual([
    'arbiter-1: spare: arbiter-3 on server3, takes over after 180 s (go)',
    'arbiter-1: server1 may fail (show-map)',
    'scheduler-1: spare: scheduler-3 on server3, takes over within 60 s (go)',
    'poller-1: spare: poller-3 on server3, takes over within 180 s (go)',
    'reactionner-1: spare: reactionner-3 on server3, takes over within 180 s (go)',
    'receiver-1: spare: receiver-3 on server3, takes over within 180 s (go)',
    'broker-1: spare: broker-3 on server3, takes over within 180 s (go)',
    'arbiter-3: stands in for arbiter-1 on server1 (go)',
    'scheduler-3: stands in for scheduler-1 on server1 (go)',
    'poller-3: stands in for poller-1 on server1 (go)',
    'reactionner-3: stands in for reactionner-1 on server1 (go)',
    'receiver-3: stands in for receiver-1 on server1 (go)',
    'broker-3: stands in for broker-1 on server1 (go)',
  ]);
});

test('where nothing is a spare, one word at the first arbiter is enough', () => {
  expect(shown(server1)).toEqual(['arbiter-1: no daemon has a spare (Generate Spare Definitions…)']);
  expect(shown('poller poller-1 server1')).toEqual([]);
});

describe('an active daemon', () => {
  test.each<[string, string, string, string[]]>([
    ['without a spare', 'poller-1', 'broker broker-3 server3 spare=1', ['no spare (add one)']],
    ['with a second one', 'poller-1', 'poller poller-2 server2\n', ['poller-2 on server2 goes on without it (go)']],
    [
      'with two others',
      'poller-1',
      'poller poller-2 server2\npoller poller-4 server4',
      ['poller-4 on server4 and poller-2 on server2 go on without it (go)'],
    ],
    [
      'whose spare is on its own machine',
      'poller-1',
      'poller poller-3 server1 spare=1',
      ['spare: poller-3 on server1 within 180 s, nobody if server1 dies (go)'],
    ],
    [
      'that another active one replaces',
      'broker-1',
      'broker broker-2 server2',
      ['broker-2 on server2 takes over within 180 s (go)'],
    ],
  ])('%s', (_, name, others, wanted) => {
    const lines = `${others}\narbiter arbiter-3 server3 host_name=server3 spare=1${server1}`;
    expect(above(name, lines)).toEqual(wanted);
  });
  test.each(['arbiter-1', 'arbiter-2'])('of two arbiters that stop each other: %s', (name) => {
    const lines = `${server1}poller poller-3 server3 spare=1\narbiter arbiter-2 server2 host_name=server2`;
    expect(above(name, lines)[0]).toBe('not the only active arbiter');
  });
  test('whose spare lacks a tag', () => {
    const tagged = server1.replace('poller-1 server1', 'poller-1 server1 poller_tags=None,DMZ');
    const lines = `${tagged}${server3}host web check_command=c poller_tag=DMZ\ncommand x command_name=c command_line=x`;
    expect(above('poller-1', lines)).toEqual([
      'spare: poller-3 on server3, takes over within 180 s, but cannot do everything (go)',
    ]);
  });
  test('with a spare beside it and one elsewhere', () => {
    const beside = server3.replace('poller-3 server3', 'poller-3 server1');
    expect(above('poller-1', `${server1}${beside}poller poller-4 server4 spare=1`)).toEqual([
      'spare: poller-3 on server1 within 180 s, poller-4 on server4 if server1 dies (go)',
    ]);
  });
  test('that nobody needs', () => {
    const lines = `${server1}broker broker-2 server2\npoller poller-3 server3 spare=1`;
    expect(above('broker-1', lines)).toEqual(['has no work']);
  });
  test('whose spare waits for an arbiter that does not lead', () => {
    const lines = `${server1}${server3}arbiter arbiter-2 server2 host_name=server2`;
    expect(above('poller-1', lines)).toEqual(['nobody takes over']);
  });
  test('that several spares would fight to replace', () => {
    const lines = `${server1}${server3}arbiter arbiter-4 server4 host_name=server4 spare=1`;
    expect(above('arbiter-1', lines)[0]).toBe('nobody takes over');
  });
  test('in a realm that has no hosts yet', () => {
    const lines = `${server1}realm Default default=1\nrealm Empty\npoller idle server1 realm=Empty\npoller poller-3 server3 spare=1`;
    expect(above('idle', lines)).toEqual(['has no work']);
  });
  test('with timers of its own', () => {
    const lines = (server1 + server3).replace('poller-1 server1', 'poller-1 server1 check_interval=10');
    expect(above('poller-1', lines)).toEqual(['spare: poller-3 on server3, takes over within 30 s (go)']);
  });
});

describe('a machine', () => {
  test('is told once in a file', () => {
    const machines = shown(`${server1}${server3}poller poller-2 server2`).filter((line) => /: server\d/.test(line));
    expect(machines).toEqual(['arbiter-1: server1 may fail (show-map)', 'poller-2: server2 may fail (show-map)']);
  });
  test.each([
    ['poller-3', 'nobody replaces its poller'],
    ['scheduler-3', 'nobody replaces its scheduler'],
    ['arbiter-3', 'nobody replaces its arbiter and scheduler'],
  ])('must not fail without %s', (missing, why) => {
    const lines = server1 + server3.replace(new RegExp(`.*${missing} .*\n`), '');
    expect(above('arbiter-1', lines)[1]).toContain(`server1 must not fail: ${why}`);
  });
  test('must not fail where the spare lacks a tag', () => {
    const tagged = server1.replace('poller-1 server1', 'poller-1 server1 poller_tags=None,DMZ');
    const lines = `${tagged}${server3}host web check_command=c poller_tag=DMZ\ncommand x command_name=c command_line=x`;
    expect(above('arbiter-1', lines)[1]).toBe('server1 must not fail: nobody does the checks tagged DMZ (show-map)');
  });
});

describe('a spare', () => {
  test.each([
    [
      'of two ways to write one machine',
      'poller poller-2 SERVER1',
      'poller-3',
      'stands in for poller-1 and poller-2 on server1 (go)',
    ],
    ['of two', 'poller poller-2 server2', 'poller-3', 'stands in for poller-1 on server1 and poller-2 on server2 (go)'],
    [
      'of two on one machine',
      'poller poller-2 server1',
      'poller-3',
      'stands in for poller-1 and poller-2 on server1 (go)',
    ],
    ['alone in its realm', 'realm Other\npoller other server4 spare=1 realm=Other', 'other', 'stands in for nobody'],
  ])('%s', (_, more, name, wanted) => {
    expect(above(name, `${server1}${server3}realm Default default=1\n${more}`)).toEqual([wanted]);
  });
});

test('a click leads to the names of the daemons', () => {
  const text = cfg(server1.trimStart() + server3);
  const { action } = lensesIn(analysisOf(text))[0]?.say() ?? {};
  const names = action?.does === 'go' ? action.to.map(({ span }) => text.slice(span.start, span.end)) : [];
  expect(names).toEqual(['arbiter-3']);
});

test('what is lost is told in full', () => {
  const all = lensesIn(analysisOf(cfg(`${server1}scheduler s server3 spare=1\nhost web`)));
  const texts = all.map((lens) => lens.say());
  expect(texts.find(({ title }) => title.startsWith('server1'))?.tooltip).toContain(
    'the one host of the realm Default',
  );
});

test('ids are unlike each other, and outlive an edit', () => {
  const ids = lensesIn(analysisOf(cfg(server1 + server3))).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(lensesIn(analysisOf(`# Note\n${cfg(server1 + server3)}`)).map(({ id }) => id)).toEqual(ids);
});

test('there are none where the other daemons are not known', () => {
  const pack = `#- pollers/one.cfg\n${cfg('poller one server1\npoller two server3 spare=1')}\n`;
  const count = (declaration: string): number => lensesIn(inEditor(declaration), `${ROOT}/pollers/one.cfg`).length;
  expect(count(pack)).toBe(0);
  expect(count(`cfg_dir=schedulers\n${pack}`)).toBe(0);
  expect(count(`cfg_dir=pollers\n${pack}`)).toBe(3);
});

test('thousands of realms are listed at once, and simulated one by one', () => {
  const count = 1000;
  const sites = Array.from({ length: count }, (_, index) => {
    const realm = `Site${String(index)}`;
    return `realm ${realm}\nscheduler s${String(index)} server${String(index)} realm=${realm}`;
  });
  const members = Array.from({ length: count }, (_, index) => `Site${String(index)}`).join(',');
  const lines = [`realm World default=1 realm_members=${members}`, ...sites, 'poller p far', 'poller q away spare=1'];
  const analysis = analysisOf(cfg(lines.join('\n')));
  expect(analysis.model.items('realm').length).toBe(count + 1);
  const start = performance.now();
  const lenses = lensesIn(analysis);
  const listed = performance.now();
  expect(lenses.length).toBeGreaterThan(2 * count);
  for (const lens of lenses.slice(0, 20)) expect(lens.say().title).toMatch(/^no spare|must not fail/);
  const said = performance.now();
  // Generous: the machine may have other things to do.
  expect(listed - start).toBeLessThan(3000);
  expect(said - listed).toBeLessThan(10_000);
});
