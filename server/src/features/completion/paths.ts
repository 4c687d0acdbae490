/** Files and folders behind `cfg_file=` and the like. */
import { dirname, join, normalize } from '../../project/paths';
import type { FilePath, FileSystem } from '../../project/types';
import type { ValueCursor } from '../context';
import { completionList, type CompletionItem, type CompletionList } from './item';

/** Entries of the folder that is typed so far, seen from the folder of the main file, as the arbiter sees it (config.py:895). */
export function pathCompletion(
  fileSystem: FileSystem,
  main: FilePath,
  wanted: 'file' | 'folder',
  cursor: ValueCursor,
): CompletionList {
  const slash = cursor.before.lastIndexOf('/') + 1;
  const typedFolder = cursor.before.slice(0, slash);
  const folder = normalize(join(dirname(main), typedFolder));
  const typed = cursor.before.slice(slash);
  const rest = cursor.after.search(/\/|$/);
  const items = (fileSystem.list(folder) ?? [])
    .filter((name) => !name.startsWith('.') || typed.startsWith('.'))
    .flatMap((name) => entry(fileSystem, folder, name, wanted, main));
  return completionList(cursor.spanOf(slash, rest), items, typed);
}

function entry(
  fileSystem: FileSystem,
  folder: FilePath,
  name: string,
  wanted: 'file' | 'folder',
  main: FilePath,
): CompletionItem[] {
  const path = join(folder, name);
  if (fileSystem.kind(path) === 'directory') {
    const insertText = wanted === 'file' ? `${name}/` : name;
    return [{ label: name, kind: 'folder', insertText, rank: wanted === 'file' ? 1 : 0, goesOn: wanted === 'file' }];
  }
  return wanted === 'file' && name.endsWith('.cfg') && path !== main ? [{ label: name, kind: 'file' }] : [];
}
