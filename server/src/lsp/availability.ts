/** Availability over the wire: the installation as it is, and what dies with what. All that is true of it, `availability/` knows. */
import { costOf, failoverState, isHarmless, survival } from '../availability/failover';
import type { Failure, FailoverState, PartState } from '../availability/failover-types';
import { type DaemonId, daemonWithId, idOf, overview } from '../availability/overview';
import { type Handover, handovers, storyOf, verdict } from '../availability/story';
import { type Daemon, type SatelliteKind, type Topology, topologyOf } from '../availability/topology';
import type { Model } from '../model/types';
import type { Place } from '../project/types';
import { levelOf } from '../rules/levels';
import type { Problem } from '../rules/rule';
import type { CustomHandler } from './handlers';
import {
  type AvailabilityOverview,
  type AvailabilityParams,
  availabilityRequests,
  type Failover,
  type FailoverParams,
  type Survival,
  type WithIds,
} from './requests';
import type { Knowledge } from './workspace';

export const availabilityHandlers: readonly CustomHandler[] = [
  {
    method: availabilityRequests.overview,
    handle(context, { uri }: AvailabilityParams): AvailabilityOverview | null {
      const knowledge = context.knowledge(uri);
      const { model, project } = knowledge.analysis;
      const found = overview(model, wantedProblems(knowledge));
      if (!found) return null;
      const configuration = context.uri(project.mains[0] ?? project.cwd);
      const at = (place: Place | undefined) => place && context.location(place);
      return {
        ...found,
        configuration,
        realms: found.realms.map((realm) => ({ ...realm, at: at(realm.at) })),
        daemons: found.daemons.map((daemon) => ({
          ...daemon,
          at: at(daemon.at),
          problems: daemon.problems.map((problem) => ({ ...problem, at: context.location(problem.at) })),
        })),
      };
    },
  },
  {
    method: availabilityRequests.failover,
    handle(context, { uri, machines, daemons }: FailoverParams): Failover | null {
      const { model } = context.knowledge(uri).analysis;
      const topology = topologyOf(model);
      if (!isAnybody(topology)) return null;
      return failoverOf(model, { machines, daemons: daemons.flatMap((id) => daemonWithId(topology, id) ?? []) });
    },
  },
  {
    method: availabilityRequests.survival,
    handle(context, { uri }: AvailabilityParams): Survival | null {
      const { model } = context.knowledge(uri).analysis;
      if (!isAnybody(topologyOf(model))) return null;
      const deaths = survival(model);
      return {
        machines: deaths.map(({ machine, state, leaderless }) => {
          return { machine, leaderless, ...failoverOf(model, state.failure) };
        }),
        anyOneMayFail: deaths.every(isHarmless),
        verdict: verdict(deaths, failoverState(model)),
      };
    },
  },
];

/** Without a daemon of the user's own there is nothing to ask about. */
const isAnybody = ({ daemons }: Topology): boolean => daemons.some(({ invented }) => !invented);

/** The problems as the user wants to hear of them. */
function wantedProblems({ analysis, settings }: Knowledge): readonly Problem[] {
  return analysis.problems.flatMap((problem) => {
    const severity = levelOf(settings.rules, problem);
    return severity === 'off' ? [] : [{ ...problem, severity }];
  });
}

function failoverOf(model: Model, failure: Failure): Failover {
  const topology = topologyOf(model);
  const well = failoverState(model);
  const { state, lost } = costOf(model, failure);
  const ids = (daemons: readonly Daemon[]): readonly DaemonId[] => daemons.map((daemon) => idOf(topology, daemon));
  return {
    state: stateWithIds(state, ids),
    lost,
    handovers: handovers(well, state).map((one): WithIds<Handover> => {
      return { ...one, from: ids(one.from), by: ids(one.by), others: ids(one.others) };
    }),
    story: storyOf(topology, well, state, lost),
  };
}

type Ids = (daemons: readonly Daemon[]) => readonly DaemonId[];

function stateWithIds(state: FailoverState, ids: Ids): WithIds<FailoverState> {
  const { failure, dead, leaders, realms, idle, repushed, arbiterBroker } = state;
  return {
    ...state,
    failure: { machines: failure.machines, daemons: ids(failure.daemons) },
    dead: ids(dead),
    leaders: ids(leaders),
    realms: realms.map(({ realm, parts }) => ({ realm, parts: parts.map((part) => partWithIds(part, ids)) })),
    idle: ids(idle),
    repushed: ids(repushed),
    arbiterBroker: arbiterBroker && ids([arbiterBroker])[0],
  };
}

function partWithIds({ scheduler, workers, extra, ...part }: PartState, ids: Ids): WithIds<PartState> {
  const byKind = ({ poller, reactionner, receiver, broker }: Readonly<Record<SatelliteKind, readonly Daemon[]>>) => {
    return { poller: ids(poller), reactionner: ids(reactionner), receiver: ids(receiver), broker: ids(broker) };
  };
  return {
    number: part.number,
    scheduler: scheduler && ids([scheduler])[0],
    workers: byKind(workers),
    extra: byKind(extra),
    missingTags: part.missingTags,
  };
}
