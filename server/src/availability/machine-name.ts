import { isLocalAddress } from './server-name';
import { isIpAddress } from './topology';

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
