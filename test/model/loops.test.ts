import { expect, test } from 'vitest';
import { loopsOf } from '../../server/src/model/loops';

/** `a>b b>a`: what lies in circles, one after the other. */
function loops(edges: string): string[] {
  const next = new Map<string, string[]>();
  for (const edge of edges.split(' ')) {
    const [from = '', to = ''] = edge.split('>');
    next.set(from, [...(next.get(from) ?? []), to]);
  }
  return loopsOf(next.keys(), (node) => next.get(node) ?? []).map((nodes) => nodes.sort().join(''));
}

test.each([
  ['a>b b>c', []],
  ['a>a', ['a']],
  ['a>b b>a', ['ab']],
  ['x>a a>b b>c c>a c>y', ['abc']],
  ['a>b b>a c>d d>c b>c', ['cd', 'ab']],
  ['a>b a>c b>d c>d', []],
])('%s', (edges, expected) => {
  expect(loops(edges)).toEqual(expected);
});

test('a chain of a hundred thousand does not exhaust the stack', () => {
  const nodes = Array.from({ length: 100_000 }, (_, index) => index);
  expect(loopsOf(nodes, (node) => [(node + 1) % nodes.length])).toHaveLength(1);
});
