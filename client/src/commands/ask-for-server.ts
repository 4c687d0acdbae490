import { window } from 'vscode';

const DEFAULT_SERVER = 'server3';

/** Asks for the name or the address of a machine. Undefined when the user has thought better of it. */
export async function askForServer(prompt: string, value = DEFAULT_SERVER): Promise<string | undefined> {
  const answer = await window.showInputBox({ prompt, value, validateInput: complaint, ignoreFocusOut: true });
  return answer?.trim();
}

/** What is wrong with the name of a machine: it becomes the value of a directive and a part of names of files and objects. */
export function complaint(answer: string): string | undefined {
  const server = answer.trim();
  if (server === '') return 'A host name or an IP address is needed.';
  if (!/^[a-z0-9]([a-z0-9._:-]*[a-z0-9])?$/i.test(server))
    return 'A host name or an IP address has letters, digits, dots, hyphens and colons only.';
  return undefined;
}
