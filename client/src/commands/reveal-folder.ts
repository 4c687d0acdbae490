import { commands, Uri, workspace } from 'vscode';
import type { Tools } from '.';

/** Shows a folder in the tree of files; one that is not in it, where the machine shows folders. */
export async function revealFolder(_tools: Tools, folder: unknown): Promise<void> {
  if (typeof folder !== 'string') return;
  const uri = Uri.parse(folder);
  await commands.executeCommand(workspace.getWorkspaceFolder(uri) ? 'revealInExplorer' : 'revealFileInOS', uri);
}
