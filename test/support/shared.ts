import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../../shared');

/**
 * A path in the folder of labelled configurations that may stand beside the checkout; undefined where it does not (a user's clone).
 * Tests that need it skip, and say so.
 */
export function shared(name: string): string | undefined {
  const file = path.join(folder, name);
  return existsSync(file) ? file.replaceAll('\\', '/') : undefined;
}

/** A JSON file of that folder. */
export function sharedJson<T>(name: string): T | undefined {
  const file = shared(name);
  return file === undefined ? undefined : (JSON.parse(readFileSync(file, 'utf8')) as T);
}
