/** The recorded states of the real dispatcher when servers die, beside the checkout. */
import { readdirSync } from 'node:fs';
import type { Analysis } from '../../server/src/analysis';
import { shared, sharedJson } from '../support/shared';
import { analysisOfFiles } from '../support/analysis';

export interface FailoverCase {
  readonly name: string;
  readonly title?: string;
  /** The whole configuration, in one file. */
  readonly cfg: string;
  /** The arbiter accepts it; states are only recorded then. */
  readonly valid: boolean;
  readonly states: readonly FailoverState[];
}

export interface FailoverState {
  readonly down: readonly string[];
  readonly leader: readonly string[];
  readonly leader_arbitrary?: boolean;
  readonly several_masters?: boolean;
  readonly assignment_stable: boolean;
  readonly stable: boolean;
  readonly idle: readonly string[];
  readonly repushed: readonly string[];
  readonly arbiter_broks_to?: readonly string[];
  readonly realms: Readonly<Record<string, { readonly configurations: readonly RecordedPart[] }>>;
  readonly uncovered: readonly {
    readonly realm: string;
    readonly what: string;
    readonly configurations: number;
    readonly hosts: number;
  }[];
}

export interface RecordedPart {
  readonly scheduler: string | null;
  readonly pollers: readonly string[];
  readonly reactionners: readonly string[];
  readonly brokers: readonly string[];
  readonly receivers: readonly string[];
  readonly missing_poller_tags: readonly string[];
  readonly missing_reactionner_tags: readonly string[];
  readonly extra?: Readonly<Record<string, readonly string[]>>;
}

export const failoverFolder = shared('failover/cases');

export function failoverCases(): FailoverCase[] {
  if (failoverFolder === undefined) return [];
  return readdirSync(failoverFolder)
    .sort()
    .flatMap((file) => {
      const found = sharedJson<FailoverCase>(`failover/cases/${file}`);
      return found ? [{ ...found, name: file.replace(/\.json$/, '') }] : [];
    });
}

/** One arbiter leads, and who works for whom has settled. */
export function isSettled({ leader, leader_arbitrary, several_masters, assignment_stable }: FailoverState): boolean {
  return leader.length === 1 && leader_arbitrary !== true && several_masters !== true && assignment_stable;
}

/** Where a recorded configuration is taken to be. */
export const failoverMain = '/etc/shinken/shinken.cfg';

export function judgeCase({ cfg }: FailoverCase): Analysis {
  return analysisOfFiles(new Map([[failoverMain, cfg]]));
}
