import {
  compareCopies,
  type Comparison,
  type Difference,
  differenceSummary,
  differenceTitle,
  type Side,
  type ValueDifference,
} from '../availability/compare';
import { isCopy, loadCopy, type NoCopy, realFile, textIn } from '../availability/copies';
import type { Dialect } from '../model/types';
import { dirname } from '../project/paths';
import { gather } from '../project/source';
import { TreeCache } from '../project/tree-cache';
import type { Copy, FilePath, Place } from '../project/types';
import { GitError, openCommit } from './git';
import { type Io, STATUS, UsageError } from './io';
import { corePath } from './load';
import { nodeFileSystem } from './node-file-system';
import { nodeSource } from './node-source';
import { Locator } from './report';

export interface CompareOptions {
  readonly format: 'text' | 'json';
  readonly dialect: Dialect;
}

/** A copy as the user has named it. */
interface NamedCopy {
  readonly argument: string;
  readonly copy: Copy;
  /** What a file of it is called on the terminal. */
  readonly nameOf: (file: FilePath) => string;
}

/** An argument that begins so is a commit: the folder of the other argument, as it was then. */
const GIT = 'git:';

/**
 * `shinken compare`: whether two copies of a configuration say the same, and where they do not.
 * @throws UsageError when there is no configuration to be read in one of them.
 */
export async function compare(a: string, b: string, options: CompareOptions, io: Io): Promise<number> {
  const isCommit = (argument: string): boolean => argument.startsWith(GIT);
  const path = corePath(io.cwd, [a, b].find((argument) => !isCommit(argument)) ?? '.');
  const read = (argument: string, like?: NamedCopy): Promise<NamedCopy> =>
    isCommit(argument) ? inCommit(argument, path, options, io, like) : onDisk(argument, options, io, like);
  // A commit is read like the folder that it is compared with, and so behind it.
  const later = isCommit(a) && !isCommit(b) ? await read(b) : undefined;
  const first = await read(a, later);
  const second = later ?? (await read(b, first));
  const comparison = compareCopies(first.copy, second.copy);
  const print = options.format === 'json' ? asJson : asText;
  io.out(print(comparison, { a: first, b: second }));
  return comparison.differences.length === 0 ? STATUS.ok : STATUS.refused;
}

async function onDisk(argument: string, options: CompareOptions, io: Io, like?: NamedCopy): Promise<NamedCopy> {
  const { dialect } = options;
  const copy = loadCopy(nodeFileSystem, corePath(io.cwd, argument), { dialect, like: like?.copy });
  return Promise.resolve({ argument, copy: present(argument, copy), nameOf: (file) => shortName(io, file) });
}

async function inCommit(
  argument: string,
  path: FilePath,
  { dialect }: CompareOptions,
  io: Io,
  like?: NamedCopy,
): Promise<NamedCopy> {
  const ref = argument.slice(GIT.length);
  const folder = nodeFileSystem.kind(path) === 'directory' ? path : dirname(path);
  try {
    const commit = await openCommit(folder, ref, nodeSource);
    const cache = new TreeCache();
    const copy = await gather(commit.source, (fs) => loadCopy(fs, path, { dialect, like: like?.copy, cache }));
    const nameOf = (file: FilePath): string => {
      const inside = commit.inRepository(file);
      return inside === undefined ? shortName(io, file) : `${ref}:${inside}`;
    };
    return { argument, copy: present(`${argument} (${path})`, copy), nameOf };
  } catch (error) {
    if (error instanceof GitError) throw new UsageError(error.message);
    throw error;
  }
}

function present(name: string, copy: Copy | NoCopy): Copy {
  if (!isCopy(copy)) throw new UsageError(`${name}: ${copy.problem}`);
  return copy;
}

const shortName = (io: Io, file: FilePath): string => new Locator(() => undefined, io.cwd).name(file);

type Names = Readonly<Record<Side, NamedCopy>>;

interface Spot {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Turns places of either side into what is printed. */
function spotter({ a, b }: Names): (side: Side, place: Place) => Spot {
  const locators = {
    a: new Locator((file) => textIn(a.copy, file), ''),
    b: new Locator((file) => textIn(b.copy, file), ''),
  };
  const named = { a, b };
  return (side, place) => {
    const { copy, nameOf } = named[side];
    return { file: nameOf(realFile(copy, place.file)), ...locators[side].start(place) };
  };
}

const sides = ['a', 'b'] as const satisfies Side[];

function asJson({ differences, a, b }: Comparison, names: Names): string {
  const spot = spotter(names);
  const copyOf = (side: Side, { project, at, root }: Copy): object => ({
    argument: names[side].argument,
    folder: at,
    main: project.mains.map((main) => names[side].nameOf(realFile({ root, at }, main))),
  });
  const valueOf = ({ key, items, ...written }: ValueDifference): object => ({
    key,
    ...onSides((side) => {
      const value = written[side];
      return value && { ...spot(side, value.place), value: value.text, ...(items ? { only: items[side] } : {}) };
    }),
  });
  const report = {
    same: differences.length === 0,
    a: copyOf('a', a),
    b: copyOf('b', b),
    differences: differences.map(({ values, a: ours, b: theirs, ...label }) => {
      const places = { a: ours, b: theirs };
      return {
        ...label,
        ...onSides((side) => places[side] && spot(side, places[side])),
        values: values.map(valueOf),
      };
    }),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

/** An object with `a` and `b`, each where there is something to say of it. */
function onSides(of: (side: Side) => object | undefined): Partial<Record<Side, object>> {
  return Object.fromEntries(sides.flatMap((side) => (of(side) ? [[side, of(side)]] : [])));
}

/** For people: a head line for each difference, and below it what each side says, and where. */
function asText({ differences }: Comparison, names: Names): string {
  const title = { a: `A (${names.a.argument})`, b: `B (${names.b.argument})` };
  if (differences.length === 0) return `${title.a} and ${title.b} say the same.\n`;
  const spot = spotter(names);
  const at = (side: Side, place: Place): string => {
    const { file, line, column } = spot(side, place);
    return `${side.toUpperCase()} ${file}:${String(line)}:${String(column)}`;
  };
  const value = ({ items, ...written }: ValueDifference): string[] => [
    ...sides.flatMap((side) => {
      const said = written[side];
      if (!said) return [`      ${side.toUpperCase()} (not written)`];
      const only = items && items[side].length > 0 ? `  (only here: ${items[side].join(', ')})` : '';
      return said.text
        .split('\n')
        .map((line, index) => `      ${at(side, said.place)}: ${line}${index === 0 ? only : ''}`);
    }),
  ];
  const lines = (difference: Difference): string[] => {
    const head = `${differenceTitle(difference)}: ${differenceSummary(difference, { a: 'A', b: 'B' })}`;
    const { values, kind } = difference;
    const named = (each: ValueDifference): string[] => [`    ${each.key}`, ...value(each)];
    if (values.length > 0) return [head, ...values.flatMap(kind === 'object' ? named : value)];
    return [head, ...sides.flatMap((side) => (difference[side] ? [`    ${at(side, difference[side])}`] : []))];
  };
  const count =
    differences.length === 1 ? 'There is 1 difference' : `There are ${String(differences.length)} differences`;
  return [...differences.flatMap(lines), '', `${count} between ${title.a} and ${title.b}.`, ''].join('\n');
}
