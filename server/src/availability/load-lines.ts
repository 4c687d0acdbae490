import type { Model } from '../model/types';
import { asWritten, dirname, join } from '../project/paths';
import type { FilePath } from '../project/types';
import { edits } from '../rules/edits';
import { breakOf } from '../rules/lines';
import type { WorkspaceChange } from '../rules/rule';

/** `cfg_file` lines of the first main file for files that nothing reads, behind its last include. Nothing without a main file. */
export function loadLines({ project }: Model, files: readonly FilePath[]): WorkspaceChange {
  const [main = ''] = project.mains;
  const text = project.files.get(main)?.text;
  if (text === undefined || files.length === 0) return edits();
  const end = breakOf(text);
  const folder = join(dirname(main), '');
  const lines = files.map((file) => {
    return `cfg_file=${file.startsWith(folder) ? file.slice(folder.length) : asWritten(file)}`;
  });
  const last = project.includes.findLast((include) => include.main === main && include.directive !== 'triggers_dir');
  if (last) {
    const at = { start: last.span.end, end: last.span.end };
    return edits({ file: main, span: at, newText: lines.map((line) => end + line).join('') });
  }
  const gap = text === '' || /[\r\n]$/.test(text) ? '' : end;
  const at = { start: text.length, end: text.length };
  return edits({ file: main, span: at, newText: gap + lines.map((line) => line + end).join('') });
}
