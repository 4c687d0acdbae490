/** What a measure is given, and what it gives. */
import type { Shape } from './generate';
import type { Peer } from './peer';
import type { Summary } from './statistics';
import type { Dialect } from './writer';

export interface Context {
  /** Hosts of the installations that goals speak of. */
  readonly hosts: number;
  /** Small and few: to see that everything runs. */
  readonly quick: boolean;
  /** Keystrokes after which memory is looked at again. */
  readonly edits: number;
  /** The built server and command line, as they were when the run began. */
  readonly server: string;
  readonly cli: string;
  /** Bundles of the bench's own that run beside the server. */
  readonly idleServer: string;
  readonly probe: string;
  readonly peer: Peer | undefined;
  /** The folder of an installation, written when it is first asked for. */
  installation(shape: Shape, hosts: number, dialect?: Dialect): string;
  /** Says what is going on. */
  say(text: string): void;
}

export type Unit = 'ms' | 's' | 'MB' | '';

/** A line of the table. */
export interface Figure {
  readonly what: string;
  readonly unit: Unit;
  /** Without it, it could not be done at all; the remark says why. */
  readonly measured?: Summary;
  /** What was measured beside it in the same run. */
  readonly peer?: { readonly name: string; readonly measured: Summary };
  /** The goal in words, and whether it is met; a figure without one explains another. */
  readonly goal?: string;
  /** What is held against the goal, where that is no time. */
  readonly ratio?: number;
  readonly met?: boolean;
  readonly remark?: string;
}

export interface Measure {
  /** For `--only`. */
  readonly name: string;
  readonly title: string;
  /** How the figures are taken: a paragraph of the page in `docs`. */
  readonly how: string;
  run(context: Context): Promise<readonly Figure[]>;
}
