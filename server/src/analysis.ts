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

/** Builds the model of a project and runs every rule on it. Never throws, whatever the text. */
export function analyze(project: Project, options: ModelOptions): Analysis {
  const model = buildModel(project, options);
  return { project, model, problems: runRules(model) };
}

/** What `shinken-arbiter -v` would conclude: no error in the two families that speak for it. */
export function accepted(problems: readonly Problem[]): boolean {
  return !problems.some(({ severity, code }) => severity === 'error' && /^(syntax|arbiter)\//.test(code));
}
