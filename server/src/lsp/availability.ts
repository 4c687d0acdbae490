/** Availability over the wire: the installation as it is, and what dies with what. All that is true of it, `availability/` knows. */
import { overview } from '../availability/overview';
import type { Place } from '../project/types';
import type { Problem } from '../rules/rule';
import type { CustomHandler } from './handlers';
import { type AvailabilityOverview, type AvailabilityParams, availabilityRequests } from './requests';
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
];

/** The problems as the user wants to hear of them. */
function wantedProblems({ analysis, settings }: Knowledge): readonly Problem[] {
  return analysis.problems.flatMap((problem) => {
    const severity = settings.rules.get(problem.code) ?? problem.severity;
    return severity === 'off' ? [] : [{ ...problem, severity }];
  });
}
