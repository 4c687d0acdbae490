import { isLocalAddress } from './server-name';
import { isIpAddress } from './topology';

/** What a machine may call itself, so that an arbiter finds itself by it: no IP address, and nothing that means "this machine" everywhere. */
export function isMachineName(text: string): boolean {
  return text.trim() !== '' && !isLocalAddress(text) && !isIpAddress(text);
}
