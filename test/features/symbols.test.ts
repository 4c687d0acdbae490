import { describe, expect, test } from 'vitest';
import { scan } from '../../server/src/model/names/scanned';
import { definersOf } from '../../server/src/model/names/scan';
import { objectTypeList } from '../../server/src/schema';
import { type Space, symbolsOf } from '../../server/src/features/symbols';
import { loadProject } from '../../server/src/project/load';
import { TreeCache } from '../../server/src/project/tree-cache';
import type { Project } from '../../server/src/project/types';
import { memoryFileSystem, ROOT, workspace } from '../support/workspace';

function read(declaration: string, cache?: TreeCache): Project {
  const fileSystem = memoryFileSystem(workspace(declaration).files);
  return loadProject(fileSystem, { mains: [`${ROOT}/shinken.cfg`], cwd: ROOT }, cache);
}

/** `name: file file`, for each name of a family. */
function names(project: Project, space: Space): string[] {
  return [...symbolsOf(project).names(space)].map(([name, places]) => {
    return `${name}: ${places.map(({ at }) => at.file.replace(`${ROOT}/`, '')).join(' ')}`;
  });
}

test('names are defined by objects in which they are looked for', () => {
  const sources = objectTypeList.map(({ name }) => {
    const define = (...lines: readonly string[]): string => `define ${name} {\n${lines.join('\n')}\n}\n`;
    const names = ['host_name x', 'service_description x', `${name}_name x`];
    const others = ['poller_tags x', 'reactionner_tags x', '_MACRO x'];
    return define('name x', 'register 0', ...others) + define(...names, ...others);
  });
  const { objects } = read(`cfg_file=a.cfg\n#- a.cfg\n${sources.join('')}`);
  const found = objects.flatMap((object) => scan(object).definitions.map(({ space }) => ({ space, object })));
  const kinds = ['host', 'template host', 'service', 'custom contact', 'poller-tag', 'reactionner-tag'];
  expect([...new Set(found.map(({ space }) => space))]).toEqual(expect.arrayContaining(kinds));
  for (const { space, object } of found) expect(definersOf(space)(object)).toBe(true);
  // What one space is asked for is what is found for all of them.
  for (const space of new Set(found.map((one) => one.space))) {
    const those = objects.filter(definersOf(space));
    const names = (some: typeof objects): number =>
      some.flatMap((object) => scan(object).definitions).filter((one) => one.space === space).length;
    expect(names(those), space).toBe(names(objects));
  }
  expect(objects.filter(definersOf('host')).map(({ type }) => type)).not.toContain('service');
  expect(objects.filter(definersOf('template host'))).toHaveLength(1);
});

describe('what is known of a file', () => {
  const declaration = (b: string): string =>
    `cfg_file=a.cfg\ncfg_file=b.cfg\n#- a.cfg\ndefine host {\n    host_name one\n    parents two\n}\n#- b.cfg\n${b}`;

  test('stays known when another one changes', () => {
    const cache = new TreeCache();
    const before = read(declaration('define host {\n    host_name two\n}\n'), cache);
    const after = read(declaration('define host {\n    host_name three\n}\n'), cache);
    expect(names(before, 'host')).toEqual(['one: a.cfg', 'two: b.cfg']);
    expect(names(after, 'host')).toEqual(['one: a.cfg', 'three: b.cfg']);
    expect(symbolsOf(after).definitions('host', 'one')[0]).toBe(symbolsOf(before).definitions('host', 'one')[0]);
    expect(symbolsOf(after).references('host', 'two')).toHaveLength(1);
  });
  test('is looked at anew where the text behind it goes on with its last object', () => {
    const cache = new TreeCache();
    const text = (b: string): string =>
      `cfg_file=a.cfg\ncfg_file=b.cfg\n#- a.cfg\ndefine host {\n    host_name one\n#- b.cfg\n${b}`;
    const parents = (project: Project): number => symbolsOf(project).references('host', 'two').length;
    const before = read(text('}\n'), cache);
    const after = read(text('    parents two\n}\n'), cache);
    expect([parents(before), parents(after)]).toEqual([0, 1]);
    expect(symbolsOf(after).objectsIn(`${ROOT}/b.cfg`)).toHaveLength(1);
    expect(parents(read(text('}\n'), cache))).toBe(0);
  });
});

describe('names', () => {
  test('of a file that is read twice count once', () => {
    const project = read('cfg_file=a.cfg\ncfg_file=a.cfg\n#- a.cfg\ndefine host {\n    host_name one\n}\n');
    expect(names(project, 'host')).toEqual(['one: a.cfg']);
    expect(symbolsOf(project).objectsIn(`${ROOT}/a.cfg`)).toHaveLength(1);
  });
  test('that several files define are in reading order', () => {
    const host = 'define host {\n    host_name one\n}\n';
    const project = read(
      `${host}cfg_file=b.cfg\ncfg_file=a.cfg\n${host}#- a.cfg\n${host}#- b.cfg\n${host}define contact {\n    contact_name c\n}\n`,
    );
    expect(names(project, 'host')).toEqual(['one: shinken.cfg b.cfg a.cfg shinken.cfg']);
    expect(names(project, 'contact')).toEqual(['c: b.cfg']);
    expect(symbolsOf(project).objectsIn(`${ROOT}/shinken.cfg`)).toHaveLength(2);
  });
  test('of daemons of all kinds, for what names any of them', () => {
    const project = read(
      'define poller {\n    poller_name x\n}\ndefine broker {\n    broker_name x\n}\ndefine arbiter {\n    satellitemap x=1.2.3.4\n}\n',
    );
    expect(symbolsOf(project).definitions('satellite', 'x')).toHaveLength(2);
    expect(symbolsOf(project).references('poller', 'x')).toHaveLength(1);
  });
  test('of macros and triggers', () => {
    const project = read('$USER1$=/usr\ntriggers_dir=t\n#- t/cpu.trig\nx\n');
    expect([...symbolsOf(project).all()].map(([space, name]) => `${space} ${name}`).sort()).toEqual([
      'macro USER1',
      'trigger cpu',
    ]);
  });
});

describe('the name under the cursor', () => {
  test('in an object that goes on behind an include line, in both files', () => {
    const main = 'define host {\n    host_name one\ncfg_file=b.cfg\n    parents three\n}\n';
    const project = read(`${main}#- b.cfg\n    check_command two\n`);
    const at = (file: string, word: string): string | undefined => {
      const path = `${ROOT}/${file}`;
      const offset = project.files.get(path)?.text.indexOf(word) ?? -1;
      return symbolsOf(project).at({ file: path, offset })?.name;
    };
    expect([at('shinken.cfg', 'one'), at('b.cfg', 'two'), at('shinken.cfg', 'three')]).toEqual(['one', 'two', 'three']);
  });
});
