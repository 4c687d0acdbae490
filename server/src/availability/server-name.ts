/** The server that spares are written for when nothing says otherwise: the one of Shinken's own documentation. */
export const DEFAULT_SPARE_SERVER = 'server3';

/** An address that means "this machine" on whichever machine it is read. */
export function isLocalAddress(address: string): boolean {
  return /^(localhost(\..*)?|127(\.\d+){3}|::1|\[::1\]|0\.0\.0\.0)$/i.test(address.trim());
}

/** An IP address, of either version, rather than a name. */
export function isIpAddress(address: string): boolean {
  return /^\d+(\.\d+){3}$|^\[?[\da-f]*:[\da-f:.]*:[\da-f:.]*\]?$/i.test(address.trim());
}

/** What a machine may call itself, so that an arbiter finds itself by it: no IP address, and nothing that means "this machine" everywhere. */
export function isMachineName(text: string): boolean {
  return text.trim() !== '' && !isLocalAddress(text) && !isIpAddress(text);
}

/** Two ways to write one machine: letters of either case, with its domain or without: `server1` and `Server1.example.com`. */
export function isSameMachineName(one: string, other: string): boolean {
  const [first, second] = [one.trim().toLowerCase(), other.trim().toLowerCase()];
  if (first === second) return true;
  return (
    isMachineName(one) && isMachineName(other) && (first.startsWith(`${second}.`) || second.startsWith(`${first}.`))
  );
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

/** What is wrong with the `host_name` of an arbiter, as a sentence; undefined for a good one. */
export function hostNameProblem(text: string): string | undefined {
  return isIpAddress(text)
    ? 'An arbiter compares this with what `hostname` prints on its machine: a name, not an address.'
    : serverNameProblem(text);
}
