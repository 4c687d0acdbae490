/** The documented set-up, and everything that can be wrong with it: one defect at a time, what is said of it, and what is lost by it. */
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../server/src/analysis';
import { failoverState } from '../../server/src/availability/failover';
import { ruleOf } from '../../server/src/rules';
import type { Fix, Problem } from '../../server/src/rules/rule';
import { analysisOf, analysisOfFiles, applied } from '../support/analysis';
import { workspace } from '../support/workspace';
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

/** A problem is the same after an edit elsewhere. */
const same = ({ code, object, message }: Problem): string => JSON.stringify([code, object, message]);

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

interface Judged extends DefectRow {
  readonly files: ReadonlyMap<string, string>;
  readonly analysis: Analysis;
  /** The first fix of each problem that has one. */
  readonly fixes: readonly (readonly [Problem, Fix])[];
}

function judged(row: DefectRow): Judged {
  const { files } = workspace(declared(row.base ?? documented, row));
  const analysis = analysisOfFiles(files);
  const fixes = analysis.problems.flatMap((problem): [Problem, Fix][] => {
    const [fix] = ruleOf(problem.code)?.fix?.(problem, analysis.model) ?? [];
    return fix ? [[problem, fix]] : [];
  });
  return { ...row, files, analysis, fixes };
}

describe.each([
  ['spares', spares],
  ['places', places],
  ['work', work],
])('%s', (_topic, rows) => {
  const table = rows.map(judged);

  test.each(table)('$what', ({ analysis, says, loses }) => {
    expect(said(analysis)).toEqual([...says].sort());
    expect(lost(analysis)).toEqual([...loses].sort());
  });

  test.each(table.filter(({ fixes }) => fixes.length > 0))('$what: mended', ({ files, analysis, fixes }) => {
    // Work that nobody does yet may be lost later, once somebody does it.
    const undone = lost(analysis).flatMap((line) => /^now: (\S+ \S+)/.exec(line)?.[1] ?? []);
    for (const [problem, { title, change }] of fixes) {
      const after = analysisOfFiles(applied(files, change));
      expect(after.problems.map(same), title).not.toContain(same(problem));
      const more = lost(after).filter((line) => !lost(analysis).includes(line));
      expect(
        more.filter((line) => !undone.some((what) => line.includes(what))),
        title,
      ).toEqual([]);
    }
  });
});

test('a file that the main file does not load says so itself', () => {
  const analysis = inEditor(declared(documented, { unloaded: ['scheduler-spare'] }));
  expect(said(analysis)).toEqual(['information silent/file-not-loaded -', 'warning spare-not-loaded scheduler-spare']);
});
