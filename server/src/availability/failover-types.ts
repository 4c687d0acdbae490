/** What follows when servers or daemons die: the shapes of the answer. `failover.ts` finds it. */
import type { RealmKind, Daemon, SatelliteKind } from './topology';

/** What has died. */
export interface Failure {
  /** Machines, by the names that the topology gives them. */
  readonly machines: readonly string[];
  /** Single daemons, where their machine lives on. */
  readonly daemons: readonly Daemon[];
}

/**
 * Who leads once it is over: `settled`, one arbiter; `nobody`, none is alive, and nothing moves any more; `contested`, several spares
 * that fight without an end; `arbitrary`, several masters that stop each other, no telling who is left.
 */
export type Leadership = 'settled' | 'nobody' | 'contested' | 'arbitrary';

/** The state in which the dispatcher settles after a failure. */
export interface FailoverState {
  readonly failure: Failure;
  /** Every daemon that is dead, those of dead machines included, in the order of the topology. */
  readonly dead: readonly Daemon[];
  readonly leadership: Leadership;
  readonly leaders: readonly Daemon[];
  /** Every realm, in the order of the definitions. */
  readonly realms: readonly RealmState[];
  /** Daemons that are alive and have no work; arbiters are not among them. */
  readonly idle: readonly Daemon[];
  /** Receivers, or daemons that share an address, that are sent the same configuration for ever. */
  readonly repushed: readonly Daemon[];
  /** Nothing is sent any more, and one arbiter leads or none. */
  readonly stable: boolean;
  /** The broker that takes the arbiter's own messages. */
  readonly arbiterBroker: Daemon | undefined;
  /** Work that nobody does in this state. */
  readonly uncovered: readonly Uncovered[];
  readonly after: Delays;
}

export interface RealmState {
  readonly realm: string;
  /** One for each active scheduler of that very realm. */
  readonly parts: readonly PartState[];
}

/** One part of a realm's hosts: what one active scheduler works on while all is well. */
export interface PartState {
  /** Parts are numbered through, realm by realm. */
  readonly number: number;
  /** Undefined: nobody schedules these hosts. */
  readonly scheduler: Daemon | undefined;
  readonly workers: Readonly<Record<SatelliteKind, readonly Daemon[]>>;
  /** Those who have been told to let go of it and cannot: they go on talking to its scheduler. */
  readonly extra: Readonly<Record<SatelliteKind, readonly Daemon[]>>;
  /** Tags of work of the realm that none of the workers has; `None` stands for work without a tag. */
  readonly missingTags: Readonly<Record<'poller' | 'reactionner', readonly string[]>>;
}

/** Work that nobody does. */
export interface Uncovered {
  readonly realm: string;
  readonly kind: RealmKind;
  /** Only the work with this tag; all of the kind's work where it is undefined. */
  readonly tag: string | undefined;
  /** How many parts of the realm are without it. */
  readonly parts: number;
  /** Hosts of the realm, of whom these parts hold some: which ones is another matter at every start. */
  readonly hosts: number;
  /** A sentence for people, without the realm and the kind in it. */
  readonly why: string;
}

/** Seconds from the death until the roles are taken over. Undefined where nobody has to, or can. */
export interface Delays {
  /** Until orphaned parts have another scheduler: earliest and latest. */
  readonly schedulers: readonly [number, number] | undefined;
  /** Until dead pollers, reactionners, receivers and brokers are replaced: earliest and latest. */
  readonly satellites: readonly [number, number] | undefined;
  /** Until a spare arbiter leads. */
  readonly arbiter: number | undefined;
}

/** Who does a daemon's work when it dies. */
export interface Takeover {
  /** Who dies: the daemon alone, or its whole machine. */
  readonly failure: Failure;
  /** Who comes in for it; empty where nobody has to or can. */
  readonly by: readonly Daemon[];
  /** Others that did the same work before and go on with it. */
  readonly others: readonly Daemon[];
  /** Work of this daemon's kind that nobody does any more, and that was done before. */
  readonly lost: readonly Uncovered[];
  /** Seconds until it is taken over: earliest and latest; undefined where nobody comes in. */
  readonly within: readonly [number, number] | undefined;
}
