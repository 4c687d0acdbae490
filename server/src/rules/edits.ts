import type { RawObject, RawProperty } from '../project/types';
import type { TextEdit, WorkspaceChange } from './rule';

/** A change of edits alone. */
export function edits(...list: readonly TextEdit[]): WorkspaceChange {
  return { edits: list, newFiles: [] };
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
export function insertDirective({ file, node }: RawObject, text: string, key: string, value: string): TextEdit {
  const last = node.properties.at(-1);
  const end = text.includes('\r\n') ? '\r\n' : '\n';
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

/** Blanks between key and value, so that the value stands under its neighbour's. */
function gapAfter(key: string, { keySpan, value }: RawObject['node']['properties'][number], text: string): string {
  const gap = value.text === '' ? ' ' : text.slice(keySpan.end, value.span.start);
  if (gap.includes('\t')) return gap;
  const column = keySpan.end - keySpan.start + gap.length;
  return ' '.repeat(Math.max(1, column - key.length));
}
