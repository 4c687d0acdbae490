/** The server that spares are written for when nothing says otherwise: the one of Shinken's own documentation. */
export const DEFAULT_SPARE_SERVER = 'server3';

/** An address that means "this machine" on whichever machine it is read. */
export function isLocalAddress(address: string): boolean {
  return /^(localhost(\..*)?|127(\.\d+){3}|::1|\[::1\]|0\.0\.0\.0)$/i.test(address.trim());
}

/** What is wrong with the name of a machine, as a sentence; undefined for a good one. It becomes the value of a directive. */
export function serverNameProblem(text: string): string | undefined {
  const name = text.trim();
  if (name === '') return 'A host name or an IP address is needed.';
  if (!/^[a-z0-9]([a-z0-9._:-]*[a-z0-9])?$/i.test(name))
    return 'A host name or an IP address has letters, digits, dots, hyphens and colons only.';
  if (isLocalAddress(name))
    return 'Every daemon would look for it on its own machine: name the server as the others see it.';
  return undefined;
}
