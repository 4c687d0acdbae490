/**
 * The problems of a large configuration, from a part of it. Who has thousands of hosts has many that are alike: they say the same but for
 * their names and addresses, and nobody says their names. Of those a few stay, and all others are left out, with the services that are
 * defined for them alone; what is left is judged by the same phases and rules as everything else. Nothing is parsed of what is left out.
 *
 * A problem may count those who have it, or be told of each. So what is found has to be the same with one host of each kind more: then it does
 * not depend on how many there are. Where it is not, there is no verdict, and all has to be judged.
 */
import type { AnalysisOptions } from '../analysis';
import { buildingModel, type Whole } from '../model';
import { Habits } from '../model/build';
import type { Model } from '../model/types';
import { type LoadSpec, loading } from '../project/load';
import { isSameList } from '../project/lists';
import { isEachReadOnce } from '../project/self-contained';
import { TreeCache } from '../project/tree-cache';
import type { FilePath, FileSystem, Project } from '../project/types';
import { looksEverywhere, runningRules } from '../rules';
import type { Problem } from '../rules/rule';
import type { ObjectTypeName } from '../schema';
import type { Steps } from '../steps';
import { Choice, type Worth } from './choose';
import { type Glances, populating } from './hosts';
import { definesIn, type Glance, Survey } from './survey';
import { Excerpts, Reader } from './trees';

/** The verdict on a whole configuration. */
export interface Verdict {
  /** With all texts, but objects of a part only. */
  readonly project: Project;
  /** In order of file (reading order), then of place. */
  readonly problems: readonly Problem[];
}

/** Copies are compared as a whole. */
export type SampleOptions = Omit<AnalysisOptions, 'copies'>;

/** A small configuration is judged as quickly as it is looked through. */
const WORTH: Worth = { least: 1000, share: 0.5 };

/** A text that has been looked through. */
interface Seen {
  readonly text: string;
  readonly glance: Glance | undefined;
}

/** A part of a configuration, and a larger one; undefined where hosts may be told apart by their names, or too few could be left out. */
type Parts = readonly [part: Excerpts, larger: Excerpts] | undefined;

/** Judges one configuration, again and again, whatever becomes of its files. */
export class Sampler {
  private survey = new Survey();
  private seen: ReadonlyMap<FilePath, Seen> = new Map();
  private chosen: { readonly version: number; readonly glances: readonly Glance[]; readonly parts: Parts } | undefined;

  /** `trees`: of whole texts. */
  constructor(
    private readonly trees = new TreeCache(),
    private readonly worth = WORTH,
  ) {}

  /** Undefined where only judging everything can tell. What the file system says must not change meanwhile. */
  *judging(fs: FileSystem, spec: LoadSpec, options: SampleOptions): Steps<Verdict | undefined> {
    if (looksEverywhere(options.levels ?? new Map())) return undefined;
    const reader = new Reader();
    // What is read again may say something else there.
    if (!isEachReadOnce(yield* loading(fs, spec, reader))) return undefined;
    const parts = yield* this.choosing(yield* this.glancing(reader.texts));
    yield;
    const habits = new Habits();
    const verdict = parts && (yield* this.judgingPart(parts[0], habits, fs, spec, options));
    if (!verdict) return undefined;
    const larger = yield* this.judgingPart(parts[1], habits, fs, spec, options);
    return larger && isSameList(verdict.problems.map(toldOf), larger.problems.map(toldOf)) ? larger : undefined;
  }

  /** Looks through the texts that have come or changed. */
  private *glancing(texts: ReadonlyMap<FilePath, string>): Steps<Glances> {
    // What a text has said is not forgotten when it changes: where that is more than what is said now, all begins anew.
    const changed = [...texts].filter(([file, text]) => this.seen.get(file)?.text !== text);
    const inUse = definesIn([...this.seen.values()].map(({ glance }) => glance));
    if (2 * changed.length > texts.size || this.survey.count > 2 * inUse) {
      this.survey = new Survey();
      this.seen = new Map();
      this.chosen = undefined;
    }
    const { seen } = this;
    const now = new Map<FilePath, Seen>();
    const glances = new Map<FilePath, Glance | undefined>();
    for (const [file, text] of texts) {
      const before = seen.get(file);
      const glance = before?.text === text ? before.glance : this.survey.glance(text);
      now.set(file, { text, glance });
      glances.set(file, glance);
      yield;
    }
    this.seen = now;
    return glances;
  }

  /** The same parts as before, where nothing has changed in what they were chosen by. */
  private *choosing(glances: Glances): Steps<Parts> {
    const { survey, chosen } = this;
    // A file that defines no hosts has no part in it.
    const all = [...glances.values()].flatMap((glance) => (glance && glance.to > glance.from ? [glance] : []));
    if (chosen?.version === survey.version && isSameList(all, chosen.glances)) return chosen.parts;
    const parts = yield* this.partsOf(glances);
    // Who is compared may be mentioned meanwhile.
    this.chosen = { version: survey.version, glances: all, parts };
    return parts;
  }

  private *partsOf(glances: Glances): Steps<Parts> {
    const count = definesIn(glances.values());
    const population = count < this.worth.least ? undefined : yield* populating(this.survey, glances);
    if (!population) return undefined;
    yield;
    const choice = new Choice(this.survey, glances, population, count);
    const leftOut = choice.grow(this.worth);
    yield;
    const leftOutOfLarger = leftOut && choice.grow(this.worth);
    return leftOutOfLarger && [new Excerpts(this.trees, leftOut), new Excerpts(this.trees, leftOutOfLarger)];
  }

  private *judgingPart(
    excerpts: Excerpts,
    habits: Habits,
    fs: FileSystem,
    spec: LoadSpec,
    { levels, ...options }: SampleOptions,
  ): Steps<Verdict | undefined> {
    excerpts.isBroken = false;
    const project = yield* loading(fs, spec, excerpts);
    if (excerpts.isBroken) return undefined;
    const names = new Names(habits);
    const model = yield* buildingModel(project, options, names);
    names.of = model;
    const problems = yield* runningRules(model, levels);
    return names.areLacking ? undefined : { project, problems };
  }
}

/** What is suggested for a wrong name, from a part of a configuration. */
class Names implements Whole {
  /** What has been asked for is not all there. */
  areLacking = false;
  of: Pick<Model, 'items' | 'templates'> | undefined;

  constructor(readonly habits: Habits) {}

  namesToSuggest(type: ObjectTypeName): readonly string[] {
    if (leavable.has(type)) this.areLacking = true;
    return this.of?.items(type).map(({ name }) => name) ?? [];
  }
  templatesToSuggest(type: ObjectTypeName): readonly string[] {
    return this.of?.templates(type).map((template) => template.text('name') ?? '') ?? [];
  }
}

/** Types of objects that may be left out. */
const leavable: ReadonlySet<ObjectTypeName> = new Set([
  'host',
  'hostgroup',
  'service',
  'hostdependency',
  'servicedependency',
]);

/** All that a person is told of a problem. */
function toldOf({ code, severity, file, span, object, others, message, related }: Problem): string {
  return JSON.stringify([code, severity, file, span, object, others, message, related]);
}
