/** Takes whole objects out of their files. */
import type { Model } from '../../model/types';
import { addTo } from '../../project/lists';
import type { FilePath, RawObject } from '../../project/types';
import { lineAt } from '../../syntax/locate';
import type { Span } from '../../syntax/nodes';
import { editedText } from '../edits';
import { lineAbove, lineStart, nextLine, withComments } from '../lines';
import type { TextEdit, WorkspaceChange } from '../rule';

/**
 * The change that removes objects with the comments right above them, and one of the blank lines around. A file that is left with nothing,
 * and that only a folder brings in, goes as well. Undefined where one of them does not stand on lines of its own.
 */
export function removeObjects(model: Model, objects: Iterable<RawObject>): WorkspaceChange | undefined {
  const spans = new Map<FilePath, Span[]>();
  for (const object of objects) {
    const span = wholeLines(model, object);
    if (!span) return undefined;
    addTo(spans, object.file, span);
  }
  const edits: TextEdit[] = [];
  const deletedFiles: FilePath[] = [];
  for (const [file, list] of spans) {
    const own = merged(list).map((span) => ({ file, span, newText: '' }));
    const isEmpty = editedText(model.text(file) ?? '', own).trim() === '';
    if (isEmpty && isOnlyInFolders(model, file)) deletedFiles.push(file);
    else edits.push(...own);
  }
  return { edits, newFiles: [], ...(deletedFiles.length > 0 ? { deletedFiles } : {}) };
}

/** A `cfg_file` line for a file that is gone would be refused. */
function isOnlyInFolders({ project }: Model, file: FilePath): boolean {
  const includes = project.includes.filter(({ files }) => files.includes(file));
  return includes.length > 0 && includes.every(({ directive }) => directive === 'cfg_dir');
}

function wholeLines(model: Model, { file, node, properties }: RawObject): Span | undefined {
  const text = model.text(file);
  const whole = node.closedBy === 'brace' && !node.continues && properties.every((property) => property.file === file);
  if (text === undefined || !whole || text.slice(node.span.start, node.keywordSpan.end) !== 'define') return undefined;
  const first = lineStart(text, node.span.start);
  const { end } = lineAt(text, node.span.end);
  if (text.slice(first, node.span.start).trim() !== '' || !/^\s*(?:[#;].*)?$/.test(text.slice(node.span.end, end))) {
    return undefined;
  }
  const start = withComments(text, first);
  const next = nextLine(text, end);
  if (start > 0 && !isBlank(text, lineAbove(text, start))) return { start, end: next };
  if (next < text.length) return { start, end: isBlank(text, next) ? nextLine(text, next) : next };
  return { start: start > 0 ? lineAbove(text, start) : 0, end: next };
}

function isBlank(text: string, at: number): boolean {
  const { start, end } = lineAt(text, at);
  return text.slice(start, end).trim() === '';
}

/** In order, those that touch put together. */
function merged(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last && span.start <= last.end) found.splice(-1, 1, { start: last.start, end: Math.max(last.end, span.end) });
    else found.push(span);
  }
  return found;
}
