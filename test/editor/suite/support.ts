import path from 'node:path';
import { type TextDocument, Uri, window, workspace } from 'vscode';

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

/** Waits until there is something to see, and gives it; after 30 seconds it fails, naming what was waited for. */
export async function eventually<T>(what: string, look: () => T | undefined | PromiseLike<T | undefined>): Promise<T> {
  for (const start = Date.now(); Date.now() - start < 30_000; await pause(50)) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
  }
  throw new Error(`Waited in vain for ${what}.`);
}

/** Long enough for something that must not happen to show. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
