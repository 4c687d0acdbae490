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

/** So many characters are compared at once first: far quicker than one by one, in a text that has just been put together of others. */
const STRETCH = 2048;

/** How many characters two texts begin with alike. */
export function sameHead(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same + STRETCH <= most && a.slice(same, same + STRETCH) === b.slice(same, same + STRETCH)) same += STRETCH;
  while (same < most && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  return same;
}

/** How many characters two texts end with alike. */
export function sameTail(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  const stretch = (text: string, from: number): string => text.slice(text.length - from - STRETCH, text.length - from);
  let same = 0;
  while (same + STRETCH <= most && stretch(a, same) === stretch(b, same)) same += STRETCH;
  while (same < most && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)) same++;
  return same;
}
