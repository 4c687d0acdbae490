import { analyze, type Analysis } from '../../server/src/analysis';
import { copyOf, isCopy, loadCopy } from '../../server/src/availability/copies';
import { loadProject } from '../../server/src/project/load';
import type { FilePath } from '../../server/src/project/types';
import { withUnloaded } from '../../server/src/project/unloaded';
import { rules } from '../../server/src/rules';
import type { Rule } from '../../server/src/rules/rule';
import { memoryFileSystem, ROOT } from './workspace';

/**
 * The files of an example judged, its `shinken.cfg` as the main file; an example of packs alone has none. Files that it does
 * not load are read beside it, as the editor does.
 */
export function judge(
  files: ReadonlyMap<FilePath, string>,
  { dialect = '2.4', copies = [] }: Rule['example'],
): Analysis {
  const main = `${ROOT}/shinken.cfg`;
  const mains = files.has(main) ? [main] : [];
  const fs = memoryFileSystem(files);
  const read = loadProject(fs, { mains, cwd: ROOT, dialect });
  const folders = copies.map((folder) => `${ROOT}/${folder}`);
  const others = [...files.keys()].filter(
    (file) => mains.length > 0 && !read.files.has(file) && !folders.some((folder) => file.startsWith(`${folder}/`)),
  );
  const loaded = folders.map((folder) => loadCopy(fs, folder, { dialect, like: copyOf(read) }));
  return analyze(withUnloaded(fs, read, others, { dialect }), {
    dialect,
    hostname: 'server1',
    copies: loaded.filter(isCopy),
    levels: new Map(rules.map(({ code, severity }) => [code, severity])),
  });
}
