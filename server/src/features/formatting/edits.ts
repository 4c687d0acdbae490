import type { Span } from '../../syntax/nodes';

/** One change of a text. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** Collects changes of one text, each as small as it can be. */
export class Edits {
  private readonly list: Edit[] = [];

  constructor(private readonly text: string) {}

  /** Wants a text in the place of what stands in `[start, end)`. */
  set(start: number, end: number, wanted: string): void {
    const { text } = this;
    let from = 0;
    const shorter = Math.min(end - start, wanted.length);
    while (from < shorter && text.charCodeAt(start + from) === wanted.charCodeAt(from)) from++;
    let back = 0;
    while (back < shorter - from && text.charCodeAt(end - 1 - back) === wanted.charCodeAt(wanted.length - 1 - back))
      back++;
    if (start + from === end - back && from === wanted.length - back) return;
    this.list.push({
      span: { start: start + from, end: end - back },
      newText: wanted.slice(from, wanted.length - back),
    });
  }

  /** In the order of the text. */
  sorted(): Edit[] {
    return this.list.sort((a, b) => a.span.start - b.span.start);
  }
}

/** The text once its changes, in order, are made. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, newText } of edits) {
    parts.push(text.slice(at, span.start), newText);
    at = span.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
