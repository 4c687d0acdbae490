import type { Project } from '../project/types';
import type { Model, ModelOptions } from './types';

/** Runs the phases in the arbiter's order. Never throws. */
export function buildModel(project: Project, options: ModelOptions): Model {
  throw new Error(`not built yet: ${project.cwd} ${options.dialect}`);
}
