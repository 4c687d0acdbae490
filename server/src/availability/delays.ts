/** How long the dispatcher takes to notice a death and to give the work to another one. */
import type { Part } from './dispatch';
import type { Delays } from './failover-types';
import { type Daemon, satelliteKinds, type Topology } from './topology';

/** Seconds that spare arbiters wait for a master that nobody has defined (arbiterdaemon.py:685). */
const WAIT_WITHOUT_MASTER = 300;

/** When the arbiter checks a daemon: in seconds, and how often it has to fail to be given up. */
interface Timers {
  /** Seconds between two checks. A check that hangs for longer than that holds up the next one. */
  readonly interval: number;
  readonly attempts: number;
}

/** The defaults stand in the schema (satellitelink.py:49-52). */
export function timersOf({ item }: Daemon): Timers {
  const number = (key: string, otherwise: number): number => item.number(key) ?? otherwise;
  return {
    interval: Math.max(number('check_interval', 60), number('timeout', 3)),
    attempts: Math.max(1, number('max_check_attempts', 3)),
  };
}

/**
 * Seconds without a word of the master after which a spare arbiter takes the lead: the master's `check_interval` times its
 * `max_check_attempts` (arbiterdaemon.py:683-711).
 */
export function arbiterPatience(topology: Topology): number {
  const master = topology
    .of('arbiter')
    .filter(({ spare }) => !spare)
    .at(-1);
  if (!master) return WAIT_WITHOUT_MASTER;
  return (master.item.number('check_interval') ?? 60) * (master.item.number('max_check_attempts') ?? 3);
}

type Range = readonly [number, number];

export interface Moves {
  readonly before: readonly Part[];
  readonly after: readonly Part[];
  readonly isDead: (daemon: Daemon) => boolean;
  readonly leader: Daemon | undefined;
  readonly isSameLeader: boolean;
}

/** When the roles of the dead are taken over. */
export function delaysOf(topology: Topology, moves: Moves): Delays {
  const { before, after, leader, isSameLeader } = moves;
  if (!leader) return { schedulers: undefined, satellites: undefined, arbiter: undefined };
  const patience = arbiterPatience(topology);
  // A spare arbiter that takes the lead deals everything out at its first turn.
  const first: Range | undefined = isSameLeader ? undefined : [patience, patience];
  const schedulers: Range[] = [];
  const satellites: Range[] = [];
  for (const part of before) {
    const now = after[part.number];
    if (now === part) continue;
    const moved = schedulerDelay(part, moves);
    if (moved && now?.scheduler) schedulers.push(first ?? moved);
    for (const kind of satelliteKinds) {
      const comesIn = now?.workers[kind].some((worker) => !part.workers[kind].includes(worker)) === true;
      const gone = part.workers[kind].filter(moves.isDead);
      if (!comesIn || gone.length === 0) continue;
      // A part that changes its scheduler is given its satellites anew, the dead ones left out.
      for (const worker of gone) satellites.push(first ?? (now.scheduler && moved) ?? satelliteDelay(worker));
    }
  }
  return { schedulers: span(schedulers), satellites: span(satellites), arbiter: isSameLeader ? undefined : patience };
}

/** A part moves at the first check of its scheduler that fails (dispatcher.py:179-193). */
function schedulerDelay({ scheduler }: Part, { isDead }: Moves): Range | undefined {
  return scheduler && isDead(scheduler) ? [0, timersOf(scheduler).interval] : undefined;
}

/** A satellite is given up once it has failed `max_check_attempts` checks, the first of which may come at once. */
function satelliteDelay(satellite: Daemon): Range {
  const { interval, attempts } = timersOf(satellite);
  return [interval * (attempts - 1), interval * attempts];
}

function span(ranges: readonly Range[]): Range | undefined {
  if (ranges.length === 0) return undefined;
  return [Math.min(...ranges.map(([earliest]) => earliest)), Math.max(...ranges.map(([, latest]) => latest))];
}
