import type { FilePath, RawObject, RawProperty } from '../project/types';
import { breakOf } from './lines';
import type { TextEdit, WorkspaceChange } from './rule';

/** A change of edits alone. */
export function edits(...list: readonly TextEdit[]): WorkspaceChange {
  return { edits: list, newFiles: [] };
}

/** Several changes as one. Their edits must not overlap. */
export function joined(...changes: readonly WorkspaceChange[]): WorkspaceChange {
  const deletedFiles = changes.flatMap((change) => change.deletedFiles ?? []);
  return {
    edits: changes.flatMap((change) => change.edits),
    newFiles: changes.flatMap(({ newFiles }) => newFiles),
    ...(deletedFiles.length > 0 ? { deletedFiles } : {}),
  };
}

/** True for a change that changes nothing. */
export function isEmpty({ edits: list, newFiles, deletedFiles = [] }: WorkspaceChange): boolean {
  return list.length === 0 && newFiles.length === 0 && deletedFiles.length === 0;
}

/** A text once its edits are carried out. Of several at one place the first given comes first. */
export function editedText(text: string, list: readonly Pick<TextEdit, 'span' | 'newText'>[]): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of [...list].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

/** What files hold once a change is carried out, those that it touches; undefined for one that is gone. */
export function textsAfter(
  { edits: list, newFiles, deletedFiles = [] }: WorkspaceChange,
  textOf: (file: FilePath) => string | undefined,
): Map<FilePath, string | undefined> {
  const texts = new Map<FilePath, string | undefined>();
  for (const file of new Set(list.map((edit) => edit.file))) {
    const own = list.filter((edit) => edit.file === file);
    texts.set(file, editedText(textOf(file) ?? '', own));
  }
  for (const { file, text } of newFiles) texts.set(file, text);
  for (const file of deletedFiles) texts.set(file, undefined);
  return texts;
}

/** The value of a property becomes another; a property without a value gets one. */
export function replaceValue({ node, file }: RawProperty, value: string): TextEdit {
  return node.value.text === ''
    ? { file, span: { start: node.keySpan.end, end: node.keySpan.end }, newText: ` ${value}` }
    : { file, span: node.value.span, newText: value };
}

/**
 * A new line `key value` behind the last property of an object, indented and aligned as that one. `text` is the text of the object's
 * file. An object without properties gets its line behind the opening brace.
 */
export function insertDirective(
  { file, node }: { readonly file: FilePath; readonly node: Pick<RawObject['node'], 'span' | 'open' | 'properties'> },
  text: string,
  key: string,
  value: string,
): TextEdit {
  const last = node.properties.at(-1);
  const end = breakOf(text);
  if (!last) {
    const at = node.open?.end ?? node.span.end;
    return { file, span: { start: at, end: at }, newText: `${end}    ${key} ${value}` };
  }
  const lineStart =
    Math.max(text.lastIndexOf('\n', last.span.start - 1), text.lastIndexOf('\r', last.span.start - 1)) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, last.span.start))?.[0] ?? '';
  const lineEnd = /[\r\n]|$/.exec(text.slice(last.span.end))?.index ?? 0;
  const at = last.span.end + lineEnd;
  return { file, span: { start: at, end: at }, newText: `${end}${indent}${key}${gapAfter(key, last, text)}${value}` };
}

/** The property under another name, its value where it was as far as there is room. `text` is that of its file. */
export function replaceKey({ node, file }: RawProperty, text: string, key: string): TextEdit {
  const gap = text.slice(node.keySpan.end, node.value.span.start);
  if (!/^[ \t]+$/.test(gap)) return { file, span: node.keySpan, newText: key };
  const span = { start: node.keySpan.start, end: node.value.span.start };
  return { file, span, newText: key + gapAfter(key, node, text) };
}

/** Blanks between key and value, so that the value stands under its neighbour's. */
function gapAfter(key: string, { keySpan, value }: RawObject['node']['properties'][number], text: string): string {
  const gap = value.text === '' ? ' ' : text.slice(keySpan.end, value.span.start);
  if (gap.includes('\t')) return gap;
  const column = keySpan.end - keySpan.start + gap.length;
  return ' '.repeat(Math.max(1, column - key.length));
}
