import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { analyze, type Analysis } from '../../server/src/analysis';
import { Lines } from '../../server/src/cli/lines';
import { nodeFileSystem } from '../../server/src/cli/node-file-system';
import type { Dialect } from '../../server/src/model/types';
import { loadProject } from '../../server/src/project/load';
import { TreeCache } from '../../server/src/project/tree-cache';
import type { FileSystem } from '../../server/src/project/types';
import { shared, sharedJson } from '../support/shared';

/** What the real arbiter said of one configuration. */
export interface Verdict {
  readonly main: string;
  readonly with?: readonly string[];
  /** Relative to the folder that the set's paths start from. */
  readonly cwd: string;
  readonly hostname: string;
  readonly ok: boolean;
  readonly errors: readonly string[];
  readonly warnings?: readonly string[];
  readonly named: readonly Named[];
  readonly counts?: Readonly<Record<string, number>>;
}

/** An object or a line that messages of the arbiter speak of, at its true place. */
export interface Named {
  readonly level: 'error' | 'warning' | 'crash';
  readonly type?: string;
  readonly name?: string;
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly messages?: readonly number[];
}

export interface Mutation extends Verdict {
  readonly id: string;
  readonly base: string;
  readonly edit: {
    readonly file: string;
    readonly line: number;
    readonly kind: string;
    readonly before: readonly string[];
    readonly after: readonly string[];
  };
}

export interface OracleObject {
  readonly type: string;
  /** Null for an object without one. */
  readonly name: string | null;
  readonly file?: string;
  readonly line?: number;
  readonly template?: boolean;
  readonly generated?: boolean;
  readonly tags?: readonly string[];
  readonly inherited?: Properties;
  readonly expanded?: Properties;
}

export type Properties = Readonly<Record<string, string | readonly string[]>>;

export interface ObjectsOf {
  readonly main: string;
  readonly with?: readonly string[];
  readonly cwd: string;
  readonly hostname: string;
  readonly left_out: readonly string[];
  readonly objects: readonly OracleObject[];
}

export const oracle = shared('oracle');

export const verdicts = (): readonly Verdict[] => sharedJson('oracle/verdicts.json') ?? [];

export const cases = (dialect: Dialect): Readonly<Record<string, Verdict & { objects?: readonly OracleObject[] }>> =>
  sharedJson(`oracle/cases/expected${dialect === '3.0' ? '-3.0' : ''}.json`) ?? {};

/** Every set of single edits beside the corpus. */
export const mutations = (): readonly Mutation[] =>
  oracle === undefined
    ? []
    : readdirSync(oracle)
        .filter((name) => /^mutations.*\.json$/.test(name))
        .flatMap((name) => sharedJson<Mutation[]>(`oracle/${name}`) ?? []);

export const objectSets = (): readonly ObjectsOf[] =>
  oracle === undefined
    ? []
    : readdirSync(path.join(oracle, 'objects'))
        .filter((name) => name !== 'defaults.json')
        .flatMap((name) => sharedJson<ObjectsOf>(`oracle/objects/${name}`) ?? []);

export const defaults = (): Readonly<Record<string, Properties>> => sharedJson('oracle/objects/defaults.json') ?? {};

const trees = new TreeCache();

/**
 * The folder's files. Symbolic links were stored as small text files that hold their target, as git does where there are none; they
 * are followed here.
 */
export function oracleFileSystem(changed?: ReadonlyMap<string, string>): FileSystem {
  const follow = (file: string): string => {
    const parts = file.split('/');
    for (let length = 1; length <= parts.length; length++) {
      const at = parts.slice(0, length).join('/');
      if (at === '' || path.extname(at) !== '' || nodeFileSystem.kind(at) !== 'file') continue;
      const link = readFileSync(at, 'utf8').trim();
      const target = path.posix.resolve(path.posix.dirname(at), link);
      if (link !== '' && nodeFileSystem.kind(target) === 'directory')
        return path.posix.join(target, ...parts.slice(length));
    }
    return file;
  };
  return {
    readFile: (file) => changed?.get(file) ?? nodeFileSystem.readFile(follow(file)),
    kind: (file) => nodeFileSystem.kind(follow(file)),
    list: (file) => nodeFileSystem.list(follow(file)),
    realPath: (file) => nodeFileSystem.realPath(follow(file)),
  };
}

/** Reads and judges one labelled configuration; `root` is what its paths start from. */
export function judge(
  root: string,
  entry: Verdict | ObjectsOf,
  dialect: Dialect,
  changed?: ReadonlyMap<string, string>,
): Analysis {
  const project = loadProject(
    oracleFileSystem(changed),
    { mains: [entry.main, ...(entry.with ?? [])], cwd: path.posix.join(root, entry.cwd), dialect },
    trees,
  );
  return analyze(project, { dialect, hostname: entry.hostname });
}

/** The edited file of a mutation, by its path, with its new text. */
export function edited(root: string, { edit }: Mutation): ReadonlyMap<string, string> {
  const file = path.posix.join(root, edit.file);
  const lines = (oracleFileSystem().readFile(file) ?? '').split('\n');
  lines.splice(edit.line - 1, edit.before.length, ...edit.after);
  return new Map([[file, lines.join('\n')]]);
}

/** Line numbers of an analysis' problems. */
export function lineOf(analysis: Analysis): (file: string, offset: number) => number {
  const known = new Map<string, Lines>();
  return (file, offset) => {
    let lines = known.get(file);
    if (!lines) known.set(file, (lines = new Lines(analysis.model.text(file) ?? '')));
    return lines.at(offset).line;
  };
}
