import { Uri, window, workspace } from 'vscode';
import { type Status, type StatusParams, statusRequests } from '../../../server/src/lsp/requests';
import { LANGUAGE } from '../detect';
import type { Tools } from '.';

/**
 * A file or folder of the configuration that the user looks at: the open file's, else the folder's.
 *
 * @throws where there is none, or nothing can be said of it yet.
 */
export async function configurationInView({ server }: Tools): Promise<string | undefined> {
  const uri = await inView(server);
  if (uri === undefined || Uri.parse(uri).scheme === 'file') return uri;
  const params: StatusParams = { uri };
  const status = await server.request<Status | null>(statusRequests.status, params);
  if (status?.isPending)
    throw new Error('not all files of this folder have been read. Try again in a moment, or open its folder.');
  return uri;
}

async function inView(server: Tools['server']): Promise<string | undefined> {
  const document = window.activeTextEditor?.document;
  const isFile = document?.languageId === LANGUAGE && !document.isUntitled && server.serves(document.uri);
  if (isFile) return document.uri.toString();
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) throw new Error('open the folder of the configuration first.');
  const folder = folders.length === 1 ? folders[0] : await window.showWorkspaceFolderPick();
  return folder?.uri.toString();
}
