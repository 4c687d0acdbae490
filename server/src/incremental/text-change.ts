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
