import { describe, expect, test } from 'vitest';
import type { Value } from '../../server/src/syntax/nodes';
import { parse } from '../../server/src/syntax/parser';
import { callParts, expressionTokens, listItems, offsetIn, pairs, spanOf } from '../../server/src/syntax/values';
import { at } from './outline';

/** The value of a setting, in the text that it stands in. */
function valueOf(written: string): { text: string; value: Value } {
  const text = `x=${written}`;
  const [node] = parse(text).nodes;
  if (node?.kind !== 'setting') throw new Error('no setting');
  return { text, value: node.value };
}

/** A part as `decoded «as written»`. */
const show = (text: string, part: { text: string; span: { start: number; end: number } }): string =>
  `${part.text} «${at(text, part.span)}»`;

describe('lists', () => {
  const cases: [written: string, ...items: string[]][] = [
    ['', ' «»'],
    ['a', 'a «a»'],
    ['a , b', 'a «a»', 'b «b»'],
    ['a,,b,', 'a «a»', ' «»', 'b «b»', ' «»'],
    ['a,\xa0b', 'a «a»', 'b «b»'],
    ['a,\\\n  b', 'a «a»', 'b «b»'],
    ['a\\\n  b,c', 'ab «a\\\n  b»', 'c «c»'],
    ['a\\;b,c', 'a;b «a\\;b»', 'c «c»'],
  ];
  test.each(cases)('%j', (written, ...expected) => {
    const { text, value } = valueOf(written);
    expect(listItems(value).map((item) => show(text, item))).toEqual(expected);
  });

  test('another separator', () => {
    const { value } = valueOf('a b');
    expect(listItems(value, ' ').map((item) => item.text)).toEqual(['a', 'b']);
  });

  test('an empty item stands behind its comma', () => {
    expect(listItems(valueOf('a,,b').value)[1]?.span).toEqual({ start: 4, end: 4 });
  });
});

describe('calls', () => {
  const cases: [written: string, ...parts: string[]][] = [
    ['check', 'check «check»'],
    ['check!a!b', 'check «check»', 'a «a»', 'b «b»'],
    ['check!', 'check «check»', ' «»'],
    ['check!a\\!b!c', 'check «check»', 'a!b «a\\!b»', 'c «c»'],
    ['check !a', 'check  «check »', 'a «a»'],
  ];
  test.each(cases)('%j', (written, ...expected) => {
    const { text, value } = valueOf(written);
    const { command, args } = callParts(value);
    expect([command, ...args].map((part) => show(text, part))).toEqual(expected);
  });
});

test.each([
  ['a', 'name a'],
  [
    'linux&(!web , db)|*',
    'name linux, operator &, operator (, operator !, name web, operator ,, name db, operator ), operator |, operator *',
  ],
  [' + a b ', 'operator +, name a b'],
])('expression %j', (written, expected) => {
  const { text, value } = valueOf(written);
  const tokens = expressionTokens(value);
  expect(tokens.map((token) => `${token.kind} ${token.text}`).join(', ')).toBe(expected);
  for (const token of tokens) expect(at(text, token.span)).toBe(token.text);
});

test.each([
  ['h,s', 'h/s'],
  ['h1, s1 ,h2,s2', 'h1/s1 h2/s2'],
  ['h1,s1,h2', 'h1/s1 h2/-'],
])('pairs %j', (written, expected) => {
  const found = pairs(valueOf(written).value).map(({ first, second }) => `${first.text}/${second?.text ?? '-'}`);
  expect(found.join(' ')).toBe(expected);
});

test.each([
  ['abc', 1, 2, 'b'],
  ['a\\;bc', 1, 3, ';b'],
  ['a\\;bc', 0, 2, 'a\\;'],
  ['ab\\\n  cd', 1, 3, 'b\\\n  c'],
  ['ab\\\n  cd', 2, 3, 'c'],
  ['ab\\\n  cd', 2, 2, ''],
] as const)('range of %j from %i to %i', (written, from, to, expected) => {
  const { text, value } = valueOf(written);
  expect(at(text, spanOf(value, from, to))).toBe(expected);
});

test.each([
  ['abc', 1, undefined],
  ['abc', 2, 0],
  ['abc', 5, 3],
  ['abc', 6, undefined],
  ['a\\;bc', 4, 1],
  ['ab\\\n  cd', 6, 2],
  ['ab\\\n  cd', 9, 3],
] as const)('decoded offset in %j of %i', (written, offset, expected) => {
  expect(offsetIn(valueOf(written).value, offset)).toBe(expected);
});
