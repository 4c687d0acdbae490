/** Lines of a text, for what people read: positions are offsets everywhere else. */
import type { SyntaxTree } from '../syntax/nodes';

const cache = new WeakMap<SyntaxTree, readonly number[]>();

/** The line of an offset, counted from 1. */
export function lineAt(tree: SyntaxTree, offset: number): number {
  const starts = cache.get(tree) ?? lineStarts(tree.text);
  cache.set(tree, starts);
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: found } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + found.length);
  return starts;
}
