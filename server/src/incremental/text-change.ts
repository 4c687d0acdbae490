/** What has become of one text: where it is the same as before, and where the same stands now. */
import type { Span } from '../syntax/nodes';

/** A text before and after an edit: all that is between the same head and the same tail may be anything. */
export class TextChange {
  /** Where the text before begins to differ. */
  readonly start: number;
  /** Where it has ceased to differ. */
  readonly end: number;
  /** How much further everything behind that stands now; negative for text that has gone. */
  readonly delta: number;

  constructor(before: string, after: string) {
    const most = Math.min(before.length, after.length);
    const start = sameHead(before, after, most);
    const tail = sameTail(before, after, most - start);
    this.start = start;
    this.end = before.length - tail;
    this.delta = after.length - before.length;
  }

  /** Where a span of the text before stands now; undefined where something in it has changed. */
  moved(span: Span): Span | undefined {
    if (span.end <= this.start) return span;
    if (span.start < this.end) return undefined;
    return { start: span.start + this.delta, end: span.end + this.delta };
  }
}

/** The engine compares long stretches far quicker than one letter after the other: the difference is found in halves. */
function sameHead(a: string, b: string, most: number): number {
  let same = 0;
  for (let step = most; step > 0;) {
    if (a.startsWith(b.slice(same, same + step), same)) {
      same += step;
      step = Math.min(step, most - same);
    } else step >>= 1;
  }
  return same;
}

function sameTail(a: string, b: string, most: number): number {
  let same = 0;
  for (let step = most; step > 0;) {
    const end = b.length - same;
    if (a.endsWith(b.slice(end - step, end), a.length - same)) {
      same += step;
      step = Math.min(step, most - same);
    } else step >>= 1;
  }
  return same;
}
