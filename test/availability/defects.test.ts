/** The documented set-up, and everything that can be wrong with it: one defect at a time, what is said of it, and what is lost by it. */
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../server/src/analysis';
import { failoverState } from '../../server/src/availability/failover';
import { analysisOf } from '../support/analysis';
import type { DefectRow } from './defects/defect';
import { places } from './defects/places';
import { spares } from './defects/spares';
import { work } from './defects/work';
import { declared, documented, withSite } from './documented';
import { inEditor, losses } from './support';

function said({ problems }: Analysis): string[] {
  return problems
    .map(({ severity, code, object }) => `${severity} ${code.replace('availability/', '')} ${object?.name ?? '-'}`)
    .sort();
}

function lost({ model }: Analysis): string[] {
  const now = failoverState(model).uncovered.map(({ realm, kind, tag }) =>
    [`now: ${realm} ${kind}`, ...(tag === undefined ? [] : [tag])].join(' '),
  );
  return [...now, ...losses(model)].sort();
}

describe.each([
  ['the documented set-up', documented],
  ['the same with a realm below', withSite],
])('%s', (_what, setup) => {
  const analysis = analysisOf(declared(setup));

  test('has nothing to be said of it, hints included', () => expect(said(analysis)).toEqual([]));
  test('survives the loss of any one server', () => expect(lost(analysis)).toEqual([]));
});

describe.each<readonly [string, readonly DefectRow[]]>([
  ['spares', spares],
  ['places', places],
  ['work', work],
])('%s', (_topic, table) => {
  test.each(table)('$what', ({ base = documented, says, loses, ...defect }) => {
    const analysis = analysisOf(declared(base, defect));
    expect(said(analysis)).toEqual([...says].sort());
    expect(lost(analysis)).toEqual([...loses].sort());
  });
});

test('a file that the main file does not load says so itself', () => {
  const analysis = inEditor(declared(documented, { unloaded: ['scheduler-spare'] }));
  expect(said(analysis)).toEqual(['information silent/file-not-loaded -', 'warning spare-not-loaded scheduler-spare']);
});
