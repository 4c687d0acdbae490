import { readFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { describe, expect, test } from 'vitest';
import { rulesPage } from '../../scripts/rules-page';
import { rules } from '../../server/src/rules';

const file = path.resolve(import.meta.dirname, '../../docs/rules.md');

describe('the rules', () => {
  test('stand in docs/rules.md as they are: npm run generate', async () => {
    const page = await format(rulesPage(), { ...(await resolveConfig(file)), parser: 'markdown' });
    expect(readFileSync(file, 'utf8')).toBe(page);
  });
  test('have codes of their own', () => {
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
  });
  test('are no errors where the arbiter accepts', () => {
    expect(rules.filter(({ code, severity }) => code.startsWith('silent/') && severity === 'error')).toEqual([]);
  });
  test.each(rules.map((rule) => [rule.code, rule] as const))('%s explains itself', (_code, { title, explain }) => {
    expect(title).toMatch(/^\S.*[^.]$/);
    expect(explain.trim()).toMatch(/[.)`]$/);
    expect(explain.length).toBeGreaterThan(60);
  });
});
