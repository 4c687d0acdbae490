import { expect, test } from 'vitest';
import { sameHead, sameTail, TextChange } from '../../server/src/incremental/text-change';

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

test.each([
  ['before it', { start: 0, end: 3 }, { start: 0, end: 3 }],
  ['up to it', { start: 2, end: 5 }, { start: 2, end: 5 }],
  ['into it', { start: 4, end: 6 }, undefined],
  ['all around it', { start: 0, end: 9 }, undefined],
  ['right behind it', { start: 7, end: 9 }, { start: 10, end: 12 }],
])('a span %s', (_, span, moved) => {
  expect(new TextChange({ start: 5, end: 7 }, 3).moved(span)).toEqual(moved);
});
