/** The names that an object says, looked for once. */
import type { FilePath, RawObject } from '../../project/types';
import type { Occurrence } from './occurrence';
import { definitionsIn, referencesIn } from './scan';

export interface Scanned {
  readonly definitions: readonly Occurrence[];
  readonly references: readonly Occurrence[];
}

/** By node, so that the objects of unchanged files are looked through once, however often the project is read again. */
const scanned = new WeakMap<RawObject['node'], Scanned & { readonly file: FilePath }>();

export function scan(object: RawObject): Scanned {
  const { node, file, properties } = object;
  const known = scanned.get(node);
  const whole = properties.length === node.properties.length;
  if (known?.file === file && whole) return known;
  const found = {
    file,
    definitions: definitionsIn(object),
    references: properties.flatMap((property) => referencesIn(object, property)),
  };
  if (whole) scanned.set(node, found);
  return found;
}
