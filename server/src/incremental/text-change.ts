/** What has become of one text: where it is the same as before, and where the same stands now. */
import type { Span } from '../syntax/nodes';

/** A stretch of a text has been replaced by another. */
export class TextChange {
  /** `replaced`: the stretch of the text before; `delta`: how much further all that is behind it stands now. */
  constructor(
    private readonly replaced: Span,
    readonly delta: number,
  ) {}

  /** Where a span of the text before stands now; undefined where something in it has changed. */
  moved(span: Span): Span | undefined {
    if (span.end <= this.replaced.start) return span;
    if (span.start < this.replaced.end) return undefined;
    return { start: span.start + this.delta, end: span.end + this.delta };
  }
}

/** How many characters two texts begin with alike. */
export function sameHead(a: string, b: string): number {
  return longest(Math.min(a.length, b.length), (from, to) => a.startsWith(b.slice(from, to), from));
}

/** How many characters two texts end with alike. */
export function sameTail(a: string, b: string): number {
  return longest(Math.min(a.length, b.length), (from, to) =>
    a.endsWith(b.slice(b.length - to, b.length - from), a.length - from),
  );
}

/** The engine compares long stretches far quicker than one letter after the other: the first difference is looked for in halves. */
function longest(most: number, isSame: (from: number, to: number) => boolean): number {
  let same = 0;
  for (let step = most; step > 0;) {
    if (isSame(same, same + step)) {
      same += step;
      step = Math.min(step, most - same);
    } else step >>= 1;
  }
  return same;
}
