import { type Disposable, languages, type TextDocument, workspace } from 'vscode';
import { looksLikeShinken } from '../../server/src/project/ours';
import type { Server } from './server';

export const LANGUAGE = 'shinken';

/**
 * Objects may stand in any `.cfg` file, an ending that many programs share: so the names that package.json claims are only those of
 * Shinken's and Nagios' own folders, and elsewhere the text tells, when the file is opened and when it is saved. A text that does not, such
 * as an empty one, is Shinken's all the same where the server knows that a configuration reads the file.
 */
export function detectLanguage(server: Pick<Server, 'reads' | 'onAvailabilityChanged'>): Disposable {
  /** What was closed in this very turn: VS Code tells a change of language as a close and an open, one right after the other. */
  const justClosed = new Set<string>();
  /** Documents whose language somebody has changed: it stays. */
  const settled = new Set<string>();
  const isOpen = (document: TextDocument): boolean => mayBeShinken(document) && !settled.has(document.uri.toString());
  const look = (document: TextDocument): void => {
    if (!mayBeShinken(document)) return;
    if (looksLikeShinken(document.getText())) claim(document);
    else void ask(document);
  };
  const ask = async (document: TextDocument): Promise<void> => {
    const isRead = await server.reads(document.uri).catch(() => false);
    if (isRead && !document.isClosed && isOpen(document)) claim(document);
  };
  workspace.textDocuments.forEach(look);
  const subscriptions = [
    workspace.onDidCloseTextDocument((document) => {
      const uri = document.uri.toString();
      justClosed.add(uri);
      queueMicrotask(() => justClosed.delete(uri));
    }),
    workspace.onDidOpenTextDocument((document) => {
      const uri = document.uri.toString();
      if (justClosed.has(uri)) settled.add(uri);
      else look(document);
    }),
    workspace.onDidSaveTextDocument(look),
    // The server may have heard of a file after it was opened.
    server.onAvailabilityChanged(() =>
      workspace.textDocuments.filter(isOpen).forEach((document) => void ask(document)),
    ),
  ];
  return { dispose: () => subscriptions.forEach((subscription) => void subscription.dispose()) };
}

function mayBeShinken(document: TextDocument): boolean {
  if (document.languageId === LANGUAGE || !/\.cfg$/i.test(document.fileName)) return false;
  // A document of another scheme may be anything, such as one side of a comparison, but not in a folder of the window.
  if (document.uri.scheme !== 'file' && !workspace.getWorkspaceFolder(document.uri)) return false;
  return !hasChosenLanguage(document);
}

function claim(document: TextDocument): void {
  void languages.setTextDocumentLanguage(document, LANGUAGE);
}

/** Whether the user's `files.associations` names a language for this file. Its patterns match the name, or with a `/` the path. */
function hasChosenLanguage(document: TextDocument): boolean {
  const associations = workspace.getConfiguration('files', document).get<Record<string, string>>('associations', {});
  return Object.keys(associations).some(
    (pattern) => languages.match({ pattern: pattern.includes('/') ? pattern : `**/${pattern}` }, document) > 0,
  );
}
