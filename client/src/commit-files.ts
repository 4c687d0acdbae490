import { type Disposable, languages, type TextDocument, Uri, workspace } from 'vscode';
import {
  COMMIT_SCHEME,
  type CommitFile,
  type CommitFileParams,
  copyRequests,
} from '../../server/src/lsp/copy-requests';
import { LANGUAGE } from './detect';
import type { Server } from './server';

/** Files as they were in a commit: documents to be read, by URIs that the server has given out. */
export function showCommitFiles(server: Server): Disposable {
  return workspace.registerTextDocumentContentProvider(COMMIT_SCHEME, {
    provideTextDocumentContent(uri, token) {
      const where = JSON.parse(uri.query) as CommitFile;
      const params: CommitFileParams = { ...where, file: Uri.file(uri.path).toString() };
      return server.request<string>(copyRequests.text, params, token);
    },
  });
}

/** Opens a file of a copy, with the colours of our language whatever its folder is called. */
export async function openCopy(uri: Uri): Promise<TextDocument> {
  const document = await workspace.openTextDocument(uri);
  const isOurs = document.languageId === LANGUAGE || !uri.path.endsWith('.cfg');
  return isOurs ? document : languages.setTextDocumentLanguage(document, LANGUAGE);
}
