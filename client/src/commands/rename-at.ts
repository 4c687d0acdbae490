import { commands, Uri } from 'vscode';
import type { TextDocumentPositionParams } from 'vscode-languageclient';
import type { Tools } from '.';

/** Opens the editor's box for a new name, where a refactoring has just brought one. */
export async function renameAt({ server }: Tools, argument: unknown): Promise<void> {
  const { textDocument, position } = argument as TextDocumentPositionParams;
  const at = [Uri.parse(textDocument.uri), server.convert.asPosition(position)];
  await commands.executeCommand('editor.action.rename', at);
}
