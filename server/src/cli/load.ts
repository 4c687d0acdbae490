import path from 'node:path';
import { analyze, type Analysis } from '../analysis';
import { copyOf, isCopy, loadCopy } from '../availability/copies';
import { cached } from '../project/disk';
import { configurationsIn } from '../project/discover';
import type { Model } from '../model/types';
import { loadProject, type LoadSpec } from '../project/load';
import type { FileSystem, Project } from '../project/types';
import type { Levels } from '../rules/levels';
import type { Problem } from '../rules/rule';
import { Sampler } from '../sample/verdict';
import { objectTypeList } from '../schema';
import { complete } from '../steps';
import { type CommonOptions, type Io, UsageError } from './io';
import { nodeFileSystem } from './node-file-system';

/** Forward slashes, absolute: how the core names files. */
export function corePath(cwd: string, file: string): string {
  return path.resolve(cwd, file).replaceAll('\\', '/');
}

/** A configuration and what is to say about it. */
export interface Judged {
  readonly project: Pick<Project, 'files'>;
  readonly problems: readonly Problem[];
  /** How many objects there are of each type, of those that there are any of; may take as long as everything else. */
  objects(): Readonly<Record<string, number>>;
}

/**
 * The configuration that the arguments name, understood and judged, beside other copies of it where some are named.
 * @throws UsageError when a MAIN cannot be read, a folder holds no configuration, or several, or a copy cannot be read.
 */
export function analyzeMain(mains: readonly string[], options: AnalyzeOptions, io: Io): Analysis {
  return analyzeSpec(specOf(mains, io, nodeFileSystem), options, io, nodeFileSystem);
}

function analyzeSpec(spec: LoadSpec, options: AnalyzeOptions, io: Io, fileSystem: FileSystem): Analysis {
  const { dialect, hostname, rule: levels } = options;
  const project = loadProject(fileSystem, { ...spec, dialect });
  const copies = options.copy?.map((name) => {
    const copy = loadCopy(nodeFileSystem, corePath(io.cwd, name), { dialect, like: copyOf(project) });
    if (!isCopy(copy)) throw new UsageError(`${name}: ${copy.problem}`);
    return copy;
  });
  return analyze(project, { dialect, hostname, copies, levels });
}

/**
 * As `analyzeMain`, for those who want to know the problems and no more: those of a large configuration may be told from a part of it.
 * @throws UsageError as `analyzeMain`.
 */
export function judgeMain(mains: readonly string[], options: AnalyzeOptions, io: Io): Judged {
  const { dialect, hostname, rule: levels, copy = [] } = options;
  const fileSystem = cached(nodeFileSystem);
  const spec = specOf(mains, io, fileSystem);
  const analysis = (): Analysis => analyzeSpec(spec, options, io, fileSystem);
  const judging = new Sampler().judging(fileSystem, { ...spec, dialect }, { dialect, hostname, levels });
  const verdict = copy.length > 0 ? undefined : complete(judging);
  if (verdict) return { ...verdict, objects: () => countsOf(analysis().model) };
  const { project, problems, model } = analysis();
  return { project, problems, objects: () => countsOf(model) };
}

function countsOf(model: Model): Record<string, number> {
  const counts = objectTypeList.map(({ name }) => [name, model.items(name).length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

export interface CopyOptions {
  /** Folders of other copies of the configuration. */
  readonly copy?: readonly string[];
}

export interface LevelOptions {
  /** Levels of rules: those that are off by default are run for it. */
  readonly rule?: Levels;
}

type AnalyzeOptions = CommonOptions & CopyOptions & LevelOptions;

/**
 * Main files, read together as the arbiter's repeated `-c` is, or one folder in which the main file is looked for as the editor does it.
 * @throws UsageError when a MAIN cannot be read, or a folder holds no configuration, or several.
 */
function specOf(mains: readonly string[], io: Io, fileSystem: FileSystem): LoadSpec {
  const given = mains.length > 0 ? mains : ['.'];
  const kinds = given.map((main) => {
    const kind = fileSystem.kind(corePath(io.cwd, main));
    if (kind === undefined) throw new UsageError(`${main}: no such file or folder`);
    return kind;
  });
  const folder = given[kinds.indexOf('directory')];
  if (folder === undefined) {
    for (const main of given) {
      if (fileSystem.readFile(corePath(io.cwd, main)) === undefined) throw new UsageError(`${main}: cannot be read`);
    }
    return { mains: [...given], cwd: io.cwd };
  }
  if (given.length > 1) throw new UsageError(`${folder} is a folder: give one folder, or main files only`);
  const root = corePath(io.cwd, folder);
  const projects = configurationsIn(fileSystem, root);
  const [only] = projects;
  if (!only)
    throw new UsageError(`${folder}: no shinken.cfg or nagios.cfg, and no file with Shinken objects, was found there`);
  if (projects.length > 1) {
    const names = projects.map((project) => project.mains.map((main) => path.relative(io.cwd, main)).join(' '));
    throw new UsageError(`${folder} holds several configurations; name one of: ${names.join(', ')}`);
  }
  return only;
}
