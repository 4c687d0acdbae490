import { spawnSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import type { Figure } from './measure';
import type { Profile } from './profile';

/** All that one run has found out: what is printed, and what the page in `docs` is made of. */
export interface Results {
  readonly begun: string;
  /** The commit, and whether the sources were just that. */
  readonly revision: string;
  readonly machine: string;
  readonly peer?: string;
  readonly hosts: number;
  readonly quick: boolean;
  readonly measures: readonly Measured[];
  readonly profile?: Profile;
}

export interface Measured {
  readonly name: string;
  readonly title: string;
  readonly how: string;
  /** Of the last minute, when it began and when it ended. */
  readonly load: readonly [before: number, after: number];
  readonly figures: readonly Figure[];
}

export function machine(): string {
  const all = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB of memory`;
  const processors = `${all.length} × ${all[0]?.model.trim() ?? 'unknown processor'}`;
  return `${processors}, ${memory}, ${type()} ${release()}, Node.js ${process.version}`;
}

export function load(): number {
  return loadavg()[0] ?? 0;
}

export function revision(root: string): string {
  const git = (...args: string[]): string => spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout.trim();
  const commit = git('rev-parse', '--short', 'HEAD');
  if (commit === '') return 'no commit';
  return git('status', '--porcelain', 'server/src') === '' ? commit : `${commit}, with changes`;
}
