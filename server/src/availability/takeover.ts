/** Who does one daemon's work when it dies. */
import type { Model } from '../model/types';
import { failoverState, newlyUncovered } from './failover';
import type { Failure, FailoverState, PartState, RealmState, Takeover } from './failover-types';
import { type Daemon, satelliteKinds, type SatelliteKind } from './topology';

/** Who takes over from a daemon: when it dies alone, or in another failure that it is a part of. */
export function takeover(
  model: Model,
  daemon: Daemon,
  failure: Failure = { machines: [], daemons: [daemon] },
): Takeover {
  const before = failoverState(model);
  const after = failoverState(model, failure);
  const isAlive = (other: Daemon): boolean => !after.dead.includes(other);
  const teams = teamsOf(daemon, before, after);
  const old = new Set(teams.flatMap(([team]) => team));
  const now = new Set(teams.flatMap(([, team]) => team));
  const by = [...now].filter((other) => !old.has(other));
  const realms = new Set(rolesOf(daemon, before).map(({ realm }) => realm));
  return {
    failure,
    by,
    others: [...old].filter((other) => other !== daemon && isAlive(other) && now.has(other)),
    lost: newlyUncovered(model, after).filter(({ kind, realm }) => kind === daemon.kind && realms.has(realm)),
    within: by.length > 0 ? delayOf(daemon, after) : undefined,
  };
}

/** One part of a realm that a daemon works on. */
export interface Role {
  readonly realm: string;
  readonly part: PartState;
}

/** What a daemon works on in a state; nothing for an arbiter, who leads. */
export function rolesOf(daemon: Daemon, { realms }: FailoverState): readonly Role[] {
  return realms.flatMap(({ realm, parts }) =>
    parts.filter((part) => workersOf(part, daemon).includes(daemon)).map((part) => ({ realm, part })),
  );
}

const isSatellite = ({ kind }: Daemon): boolean => (satelliteKinds as readonly string[]).includes(kind);

/** Daemons of the same kind that work on a part. */
function workersOf({ scheduler, workers }: PartState, daemon: Daemon): readonly Daemon[] {
  if (isSatellite(daemon)) return workers[daemon.kind as SatelliteKind];
  return daemon.kind === 'scheduler' && scheduler ? [scheduler] : [];
}

/** For each of a daemon's roles, who has it before and after. */
function teamsOf(
  daemon: Daemon,
  before: FailoverState,
  after: FailoverState,
): readonly (readonly [readonly Daemon[], readonly Daemon[]])[] {
  // Several that fight for the lead are no successor.
  const leaders = after.leadership === 'settled' ? after.leaders : [];
  if (daemon.kind === 'arbiter') return before.leaders.includes(daemon) ? [[before.leaders, leaders]] : [];
  const realms = new Map(after.realms.map((state) => [state.realm, state]));
  return before.realms.flatMap((state) => {
    const own = state.parts.filter((part) => workersOf(part, daemon).includes(daemon));
    const next = own.length > 0 ? successors(state, realms.get(state.realm)) : undefined;
    return own.map((part) => {
      const now = next?.get(part);
      return [workersOf(part, daemon), now ? workersOf(now, daemon) : []] as const;
    });
  });
}

/**
 * Which part goes on as which: another arbiter deals the same hosts out under other numbers. A scheduler that lives keeps what it has;
 * the parts of the dead go to those who come in, in the order of the numbers.
 */
function successors(before: RealmState, after: RealmState | undefined): ReadonlyMap<PartState, PartState | undefined> {
  const rest = [...(after?.parts ?? [])];
  const take = (index: number): PartState | undefined => (index < 0 ? undefined : rest.splice(index, 1)[0]);
  const next = new Map<PartState, PartState | undefined>();
  for (const part of before.parts)
    if (part.scheduler) next.set(part, take(rest.findIndex(({ scheduler }) => scheduler === part.scheduler)));
  for (const part of before.parts) if (!next.get(part)) next.set(part, take(0));
  return next;
}

function delayOf({ kind }: Daemon, { after }: FailoverState): Takeover['within'] {
  if (kind === 'scheduler') return after.schedulers;
  if (kind !== 'arbiter') return after.satellites;
  return after.arbiter === undefined ? undefined : [after.arbiter, after.arbiter];
}
