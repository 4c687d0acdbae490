import { window } from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import { hostNameProblem, serverNameProblem } from '../../../server/src/availability/server-name';
import { type AskValueArguments, setValueRequest } from '../../../server/src/lsp/requests';
import type { Tools } from '.';
import { applyChange } from './apply-change';

/** A quick-fix that only a person can complete: asks what a machine calls itself, or where a daemon runs, and writes it. */
export async function askValue(tools: Tools, argument: unknown): Promise<void> {
  const question = argument as AskValueArguments;
  const { key, name } = question;
  const value = await window.showInputBox({
    prompt:
      key === 'host_name'
        ? `What \`hostname\` prints on the machine of ${name}`
        : `Where ${name} runs: the name or the address of its machine, as the others see it`,
    value: question.value,
    validateInput: key === 'host_name' ? hostNameProblem : serverNameProblem,
    ignoreFocusOut: true,
  });
  if (value === undefined) return;
  const edit = await tools.server.request<WorkspaceEdit | null>(setValueRequest, { ...question, value });
  if (!edit) throw new Error(`${name} is not there any more.`);
  await applyChange(tools, edit);
}
