import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { accepted, type Analysis, analyzeAfter } from '../../server/src/analysis';
import { fixAll } from '../../server/src/features/code-actions';
import { ruleOf } from '../../server/src/rules';
import { cases, edited, judge, mutations, oracle, oracleFileSystem, type Verdict, verdicts } from './oracle';

/** What is tried: every labelled configuration, and every so many of the edited ones. */
const EVERY = 60;

interface Tried {
  readonly id: string;
  readonly analysis: Analysis;
  readonly changed: ReadonlyMap<string, string> | undefined;
  /** The files that are looked at. */
  readonly files: readonly string[];
}

function* all(): Generator<Tried> {
  const corpus = path.join(oracle ?? '', 'corpus');
  const whole = (id: string, root: string, entry: Verdict): Tried => {
    const analysis = judge(root, entry, '2.4');
    return { id, analysis, changed: undefined, files: [...analysis.project.files.keys()] };
  };
  for (const [id, entry] of Object.entries(cases('2.4'))) yield whole(id, path.join(oracle ?? '', 'cases'), entry);
  for (const entry of verdicts()) yield whole(entry.main, corpus, entry);
  for (const mutation of mutations().filter((_, index) => index % EVERY === 0)) {
    const changed = edited(corpus, mutation);
    yield { id: mutation.id, analysis: judge(corpus, mutation, '2.4', changed), changed, files: [...changed.keys()] };
  }
}

const errors = ({ problems }: Analysis): readonly string[] =>
  problems.flatMap(({ severity, code, message }) =>
    severity === 'error' ? [`${code} ${message.replace(/ Did you mean .*/, '')}`] : [],
  );

describe.skipIf(oracle === undefined)('in the labelled configurations', () => {
  test('to fix all of a file brings no error, and leaves nothing to fix', () => {
    let made = 0;
    for (const { id, analysis, changed, files } of all()) {
      const fileSystem = oracleFileSystem(changed);
      const options = { levels: new Map(), fileSystem };
      for (const file of files) {
        const action = fixAll(analysis, file, options);
        if (!action) continue;
        made++;
        const after = analyzeAfter(analysis, action.change(), fileSystem);
        expect(errors(after).length, `${id}: ${file}`).toBeLessThanOrEqual(errors(analysis).length);
        expect(accepted(after.problems) || !accepted(analysis.problems), `${id}: ${file}`).toBe(true);
        expect(fixAll(after, file, options), `${id}: ${file}`).toBeUndefined();
      }
    }
    expect(made).toBeGreaterThan(50);
  }, 120_000);

  test('to create a missing object mends its problem, and brings no error', () => {
    let made = 0;
    for (const { id, analysis, changed } of all()) {
      const known = new Set(errors(analysis));
      const tried = new Set<string>();
      for (const problem of analysis.problems) {
        const fixes = ruleOf(problem.code)?.fix?.(problem, analysis.model) ?? [];
        const fix = fixes.find(({ title }) => title.startsWith('Create '));
        // One of each kind is enough for a configuration with many.
        if (!fix || tried.has(problem.code)) continue;
        tried.add(problem.code);
        made++;
        const after = analyzeAfter(analysis, fix.change, oracleFileSystem(changed));
        const left = after.problems.filter(({ code, message }) => code === problem.code && message === problem.message);
        expect(left, `${id}: ${fix.title}`).toEqual([]);
        expect(
          errors(after).filter((error) => !known.has(error)),
          `${id}: ${fix.title}`,
        ).toEqual([]);
      }
    }
    expect(made).toBeGreaterThan(50);
  }, 120_000);
});
