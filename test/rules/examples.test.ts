import { describe, expect, test } from 'vitest';
import { analyze, type Analysis } from '../../server/src/analysis';
import { copyOf, isCopy, loadCopy } from '../../server/src/availability/copies';
import { loadProject } from '../../server/src/project/load';
import type { FilePath } from '../../server/src/project/types';
import { withUnloaded } from '../../server/src/project/unloaded';
import { rules } from '../../server/src/rules';
import type { Rule } from '../../server/src/rules/rule';
import { applied } from '../support/analysis';
import { memoryFileSystem, ROOT, workspace } from '../support/workspace';

/**
 * The files of an example judged, its `shinken.cfg` as the main file; an example of packs alone has none. Files that it does
 * not load are read beside it, as the editor does.
 */
function judge(files: ReadonlyMap<FilePath, string>, { dialect = '2.4', copies = [] }: Rule['example']): Analysis {
  const main = `${ROOT}/shinken.cfg`;
  const mains = files.has(main) ? [main] : [];
  const fs = memoryFileSystem(files);
  const read = loadProject(fs, { mains, cwd: ROOT, dialect });
  const folders = copies.map((folder) => `${ROOT}/${folder}`);
  const others = [...files.keys()].filter(
    (file) => mains.length > 0 && !read.files.has(file) && !folders.some((folder) => file.startsWith(`${folder}/`)),
  );
  const loaded = folders.map((folder) => loadCopy(fs, folder, { dialect, like: copyOf(read) }));
  return analyze(withUnloaded(fs, read, others, { dialect }), {
    dialect,
    hostname: 'server1',
    copies: loaded.filter(isCopy),
  });
}

describe.each(rules.map((rule) => ({ code: rule.code, rule })))('$code', ({ code, rule }) => {
  const family = code.split('/')[0];

  const bad = workspace(rule.example.bad).files;
  const count = (files: ReadonlyMap<FilePath, string>): number =>
    judge(files, rule.example).problems.filter((problem) => problem.code === code).length;

  test('its bad example raises it, its good one does not', () => {
    expect(count(bad)).toBeGreaterThan(0);
    expect(count(workspace(rule.example.good).files)).toBe(0);
  });
  test('it never calls an error what the arbiter accepts', () => {
    const levels = judge(bad, rule.example).problems.flatMap((each) => (each.code === code ? [each.severity] : []));
    if (family === 'silent' || family === 'style') expect(levels).not.toContain('error');
    else expect(levels.length).toBeGreaterThan(0);
  });
  test('what it proposes first mends it', () => {
    const { problems, model } = judge(bad, rule.example);
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
