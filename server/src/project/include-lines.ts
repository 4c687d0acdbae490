import { isSpace, skipSpaces, skipSpacesBack } from '../syntax/blanks';
import type { Span } from '../syntax/nodes';
import type { Include } from './types';

/** A line of a main file that tells the arbiter to read something. */
export interface IncludeLine {
  readonly directive: Include['directive'];
  /** The stripped line. */
  readonly span: Span;
  /** Offset behind the line's break. */
  readonly next: number;
  /** All that follows the first `=`, as written; undefined without one. */
  readonly value: string | undefined;
  readonly valueSpan: Span;
}

const DIRECTIVE = /^(cfg_file|resource_file|cfg_dir|triggers_dir)/;

/** True for a line, blanks taken off, that the arbiter takes for an include line. */
export function isIncludeLine(line: string): boolean {
  return DIRECTIVE.test(line);
}

const LINE = /[^\r\n]*(?:\r\n|\r|\n|$)/g;

/**
 * The include lines of a main file. The arbiter looks for them line by line, before comments, continuations or objects mean
 * anything: by their first letters, wherever they stand.
 */
export function includeLines(text: string): IncludeLine[] {
  const lines: IncludeLine[] = [];
  LINE.lastIndex = 0;
  while (LINE.lastIndex < text.length) {
    const from = LINE.lastIndex;
    const [whole] = LINE.exec(text) ?? [''];
    const next = from + whole.length;
    const first = text.charCodeAt(from);
    if (first !== 0x63 && first !== 0x72 && first !== 0x74 && !isSpace(first)) continue;
    const start = skipSpaces(text, from, next);
    const end = skipSpacesBack(text, start, next);
    const directive = DIRECTIVE.exec(text.slice(start, end))?.[1] as Include['directive'] | undefined;
    if (!directive) continue;
    const equals = text.indexOf('=', start);
    const valueStart = equals < 0 || equals >= end ? undefined : equals + 1;
    lines.push({
      directive,
      span: { start, end },
      next,
      value: valueStart === undefined ? undefined : text.slice(valueStart, end),
      valueSpan: { start: valueStart ?? end, end },
    });
  }
  return lines;
}
