import { window, workspace } from 'vscode';
import { LANGUAGE } from '../detect';

/** A file or folder of the configuration that the user looks at: the open file's, else the folder's. */
export async function configurationInView(): Promise<string | undefined> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId === LANGUAGE && document.uri.scheme === 'file') return document.uri.toString();
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) throw new Error('open the folder of the configuration first.');
  const folder = folders.length === 1 ? folders[0] : await window.showWorkspaceFolderPick();
  return folder?.uri.toString();
}
