/** What has to change in main files and objects when files or folders get other paths, so that the arbiter reads what it has read before. */
import type { Analysis } from '../analysis';
import { asWritten, basename, dirname, isAbsolute, isBelow, join, normalize } from '../project/paths';
import type { FilePath, Include, Project } from '../project/types';
import { deleteLines } from '../rules/fixes';
import { breakOf } from '../rules/lines';
import type { TextEdit, WorkspaceChange } from '../rules/rule';
import { relativePath } from './relative-path';
import { symbolsOf } from './symbols';

/** A file or a folder that gets another path. */
export interface Move {
  readonly from: FilePath;
  readonly to: FilePath;
}

/**
 * The edits that go before the moves: include lines name their targets as before, relative ones seen from where the main file will be;
 * what no `cfg_dir` would read any more gets a line of its own, a line for what a `cfg_dir` will read goes, and hosts and services name a
 * trigger as its file. A file that loses its `.cfg` was taken out on purpose and gets no line.
 */
export function moveFiles(analyses: readonly Pick<Analysis, 'project'>[], moves: readonly Move[]): WorkspaceChange {
  const edits = analyses.flatMap(({ project }) => [
    ...mendedIncludes(project, moves),
    ...newIncludes(project, moves),
    ...renamedTriggers(project, moves),
  ]);
  const seen = new Set<string>();
  const once = edits.filter(({ file, span, newText }) => {
    const key = `${file}\0${span.start}\0${newText}`;
    return !seen.has(key) && seen.add(key);
  });
  return { edits: once, newFiles: [] };
}

/** Where a path leads to afterwards. */
function moved(moves: readonly Move[], path: FilePath): FilePath {
  const move = moves
    .filter(({ from }) => isBelow(from, path))
    .reduce<Move | undefined>((best, next) => (best && best.from.length >= next.from.length ? best : next), undefined);
  return move ? move.to + path.slice(move.from.length) : path;
}

function mendedIncludes(project: Project, moves: readonly Move[]): TextEdit[] {
  return project.includes.flatMap((include): TextEdit[] => {
    const { main, target, value, valueSpan, directive, span } = include;
    const path = value.trim();
    if (include.outcome === 'no-equals' || path === '') return [];
    const folder = dirname(moved(moves, main));
    const goal = moved(moves, target);
    const reader = readerOf(project, moves, include);
    if (reader) {
      const text = project.files.get(main)?.text ?? '';
      const note = {
        label: 'Lines for files that a folder brings in',
        description: `${directive}=${path} goes: cfg_dir=${reader.value.trim()} reads it from now on, and nothing should be read twice.`,
      };
      return [{ ...deleteLines(text, main, span), note }];
    }
    const isAsBefore = goal === target && folder === dirname(main);
    if (isAsBefore || normalize(join(folder, path)) === goal) return [];
    const at = valueSpan.start + value.indexOf(path);
    return [{ file: main, span: { start: at, end: at + path.length }, newText: likeBefore(path, folder, goal) }];
  });
}

/** The path of an include line, written as the one before: absolute or relative, with or without `./` and a last `/`. */
function likeBefore(before: string, folder: FilePath, goal: FilePath): string {
  if (isAbsolute(before)) return asWritten(goal) + (before.endsWith('/') ? '/' : '');
  const path = relativePath(folder, goal);
  const here = before.startsWith('./') && !path.startsWith('..') && !isAbsolute(path) ? './' : '';
  return here + path + (before.endsWith('/') ? '/' : '');
}

/** The `cfg_dir` line that will read what another line names, and does not read it yet. */
function readerOf({ includes }: Project, moves: readonly Move[], include: Include): Include | undefined {
  const { directive, target, outcome } = include;
  if (outcome !== 'read' || directive === 'triggers_dir') return undefined;
  const goal = moved(moves, target);
  if (directive !== 'cfg_dir' && !goal.endsWith('.cfg')) return undefined;
  return includes.find(
    (other) =>
      other !== include &&
      other.directive === 'cfg_dir' &&
      other.outcome === 'read' &&
      !isBelow(other.target, target) &&
      isBelow(moved(moves, other.target), goal),
  );
}

/** Lines for what folders have brought in and would not bring in any more: one a file, or one for a folder that moves as a whole. */
function newIncludes(project: Project, moves: readonly Move[]): TextEdit[] {
  const isRead = (goal: FilePath): boolean =>
    project.includes.some(({ directive, outcome, target }) => {
      if (outcome !== 'read' || directive === 'triggers_dir') return false;
      const there = moved(moves, target);
      return directive === 'cfg_dir' ? isBelow(there, goal) && goal.endsWith('.cfg') : there === goal;
    });
  const edits = new Map<string, TextEdit>();
  for (const include of project.includes) {
    if (include.directive !== 'cfg_dir') continue;
    for (const file of include.files) {
      const goal = moved(moves, file);
      if (goal === file || !goal.endsWith('.cfg') || isRead(goal) || project.mains.includes(file)) continue;
      const move = moves.find(({ from }) => from !== file && isBelow(from, file));
      const [key, path] = move ? ['cfg_dir', move.to] : ['cfg_file', goal];
      edits.set(path, newLine(project, moves, include, key, path));
    }
  }
  return [...edits.values()];
}

function newLine(project: Project, moves: readonly Move[], include: Include, key: string, path: FilePath): TextEdit {
  const { main, span, value } = include;
  const folder = dirname(moved(moves, main));
  const text = project.files.get(main)?.text ?? '';
  const end = breakOf(text);
  const line = `${key}=${isAbsolute(value.trim()) ? asWritten(path) : relativePath(folder, path)}`;
  return {
    file: main,
    span: { start: span.end, end: span.end },
    newText: `${end}${line}`,
    note: {
      label: 'Lines for files that no folder brings in any more',
      description: `${line} keeps ${basename(path)} loaded: cfg_dir=${value.trim()} does not read it there. Leave it out if it is to be loaded no more.`,
    },
  };
}

/** A trigger is called as its file. */
function renamedTriggers(project: Project, moves: readonly Move[]): TextEdit[] {
  return project.triggers.flatMap((file) => {
    const goal = moved(moves, file);
    const [before, after] = [file, goal].map((path) => basename(path).replace(/\.trig$/, ''));
    if (!before || !after || before === after || !goal.endsWith('.trig')) return [];
    return symbolsOf(project)
      .references('trigger', before)
      .map(({ at }): TextEdit => ({ ...at, newText: after }));
  });
}
