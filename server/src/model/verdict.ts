import type { ObjectTypeName } from '../schema/types';
import type { Item } from './item';

/**
 * Types whose objects the arbiter never asks for the errors it wrote down against them: their check looks elsewhere (contact.py,
 * hostextinfo.py, serviceextinfo.py, timeperiod.py) or is never called (config.py, `is_correct`).
 */
const unheard: ReadonlySet<ObjectTypeName> = new Set<ObjectTypeName>([
  'contact',
  'hostextinfo',
  'hostescalation',
  'module',
  'realm',
  'serviceescalation',
  'serviceextinfo',
  'timeperiod',
]);

/** An error written down against an object of this type makes the arbiter refuse; templates are never asked. */
export function errorsCount(item: Item): boolean {
  return !unheard.has(item.type) && !item.isTemplate;
}

/** Types of which the arbiter does not print what it noted about the whole collection: unknown templates, an object that uses itself. */
const unheardCollections: ReadonlySet<ObjectTypeName> = new Set<ObjectTypeName>([
  'hostescalation',
  'serviceescalation',
  'timeperiod',
]);

/** Warnings and errors about all objects of this type together are printed, and count. */
export function collectionIsHeard(type: ObjectTypeName): boolean {
  return !unheardCollections.has(type);
}
