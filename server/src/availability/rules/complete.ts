import type { Model } from '../../model/types';
import { type Topology, topologyOf } from '../topology';

/** The topology, where the whole configuration is in sight; undefined where only parts of it are, and nothing can be said of what is missing. */
export function complete(model: Model): Topology | undefined {
  return model.project.partial ? undefined : topologyOf(model);
}

/** Each two of a list, in order. */
export function* pairs<T>(list: readonly T[]): Generator<readonly [T, T]> {
  for (const [index, first] of list.entries()) for (const second of list.slice(index + 1)) yield [first, second];
}
