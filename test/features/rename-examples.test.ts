import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyze, type Analysis } from '../../server/src/analysis';
import { nodeFileSystem } from '../../server/src/cli/node-file-system';
import { rename, RenameError } from '../../server/src/features/rename';
import { symbolsOf } from '../../server/src/features/symbols';
import { loadProject } from '../../server/src/project/load';
import { overlay } from '../../server/src/project/overlay';
import { TreeCache } from '../../server/src/project/tree-cache';
import type { FileSystem } from '../../server/src/project/types';
import { textsAfter } from '../../server/src/rules/edits';
import { shared } from '../support/shared';

const trees = new TreeCache();

function read(main: string, fileSystem: FileSystem = nodeFileSystem): Analysis {
  const project = loadProject(fileSystem, { mains: [main], cwd: path.posix.dirname(main) }, trees);
  return analyze(project, { dialect: '2.4', hostname: 'server1' });
}

/** A name that is wrong by itself is right once it is another. */
const mended: ReadonlySet<string> = new Set(['syntax/not-utf8', 'arbiter/illegal-name']);

/** What is judged of a configuration, line by line: names have no other part in it. */
function verdict({ problems, project }: Analysis): string[] {
  return problems
    .filter(({ code }) => !mended.has(code))
    .map(({ code, file, span }) => {
      const line = project.files.get(file)?.text.slice(0, span.start).split('\n').length ?? 0;
      return `${code} ${file}:${line}`;
    })
    .sort();
}

/** Each of these names becomes another by itself: the verdict must stay. Gives how many could be changed. */
function checkNames(main: string, isWanted: (index: number) => boolean): number {
  const analysis = read(main);
  const before = verdict(analysis);
  let changed = 0;
  for (const [index, [space, name, [place]]] of [...symbolsOf(analysis.project).all()].entries()) {
    if (!place || !isWanted(index)) continue;
    const isMacro = space === 'macro' || space.startsWith('custom ');
    const wanted = isMacro ? 'ANOTHER_NAME' : `${name.includes('$KEY$') ? '$KEY$ ' : ''}another name`;
    try {
      const change = rename(analysis, { file: place.at.file, offset: place.at.span.start }, wanted);
      const texts = textsAfter(change, (file) => analysis.project.files.get(file)?.text);
      const after = new Map([...texts].flatMap(([file, text]) => (text === undefined ? [] : [[file, text]])));
      expect({ name, verdict: verdict(read(main, overlay(nodeFileSystem, after))) }).toEqual({ name, verdict: before });
      changed++;
    } catch (error) {
      if (!(error instanceof RenameError)) throw error;
    }
  }
  return changed;
}

const examples = path.resolve(import.meta.dirname, '../../examples').replaceAll('\\', '/');

describe('every name of an example can be another one', () => {
  test.each(['etc-shinken', 'two-servers', 'realms', 'dmz'])(
    '%s',
    (name) => {
      expect(checkNames(`${examples}/${name}/shinken.cfg`, () => true)).toBeGreaterThan(10);
    },
    60_000,
  );
});

describe('and some of each labelled configuration', () => {
  const folder = shared('oracle/cases');
  if (folder === undefined) {
    test.skip('there are none beside this checkout', () => undefined);
    return;
  }
  const mains = readdirSync(folder).filter((name) => name.endsWith('.cfg'));
  test('whatever is wrong with it', () => {
    const counts = mains.map((name, number) => checkNames(`${folder}/${name}`, (index) => index % 8 === number % 8));
    expect(counts.reduce((sum, count) => sum + count)).toBeGreaterThan(200);
  }, 60_000);
});
