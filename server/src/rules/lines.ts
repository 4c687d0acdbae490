/** Lines of a text, for what changes whole ones. */
import { isForFile } from './ignore-comments';

/** The line break that a text has. */
export function breakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Where the line begins that an offset is on. */
export function lineStart(text: string, offset: number): number {
  if (offset === 0) return 0;
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** Behind the break of the line that an offset is on. */
export function nextLine(text: string, offset: number): number {
  const found = /\r\n|\r|\n/g;
  found.lastIndex = offset;
  const match = found.exec(text);
  return match ? match.index + match[0].length : text.length;
}

/** Where the line above begins; `start` is the beginning of one that is not the first. */
export function lineAbove(text: string, start: number): number {
  return lineStart(text, text.startsWith('\r\n', start - 2) ? start - 2 : start - 1);
}

/**
 * Where the lines begin that belong to what stands at an offset: comments right above its own line included, but for those that are about
 * more than that, the marks of a region and comments for the whole file.
 */
export function withComments(text: string, offset: number): number {
  let start = lineStart(text, offset);
  while (start > 0) {
    const above = lineAbove(text, start);
    const line = text.slice(above, start).trim();
    if (!/^[#;]/.test(line) || /^[#;]\s*(?:end)?region\b/.test(line) || isForFile(line)) break;
    start = above;
  }
  return start;
}
