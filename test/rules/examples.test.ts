import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis';
import type { Dialect } from '../../server/src/model/types';
import { loadProject } from '../../server/src/project/load';
import { rules } from '../../server/src/rules';
import type { Problem } from '../../server/src/rules/rule';
import { memoryFileSystem, ROOT, workspace } from '../support/workspace';

/** What is wrong with an example, its `shinken.cfg` as the main file; an example of packs alone has none. */
function problemsOf(example: string, dialect: Dialect = '2.4'): readonly Problem[] {
  const { files } = workspace(example);
  const main = `${ROOT}/shinken.cfg`;
  const project = loadProject(memoryFileSystem(files), { mains: files.has(main) ? [main] : [], cwd: ROOT, dialect });
  return analyze(project, { dialect, hostname: 'server1' }).problems;
}

describe.each(rules.map((rule) => ({ code: rule.code, rule })))('$code', ({ code, rule }) => {
  const family = code.split('/')[0];

  test('its bad example raises it, its good one does not', () => {
    expect(problemsOf(rule.example.bad, rule.example.dialect).map((problem) => problem.code)).toContain(code);
    expect(problemsOf(rule.example.good, rule.example.dialect).map((problem) => problem.code)).not.toContain(code);
  });
  test('it never calls an error what the arbiter accepts', () => {
    const levels = problemsOf(rule.example.bad, rule.example.dialect).flatMap((problem) =>
      problem.code === code ? [problem.severity] : [],
    );
    expect(levels.length).toBeGreaterThan(0);
    if (family === 'silent' || family === 'style') expect(levels).not.toContain('error');
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
