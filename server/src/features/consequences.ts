/** What follows from a change that nobody has made yet: asked before anything is written. */
import { accepted, analyzeAfter, type Analysis } from '../analysis';
import { type Gap, type Outlook, outlookOf } from '../availability/outlook';
import type { FileSystem } from '../project/types';
import type { Problem, WorkspaceChange } from '../rules/rule';

export interface Consequences {
  readonly after: Analysis;
  /** What may die afterwards. */
  readonly outlook: Outlook;
  /** What is done now while all is well, and what nobody would do any more. */
  readonly undone: readonly Gap[];
  /** The arbiter accepts the configuration now, and would not afterwards. */
  readonly refused: boolean;
  /** Errors and warnings that there would be and are not now. */
  readonly problems: readonly Problem[];
}

/**
 * Reads the configuration as it would be after a change, and judges it as far as one asks. `fileSystem` is the one that it was read from.
 */
export function consequencesOf(before: Analysis, change: WorkspaceChange, fileSystem: FileSystem): Consequences {
  const after = analyzeAfter(before, change, fileSystem);
  const outlook = outlookOf(after.model);
  return {
    after,
    outlook,
    get undone() {
      const now = new Set(wellGaps(outlookOf(before.model)).map(workOf));
      return wellGaps(outlook).filter((gap) => !now.has(workOf(gap)));
    },
    get refused() {
      return accepted(before.problems) && !accepted(after.problems);
    },
    get problems() {
      const known = new Set(before.problems.map(nameOf));
      return after.problems.filter((problem) => isGrave(problem) && !known.has(nameOf(problem)));
    },
  };
}

/** What nobody does even while all is well. */
const wellGaps = ({ cannotCover }: Outlook): readonly Gap[] =>
  cannotCover.filter(({ machine }) => machine === undefined);

const workOf = ({ kind, realm, tag }: Gap): string => JSON.stringify([kind, realm, tag]);

const nameOf = ({ code, message }: Problem): string => `${code} ${message}`;

const isGrave = ({ severity }: Problem): boolean => severity === 'error' || severity === 'warning';
