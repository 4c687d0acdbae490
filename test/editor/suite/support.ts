import path from 'node:path';
import {
  type Diagnostic,
  languages,
  type Position,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';

export const EXTENSION = 'shinken-for-vscode.shinken';

/** The URI of a file of the workspace. */
export function fileUri(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open.');
  return Uri.file(path.join(folder.uri.fsPath, name));
}

/** Opens a file of the workspace in an editor. */
export async function open(name: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(fileUri(name));
  await window.showTextDocument(document);
  return document;
}

/** The place right before this text, or with `at` some characters into it. */
export function positionOf(document: TextDocument, text: string, at = 0): Position {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`There is no "${text}" in ${document.uri.path}.`);
  return document.positionAt(offset + at);
}

/** Replaces a text of an open file. */
export async function replace(document: TextDocument, text: string, replacement: string): Promise<void> {
  const before = document.getText();
  const start = before.indexOf(text);
  if (start < 0) throw new Error(`There is no "${text}" in ${document.uri.path}:\n${before}`);
  const after = before.slice(0, start) + replacement + before.slice(start + text.length);
  // An edit is declined when the document changes meanwhile (an undo before it may not have arrived yet), and may have been made even
  // so: what counts is the text.
  await eventually(`"${text}" to be replaced in\n${before}`, async () => {
    if (document.getText() === after) return true;
    const now = document.getText().indexOf(text);
    if (now < 0) return false;
    const edit = new WorkspaceEdit();
    edit.replace(
      document.uri,
      new Range(document.positionAt(now), document.positionAt(now + text.length)),
      replacement,
    );
    return workspace.applyEdit(edit);
  });
}

/** A problem's code: a bare text, or one with a link to its page. */
export function codeOf({ code }: Diagnostic): string | undefined {
  return typeof code === 'object' ? String(code.value) : code?.toString();
}

/** Waits for a problem in a file. */
export function problem(name: string, code: string): Promise<Diagnostic> {
  return eventually(`${code} in ${name}`, () =>
    languages.getDiagnostics(fileUri(name)).find((diagnostic) => codeOf(diagnostic) === code),
  );
}

/** Waits until a file has no such problem any more. */
export function noProblem(name: string, code: string): Promise<unknown> {
  return eventually(`no ${code} in ${name}`, () =>
    languages.getDiagnostics(fileUri(name)).every((diagnostic) => codeOf(diagnostic) !== code),
  );
}

type Seen<T> = Exclude<T, undefined | null | false>;

/** Waits until there is something to see, and gives it; after a minute it fails, naming what was waited for. */
export async function eventually<T>(what: string, look: () => T | PromiseLike<T>): Promise<Seen<T>> {
  for (const start = Date.now(); Date.now() - start < 60_000; await pause(50)) {
    const seen = await look();
    if (seen !== undefined && seen !== null && seen !== false) return seen as Seen<T>;
  }
  throw new Error(`Waited in vain for ${what}.`);
}

/** Long enough for something that must not happen to show. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
