/** Lines of a text, for what people read: positions are offsets everywhere else. */
import { Attached } from '../project/attached';
import type { SyntaxTree } from '../syntax/nodes';

const cache = new Attached<SyntaxTree, readonly number[]>();

/** The line of an offset, counted from 1. */
export function lineAt(tree: SyntaxTree, offset: number): number {
  let starts = cache.get(tree);
  if (!starts) cache.set(tree, (starts = lineStarts(tree.text)));
  return lineIn(starts, offset);
}

/**
 * The number of lines that begin before an offset or at it: counted from 1, the line that it is on. As many as `from` do in any case, and as
 * many as `to` at most.
 */
export function lineIn(starts: readonly number[], offset: number, from = 0, to = starts.length): number {
  let low = from;
  let high = Math.min(to, starts.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The offsets at which the lines of a text begin. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  if (text.includes('\r')) {
    for (const { index, 0: found } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + found.length);
  } else {
    // As nearly all are: several times as fast.
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  }
  return starts;
}
