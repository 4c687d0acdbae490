import { describe, expect, test } from 'vitest';
import { type Node, nodesOf } from '../../client/src/views/servers-tree/nodes';
import { overview } from '../../server/src/availability/overview';
import type { AvailabilityOverview } from '../../server/src/lsp/requests';
import { cfg } from '../availability/support';
import { analysisOf } from '../support/analysis';

function nodes(lines: string): readonly Node[] {
  const { model, problems } = analysisOf(cfg(lines));
  // Places on the wire are locations; the tree only hands them on.
  const found = overview(model, problems) as unknown as AvailabilityOverview | null;
  return found ? nodesOf({ ...found, configuration: 'file:///etc/shinken/shinken.cfg' }) : [];
}

/** The tree as text: two blanks a level, `!` for what is wrong, `~` for what waits, the description in brackets. */
function shown(all: readonly Node[], depth = 0): string[] {
  const tones = { warning: '! ', faint: '~ ' };
  return all.flatMap(({ label, description, tone, children }) => [
    `${'  '.repeat(depth)}${tone ? tones[tone] : ''}${label}${description === '' ? '' : ` (${description})`}`,
    ...shown(children, depth + 1),
  ]);
}

/** What stands below `Servers`, or `Realms`. */
const below = (group: string, lines: string): string[] =>
  shown(nodes(lines).find(({ label }) => label === group)?.children ?? []);

function* all(list: readonly Node[]): Generator<Node> {
  for (const node of list) {
    yield node;
    yield* all(node.children);
  }
}
const nodeOf = (label: string, lines: string): Node | undefined =>
  [...all(nodes(lines))].find((node) => node.label === label);

const two = `
arbiter arbiter-1 server1 host_name=server1 check_interval=60 max_check_attempts=3
arbiter arbiter-3 server3 host_name=server3 spare=1
scheduler scheduler-1 server1
poller poller-1 server1
poller poller-3 server3 spare=1
broker broker-1 server1 manage_arbiters=1
reactionner reactionner-1 server1
reactionner reactionner-2 server2
realm All default=1
host web
`;

test('servers hold their daemons, and what is missing for them', () => {
  expect(below('Servers', two)).toEqual([
    '! server1 (5 active)',
    '  ! No spare for scheduler-1 (scheduler)',
    '  ! No spare for broker-1 (broker)',
    '  arbiter-1 (arbiter)',
    '  ! scheduler-1 (scheduler · All)',
    '  poller-1 (poller · All)',
    '  reactionner-1 (reactionner · All)',
    '  ! broker-1 (broker · All)',
    'server3 (2 spares)',
    '  ~ arbiter-3 (spare arbiter)',
    '  ~ poller-3 (spare poller · All)',
    'server2 (1 active)',
    '  reactionner-2 (reactionner · All)',
  ]);
});

test('realms hold theirs, and say where they are', () => {
  const found = below('Realms', two);
  expect(found[0]).toBe('! All (1 host, default)');
  expect(found).toContain('  ! No spare for scheduler-1 (scheduler)');
  expect(found).toContain('  poller-1 (poller · server1)');
  expect(found).toContain('  ~ poller-3 (spare poller · server3)');
  expect(found.join()).not.toContain('arbiter-1');
});

test('where nobody wants spares, none is missing', () => {
  const one =
    'arbiter a server1\nscheduler s server1\npoller p server1\nreactionner r server1\nbroker b server1 manage_arbiters=1';
  expect(below('Servers', one)).toEqual([
    'server1 (5 active)',
    '  a (arbiter)',
    '  s (scheduler · Default)',
    '  p (poller · Default)',
    '  r (reactionner · Default)',
    '  b (broker · Default)',
  ]);
});

describe('realms are nested', () => {
  const tree = (lines: string): string[] => below('Realms', lines).filter((line) => !line.includes('·'));
  test('below the first that lists them', () => {
    const lines =
      'realm A realm_members=B,C default=1\nrealm B realm_members=D\nrealm C realm_members=D\nrealm D\npoller p x';
    expect(tree(lines)).toEqual(['A (0 hosts, default)', '  B (0 hosts)', '    D (0 hosts)', '  C (0 hosts)']);
  });
  test('even in a circle', () => {
    const lines = 'realm A realm_members=B default=1\nrealm B realm_members=A\npoller p x';
    expect(tree(lines)).toEqual(['A (0 hosts, default)', '  B (0 hosts)']);
  });
});

test('what Shinken invents is told from what is written', () => {
  expect(below('Realms', 'scheduler s server1\npoller p server1')).toContain(
    '  ~ Default-Broker (broker · localhost · invented by Shinken)',
  );
});

test('addresses that are written in other ways', () => {
  expect(below('Servers', 'poller p SERVER1\npoller q server1')[0]).toBe('server1 (2 active · SERVER1)');
});

describe('a node', () => {
  test.each<[string, Node['is']]>([
    ['server1', 'server'],
    ['poller-1', 'activeDaemon'],
    ['poller-3', 'daemon'],
    ['All', 'realm'],
    ['No spare for scheduler-1', 'fixableGap'],
    ['Servers', 'group'],
  ])('%s is for the menus a %s', (label, is) => {
    expect(nodeOf(label, two)?.is).toBe(is);
  });
  test('knows what to ask for a spare', () => {
    const uri = 'file:///etc/shinken/shinken.cfg';
    expect(nodeOf('No spare for scheduler-1', two)?.spare).toEqual({
      uri,
      kind: 'scheduler',
      master: 'scheduler-1',
      address: 'server3',
    });
    expect(nodeOf('poller-1', two)?.spare).toEqual({ uri, kind: 'poller', master: 'poller-1' });
  });
  test('leads to its definition', () => {
    expect(nodeOf('poller-1', two)?.at).toBeDefined();
    expect(nodeOf('All', two)?.at).toBeDefined();
    expect(nodeOf('No spare for scheduler-1', two)?.at).toEqual(nodeOf('scheduler-1', two)?.at);
  });
  test('says what happens', () => {
    expect(nodeOf('server1', two)?.tooltip).toContain(
      'When server1 dies, nobody does what scheduler-1 did in the realm All.',
    );
    expect(nodeOf('scheduler-1', two)?.tooltip).toContain('scheduler scheduler-1, server1:7768, realm All');
  });
  test('has an id of its own', () => {
    const ids = [...all(nodes(two))].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test('tags that no spare has', () => {
  const lines = `${two}poller poller-dmz server1 poller_tags=DMZ\nhost dmz poller_tag=DMZ`;
  expect(below('Servers', lines)).toContain('  ! No spare for the checks tagged DMZ (poller)');
});

test('more servers than a few are closed at first', () => {
  const open = (lines: string): boolean[] => nodes(lines)[0]?.children.map(({ isOpen }) => isOpen) ?? [];
  expect(open('poller a a\npoller b b')).toEqual([true, true]);
  expect(open('poller a a\npoller b b\npoller c c\npoller d d')).toEqual([false, false, false, false]);
});

test('a configuration without daemons has none', () => {
  expect(nodes('host web')).toEqual([]);
});
