import { describe, test } from 'vitest';
import { failoverState, type MachineLoss, survival } from '../../server/src/availability/failover';
import { lossesOf } from '../../server/src/availability/losses';
import { topologyOf } from '../../server/src/availability/topology';
import { tagsNeeded } from '../../server/src/availability/work';
import type { Model } from '../../server/src/model/types';
import { failoverCases, failoverFolder, judgeCase } from './failover';
import { Share } from './share';

/**
 * What dies with a machine is found twice: for the rules, in closed form, by the tags that daemons have and as if some arbiter led on;
 * and by the simulation, which knows the arbiters and the work there is. Where both can speak they must say the same.
 */
if (failoverFolder === undefined) console.log('losses: skipped, there are no recorded topologies beside this checkout');

describe.skipIf(failoverFolder === undefined)('what dies with a machine', { timeout: 600_000 }, () => {
  test('is the same to the rules and to the simulation', () => {
    const work = new Share('machines whose work is lost to the rules as to the simulation');
    const arbiters = new Share('… and whose arbiter is');
    for (const one of failoverCases()) {
      if (!one.valid) continue;
      const { model } = judgeCase(one);
      const well = failoverState(model);
      // Without a single arbiter from the start, the rules speak of that alone.
      if (well.leadership !== 'settled') continue;
      for (const death of survival(model)) {
        const { machine, state, leaderless } = death;
        const losses = lossesOf(topologyOf(model)).filter((loss) => loss.machine === machine);
        // A spare that led from the start is none to replace; several that fight for the lead are another rule's.
        if (well.leaders.some(({ spare }) => !spare) && state.leadership !== 'contested')
          arbiters.count(losses.some(({ kind }) => kind === 'arbiter') === leaderless, () => `${one.name}: ${machine}`);
        if (state.leadership !== 'settled') continue;
        const [rules, simulation] = [byTheRules(model, death), simulated(death)].map((lines) =>
          lines.sort().join('; '),
        );
        work.count(rules === simulation, () => `${one.name}: ${machine}: ${rules ?? ''} | ${simulation ?? ''}`);
      }
    }
    work.hold(1);
    arbiters.hold(1);
  });
});

const lineOf = (realm: string, kind: string, tag?: string): string => [realm, kind, tag].join(' ');

/** A line for each scheduler that has no successor, and for each kind or tag of work of a realm. */
function simulated({ lost }: MachineLoss): string[] {
  return lost.flatMap(({ realm, kind, tag, parts }) =>
    Array.from({ length: kind === 'scheduler' ? parts : 1 }, () => lineOf(realm, kind, tag)),
  );
}

/** The same, without work that no host wants done, and work for realms that nobody schedules any more. */
function byTheRules(model: Model, { machine, state }: MachineLoss): string[] {
  const isScheduled = (name: string): boolean =>
    state.realms.some(({ realm, parts }) => realm === name && parts.some(({ scheduler }) => scheduler));
  return lossesOf(topologyOf(model)).flatMap(({ machine: dead, kind, realm, tags }) => {
    if (dead !== machine || realm === undefined || (kind !== 'scheduler' && !isScheduled(realm))) return [];
    if (!tags || (kind !== 'poller' && kind !== 'reactionner')) return [lineOf(realm, kind)];
    const needed = tagsNeeded(model, kind, realm);
    return tags.filter((tag) => needed.includes(tag)).map((tag) => lineOf(realm, kind, tag));
  });
}
