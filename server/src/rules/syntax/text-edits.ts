/** Small changes of text that rules about syntax propose. */
import type { FilePath } from '../../project/types';
import { edits } from '../edits';
import type { WorkspaceChange } from '../rule';

export function deleteRange(file: FilePath, start: number, end: number): WorkspaceChange {
  return edits({ file, span: { start, end }, newText: '' });
}

export function insertAt(file: FilePath, at: number, newText: string): WorkspaceChange {
  return edits({ file, span: { start: at, end: at }, newText });
}
