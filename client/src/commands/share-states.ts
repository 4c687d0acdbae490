import type { WorkspaceEdit } from 'vscode-languageclient';
import { storeTitles } from '../../../server/src/availability/store-address';
import { type ShareStatesArguments, type ShareStatesParams, spareRequests } from '../../../server/src/lsp/requests';
import type { Tools } from '.';
import { applyChange } from './apply-change';
import { askForStoreAddress } from './ask-for-store';

/** The quick-fix "Keep the states in …": asks where the store is, and has a scheduler and its spares use it. */
export async function shareStates(tools: Tools, argument: unknown): Promise<void> {
  const proposal = argument as ShareStatesArguments;
  const { store, master } = proposal;
  const address = await askForStoreAddress(store, storeTitles[store], proposal.address ?? '');
  if (address === undefined) return;
  const params: ShareStatesParams = { ...proposal, address };
  const edit = await tools.server.request<WorkspaceEdit | null>(spareRequests.shareStates, params);
  if (!edit) throw new Error(`there is no scheduler ${master} any more.`);
  await applyChange(tools, edit);
}
