import { describe, test } from 'vitest';
import { failoverState } from '../../server/src/availability/failover';
import type { FailoverState as Found, PartState } from '../../server/src/availability/failover-types';
import { satelliteKinds } from '../../server/src/availability/topology';
import { failoverCases, failoverFolder, type FailoverState, isSettled, judgeCase, type RecordedPart } from './failover';
import { shinken } from '../cli/support';
import { Share } from './share';

/**
 * The simulated failover against the recorded states of the real dispatcher, which stand beside the checkout, not in it; without them
 * this test is skipped.
 */
if (failoverFolder === undefined)
  console.log('failover: skipped, there are no recorded states of the dispatcher beside this checkout');

describe.skipIf(failoverFolder === undefined)('the simulation', { timeout: 600_000 }, () => {
  test('settles where the real dispatcher does', () => {
    const share = new Share('failover states equal');
    for (const one of failoverCases()) {
      if (!one.valid) continue;
      const { model } = judgeCase(one);
      for (const state of one.states) {
        const found = failoverState(model, { machines: state.down, daemons: [] });
        const [ours, theirs] = [shownFound(found), shownRecorded(state)];
        const wrong = Object.keys(theirs).filter((key) => ours[key] !== theirs[key]);
        share.count(
          wrong.length === 0,
          () =>
            `${one.name} without ${state.down.join(', ')}: ${wrong.map((key) => `${key}: theirs ${String(theirs[key])}; ours ${String(ours[key])}`).join('\n        ')}`,
        );
      }
    }
    share.hold(1);
  });

  test('is what the command line prints', async () => {
    const share = new Share('failover states printed as they are recorded');
    for (const one of failoverCases()) {
      const states = one.states.filter(isSettled);
      // The others are of the same shape, and a process of work each.
      if (!one.valid || !one.name.startsWith('named-')) continue;
      const downs = states.flatMap(({ down }) => ['--down', down.join()]);
      const { out } = await shinken(['failover', '--format', 'json', ...downs], one.cfg);
      const printed = (JSON.parse(out) as { states: Printed[] }).states;
      for (const [index, state] of states.entries())
        share.count(
          JSON.stringify(shownPrinted(printed[index])) === JSON.stringify(shownPrinted(state)),
          () => `${one.name} without ${state.down.join(', ')}: ${JSON.stringify(printed[index])}`,
        );
    }
    share.hold(1);
  });
});

type Printed = Pick<FailoverState, 'down' | 'leader' | 'realms' | 'idle' | 'stable' | 'repushed' | 'uncovered'> & {
  readonly arbiter_broks_to?: readonly string[];
};

/** What both have; which hosts a part holds is another matter at every start. */
function shownPrinted(state: Printed | undefined): unknown {
  if (!state) return undefined;
  const { down, leader, realms, idle, stable, repushed, uncovered, arbiter_broks_to: broker } = state;
  const parts = Object.entries(realms).flatMap(([realm, { configurations }]) =>
    configurations.map((part) => `${realm} ${recordedPart(part)}`),
  );
  const lost = uncovered.map(({ realm, what, configurations }) => `${realm} ${what} ${String(configurations)}`);
  return [down, leader, parts.sort(), idle, stable, repushed, lost.sort(), broker ?? []];
}

type Shown = Readonly<Record<string, string>>;

const sorted = (names: readonly string[]): string => [...names].sort().join(',');
const plural = { poller: 'pollers', reactionner: 'reactionners', receiver: 'receivers', broker: 'brokers' } as const;

/** Where arbiters fight, or stop each other, that is all that can be said. */
function shownRecorded(state: FailoverState): Shown {
  if (state.several_masters) return { leadership: 'arbitrary' };
  if (!isSettled(state) && state.leader.length !== 0) return { leadership: 'contested', leaders: sorted(state.leader) };
  return {
    leadership: state.leader.length === 0 ? 'nobody' : 'settled',
    leaders: sorted(state.leader),
    parts: Object.entries(state.realms)
      .flatMap(([realm, { configurations }]) => configurations.map((part) => `${realm} ${recordedPart(part)}`))
      .sort()
      .join(' | '),
    idle: sorted(state.idle),
    repushed: sorted(state.repushed),
    stable: String(state.stable),
    broker: sorted(state.arbiter_broks_to ?? []),
    uncovered: state.uncovered
      .map(({ realm, what, configurations }) => `${realm} ${what} ${String(configurations)}`)
      .sort()
      .join(' | '),
  };
}

function shownFound(state: Found): Shown {
  const title = ({ kind, name }: { readonly kind: string; readonly name: string }): string => `${kind} ${name}`;
  return {
    leadership: state.leadership,
    leaders: sorted(state.leaders.map(({ name }) => name)),
    parts: state.realms
      .flatMap(({ realm, parts }) => parts.map((part) => `${realm} ${foundPart(part)}`))
      .sort()
      .join(' | '),
    idle: sorted(state.idle.map(title)),
    repushed: sorted(state.repushed.map(title)),
    stable: String(state.stable),
    broker: state.arbiterBroker?.name ?? '',
    uncovered: state.uncovered
      .map(
        ({ realm, kind, tag, parts }) => `${realm} ${kind}${tag === undefined ? '' : `_tag ${tag}`} ${String(parts)}`,
      )
      .sort()
      .join(' | '),
  };
}

function recordedPart(part: RecordedPart): string {
  const extra = satelliteKinds.map((kind) => sorted(part.extra?.[plural[kind]] ?? []));
  const workers = satelliteKinds.map((kind) => sorted(part[plural[kind]]));
  const missing = [sorted(part.missing_poller_tags), sorted(part.missing_reactionner_tags)];
  return [part.scheduler ?? '-', ...workers, 'missing', ...missing, 'extra', ...extra].join(' ');
}

function foundPart({ scheduler, workers, missingTags, extra }: PartState): string {
  const names = (list: readonly { readonly name: string }[]): string => sorted(list.map(({ name }) => name));
  return [
    scheduler?.name ?? '-',
    ...satelliteKinds.map((kind) => names(workers[kind])),
    'missing',
    sorted(missingTags.poller),
    sorted(missingTags.reactionner),
    'extra',
    ...satelliteKinds.map((kind) => names(extra[kind])),
  ].join(' ');
}
