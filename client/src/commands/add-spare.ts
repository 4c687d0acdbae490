import { window } from 'vscode';
import { CreateFile, type WorkspaceEdit } from 'vscode-languageclient';
import { type AddSpareArguments, type AddSpareParams, spareRequests } from '../../../server/src/lsp/requests';
import { textColumn } from '../views/text-column';
import type { Tools } from '.';
import { askForServer } from './ask-for-server';
import { applyChange } from './apply-change';

/** The quick-fix "Add matching spare": asks which machine the spare will run on, writes its definition, and shows it. */
export async function addSpare(tools: Tools, argument: unknown): Promise<void> {
  const proposal = argument as AddSpareArguments;
  const address = await askForServer(`The address of the server for the spare of ${proposal.master}`, proposal.address);
  if (address === undefined) return;
  const params: AddSpareParams = { ...proposal, address };
  const edit = await tools.server.request<WorkspaceEdit | null>(spareRequests.add, params);
  if (!edit) throw new Error(`${proposal.master} needs no spare any more.`);
  await applyChange(tools, edit);
  const created = edit.documentChanges?.find((change) => CreateFile.is(change));
  if (created) await window.showTextDocument(tools.server.convert.asUri(created.uri), { viewColumn: textColumn() });
}
