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

/** Reads and judges the configuration as it would be after a change. `fileSystem` is the one that it was read from. */
export function consequencesOf(before: Analysis, change: WorkspaceChange, fileSystem: FileSystem): Consequences {
  const after = analyzeAfter(before, change, fileSystem);
  const outlook = outlookOf(after.model);
  const idOf = ({ kind, realm, tag }: Gap): string => JSON.stringify([kind, realm, tag]);
  const wellNow = (gaps: readonly Gap[]): readonly Gap[] => gaps.filter(({ machine }) => machine === undefined);
  const undoneNow = new Set(wellNow(outlookOf(before.model).cannotCover).map(idOf));
  const known = new Set(before.problems.map(({ code, message }) => `${code} ${message}`));
  return {
    after,
    outlook,
    undone: wellNow(outlook.cannotCover).filter((gap) => !undoneNow.has(idOf(gap))),
    refused: accepted(before.problems) && !accepted(after.problems),
    problems: after.problems.filter(
      ({ code, message, severity }) =>
        (severity === 'error' || severity === 'warning') && !known.has(`${code} ${message}`),
    ),
  };
}
