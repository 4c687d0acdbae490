/** Takes whole definitions out of the files that they stand in. */
import type { Model } from '../model/types';
import type { FilePath, RawObject } from '../project/types';
import { editedText, joined } from '../rules/edits';
import { deleteLines } from '../rules/fixes';
import type { TextEdit, WorkspaceChange } from '../rules/rule';
import type { Span } from '../syntax/nodes';

/**
 * Removes definitions, each with the comments right above it. A file that then holds nothing but comments goes, with the `cfg_file` lines
 * that name it; a main file stays.
 */
export function removeDefinitions(model: Model, objects: readonly RawObject[]): WorkspaceChange {
  const files = [...new Set(objects.map(({ file }) => file))];
  return joined(
    ...files.map((file): WorkspaceChange => {
      const text = model.text(file) ?? '';
      const own = objects.filter((object) => object.file === file);
      const list = own.map(({ node }): TextEdit => ({ file, span: definitionSpan(text, node.span), newText: '' }));
      if (model.project.mains.includes(file) || isUsed(editedText(text, list))) return { edits: list, newFiles: [] };
      return { edits: linesThatLoad(model, file), newFiles: [], deletedFiles: [file] };
    }),
  );
}

/** A definition that goes on in a file included in the midst of it cannot be taken out by itself. */
export function isInOneFile({ file, properties }: RawObject): boolean {
  return properties.every((property) => property.file === file);
}

/** A text that holds more than comments; a definition that is commented out may be wanted again. */
function isUsed(text: string): boolean {
  return text.split(/\r\n?|\n/).some((line) => /^\s*[^\s#;\ufeff]/.test(line) || /^\s*[#;]+\s*define\b/.test(line));
}

function linesThatLoad(model: Model, file: FilePath): readonly TextEdit[] {
  return model.project.includes
    .filter(({ directive, target }) => directive === 'cfg_file' && target === file)
    .map(({ main, span }) => deleteLines(model.text(main) ?? '', main, span));
}

/** Whole lines: the definition, its comments, and the blank lines behind it where there are some above as well. */
function definitionSpan(text: string, { start, end }: Span): Span {
  const lines = linesOf(text);
  const first = lines.findLastIndex((line) => line.start <= start);
  let from = first;
  while (from > 0 && isCommentOf(lines[from - 1]?.text ?? '')) from--;
  let to = lines.findIndex((line) => line.end >= end);
  const above = lines[from - 1];
  if (!above || isBlank(above.text)) while (isBlank(lines[to + 1]?.text ?? 'end')) to++;
  return { start: lines[from]?.start ?? start, end: lines[to]?.end ?? end };
}

/** The last line of a definition that is commented out belongs to that one. */
const isCommentOf = (line: string): boolean => /^\s*[#;]/.test(line) && !/^\s*[#;]+\s*\}/.test(line);

const isBlank = (line: string): boolean => line.trim() === '';

/** The lines of a text, each with its line break in `end`; an empty last one is none. */
function linesOf(text: string): readonly (Span & { readonly text: string })[] {
  return [...text.matchAll(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
    text: line,
  }));
}
