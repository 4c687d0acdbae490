/** Changes that many rules propose. */
import type { Model } from '../model/types';
import type { FilePath, Place } from '../project/types';
import type { ObjectTypeName } from '../schema';
import type { Span } from '../syntax/nodes';
import { edits } from './edits';
import type { Fix, TextEdit } from './rule';

/** Puts the name that was meant in the place of the one that leads nowhere. */
export function useName(at: Place, name: string): Fix {
  return { title: `Change to ${name}`, change: edits({ ...at, newText: name }), preferred: true };
}

/** Takes away the whole lines that a span touches, with their line break. */
export function deleteLines(text: string, file: FilePath, span: Span): TextEdit {
  const start = Math.max(text.lastIndexOf('\n', span.start - 1), text.lastIndexOf('\r', span.start - 1)) + 1;
  const [end] = /\r\n|[\r\n]|$/.exec(text.slice(span.end)) ?? [''];
  const stop = span.end + text.slice(span.end).search(/[\r\n]|$/) + end.length;
  return { file, span: { start, end: stop }, newText: '' };
}

/** A new object at the end of the file that holds the last one of its type, or else at the end of `beside`. */
export function newObject(
  model: Model,
  type: ObjectTypeName,
  beside: FilePath,
  properties: readonly (readonly [key: string, value: string])[],
): TextEdit | undefined {
  const file = model.items(type).findLast(({ source }) => source !== undefined)?.source?.file ?? beside;
  const text = model.text(file);
  if (text === undefined) return undefined;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const width = Math.max(...properties.map(([key]) => key.length));
  const lines = [
    `define ${type} {`,
    ...properties.map(([key, value]) => `    ${key.padEnd(width)} ${value}`.trimEnd()),
    '}',
    '',
  ];
  const gap = text === '' ? '' : /[\r\n]$/.test(text) ? end : end + end;
  return { file, span: { start: text.length, end: text.length }, newText: gap + lines.join(end) };
}
