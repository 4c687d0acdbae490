/** Changes of files at the command line: shown line by line, and written whole or not at all. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FilePath } from '../project/types';
import { editedText, textsAfter } from '../rules/edits';
import type { TextEdit, WorkspaceChange } from '../rules/rule';
import { UsageError } from './io';
import type { Locator } from './report';
import { rewriteFile } from './rewrite';

/** Lines of a file, and what stands in their place afterwards. */
export interface ChangedLines {
  readonly file: string;
  /** Of the first of them, from 1. */
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

type TextOf = (file: FilePath) => string | undefined;

/** What edits change, in the order of the files and of the lines in them. */
export function changedLines(edits: readonly TextEdit[], textOf: TextOf, locator: Locator): readonly ChangedLines[] {
  return [...new Set(edits.map(({ file }) => file))].flatMap((file) => {
    const text = textOf(file) ?? '';
    return inLines(
      text,
      edits.filter((edit) => edit.file === file),
    ).map(({ start, end, list }): ChangedLines => {
      const inside = list.map(({ span, newText }) => {
        return { span: { start: span.start - start, end: span.end - start }, newText };
      });
      const before = text.slice(start, end);
      const line = locator.start({ file, span: { start, end } }).line;
      return { file: locator.name(file), line, before: linesOf(before), after: linesOf(editedText(before, inside)) };
    });
  });
}

/** The whole lines that edits touch; edits that share lines together. */
function inLines(
  text: string,
  edits: readonly TextEdit[],
): readonly { readonly start: number; readonly end: number; readonly list: readonly TextEdit[] }[] {
  const found: { start: number; end: number; list: TextEdit[] }[] = [];
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    const start = text.lastIndexOf('\n', edit.span.start - 1) + 1;
    const behind = text.indexOf('\n', Math.max(edit.span.start, edit.span.end - 1));
    const end = behind < 0 ? text.length : behind + 1;
    const last = found.at(-1);
    if (last && start < last.end) {
      last.end = Math.max(last.end, end);
      last.list.push(edit);
    } else found.push({ start, end, list: [edit] });
  }
  return found;
}

const linesOf = (text: string): string[] =>
  text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .filter((_, index, all) => all.length > 1 || all[index] !== '');

/** Changed lines as comments, so that what is printed with them can still be pasted. */
export function shownLines({ file, line, before, after }: ChangedLines): string {
  const lines = [...before.map((text) => `#- ${text}`), ...after.map((text) => `#+ ${text}`)];
  return [`# ${file}, line ${String(line)}:`, ...lines, ''].join('\n');
}

/**
 * Writes a change: new files, never over others, changed files, and those that go. What has been done is undone when a step fails.
 * @throws UsageError when a file cannot be written; everything is then as it was.
 */
export function writeChange(change: WorkspaceChange, textOf: TextOf, locator: Locator): void {
  const undo: (() => void)[] = [];
  for (const [file, text] of textsAfter(change, textOf)) {
    try {
      const isNew = change.newFiles.some((each) => each.file === file);
      undo.push(isNew ? create(file, text ?? '') : replace(file, textOf(file), text));
    } catch (error) {
      for (const step of undo.reverse()) step();
      const reason = error instanceof Error ? error.message : String(error);
      throw new UsageError(`${locator.name(file)} cannot be written: ${reason}; nothing is changed`);
    }
  }
}

function create(file: FilePath, text: string): () => void {
  const made = mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text, { flag: 'wx' });
  return () => rmSync(made ?? file, { recursive: true, force: true });
}

/** The text is the one that has been read, byte by byte: one that is no UTF-8 would be damaged. */
function replace(file: FilePath, before: string | undefined, after: string | undefined): () => void {
  const bytes = readFileSync(file);
  if (!Buffer.from(before ?? '', 'utf8').equals(bytes))
    throw new Error('it is no UTF-8, or it has changed in the meantime');
  if (after === undefined) {
    rmSync(file);
    return () => {
      if (!existsSync(file)) writeFileSync(file, bytes);
    };
  }
  rewriteFile(file, Buffer.from(after, 'utf8'));
  return () => rewriteFile(file, bytes);
}
