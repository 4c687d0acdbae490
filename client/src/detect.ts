import { type Disposable, languages, type TextDocument, workspace } from 'vscode';
import { looksLikeShinken } from '../../server/src/project/ours';

export const LANGUAGE = 'shinken';

/**
 * Objects may stand in any `.cfg` file, an ending that many programs share: so the names that package.json claims are only those of
 * Shinken's and Nagios' own folders, and elsewhere the text tells, when the file is opened and when it is saved.
 */
export function detectLanguage(): Disposable {
  /** What was closed in this very turn: VS Code tells a change of language as a close and an open, one right after the other. */
  const justClosed = new Set<string>();
  workspace.textDocuments.forEach(look);
  const subscriptions = [
    workspace.onDidCloseTextDocument((document) => {
      const uri = document.uri.toString();
      justClosed.add(uri);
      queueMicrotask(() => justClosed.delete(uri));
    }),
    workspace.onDidOpenTextDocument((document) => {
      // A language that somebody has just chosen stays.
      if (!justClosed.has(document.uri.toString())) look(document);
    }),
    workspace.onDidSaveTextDocument(look),
  ];
  return { dispose: () => subscriptions.forEach((subscription) => void subscription.dispose()) };
}

function look(document: TextDocument): void {
  if (document.languageId === LANGUAGE || !/\.cfg$/i.test(document.fileName)) return;
  // A document of another scheme may be anything, such as one side of a comparison, but not in a folder of the window.
  if (document.uri.scheme !== 'file' && !workspace.getWorkspaceFolder(document.uri)) return;
  if (!looksLikeShinken(document.getText()) || hasChosenLanguage(document)) return;
  void languages.setTextDocumentLanguage(document, LANGUAGE);
}

/** Whether the user's `files.associations` names a language for this file. Its patterns match the name, or with a `/` the path. */
function hasChosenLanguage(document: TextDocument): boolean {
  const associations = workspace.getConfiguration('files', document).get<Record<string, string>>('associations', {});
  return Object.keys(associations).some(
    (pattern) => languages.match({ pattern: pattern.includes('/') ? pattern : `**/${pattern}` }, document) > 0,
  );
}
