import type { Digest } from './trace';

/** Where texts are kept from one run of the server to the next, each under a key, which may be long. */
export interface Keeper {
  /** As it was written; undefined where there is none, or where it is damaged. */
  read(folder: string, key: string): string | undefined;
  /** Takes the place of what was there. */
  write(folder: string, key: string, text: string): Promise<void>;
  /** Characters of a text at most. */
  readonly largest: number;
  readonly digest: Digest;
}
