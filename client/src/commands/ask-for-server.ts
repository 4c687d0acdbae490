import { window } from 'vscode';
import { DEFAULT_SPARE_SERVER, serverNameProblem } from '../../../server/src/availability/server-name';

/** Asks for the name or the address of a machine. Undefined when the user has thought better of it. */
export async function askForServer(prompt: string, value = DEFAULT_SPARE_SERVER): Promise<string | undefined> {
  const answer = await window.showInputBox({
    prompt,
    value,
    validateInput: serverNameProblem,
    ignoreFocusOut: true,
  });
  return answer?.trim();
}
