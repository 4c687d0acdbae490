import { asWritten, normalize, realmOf } from '../project/paths';
import type { FilePath } from '../project/types';

/** The shortest path from a folder to a file or a folder; the absolute one where they share no root. */
export function relativePath(folder: FilePath, path: FilePath): string {
  const from = asWritten(normalize(folder))
    .split('/')
    .filter((part, index) => part !== '' || index === 0);
  const to = asWritten(normalize(path)).split('/');
  if (realmOf(folder) !== realmOf(path) || from[0] !== to[0]) return path;
  let shared = 0;
  while (shared < from.length && shared < to.length && from[shared] === to[shared]) shared++;
  const steps = [...from.slice(shared).map(() => '..'), ...to.slice(shared)];
  return steps.join('/') || '.';
}
