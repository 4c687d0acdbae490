import type { FilePath, Include, RawSetting } from '../project/types';
import { includeSettings } from '../schema';
import type { Build } from './build';

/** Facts about lines that bring in other files. */
export interface IncludeFacts {
  /** An include that does not work: the arbiter refuses, or dies of a line without `=` (config.py:890-958). */
  'failed-include': { readonly include: Include };
  /** A file that is there and cannot be opened: a main file, or one that `include` found in its folder. The arbiter refuses. */
  'unreadable-file': { readonly file: FilePath; readonly include: Include | undefined };
  /** An include line in a file that is itself included: nobody reads it (config.py:886). */
  'nested-include': { readonly setting: RawSetting };
}

const directives: ReadonlySet<string> = new Set(includeSettings.map(({ name }) => name));

/** Notes what the reader of files could not do. */
export function checkIncludes(build: Build): void {
  for (const file of build.project.unreadable) build.note('unreadable-file', { file, include: undefined });
  for (const include of build.project.includes) {
    if (include.outcome !== 'read') build.note('failed-include', { include });
    for (const file of include.unreadable) build.note('unreadable-file', { file, include });
  }
  // A folder without a main file has nobody who would obey an include line, and so nobody to disappoint.
  if (build.project.partial) return;
  for (const setting of build.project.settings) {
    if (!setting.inMain && isIncludeSetting(setting)) build.note('nested-include', { setting });
  }
}

/** A line `cfg_file=`, `cfg_dir=`, `resource_file=` or `triggers_dir=`. */
export function isIncludeSetting(setting: RawSetting): boolean {
  return directives.has(setting.key);
}
