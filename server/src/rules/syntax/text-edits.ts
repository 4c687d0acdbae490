/** Small changes of text that rules about syntax propose. */
import type { FilePath } from '../../project/types';
import { edits } from '../edits';
import type { WorkspaceChange } from '../rule';

/** The line break that a text uses. */
export function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

export function deleteRange(file: FilePath, start: number, end: number): WorkspaceChange {
  return edits({ file, span: { start, end }, newText: '' });
}

export function insertAt(file: FilePath, at: number, newText: string): WorkspaceChange {
  return edits({ file, span: { start: at, end: at }, newText });
}
