import { describe, expect, test } from 'vitest';
import { generate } from '../../server/src/model/foreach';
import { isExpression, parseExpression } from '../../server/src/model/expression';

/** `key(VALUE1|VALUE2)` for each entry. */
function entries(text: string): string {
  const generated = generate(text, 'D');
  if (typeof generated === 'string') return generated;
  return generated
    .map(
      ({ key, values }) =>
        `${key}(${[...values].flatMap(([name, value]) => (name === 'VALUE' ? [] : [value])).join('|')})`,
    )
    .join(' ');
}

describe('the generator', () => {
  test.each([
    ['a', 'a(D)'],
    ['a,b', 'a(D) b(D)'],
    ['a,', 'a(D)'],
    ['a$(1)$', 'a(1)'],
    ['a$(1)$$(2)$,b', 'a(1|2) b(D)'],
    ['a $(1)$ , b', 'a(1) b(D)'],
    ['a$(x,y)$,b', 'a(x,y) b(D)'],
    ['a$()$', 'a()'],
    ['a$(1', 'a$(1(D)'],
    ['a$(1)$junk,b', 'a$(1)$junk(D) b(D)'],
    ['C$(80%!90%)$$(/)$', 'C(80%!90%|/)'],
    ['x[1-3]', 'x1(D) x2(D) x3(D)'],
    ['x[1-2]y[3-4]', 'x1y3(D) x1y4(D) x2y3(D) x2y4(D)'],
    ['x[1-2][1-2]', 'x11(D) x22(D)'],
    ['x[3-1]', ''],
    ['', 'syntax'],
    ['a,,b', 'syntax'],
    [',a', 'syntax'],
    ['[-]', 'crash'],
    ['x[01-03]', 'crash'],
  ])('%j', (text, expected) => {
    expect(entries(text)).toBe(expected);
  });
  test('a huge range does not fill the memory', () => {
    expect(generate('x[1-999999999]y[1-999999999]', '').length).toBeLessThan(100_000);
  });
});

describe('expressions', () => {
  const groups: Readonly<Record<string, readonly string[]>> = {
    a: ['1', '2'],
    b: ['2', '3'],
    c: ['3'],
    '*': ['1', '2', '3', '4'],
  };
  const evaluate = (text: string): string =>
    [...parseExpression(text).evaluate((name) => groups[name] ?? [])].sort().join('');

  test.each([
    ['a', '12'],
    ['!a', '12'],
    ['a|b', '123'],
    ['a,b', '123'],
    ['a&b', '2'],
    ['a+b', '2'],
    ['*&!a', '34'],
    ['a|b&c', ''],
    ['a&b|c', '123'],
    ['a|(b&c)', '123'],
    ['(a|b)&!c', '12'],
    ['((a))', '12'],
    ['a|nosuch', '12'],
    ['!(a|b)', '3'],
    ['(a|b', '123'],
    ['a)|b', '123'],
    ['', ''],
    ['()', ''],
  ])('%s', (text, expected) => {
    expect(evaluate(text)).toBe(expected);
  });
  test.each([
    ['a|(b&c)', false, false],
    ['(a|b', true, false],
    ['!(a|b)', true, false],
    ['*&!(a)', false, false],
    ['x(a)', true, false],
    ['a|b&c', false, true],
  ])('%s: malformed %s, mixed %s', (text, malformed, mixed) => {
    expect([parseExpression(text).malformed, parseExpression(text).mixed]).toEqual([malformed, mixed]);
  });
  test('a plus alone makes no expression', () => {
    expect(['a+b', 'a,b', 'a|b', '*'].map(isExpression)).toEqual([false, false, true, true]);
  });
  test('ten thousand parentheses are no trouble', () => {
    expect(evaluate('('.repeat(10_000) + 'a' + ')'.repeat(10_000))).toBe('');
  });
});
