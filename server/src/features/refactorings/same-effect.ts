/** The proof of a refactoring: whoever reads its files has the same objects after it, and the arbiter says the same of them. */
import { accepted, analyzeAfter, type Analysis } from '../../analysis';
import type { Item, PropValue } from '../../model/item';
import type { Model } from '../../model/types';
import { writtenRanges, writtenValue } from '../../model/written';
import { isBelow } from '../../project/paths';
import type { FilePath } from '../../project/types';
import type { WorkspaceChange } from '../../rules/rule';
import { directive, objectTypeList } from '../../schema';
import { Refusal, type Surroundings } from './offer';

/**
 * The change itself, once every configuration that it touches has been read as it would be afterwards.
 * @throws Refusal when an object, or what the arbiter makes of the whole, would be another.
 */
export function proven(
  analysis: Analysis,
  change: WorkspaceChange,
  { fileSystem, configurations }: Surroundings,
): WorkspaceChange {
  const others = configurations.filter(({ project }) => project !== analysis.project && isTouched(project, change));
  for (const before of [analysis, ...others]) {
    const after = analyzeAfter(before, change, fileSystem);
    const lost = change.newFiles.find(({ file }) => !isLoaded(after, file));
    if (lost && before === analysis) throw new Refusal(`Not done: nothing would load ${lost.file}.`);
    const difference = differenceOf(before.model, after.model);
    if (difference !== undefined) throw new Refusal(`Not done: ${difference} would not be the same any more.`);
    if (accepted(before.problems) !== accepted(after.problems))
      throw new Refusal('Not done: the arbiter would no longer say the same of this configuration.');
  }
  return change;
}

function isTouched({ files, includes }: Analysis['project'], change: WorkspaceChange): boolean {
  const old = [...change.edits.map(({ file }) => file), ...(change.deletedFiles ?? [])];
  const isRead = (file: FilePath): boolean =>
    includes.some(({ directive: key, target }) => key === 'cfg_dir' && isBelow(target, file));
  return old.some((file) => files.has(file)) || change.newFiles.some(({ file }) => isRead(file));
}

function isLoaded({ project }: Analysis, file: FilePath): boolean {
  return project.files.has(file) && project.unloaded?.includes(file) !== true;
}

/** An object that the two do not have alike, as people call it; undefined where all are the same. */
function differenceOf(before: Model, after: Model): string | undefined {
  for (const { name: type, title } of objectTypeList) {
    const counts = new Map<string, { count: number; readonly name: string }>();
    const count = (item: Item, step: 1 | -1): void => {
      const key = fingerprint(item);
      const known = counts.get(key);
      if (known) known.count += step;
      else counts.set(key, { count: step, name: item.name });
    };
    for (const item of before.items(type)) count(item, 1);
    for (const item of after.items(type)) count(item, -1);
    for (const { count: left, name } of counts.values()) if (left !== 0) return `${title} ${name}`.trim();
  }
  return undefined;
}

/** What the arbiter makes of an object, but for the way there: its templates, and the order of what has none. */
function fingerprint(item: Item): string {
  const values: [string, unknown][] = [];
  for (const [key, value] of item.props) {
    if (key !== 'use') values.push([key, meaning(item, key, value)]);
  }
  for (const custom of item.customs) values.push(custom);
  values.sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([item.name, values, writtenRanges(item)]);
}

function meaning(item: Item, key: string, value: PropValue): unknown {
  const written = writtenValue(value);
  const found = directive(item.type, key);
  if (typeof written !== 'string') return found?.ordered ? written : [...written].sort();
  return found?.reference?.shape === 'list' || found?.reference?.shape === 'list-with-all'
    ? written
        .split(',')
        .map((name) => name.trim())
        .sort()
    : written;
}
