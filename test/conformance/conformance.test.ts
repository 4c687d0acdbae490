import { describe, expect, test } from 'vitest';
import { type Figure, measureCases, measureCorpus, measureMutations, shown } from './measure';
import { measureObjects } from './objects';
import { objectSets, oracle } from './oracle';

/**
 * The real arbiter's verdicts against ours. The labelled configurations stand beside the checkout, not in it; without them these
 * tests are skipped. Set CONFORMANCE_MISSES to see every difference.
 */
const verbose = process.env['CONFORMANCE_MISSES'] !== undefined;

function hold(figures: readonly Figure[], goals: readonly number[]): void {
  for (const figure of figures) {
    console.log(shown(figure));
    if (verbose) for (const miss of figure.missed) console.log(`    ${miss}`);
  }
  for (const [index, figure] of figures.entries()) {
    const goal = goals[index] ?? 1;
    const share = figure.of === 0 ? 1 : figure.good / figure.of;
    expect(share, `${shown(figure)}\n${figure.missed.slice(0, 20).join('\n')}`).toBeGreaterThanOrEqual(goal);
  }
}

if (oracle === undefined)
  console.log('conformance: skipped, there are no labelled configurations beside this checkout');

describe.skipIf(oracle === undefined)('the real arbiter', { timeout: 600_000 }, () => {
  const folder = oracle ?? '';

  test('on its own tree', async () => {
    hold(await measureCorpus(`${folder}/corpus`), [1, 1, 0.98]);
  });
  test.each(['2.4', '3.0'] as const)('on probes of one question each, %s', async (dialect) => {
    hold(await measureCases(`${folder}/cases`, dialect), [1, 0.98]);
  });
  test('on mutants', async () => {
    hold(await measureMutations(`${folder}/corpus`), [0.995, 0.98, 0.98]);
  });
  test('on effective objects', async () => {
    hold([await measureObjects(`${folder}/corpus`, objectSets())], [1]);
  });
});
