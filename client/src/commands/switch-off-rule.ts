import { ConfigurationTarget, Uri, window, workspace } from 'vscode';
import type { SwitchOffRuleArguments } from '../../../server/src/lsp/requests';
import type { Tools } from '.';

/** Sets a rule to `off` in the settings of the folder that the file is in; in the user's own where it is in none. */
export async function switchOffRule(_: Tools, argument: unknown): Promise<void> {
  const { uri, code } = argument as SwitchOffRuleArguments;
  const resource = Uri.parse(uri);
  const isInFolder = workspace.getWorkspaceFolder(resource) !== undefined;
  const settings = workspace.getConfiguration('shinken', resource);
  const set = settings.inspect<Readonly<Record<string, string>>>('rules');
  // What other settings say of rules is joined to this by VS Code: only the target's own is written back.
  const ofFolder = set?.workspaceFolderValue ?? (workspace.workspaceFile ? undefined : set?.workspaceValue);
  const own = isInFolder ? ofFolder : set?.globalValue;
  const target = isInFolder ? ConfigurationTarget.WorkspaceFolder : ConfigurationTarget.Global;
  await settings.update('rules', { ...own, [code]: 'off' }, target);
  window.setStatusBarMessage(`Shinken: ${code} is off in the settings.`, 5000);
}
