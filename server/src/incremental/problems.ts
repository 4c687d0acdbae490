/** All problems of a configuration, and how they are after an edit. */
import { addTo } from '../project/lists';
import type { FilePath, Place } from '../project/types';
import type { Problem } from '../rules/rule';
import { ownerKey } from './excerpt';
import type { FileChange } from './file-change';

export class KnownProblems {
  private readonly byFile = new Map<FilePath, Problem[]>();
  /** Files whose problems point into a file. */
  private readonly pointing = new Map<FilePath, Set<FilePath>>();

  constructor(problems: readonly Problem[]) {
    for (const problem of problems) {
      addTo(this.byFile, problem.file, problem);
      for (const { file } of placesOf(problem)) {
        if (file !== problem.file) this.pointing.set(file, (this.pointing.get(file) ?? new Set()).add(problem.file));
      }
    }
  }

  in(file: FilePath): readonly Problem[] {
    return this.byFile.get(file) ?? [];
  }

  /**
   * The problems of all files in which something is otherwise now. `was` and `is`: what an excerpt is said to have before and after;
   * `owners`: whom the differences may be about. Undefined where the excerpt does not tell what becomes of the whole.
   */
  amended(
    change: FileChange,
    was: readonly Problem[],
    is: readonly Problem[],
    owners: ReadonlySet<string>,
  ): ReadonlyMap<FilePath, readonly Problem[]> | undefined {
    const { path } = change.before;
    const stays = new Set<string>();
    const gone = new Map<string, Problem>();
    const after = new Map(is.map((problem) => [identityOf(problem), problem]));
    for (const problem of was) {
      const now = movedProblem(problem, change);
      const identity = now && identityOf(now);
      if (identity !== undefined && after.has(identity)) stays.add(identity);
      else gone.set(identityOf(problem), problem);
    }
    const come = [...after].filter(([identity]) => !stays.has(identity)).map(([, problem]) => problem);
    if (![...gone.values(), ...come].every((problem) => isOwn(problem, change, owners))) return undefined;

    const touched = new Set([path, ...(this.pointing.get(path) ?? [])]);
    for (const { file } of [...gone.values(), ...come]) touched.add(file);
    const amended = new Map<FilePath, readonly Problem[]>();
    for (const file of touched) {
      const left: Problem[] = [];
      for (const problem of this.byFile.get(file) ?? []) {
        if (gone.delete(identityOf(problem))) continue;
        const now = movedProblem(problem, change);
        if (!now) return undefined;
        left.push(now);
      }
      const here = come.filter((problem) => problem.file === file);
      const known = new Set(left.map(placeAndMessage));
      // Somebody who is not in the excerpt has the same: it is one problem of both.
      if (here.some((problem) => known.has(placeAndMessage(problem)))) return undefined;
      amended.set(file, [...left, ...here].sort(inOrder));
    }
    // Something was said of the excerpt, and not of the whole, or of others as well.
    return gone.size > 0 ? undefined : amended;
  }
}

/** As the rules' problems are ordered within a file. */
function inOrder(a: Problem, b: Problem): number {
  return a.span.start - b.span.start || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}

function placesOf({ related, others }: Problem): readonly Place[] {
  return [...related, ...others.flatMap(({ at }) => at ?? [])];
}

/** It is about one of the owners and nobody else, or about the text of the edited file itself. */
function isOwn({ object, others, file, code }: Problem, { before }: FileChange, owners: ReadonlySet<string>): boolean {
  if (!object) return file === before.path && code.startsWith('syntax/');
  return [object, ...others].every((each) => owners.has(ownerKey(each)));
}

/** All that can be seen of a problem. */
function identityOf(problem: Problem): string {
  return JSON.stringify({ ...problem, data: undefined });
}

/** Two problems of which this is the same are said once. */
function placeAndMessage({ code, span, message }: Problem): string {
  return JSON.stringify([code, span.start, span.end, message]);
}

/** The problem where it stands now; undefined where its text has changed. */
function movedProblem(problem: Problem, change: FileChange): Problem | undefined {
  const { path } = change.before;
  if (problem.file !== path && !placesOf(problem).some(({ file }) => file === path)) return problem;
  const isLost = { value: false };
  const moved = <At extends Place>(place: At): At => {
    if (place.file !== path) return place;
    const span = change.text.moved(place.span);
    if (!span) isLost.value = true;
    return span ? { ...place, span } : place;
  };
  const { span } = moved<Place>(problem);
  const now: Problem = {
    ...problem,
    span,
    related: problem.related.map(moved),
    others: problem.others.map((other) => (other.at ? { ...other, at: moved(other.at) } : other)),
  };
  return isLost.value ? undefined : now;
}
