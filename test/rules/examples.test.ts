import { describe, expect, test } from 'vitest';
import { analyze, type Analysis } from '../../server/src/analysis';
import type { Dialect } from '../../server/src/model/types';
import { loadProject } from '../../server/src/project/load';
import type { FilePath } from '../../server/src/project/types';
import { withUnloaded } from '../../server/src/project/unloaded';
import { rules } from '../../server/src/rules';
import { applied } from '../support/analysis';
import { memoryFileSystem, ROOT, workspace } from '../support/workspace';

/**
 * The files of an example judged, its `shinken.cfg` as the main file; an example of packs alone has none. Files that it does
 * not load are read beside it, as the editor does.
 */
function judge(files: ReadonlyMap<FilePath, string>, dialect: Dialect = '2.4'): Analysis {
  const main = `${ROOT}/shinken.cfg`;
  const mains = files.has(main) ? [main] : [];
  const fs = memoryFileSystem(files);
  const read = loadProject(fs, { mains, cwd: ROOT, dialect });
  const others = [...files.keys()].filter((file) => mains.length > 0 && !read.files.has(file));
  return analyze(withUnloaded(fs, read, others, { dialect }), { dialect, hostname: 'server1' });
}

describe.each(rules.map((rule) => ({ code: rule.code, rule })))('$code', ({ code, rule }) => {
  const family = code.split('/')[0];

  const { dialect } = rule.example;
  const bad = workspace(rule.example.bad).files;
  const count = (files: ReadonlyMap<FilePath, string>): number =>
    judge(files, dialect).problems.filter((problem) => problem.code === code).length;

  test('its bad example raises it, its good one does not', () => {
    expect(count(bad)).toBeGreaterThan(0);
    expect(count(workspace(rule.example.good).files)).toBe(0);
  });
  test('it never calls an error what the arbiter accepts', () => {
    const levels = judge(bad, dialect).problems.flatMap((each) => (each.code === code ? [each.severity] : []));
    if (family === 'silent' || family === 'style') expect(levels).not.toContain('error');
    else expect(levels.length).toBeGreaterThan(0);
  });
  test('what it proposes first mends it', () => {
    const { problems, model } = judge(bad, dialect);
    const [fix] = problems.flatMap((problem) => (problem.code === code ? (rule.fix?.(problem, model) ?? []) : []));
    if (fix) expect(count(applied(bad, fix.change))).toBeLessThan(count(bad));
    else expect(problems.some((problem) => problem.code === code)).toBe(true);
  });
  test('it explains itself', () => {
    expect(rule.title).toMatch(/^\S.{5,}[^.]$/);
    expect(rule.explain).toMatch(/\.$/);
  });
});

test('every rule has a code of its own', () => {
  const codes = rules.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});
