import type { Model } from '../model/types';
import type { FilePath } from '../project/types';
import { edits } from '../rules/edits';
import { loadFile } from '../rules/fixes';
import type { WorkspaceChange } from '../rules/rule';

/** `cfg_file` lines of the first main file for files that nothing reads, behind its last include. Nothing without a main file. */
export function loadLines(model: Model, files: readonly FilePath[]): WorkspaceChange {
  const [main] = model.project.mains;
  if (main === undefined) return edits();
  return edits(...files.flatMap((file) => loadFile(model.project, main, file).flatMap(({ change }) => change.edits)));
}
