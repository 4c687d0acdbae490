import { Reading } from './reading';
import { TreeCache } from './tree-cache';
import type { FilePath, FileSystem, Project } from './types';

/**
 * The project as it would be if its main file read some more files, each by itself, behind all others: what is said about a file that
 * no main file reaches is said of this. Files that cannot be read, and those that the project has, are left as they are.
 */
export function withUnloaded(
  fs: FileSystem,
  project: Project,
  files: readonly FilePath[],
  options: { readonly dialect?: '2.4' | '3.0' } = {},
  cache: TreeCache = new TreeCache(),
): Project {
  const all = new Map(project.files);
  const unloaded: FilePath[] = [];
  const objects = [...project.objects];
  const settings = [...project.settings];
  const facts = [...project.facts];
  for (const file of files) {
    const text = all.has(file) ? undefined : fs.readFile(file);
    if (text === undefined) continue;
    const tree = cache.parse(file, text, undefined, undefined, { dialect: options.dialect });
    const reading = new Reading();
    reading.take(file, tree, tree, false);
    all.set(file, { path: file, text, tree });
    unloaded.push(file);
    objects.push(...reading.objects);
    settings.push(...reading.settings);
    facts.push(...reading.facts);
  }
  return { ...project, files: all, objects, settings, facts, unloaded };
}

/** A project of no files: a place for those that belong to none. */
export function emptyProject(cwd: FilePath): Project {
  return {
    mains: [],
    cwd,
    files: new Map(),
    readingOrder: [],
    includes: [],
    objects: [],
    settings: [],
    facts: [],
    triggers: [],
    triggerTexts: new Map(),
    unreadable: [],
    partial: true,
  };
}
