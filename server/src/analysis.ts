import { buildModel, buildingModel } from './model';
import type { Model, ModelOptions } from './model/types';
import { loadProject } from './project/load';
import { overlay, withoutFiles } from './project/overlay';
import { TreeCache } from './project/tree-cache';
import type { FilePath, FileSystem, Project } from './project/types';
import { withUnloaded } from './project/unloaded';
import { runningRules, runRules } from './rules';
import { textsAfter } from './rules/edits';
import type { Levels } from './rules/levels';
import type { Problem, WorkspaceChange } from './rules/rule';
import { type Steps, stretch } from './steps';

export interface AnalysisOptions extends ModelOptions {
  /** Levels that people have set: rules that are off by default are run for those who switch them on. */
  readonly levels?: Levels;
}

/** One configuration, read, understood and judged. Immutable: a change of a file makes a new one. */
export interface Analysis {
  readonly project: Project;
  readonly model: Model;
  /** In order of file (reading order), then of place. */
  readonly problems: readonly Problem[];
  /** Works out both beforehand, for those who must not keep others waiting. */
  preparing(): Steps<void>;
}

/**
 * Understands and judges a project, each when it is first asked for: completion while typing needs neither the model nor the rules.
 * Never throws, whatever the text.
 */
export function analyze(project: Project, { levels, ...options }: AnalysisOptions): Analysis {
  return new LazyAnalysis(project, options, levels);
}

/**
 * The configuration as it would be after a change that nobody has made yet. New files that no main file would read are judged beside it,
 * as if it did: what is then said holds once they are loaded. `fileSystem` is the one that the project was read from. Rules that are off by
 * default are run where the levels ask for them.
 */
export function analyzeAfter(
  { project, model }: Analysis,
  change: WorkspaceChange,
  fileSystem: FileSystem,
  levels?: Levels,
): Analysis {
  const texts = textsAfter(change, (file) => project.files.get(file)?.text ?? fileSystem.readFile(file));
  const changed = new Map<FilePath, string>();
  const gone = new Set<FilePath>();
  for (const [file, text] of texts) {
    if (text === undefined) gone.add(file);
    else changed.set(file, text);
  }
  const fs = overlay(withoutFiles(fileSystem, gone), changed);
  const { mains, cwd } = project;
  const { dialect } = model.options;
  const cache = TreeCache.of(project, { dialect });
  const loaded = loadProject(fs, { mains, cwd, dialect }, cache);
  const others = [...(project.unloaded ?? []), ...change.newFiles.map(({ file }) => file)];
  const beside = others.filter((file) => !loaded.files.has(file));
  const after = beside.length > 0 ? withUnloaded(fs, loaded, beside, { dialect }, cache) : loaded;
  return analyze(after, { ...model.options, levels });
}

class LazyAnalysis implements Analysis {
  private builtModel: Model | undefined;
  private foundProblems: readonly Problem[] | undefined;

  constructor(
    readonly project: Project,
    private readonly options: ModelOptions,
    private readonly levels: Levels | undefined,
  ) {}

  get model(): Model {
    return (this.builtModel ??= buildModel(this.project, this.options));
  }
  get problems(): readonly Problem[] {
    return (this.foundProblems ??= runRules(this.model, this.levels));
  }
  *preparing(): Steps<void> {
    if (!this.builtModel) {
      const model = yield* stretch(buildingModel(this.project, this.options), 0, 0.5);
      // Whoever could not wait has made it meanwhile.
      this.builtModel ??= model;
    }
    this.foundProblems ??= yield* stretch(runningRules(this.builtModel, this.levels), 0.5, 1);
  }
}

/** What `shinken-arbiter -v` would conclude: no error in the two families that speak for it. */
export function accepted(problems: readonly Problem[]): boolean {
  return !problems.some(({ severity, code }) => severity === 'error' && /^(syntax|arbiter)\//.test(code));
}
