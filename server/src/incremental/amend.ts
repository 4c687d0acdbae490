/**
 * The problems after an edit, from those before it: what the edit can reach is judged twice, as it was and as it is now, by the same phases
 * and rules as everything else, and what differs is put into what is known. Where that cannot be relied on there is no answer, and
 * everything has to be judged anew.
 *
 * The excerpt that is judged lacks most of the configuration, and its verdict is not that of the whole. But what is missing is missing
 * both times: of a group whose members are not there the same is said before and after. Only differences count, and of these only such as
 * are about the objects that were edited and nobody else has a part in; any other tells that the edit reaches further than the excerpt.
 */
import { hostsOf } from '../model/names/written';
import { isSameList } from '../project/lists';
import { isEachClosed, isEachReadOnce } from '../project/self-contained';
import type { FilePath, RawObject, SourceFile } from '../project/types';
import { looksEverywhere } from '../rules';
import { firstNot } from '../rules/ignore-comments';
import type { Problem } from '../rules/rule';
import { complete, type Steps } from '../steps';
import { centreOf } from './centre';
import { type Judged, judgingExcerpt, ownersIn, type Verdict } from './excerpt';
import { type FileChange, fileChange } from './file-change';
import { Neighbours } from './neighbours';
import { KnownProblems } from './problems';
import { surroundings } from './surroundings';

/** The problems of the files in which they are others than before, or stand elsewhere; in each in the order of the text. */
export type Amendment = ReadonlyMap<FilePath, readonly Problem[]>;

interface Excerpt {
  readonly file: FilePath;
  readonly objects: readonly RawObject[];
  readonly verdict: Verdict;
}

/** Who edits a host goes to and fro between it and its services. */
const REMEMBERED = 4;

/** What can be told of edits of one configuration that has been judged. */
export class Amender {
  /** Excerpts that were judged last, as they were before the edit, the last one first: typing on in the same objects leaves them as they are. */
  private last: readonly Excerpt[] = [];

  private constructor(
    private readonly judged: Judged,
    private readonly neighbours: Neighbours,
    private readonly problems: KnownProblems,
  ) {}

  /** Undefined for a configuration of which nothing can be told but by judging all of it. */
  static *of(judged: Judged): Steps<Amender | undefined> {
    const { project, model, levels } = judged;
    if (project.partial || !isEachClosed(project) || looksEverywhere(levels)) return undefined;
    // Of what is read again, the place among the others is not that of its file.
    if (!isEachReadOnce(project)) return undefined;
    // Copies are compared as a whole.
    if ((model.options.copies ?? []).length > 0) return undefined;
    return new Amender(judged, yield* Neighbours.of(model), new KnownProblems(judged.problems));
  }

  /** The problems of a file before any edit. */
  problemsIn(file: FilePath): readonly Problem[] {
    return this.problems.in(file);
  }

  /** What the configuration has of a file, in its order. */
  objectsIn(file: FilePath): readonly RawObject[] {
    return this.neighbours.objectsIn(file);
  }

  /** The problems once a file has another text; undefined where only judging everything can tell. */
  amended(after: SourceFile): Amendment | undefined {
    return complete(this.amending(after));
  }

  /** The same, step by step, for whom nobody waits. */
  *amending(after: SourceFile): Steps<Amendment | undefined> {
    const { project } = this.judged;
    const before = project.files.get(after.path);
    if (!before || project.mains.includes(after.path) || project.unloaded?.includes(after.path)) return undefined;
    const change = fileChange(before, this.neighbours.objectsIn(after.path), after);
    const centre = change && centreOf(change, this.judged.model, this.neighbours);
    const near = centre && surroundings(centre, this.judged.model, this.neighbours);
    if (!near) return undefined;
    const was = yield* this.verdictBefore(change, near);
    // What a host and its services have in common is told of them in their order.
    const hosts = centre.isInward ? [] : change.removed.filter(({ type }) => type === 'host').flatMap(hostsOf);
    if (!hosts.every((host) => this.neighbours.hasServicesOf(host, was.model))) return undefined;
    const is = yield* this.verdictAfter(change, near);
    const owners = new Set([...ownersIn(was.model, change.removed), ...ownersIn(is.model, change.added)]);
    return this.problems.amended(change, was.problems, is.problems, owners);
  }

  private *verdictBefore(change: FileChange, near: ReadonlySet<RawObject>): Steps<Verdict> {
    const { before, added } = change;
    const came = new Set(added);
    const objects = [...near].filter((object) => !came.has(object));
    const isKnown = ({ file, objects: known }: Excerpt): boolean => file === before.path && isSameList(known, objects);
    const excerpt = this.last.find(isKnown) ?? (yield* this.excerpt(before, objects));
    this.last = [excerpt, ...this.last.filter((one) => one !== excerpt)].slice(0, REMEMBERED);
    return excerpt.verdict;
  }

  private *excerpt(before: SourceFile, objects: readonly RawObject[]): Steps<Excerpt> {
    const facts = this.judged.project.facts.filter(({ file }) => file === before.path);
    const verdict = yield* judgingExcerpt(this.judged, before, objects, facts);
    return { file: before.path, objects, verdict };
  }

  private *verdictAfter(change: FileChange, near: ReadonlySet<RawObject>): Steps<Verdict> {
    const { before, after, facts, removed, added, at, objects } = change;
    const were = this.neighbours.objectsIn(before.path);
    const now = [...near].flatMap((object) => {
      if (removed.includes(object)) return [];
      const place = firstNot(were, ({ node }) => node.span.start < object.node.span.start);
      if (were[place] !== object) return [object];
      return objects[place < at ? place : place + added.length - removed.length] ?? [];
    });
    return yield* judgingExcerpt(this.judged, after, now, facts);
  }
}
