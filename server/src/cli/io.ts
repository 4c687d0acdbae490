import type { Dialect } from '../model/types';

/** Where a command writes: results to `out`, talk to `err`. Tests give their own. */
export interface Io {
  readonly out: (text: string | Uint8Array) => void;
  readonly err: (text: string) => void;
  /** All that comes in by standard input. */
  readonly stdin?: () => Promise<Uint8Array>;
  /** Absolute, with `/` between its parts. */
  readonly cwd: string;
  /** Write colours to `out`. */
  readonly colour: boolean;
}

/** Options that every command has. */
export interface CommonOptions {
  readonly dialect: Dialect;
  readonly hostname?: string;
}

/** Something the user can mend: printed as one line on `err`, exit status 2. */
export class UsageError extends Error {}

/** Exit statuses of every command. */
export const STATUS = { ok: 0, refused: 1, usage: 2 } as const;
