import type { Defect, Setup } from '../documented';

/** A set-up with one thing wrong: all that is said of it, and all that is lost by it. */
export interface DefectRow extends Defect {
  readonly what: string;
  /** The documented set-up, unless another one is named. */
  readonly base?: Setup;
  /** Every problem of every family, `severity code object`; a code without a family is of `availability/`. */
  readonly says: readonly string[];
  /** The work that nobody does, `now` or once a server is dead: `server1: All poller DMZ`. */
  readonly loses: readonly string[];
}
