/** The table of mistakes in docs/high-availability.md, held to the rules: each row's severities, its fixes, and whether it wants spares. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules, ruleOf } from '../../server/src/rules';
import type { Rule } from '../../server/src/rules/rule';
import { judge } from '../support/examples';
import { workspace } from '../support/workspace';

const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/high-availability.md'), 'utf8');

interface Row {
  readonly number: number;
  readonly mistake: string;
  readonly codes: readonly string[];
  readonly severities: readonly string[];
  /** `–` where nothing mends it. */
  readonly fix: string;
}

const table: readonly Row[] = page.split('\n').flatMap((line) => {
  const [, number = '', mistake = '', links = '', severities = '', fix = ''] = line
    .split('|')
    .map((cell) => cell.trim());
  if (!/^\d+$/.test(number)) return [];
  const codes = [...links.matchAll(/\[`([^`]+)`\]/g)].map(([, code = '']) => code);
  return [{ number: Number(number), mistake, codes, severities: severities.split(', '), fix }];
});

/** What a rule says of its own example, `bad` unless another text is given. */
function saysOf(rule: Rule, text = rule.example.bad) {
  const { problems, model } = judge(workspace(text).files, rule.example);
  return problems
    .filter(({ code }) => code === rule.code)
    .map((problem) => ({ severity: problem.severity, fixes: rule.fix?.(problem, model) ?? [] }));
}

test('the table has a row for each of the mistakes, and all rules about availability', () => {
  expect(table.map(({ number }) => number)).toEqual(Array.from({ length: 45 }, (_, index) => index + 1));
  const named = new Set(table.flatMap(({ codes }) => codes));
  const own = rules.map(({ code }) => code as string).filter((code) => code.startsWith('availability/'));
  // Nothing is wrong there.
  expect(own.filter((code) => !named.has(code))).toEqual(['availability/single-server']);
});

describe.each(table)('$number $mistake', ({ codes, severities, fix }) => {
  const all = codes.flatMap((code) => ruleOf(code) ?? []);

  test('has its rules, whose severities are those of the table', () => {
    expect(all.map(({ code }) => code)).toEqual(codes);
    const heard = all.flatMap((rule) => [rule.severity, ...saysOf(rule).map(({ severity }) => severity)]);
    expect(heard.filter((severity) => !severities.includes(severity))).toEqual([]);
  });
  test(fix === '–' ? 'has no fix' : `is mended: ${fix}`, () => {
    const offered = all.flatMap((rule) => saysOf(rule).flatMap(({ fixes }) => fixes.map(({ title }) => title)));
    if (fix === '–') expect(offered).toEqual([]);
    else expect(offered).not.toEqual([]);
  });
});

test.each(table.filter(({ mistake }) => mistake.startsWith('†')))('$number is quiet without spares', ({ codes }) => {
  // A copy is compared only where somebody has named it.
  const wanting = codes.flatMap((code) => (code === 'availability/copy-differs' ? [] : (ruleOf(code) ?? [])));
  const said = wanting.filter((rule) => saysOf(rule, rule.example.bad.replace(/^ *spare +1\n/gm, '')).length > 0);
  expect(said.map(({ code }) => code)).toEqual([]);
});
