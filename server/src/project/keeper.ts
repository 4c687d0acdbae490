import type { Digest } from './trace';

/** Where texts are kept from one run of the server to the next, each under a name. */
export interface Keeper {
  /** As it was written; undefined where there is none, or where something else stands in its place. */
  read(folder: string, name: string): string | undefined;
  /** May keep nothing, where it is too much. */
  write(folder: string, name: string, text: string): Promise<void>;
  readonly digest: Digest;
}
