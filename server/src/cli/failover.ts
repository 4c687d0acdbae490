import Table from 'cli-table3';
import {
  allIsWell,
  type Cost,
  costOf,
  failoverState,
  isHarmless,
  definedMachines,
  survival,
} from '../availability/failover';
import type { Failure, FailoverState, PartState, RealmState, Uncovered } from '../availability/failover-types';
import { daemonWithId } from '../availability/overview';
import { type Handover, handovers, verdict, within } from '../availability/story';
import { type Daemon, satelliteKinds, titleOf, type Topology, topologyOf } from '../availability/topology';
import { listed } from '../availability/words';
import { type CommonOptions, type Io, STATUS, UsageError } from './io';
import { analyzeMain } from './load';

export interface FailoverOptions extends CommonOptions {
  /** Each a list of dead addresses or `kind/name`, with commas between them; an empty one is "all is well". */
  readonly down: readonly string[];
  readonly pairs: boolean;
  readonly format: 'text' | 'json';
}

/** One failure and what follows from it. */
interface Row extends Cost {
  /** As the user has named them. */
  readonly down: readonly string[];
}

/**
 * `shinken failover`: who takes over, after how long, and what is lost, when servers die. Without `--down`: all being well, then each
 * server alone. Exit status 1 when something that works while all is well is left to nobody.
 */
export function failover(mains: readonly string[], options: FailoverOptions, io: Io): number {
  const { model } = analyzeMain(mains, options, io);
  const topology = topologyOf(model);
  const machines = definedMachines(topology);
  if (machines.length === 0) throw new UsageError('no daemon is defined there: nobody can take over from anybody');
  const failures = options.down.length > 0 ? options.down.map(named) : everyFailure(machines, options.pairs);
  for (const name of failures.flat())
    if (failureOf(topology, [name]).machines.some((machine) => !machines.includes(machine)))
      io.err(`shinken: no daemon is on ${name}\n`);
  const rows = failures.map((down): Row => ({ down, ...costOf(model, failureOf(topology, down)) }));
  if (options.format === 'json') io.out(`${JSON.stringify({ states: rows.map(asState) }, undefined, 2)}\n`);
  else {
    const well = failoverState(model);
    io.out(asTable(rows, well));
    if (options.down.length === 0) io.out(`\n${verdict(survival(model), well)}\n`);
  }
  return rows.every(isHarmless) ? STATUS.ok : STATUS.refused;
}

const named = (list: string): readonly string[] =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

function everyFailure(machines: readonly string[], pairs: boolean): readonly (readonly string[])[] {
  const two = machines.flatMap((one, index) => machines.slice(index + 1).map((other) => [one, other]));
  return [[], ...machines.map((machine) => [machine]), ...(pairs ? two : [])];
}

/** @throws UsageError for a daemon that there is not. */
function failureOf(topology: Topology, down: readonly string[]): Failure {
  if (down.length === 0) return allIsWell;
  const daemons = down
    .filter((name) => name.includes('/'))
    .map((id) => {
      const daemon = daemonWithId(topology, id);
      if (!daemon) throw new UsageError(`--down ${id}: there is no such daemon`);
      return daemon;
    });
  const machines = down
    .filter((name) => !name.includes('/'))
    .map((name) => {
      const plain = name.toLowerCase();
      return topology.daemons.some(({ machine }) => machine === plain) ? plain : topology.machineOf(plain);
    });
  return { machines, daemons };
}

/** A state in the shape that the recorded states of the real dispatcher have. */
function asState({ down, state, lost, leaderless }: Row): object {
  const { leaders, leadership, realms, idle, repushed, stable, arbiterBroker, uncovered, after } = state;
  return {
    down,
    leader: leaders.map(({ name }) => name),
    ...(leadership === 'arbitrary' && { several_masters: true }),
    realms: Object.fromEntries(realms.map((realm) => [realm.realm, { configurations: asConfigurations(realm) }])),
    idle: idle.map(titleOf).sort(),
    stable,
    repushed: repushed.map(titleOf).sort(),
    arbiter_broks_to: arbiterBroker ? [arbiterBroker.name] : [],
    uncovered: uncovered.map(asUncovered),
    lost: [...(leaderless ? [{ realm: null, kind: 'arbiter', why: noLeader }] : []), ...lost.map(asUncovered)],
    after: {
      schedulers: after.schedulers ?? null,
      satellites: after.satellites ?? null,
      arbiter: after.arbiter ?? null,
    },
  };
}

const noLeader = 'No single arbiter leads: nobody is replaced any more.';

function asConfigurations({ parts }: RealmState): readonly object[] {
  const byScheduler = (one: PartState, other: PartState): number =>
    (one.scheduler?.name ?? '').localeCompare(other.scheduler?.name ?? '');
  return [...parts].sort(byScheduler).map(({ scheduler, workers, extra, missingTags }) => {
    const names = (daemons: readonly Daemon[]): readonly string[] => daemons.map(({ name }) => name).sort();
    const extras = satelliteKinds
      .filter((kind) => extra[kind].length > 0)
      .map((kind) => [`${kind}s`, names(extra[kind])] as const);
    return {
      scheduler: scheduler?.name ?? null,
      pollers: names(workers.poller),
      reactionners: names(workers.reactionner),
      brokers: names(workers.broker),
      receivers: names(workers.receiver),
      missing_poller_tags: missingTags.poller,
      missing_reactionner_tags: missingTags.reactionner,
      ...(extras.length > 0 && { extra: Object.fromEntries(extras) }),
    };
  });
}

function asUncovered({ realm, kind, tag, parts, hosts, why }: Uncovered): object {
  const what = tag === undefined ? kind : `${kind}_tag ${tag}`;
  return { realm, kind, what, configurations: parts, hosts, why };
}

/** A row for each failure: what moves where and after how long, and what is lost. */
function asTable(rows: readonly Row[], well: FailoverState): string {
  const table = new Table({
    head: ['dead', 'who takes over', 'after', 'lost'],
    style: { head: [], border: [], compact: true, 'padding-left': 0 },
    chars: plainChars,
  });
  for (const row of rows) {
    const moves = movesOf(row, well);
    const lost = lostIn(row);
    table.push([
      row.down.join(', ') || 'nothing',
      moves.map(({ text }) => text).join('\n'),
      moves.map(({ time }) => time).join('\n'),
      lost.length > 0 ? lost.join('\n') : row.down.length > 0 ? 'nothing' : '',
    ]);
  }
  return `${table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')}\n`;
}

/** Blanks between the columns, and a line below the head. */
const plainChars = {
  ...Object.fromEntries(
    ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'].map((name) => [
      name,
      '',
    ]),
  ),
  left: '',
  'left-mid': '',
  right: '',
  'right-mid': '',
  mid: '─',
  'mid-mid': '─',
  middle: ' ',
};

interface Move {
  readonly text: string;
  readonly time: string;
}

function movesOf({ down, state }: Row, well: FailoverState): readonly Move[] {
  if (down.length === 0) return [{ text: working(well), time: '' }];
  return handovers(well, state)
    .filter(({ by, others }) => by.length + others.length > 0)
    .map((handover) => ({ text: moveText(handover, well.realms.length > 1), time: timeOf(handover, state) }));
}

/** All being well, the first row says who leads. */
function working({ leaders }: FailoverState): string {
  return leaders.length > 0 ? `${listed(leaders.map(({ name }) => name))} leads` : '';
}

/** `poller: one → spare on server3 (Europe)`; where nobody has to come in, who goes on. */
function moveText({ kind, realms, from, by, others }: Handover, severalRealms: boolean): string {
  const where = realms.length > 0 && severalRealms ? ` (${listed(realms)})` : '';
  const placed = (daemons: readonly Daemon[]): string =>
    listed(daemons.map(({ name, machine }) => `${name} on ${machine}`));
  const next = by.length > 0 ? `→ ${placed(by)}` : `– ${placed(others)} ${others.length === 1 ? 'goes' : 'go'} on`;
  return `${kind}: ${listed(from.map(({ name }) => name))} ${next}${where}`;
}

function timeOf({ kind, by }: Handover, { after }: FailoverState): string {
  if (by.length === 0) return '';
  if (kind === 'arbiter') return after.arbiter === undefined ? '' : `after ${String(after.arbiter)} s`;
  const range = kind === 'scheduler' ? after.schedulers : after.satellites;
  return range ? within(range) : '';
}

/** Where nothing is dead, what nobody does all the same. */
function lostIn({ down, state, ...cost }: Row): readonly string[] {
  const isWell = down.length === 0;
  const leaderless = isWell ? state.leadership !== 'settled' : cost.leaderless;
  const work = (isWell ? state.uncovered : cost.lost).map(({ realm, kind, tag, why }) => {
    return `${kind}${tag === undefined ? '' : ` with the tag ${tag}`} of ${realm}: ${why}`;
  });
  return [...(leaderless ? [`arbiter: ${noLeader}`] : []), ...work];
}
