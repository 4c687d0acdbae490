/** What may die in a configuration, and what nobody does then: the promise of whoever plans a change. */
import type { Model } from '../model/types';
import { subRealms } from '../model/realms';
import type { DaemonType } from '../schema';
import { timersOf } from './delays';
import { failoverState, isHarmless, survival } from './failover';
import type { FailoverState, Uncovered } from './failover-types';
import { lossText, verdict } from './story';
import { topologyOf } from './topology';
import { tagsNeeded } from './work';

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

/**
 * What may die in a configuration, as the simulation of the dispatcher has it. It takes time in proportion to machines times realms and is
 * asked for after every pause in typing, while hardly a keystroke changes what it rests on: it is worked out once for each of those.
 */
export function outlookOf(model: Model): Outlook {
  const grounds = groundsOf(model);
  const known = outlooks.get(grounds);
  if (known) return known;
  const outlook = workOut(model);
  const [oldest] = outlooks.keys();
  if (oldest !== undefined && outlooks.size >= MOST_OUTLOOKS) outlooks.delete(oldest);
  outlooks.set(grounds, outlook);
  return outlook;
}

/** A few configurations may be open at once. */
const MOST_OUTLOOKS = 8;

const outlooks = new Map<string, Outlook>();

/** All that the simulation reads of a configuration, as text. */
function groundsOf(model: Model): string {
  const { daemons, realms, hosts } = topologyOf(model);
  return JSON.stringify([
    model.project.partial,
    daemons.map((daemon) => {
      const { item, machine, address, port, spare, realm, managesSubRealms, tags, invented } = daemon;
      const { interval, attempts } = timersOf(daemon);
      const own = [item.number('check_interval'), item.flag('manage_arbiters'), interval, attempts];
      return [daemon.kind, daemon.name, machine, address, port, spare, realm, managesSubRealms, tags, invented, ...own];
    }),
    realms.map((realm) => [
      realm.name,
      subRealms(realm).map(({ name }) => name),
      realm.flag('broker_complete_links'),
      hosts(realm.name).length,
      tagsNeeded(model, 'poller', realm.name),
      tagsNeeded(model, 'reactionner', realm.name),
    ]),
  ]);
}

function workOut(model: Model): Outlook {
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
