/** Changes that many rules propose. */
import type { Model } from '../model/types';
import { asWritten, basename, dirname, join } from '../project/paths';
import type { FilePath, Place, Project } from '../project/types';
import type { ObjectTypeName } from '../schema';
import { lineAt } from '../syntax/locate';
import type { Span } from '../syntax/nodes';
import { edits } from './edits';
import { breakOf } from './lines';
import type { Fix, TextEdit } from './rule';

/** Puts the name that was meant in the place of the one that leads nowhere; nobody is to do so unasked where another may be meant. */
export function useName(at: Place, name: string, isSure = true): Fix {
  return { title: `Change to ${name}`, change: edits({ ...at, newText: name }), preferred: isSure };
}

/** Takes away the whole lines that a span touches, with their line break. */
export function deleteLines(text: string, file: FilePath, span: Span): TextEdit {
  const { start } = lineAt(text, span.start);
  const [end] = /\r\n|[\r\n]|$/.exec(text.slice(span.end)) ?? [''];
  const stop = span.end + text.slice(span.end).search(/[\r\n]|$/) + end.length;
  return { file, span: { start, end: stop }, newText: '' };
}

export type Directives = readonly (readonly [key: string, value: string])[];

/** A whole `define` as the formatter writes it, with a line break at its end. */
export function definition(type: ObjectTypeName, directives: Directives): string {
  const width = Math.max(...directives.map(([key]) => key.length));
  // A bare `;` would begin a comment.
  const lines = directives.map(([key, value]) => `    ${key.padEnd(width)}  ${value.replaceAll(';', '\\;')}`.trimEnd());
  return [`define ${type} {`, ...lines, '}', ''].join('\n');
}

/** Something at the end of a file, a blank line below what is there. */
export function append(file: FilePath, text: string, addition: string): TextEdit {
  const end = breakOf(text);
  const gap = text === '' ? '' : /[\r\n]/.test(text.slice(-1)) ? end : end + end;
  const newText = gap + addition.replaceAll('\n', end);
  return { file, span: { start: text.length, end: text.length }, newText };
}

/** A new object at the end of the file that holds the last one of its type, or else at the end of `beside`. */
export function newObject(
  model: Model,
  type: ObjectTypeName,
  beside: FilePath,
  directives: Directives,
): TextEdit | undefined {
  const file = model.items(type).findLast(({ source }) => source !== undefined)?.source?.file ?? beside;
  const text = model.text(file);
  return text === undefined ? undefined : append(file, text, definition(type, directives));
}

/** A `cfg_file` line in a main file for a file that it does not load, behind its last include; nothing for what `cfg_file` does not take. */
export function loadFile(project: Project, main: FilePath, file: FilePath): readonly Fix[] {
  const text = project.files.get(main)?.text;
  const last = project.includes.findLast((include) => include.main === main && include.directive !== 'triggers_dir');
  if (text === undefined || !file.endsWith('.cfg')) return [];
  const at = last?.span.end ?? text.length;
  const folder = join(dirname(main), '');
  const line = `cfg_file=${file.startsWith(folder) ? file.slice(folder.length) : asWritten(file)}`;
  const end = breakOf(text);
  const opens = last === undefined && /(?:^|[\r\n])$/.test(text);
  const newText = opens ? line + end : end + line + (last ? '' : end);
  const change = edits({ file: main, span: { start: at, end: at }, newText });
  return [{ title: `Load it: ${line} in ${basename(main)}`, change }];
}
