import { expect, test } from 'vitest';
import { TextChange } from '../../server/src/incremental/text-change';
import { sameHead, sameTail } from '../../server/src/syntax/common-ends';

test.each([
  ['', '', 0, 0],
  ['a', '', 0, 0],
  ['abc', 'abc', 3, 3],
  ['abc', 'axc', 1, 1],
  ['abcdefgh', 'abcdefXgh', 6, 2],
  ['aaaa', 'aaaaa', 4, 4],
  ['abab', 'ab', 2, 2],
  ['xyz', 'abc', 0, 0],
  ['one two three', 'one two four three', 8, 6],
])('%j and %j are alike at both ends', (a, b, head, tail) => {
  expect(sameHead(a, b)).toBe(head);
  expect(sameTail(a, b)).toBe(tail);
});

test('long texts are compared to the letter', () => {
  const long = 'abcdefghij'.repeat(1000);
  for (const at of [0, 1, 2047, 2048, 2049, 5000, 9999]) {
    const other = `${long.slice(0, at)}X${long.slice(at)}`;
    expect([sameHead(long, other), sameTail(long, other)]).toEqual([at, long.length - at]);
  }
});

test.each([
  ['before it', { start: 0, end: 3 }, { start: 0, end: 3 }],
  ['up to it', { start: 2, end: 5 }, { start: 2, end: 5 }],
  ['into it', { start: 4, end: 6 }, undefined],
  ['all around it', { start: 0, end: 9 }, undefined],
  ['right behind it', { start: 7, end: 9 }, { start: 10, end: 12 }],
])('a span %s', (_, span, moved) => {
  expect(new TextChange({ start: 5, end: 7 }, 3).moved(span)).toEqual(moved);
});
