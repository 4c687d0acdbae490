import { buildModel } from './model';
import type { Model, ModelOptions } from './model/types';
import type { Project } from './project/types';
import { runRules } from './rules';
import type { Problem } from './rules/rule';

/** One configuration, read, understood and judged. Immutable: a change of a file makes a new one. */
export interface Analysis {
  readonly project: Project;
  readonly model: Model;
  /** In order of file (reading order), then of place. */
  readonly problems: readonly Problem[];
}

/**
 * Understands and judges a project, each when it is first asked for: completion while typing needs neither the model nor the rules.
 * Never throws, whatever the text.
 */
export function analyze(project: Project, options: ModelOptions): Analysis {
  return new LazyAnalysis(project, options);
}

class LazyAnalysis implements Analysis {
  private builtModel: Model | undefined;
  private foundProblems: readonly Problem[] | undefined;

  constructor(
    readonly project: Project,
    private readonly options: ModelOptions,
  ) {}

  get model(): Model {
    return (this.builtModel ??= buildModel(this.project, this.options));
  }
  get problems(): readonly Problem[] {
    return (this.foundProblems ??= runRules(this.model));
  }
}

/** What `shinken-arbiter -v` would conclude: no error in the two families that speak for it. */
export function accepted(problems: readonly Problem[]): boolean {
  return !problems.some(({ severity, code }) => severity === 'error' && /^(syntax|arbiter)\//.test(code));
}
