/** What may die in a configuration, and what nobody does then: the promise of whoever plans a change. */
import type { Model } from '../model/types';
import type { DaemonType } from '../schema';
import { failoverState, isHarmless, survival } from './failover';
import type { FailoverState, Uncovered } from './failover-types';
import { lossText, verdict } from './story';
import { topologyOf } from './topology';

/** Work that nobody does. */
export interface Gap {
  /** The machine that has died; undefined where nobody does it even while all is well. */
  readonly machine: string | undefined;
  readonly kind: DaemonType;
  /** Undefined for the arbiter, who leads all realms. */
  readonly realm: string | undefined;
  /** Only the work with this tag; all of the kind's work where it is undefined. */
  readonly tag: string | undefined;
  /** The reason, a sentence. */
  readonly why: string;
  /** What it means, in whole sentences that end with the reason. */
  readonly text: string;
}

export interface Outlook {
  /** The machines any single one of which may die: nothing is lost with it. */
  readonly survives: readonly string[];
  readonly cannotCover: readonly Gap[];
  /** All of it in one sentence. */
  readonly verdict: string;
}

/** What may die in a configuration, as the simulation of the dispatcher has it. */
export function outlookOf(model: Model): Outlook {
  const deaths = survival(model);
  const well = failoverState(model);
  const cannotCover = [
    ...inventedGaps(model),
    ...(well.leadership === 'settled' ? [] : [leaderGap(undefined, well)]),
    ...well.uncovered.map((work) => gapOf(undefined, well, work)),
    ...deaths.flatMap(({ machine, state, lost, leaderless }) => [
      ...(leaderless ? [leaderGap(machine, state)] : []),
      ...lost.map((work) => gapOf(machine, state, work)),
    ]),
  ];
  return {
    survives: deaths.filter(isHarmless).map(({ machine }) => machine),
    cannotCover,
    verdict: verdict(deaths, well),
  };
}

function gapOf(machine: string | undefined, state: FailoverState, work: Uncovered): Gap {
  const { kind, realm, tag, why } = work;
  return { machine, kind, realm, tag, why, text: `${opening(machine)} ${lossText(work, state)} ${why}` };
}

const opening = (machine: string | undefined): string =>
  machine === undefined ? 'Even while all is well,' : `When ${machine} dies,`;

/** A daemon of Shinken's own is there as long as nobody defines one; nobody can stand in for it. */
function inventedGaps(model: Model): readonly Gap[] {
  if (model.project.partial) return [];
  return topologyOf(model)
    .daemons.filter(({ invented }) => invented)
    .map(({ kind, realm }): Gap => {
      const why = `No ${kind} is defined: Shinken invents one on localhost.`;
      return { machine: undefined, kind, realm, tag: undefined, why, text: why };
    });
}

function leaderGap(machine: string | undefined, { leadership }: FailoverState): Gap {
  const why =
    leadership === 'contested'
      ? "Several spare arbiters take the lead, and undo each other's work for ever."
      : leadership === 'arbitrary'
        ? 'Several active arbiters stop each other.'
        : 'No arbiter is left.';
  const text = `${opening(machine)} nobody leads, and nobody is replaced any more. ${why}`;
  return { machine, kind: 'arbiter', realm: undefined, tag: undefined, why, text };
}
