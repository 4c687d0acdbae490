/** The examples with several servers: nothing is said of them, and what they say of themselves is what happens. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { accepted, analyze, type Analysis } from '../../server/src/analysis';
import { survival } from '../../server/src/availability/failover';
import { nodeFileSystem } from '../../server/src/cli/node-file-system';
import { loadProject } from '../../server/src/project/load';
import { losses, moves } from './support';

const folder = path.resolve(import.meta.dirname, '../../examples').replaceAll('\\', '/');

function example(name: string, hostname?: string): Analysis {
  const project = loadProject(nodeFileSystem, { mains: ['shinken.cfg'], cwd: `${folder}/${name}`, dialect: '2.4' });
  return analyze(project, { dialect: '2.4', ...(hostname === undefined ? {} : { hostname }) });
}

interface Expected {
  readonly name: string;
  /** Where its arbiters run. */
  readonly homes: readonly string[];
  /** Who takes over what when a machine dies, for every machine. */
  readonly deaths: Readonly<Record<string, readonly string[]>>;
}

/** One of headquarters' daemons in every realm. */
const everywhere = (kind: string): readonly string[] =>
  ['Europe', 'World', 'France', 'Asia'].map((realm) => `${realm} ${kind}: ${kind}-world -> ${kind}-world-spare`);

const table: readonly Expected[] = [
  {
    name: 'two-servers',
    homes: ['server1', 'server2'],
    deaths: {
      server1: [
        'leader: arbiter-server1 -> arbiter-server2',
        'All scheduler: scheduler-server1 -> scheduler-spare-server2',
        'All poller: poller-server1 ->',
        'All reactionner: reactionner-server1 ->',
        'All receiver: receiver-server1 ->',
        'All broker: broker-server1 -> broker-server2',
      ],
      server2: [
        'All scheduler: scheduler-server2 -> scheduler-spare-server1',
        'All poller: poller-server2 ->',
        'All reactionner: reactionner-server2 ->',
        'All receiver: receiver-server2 ->',
      ],
    },
  },
  {
    name: 'realms',
    homes: ['hq-1', 'hq-2'],
    deaths: {
      'hq-1': [
        'leader: arbiter-hq-1 -> arbiter-hq-2',
        'World scheduler: scheduler-world -> scheduler-world-spare',
        'World poller: poller-world -> poller-world-spare',
        ...everywhere('reactionner'),
        ...everywhere('receiver'),
        ...everywhere('broker'),
      ],
      'hq-2': [],
      'berlin-1': [
        'Europe scheduler: scheduler-europe -> scheduler-europe-spare',
        'Europe poller: poller-europe -> poller-europe-spare',
      ],
      'berlin-2': [],
      'paris-1': [
        'France scheduler: scheduler-france -> scheduler-europe-spare',
        'France poller: poller-france -> poller-europe-spare',
      ],
      'tokyo-1': [
        'Asia scheduler: scheduler-asia -> scheduler-world-spare',
        'Asia poller: poller-asia -> poller-world-spare',
      ],
    },
  },
  {
    name: 'dmz',
    homes: ['server1', 'server2'],
    deaths: {
      server1: [
        'leader: arbiter-master -> arbiter-spare',
        'All scheduler: scheduler-master -> scheduler-spare',
        'All poller: poller-1 ->',
        'All reactionner: reactionner-master -> reactionner-spare',
        'All broker: broker-master -> broker-spare',
      ],
      server2: ['All poller: poller-2 ->'],
      'dmz-1': ['All poller: poller-dmz-1 ->', 'All receiver: receiver-dmz-1 ->'],
      'dmz-2': ['All poller: poller-dmz-2 ->', 'All receiver: receiver-dmz-2 ->'],
    },
  },
];

describe.each(table)('examples/$name', ({ name, homes, deaths }) => {
  const { model } = example(name);

  test.each(homes)('is accepted on %s, and nothing at all is said of it', (home) => {
    const { problems } = example(name, home);
    expect(accepted(problems)).toBe(true);
    expect(problems.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });
  test('loses nothing with any one machine', () => {
    expect(losses(model)).toEqual([]);
    expect(
      survival(model)
        .map(({ machine }) => machine)
        .sort(),
    ).toEqual(Object.keys(deaths).sort());
  });
  test.each(Object.entries(deaths))('without %s', (machine, expected) => {
    expect(moves(model, machine).sort()).toEqual([...expected].sort());
  });
});

test('examples/realms: headquarters are behind Berlin, as their comments say', () => {
  const { model } = example('realms');
  expect(moves(model, 'paris-1', 'berlin-2')).toEqual([
    'France scheduler: scheduler-france -> scheduler-world-spare',
    'France poller: poller-france -> poller-world-spare',
  ]);
  expect(moves(model, 'berlin-1', 'paris-1').filter((line) => line.includes('scheduler'))).toEqual([
    'Europe scheduler: scheduler-europe -> scheduler-europe-spare',
    'France scheduler: scheduler-france -> scheduler-world-spare',
  ]);
});
