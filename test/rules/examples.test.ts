import { describe, expect, test } from 'vitest';
import type { FilePath } from '../../server/src/project/types';
import { rules } from '../../server/src/rules';
import { applied } from '../support/analysis';
import { judge } from '../support/examples';
import { workspace } from '../support/workspace';

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
