import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { moveFiles, type Move } from '../../server/src/features/move-files';
import { loadProject } from '../../server/src/project/load';
import { isBelow } from '../../server/src/project/paths';
import type { Project } from '../../server/src/project/types';
import { textsAfter } from '../../server/src/rules/edits';
import { memoryFileSystem, ROOT, workspace } from '../support/workspace';

const main = `${ROOT}/shinken.cfg`;

function load(files: ReadonlyMap<string, string>, mainFile: string): Project {
  return loadProject(memoryFileSystem(files), { mains: [mainFile], cwd: ROOT });
}

/** What stands where, once the edits and then the moves are carried out. */
function carriedOut(files: ReadonlyMap<string, string>, moves: readonly Move[], project: Project): Map<string, string> {
  const texts = textsAfter(moveFiles([{ project }], moves), (file) => files.get(file));
  return new Map([...files].map(([file, text]) => [newPath(moves, file), texts.get(file) ?? text]));
}

function newPath(moves: readonly Move[], file: string): string {
  const move = moves.find(({ from }) => isBelow(from, file));
  return move ? move.to + file.slice(move.from.length) : file;
}

/** The main file afterwards; the arbiter reads the same files as before, wherever they are. `gone` are not to be read any more. */
function check(
  declaration: string,
  moves: Readonly<Record<string, string>>,
  expected: string,
  gone: string[] = [],
): void {
  const { files } = workspace(declaration);
  const list = Object.entries(moves).map(([from, to]) => ({ from: `${ROOT}/${from}`, to: path.posix.join(ROOT, to) }));
  const before = load(files, main);
  const after = carriedOut(files, list, before);
  const mainThere = newPath(list, main);
  expect(after.get(mainThere)).toBe(expected);
  const read = [...before.readingOrder, ...before.triggers].map((file) => newPath(list, file));
  const project = load(after, mainThere);
  const wanted = read.filter((file) => !gone.includes(file.replace(`${ROOT}/`, ''))).sort();
  expect([...project.readingOrder, ...project.triggers].sort()).toEqual(wanted);
}

/** The labels of what an editor asks about before. */
function notes(declaration: string, from: string, to: string): string[] {
  const project = load(workspace(declaration).files, main);
  const { edits } = moveFiles([{ project }], [{ from: `${ROOT}/${from}`, to: `${ROOT}/${to}` }]);
  return edits.flatMap(({ note }) => (note ? [note.description] : []));
}

const tree = `cfg_file=hosts.cfg
cfg_dir=objects
resource_file=resource.cfg
triggers_dir=triggers
#- hosts.cfg
# hosts
#- resource.cfg
# resource
#- objects/a.cfg
# a
#- objects/sub/b.cfg
# b
#- triggers/up.trig
up
`;
const lines = (...replaced: (readonly [string, string])[]): string =>
  replaced.reduce(
    (text, [before, after]) => text.replace(before, after),
    'cfg_file=hosts.cfg\ncfg_dir=objects\nresource_file=resource.cfg\ntriggers_dir=triggers\n',
  );

describe('a file or a folder gets another path', () => {
  test.each([
    ['a file that a line names', { 'hosts.cfg': 'machines.cfg' }, lines(['hosts.cfg', 'machines.cfg'])],
    ['into a folder', { 'hosts.cfg': 'more/hosts.cfg' }, lines(['hosts.cfg', 'more/hosts.cfg'])],
    ['out of the folder of the main file', { 'hosts.cfg': '../hosts.cfg' }, lines(['hosts.cfg', '../hosts.cfg'])],
    ['under another ending, as the line names it', { 'hosts.cfg': 'hosts.txt' }, lines(['hosts.cfg', 'hosts.txt'])],
    ['a resource file', { 'resource.cfg': 'r/x.cfg' }, lines(['resource.cfg', 'r/x.cfg'])],
    ['a folder', { objects: 'things' }, lines(['cfg_dir=objects', 'cfg_dir=things'])],
    ['a folder of triggers', { triggers: 'var/t' }, lines(['=triggers', '=var/t'])],
    ['several at once', { objects: 'things', 'hosts.cfg': 'h.cfg' }, lines(['=objects', '=things'], ['hosts', 'h'])],
    ['a file in a folder that is read', { 'objects/a.cfg': 'objects/c.cfg' }, lines()],
    ['from one such folder into a deeper one', { 'objects/a.cfg': 'objects/sub/a.cfg' }, lines()],
    ['a folder below one that is read', { 'objects/sub': 'objects/other' }, lines()],
    ['what nobody reads', { README: 'README.md' }, lines()],
  ] as const)('%s', (_, moves, expected) => check(tree, moves, expected));

  test('as it was written: absolute, with ./ or a last /', () => {
    check(
      `cfg_file=${ROOT}/hosts.cfg\ncfg_dir=./objects/\n#- hosts.cfg\n# x\n#- objects/a.cfg\n# a\n`,
      { 'hosts.cfg': 'h/hosts.cfg', objects: 'things' },
      `cfg_file=${ROOT}/h/hosts.cfg\ncfg_dir=./things/\n`,
    );
  });
  test('with blanks around it', () => {
    check(' cfg_dir=objects \t\n#- objects/a.cfg\n# a\n', { objects: 'things' }, ' cfg_dir=things \t\n');
  });
  test('a blank that leads the arbiter elsewhere is left alone', () => {
    check('cfg_file= hosts.cfg\n#- hosts.cfg\n# x\n', { 'hosts.cfg': 'h.cfg' }, 'cfg_file= hosts.cfg\n');
  });
  test('the folder above everything', () => {
    const { files } = workspace(tree);
    const project = load(files, main);
    expect(moveFiles([{ project }], [{ from: ROOT, to: '/srv/shinken' }]).edits).toEqual([]);
  });
});

describe('the main file gets another path', () => {
  test('relative lines name what they have named', () => {
    check(
      tree,
      { 'shinken.cfg': 'main/shinken.cfg' },
      lines(['hosts', '../hosts'], ['=objects', '=../objects'], ['=res', '=../res'], ['=triggers', '=../triggers']),
    );
  });
  test('those to what is not there, too; absolute ones stay', () => {
    check(
      `cfg_file=none.cfg\ncfg_dir=${ROOT}/objects\n#- objects/a.cfg\n# a\n`,
      { 'shinken.cfg': 'main/shinken.cfg' },
      `cfg_file=../none.cfg\ncfg_dir=${ROOT}/objects\n`,
    );
  });
  test('another name in the same folder changes nothing', () => check(tree, { 'shinken.cfg': 'main.cfg' }, lines()));
});

describe('a file that no folder would read any more', () => {
  test('gets a line of its own', () => {
    check(tree, { 'objects/a.cfg': 'a.cfg' }, lines(['cfg_dir=objects', 'cfg_dir=objects\ncfg_file=a.cfg']));
    expect(notes(tree, 'objects/a.cfg', 'a.cfg')).toEqual([
      'cfg_file=a.cfg keeps a.cfg loaded: cfg_dir=objects does not read it there. Leave it out if it is to be loaded no more.',
    ]);
  });
  test('a folder gets one as a whole', () => {
    check(tree, { 'objects/sub': 'sub' }, lines(['cfg_dir=objects', 'cfg_dir=objects\ncfg_dir=sub']));
  });
  test('is absolute where the folder was', () => {
    check(
      `cfg_dir=${ROOT}/objects\r\n#- objects/a.cfg\n# a\n`,
      { 'objects/a.cfg': 'a.cfg' },
      `cfg_dir=${ROOT}/objects\r\ncfg_file=${ROOT}/a.cfg\r\n`,
    );
  });
  test('was taken out on purpose when it loses its ending', () => {
    check(tree, { 'objects/a.cfg': 'objects/a.cfg.off' }, lines(), ['objects/a.cfg.off']);
    check(tree, { 'objects/a.cfg': 'off/a.txt' }, lines(), ['off/a.txt']);
  });
  test('stays loaded where a line names it as well', () => {
    const { files } = workspace(`cfg_dir=objects\ncfg_file=objects/a.cfg\n#- objects/a.cfg\n# a\n`);
    const project = load(files, main);
    const moves = [{ from: `${ROOT}/objects/a.cfg`, to: `${ROOT}/a.cfg` }];
    expect(carriedOut(files, moves, project).get(`${ROOT}/shinken.cfg`)).toBe('cfg_dir=objects\ncfg_file=a.cfg\n');
  });
});

describe('what a folder will read has no line of its own any more', () => {
  test('a file', () => {
    check(tree, { 'hosts.cfg': 'objects/hosts.cfg' }, lines(['cfg_file=hosts.cfg\n', '']));
    expect(notes(tree, 'hosts.cfg', 'objects/hosts.cfg')).toEqual([
      'cfg_file=hosts.cfg goes: cfg_dir=objects reads it from now on, and nothing should be read twice.',
    ]);
  });
  test('a folder', () => {
    check('cfg_dir=a\ncfg_dir=b\n#- a/x.cfg\n# x\n#- b/y.cfg\n# y\n', { a: 'b/a' }, 'cfg_dir=b\n');
  });
  test('but a file without the ending of such files keeps it', () => {
    check(tree, { 'hosts.cfg': 'objects/hosts.txt' }, lines(['hosts.cfg', 'objects/hosts.txt']));
  });
});

describe('a trigger', () => {
  const files = 'triggers_dir=t\ndefine host {\n    trigger_name up\n}\n#- t/up.trig\nx\n';
  test('is called as its file', () => {
    check(files, { 't/up.trig': 't/down.trig' }, 'triggers_dir=t\ndefine host {\n    trigger_name down\n}\n');
  });
  test('is none under another ending, or elsewhere', () => {
    const same = 'triggers_dir=t\ndefine host {\n    trigger_name up\n}\n';
    check(files, { 't/up.trig': 't/up.txt' }, same, ['t/up.txt']);
    check(files, { 't/up.trig': 'up.trig' }, same, ['up.trig']);
  });
});

test('a file of two configurations is mended in both', () => {
  const { files } = workspace('cfg_file=a.cfg\n#- other/shinken.cfg\ncfg_file=../a.cfg\n#- a.cfg\n# a\n');
  const projects = [main, `${ROOT}/other/shinken.cfg`].map((mainFile) => ({ project: load(files, mainFile) }));
  const { edits } = moveFiles(projects, [{ from: `${ROOT}/a.cfg`, to: `${ROOT}/b.cfg` }]);
  expect(edits.map(({ newText }) => newText)).toEqual(['b.cfg', '../b.cfg']);
  expect(moveFiles([...projects, ...projects], [{ from: `${ROOT}/a.cfg`, to: `${ROOT}/b.cfg` }]).edits).toHaveLength(2);
});
