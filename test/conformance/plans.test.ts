import { setImmediate } from 'node:timers/promises';
import { describe, test } from 'vitest';
import { accepted, type Analysis } from '../../server/src/analysis';
import { isHarmless, definedMachines, survival } from '../../server/src/availability/failover';
import { retireServer } from '../../server/src/availability/retire';
import { planSpares } from '../../server/src/availability/spares';
import { type Topology, topologyOf } from '../../server/src/availability/topology';
import { type Consequences, consequencesOf } from '../../server/src/features/consequences';
import type { WorkspaceChange } from '../../server/src/rules/rule';
import { analysisOfFiles, applied } from '../support/analysis';
import { memoryFileSystem } from '../support/workspace';
import { failoverCases, failoverFolder, failoverMain, judgeCase } from './failover';
import { Share } from './share';

/** What the dialogues promise before they write, against the configuration once it is written: all recorded topologies. */

if (failoverFolder === undefined)
  console.log('plans: skipped, there are no recorded states of the dispatcher beside this checkout');

const cases = failoverCases()
  .filter(({ valid }) => valid)
  .map((one) => ({ ...one, files: new Map([[failoverMain, one.cfg]]), analysis: judgeCase(one) }));

type Case = (typeof cases)[number];

/** What is promised of a change, and whether the configuration after it holds it. */
function promised(
  { files, analysis }: Case,
  change: WorkspaceChange,
): { readonly kept: boolean; readonly promise: Consequences; readonly after: Analysis } {
  const promise = consequencesOf(analysis, change, memoryFileSystem(files));
  const after = analysisOfFiles(applied(files, change));
  const deaths = survival(after.model);
  const survivors = deaths.filter(isHarmless).map(({ machine }) => machine);
  const lost = deaths.flatMap(({ machine, lost: work, leaderless }) => [
    ...(leaderless ? [`${machine} arbiter`] : []),
    ...work.map(({ kind, realm, tag }) => [machine, kind, realm, tag].join(' ')),
  ]);
  const gaps = promise.outlook.cannotCover.flatMap(({ machine, kind, realm, tag }) =>
    machine === undefined ? [] : [kind === 'arbiter' ? `${machine} arbiter` : [machine, kind, realm, tag].join(' ')],
  );
  const kept = promise.outlook.survives.join() === survivors.join() && gaps.join('\n') === lost.join('\n');
  return { kept, promise, after };
}

const machines = ({ analysis }: Case): readonly string[] => definedMachines(topologyOf(analysis.model));

/** One arbiter leads, and one spare at most waits for it: no spare can mend any other set. */
const isLed = (topology: Topology): boolean => {
  const arbiters = topology.of('arbiter');
  return arbiters.filter(({ spare }) => !spare).length === 1 && arbiters.length <= 2;
};

describe.skipIf(failoverFolder === undefined)('what is promised', { timeout: 600_000 }, () => {
  test('of spares on a new server is what the simulation says once they are written', async () => {
    const share = new Share('plans of spares on a new server whose promise is kept');
    const whole = new Share('… after which any one server may die, where one arbiter leads');
    const single = new Share('… of those with everything on one machine');
    for (const one of cases) {
      await setImmediate();
      const { change } = planSpares(one.analysis.model, 'another', { load: true, amend: true });
      const { kept, promise, after } = promised(one, change);
      const { outlook } = promise;
      share.count(kept && accepted(after.problems), () => one.name);
      const gaps = outlook.cannotCover.filter(({ machine }) => machine !== undefined).map(({ text }) => text);
      if (!isLed(topologyOf(one.analysis.model))) continue;
      whole.count(gaps.length === 0, () => `${one.name}: ${gaps.join(' | ')}`);
      if (machines(one).length === 1) single.count(gaps.length === 0, () => `${one.name}: ${gaps.join(' | ')}`);
    }
    share.hold(1);
    whole.hold(1);
    single.hold(1);
  });

  test('of spares on a server that has daemons already, too', async () => {
    const share = new Share('plans of spares on a server in use whose promise is kept');
    const whole = new Share('… after which any other server may die, where one arbiter leads');
    for (const one of cases) {
      await setImmediate();
      const server = machines(one).at(-1) ?? '';
      const { change } = planSpares(one.analysis.model, server, { load: true, amend: true });
      const { kept, promise, after } = promised(one, change);
      const { outlook } = promise;
      share.count(kept && accepted(after.problems), () => one.name);
      const gaps = outlook.cannotCover.filter(({ machine }) => machine !== undefined && machine !== server);
      if (isLed(topologyOf(one.analysis.model)))
        whole.count(gaps.length === 0, () => `${one.name} ${server}: ${gaps.map(({ text }) => text).join(' | ')}`);
    }
    share.hold(1);
    whole.hold(1);
  });

  test('of a configuration without one of its servers is what the simulation says of it', async () => {
    const share = new Share('retirements whose promise is kept');
    for (const one of cases) {
      await setImmediate();
      const [first] = machines(one);
      for (const machine of machines(one)) {
        const retirement = retireServer(one.analysis.model, machine);
        if (!retirement) continue;
        const { kept, promise, after } = promised(one, retirement.change);
        // Rules take their time: one server of each has to do.
        const isTold = machine !== first || promise.refused === !accepted(after.problems);
        const left = topologyOf(after.model).daemons.filter((daemon) => daemon.machine === machine && !daemon.invented);
        share.count(kept && isTold && left.length === 0, () => `${one.name} without ${machine}`);
      }
    }
    share.hold(1);
  });
});
