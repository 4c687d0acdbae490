import { expect, test } from 'vitest';
import { loadProject } from '../../server/src/project/load';
import { withText } from '../../server/src/project/self-contained';
import { TreeCache } from '../../server/src/project/tree-cache';
import type { Project } from '../../server/src/project/types';
import { memoryFileSystem, ROOT, workspace } from '../support/workspace';

const declaration = `
  #- shinken.cfg
  cfg_file=hosts.cfg
  cfg_file=more.cfg
  cfg_file=empty.cfg
  cfg_file=settings.cfg
  cfg_file=twice.cfg
  cfg_file=twice.cfg
  #- hosts.cfg
  define host {
      host_name  a
  }
  define host {
      host_name  b  # c
  }
  #- more.cfg
  define host {
      host_name  d
  }
  #- empty.cfg
  # Nothing yet.
  #- settings.cfg
  log_level=INFO
  #- twice.cfg
  define host {
      host_name  e
  }
`;

/** All that a project says, without how it says it. */
function contents({ files, objects, facts, settings, readingOrder }: Project): unknown {
  return {
    files: [...files].map(([file, { text }]) => [file, text]),
    objects: objects.map(({ type, file, node, properties }) => ({
      type,
      file,
      at: node.span.start,
      properties: properties.map(({ key, value, node: { span } }) => [key, value, span.start]),
    })),
    facts: facts.map(({ file, fact }) => JSON.stringify([file, fact.kind, fact.span])).sort(),
    settings: settings.map(({ key, value }) => [key, value]),
    readingOrder,
  };
}

function edited(
  file: string,
  text: string,
  before = workspace(declaration).files,
): { known: Project | undefined; read: Project } {
  const spec = { mains: ['shinken.cfg'], cwd: ROOT };
  const cache = new TreeCache();
  const known = withText(loadProject(memoryFileSystem(before), spec, cache), `${ROOT}/${file}`, text, cache);
  return { known, read: loadProject(memoryFileSystem(new Map(before).set(`${ROOT}/${file}`, text)), spec) };
}

test.each([
  ['another value', 'hosts.cfg', 'define host {\n    host_name  z\n}\n'],
  ['one more object', 'more.cfg', 'define host {\n    host_name  d\n}\ndefine host {\n    host_name  f # g\n}\n'],
  ['nothing any more', 'more.cfg', ''],
  ['a comment', 'empty.cfg', '# Still nothing.\n'],
])('a file gets %s as if all were read', (_, file, text) => {
  const { known, read } = edited(file, text);
  expect(known && contents(known)).toEqual(contents(read));
});

test('what stands before an edit in a file is the very same, and copies of the project have all of it', () => {
  const before = workspace(declaration).files;
  const cache = new TreeCache();
  const project = loadProject(memoryFileSystem(before), { mains: ['shinken.cfg'], cwd: ROOT }, cache);
  const [first, second] = project.objects;
  const text = (before.get(`${ROOT}/hosts.cfg`) ?? '').replace('# c', 'c');
  const now = withText(project, `${ROOT}/hosts.cfg`, text, cache);
  expect(now?.objects[0]).toBe(first);
  expect(now?.objects[1]).not.toBe(second);
  expect({ ...now }.objects).toEqual(now?.objects);
  expect(now?.objects.length).toBe(project.objects.length);
});

test.each([
  ['of a main file', 'shinken.cfg', 'cfg_file=more.cfg\n'],
  ['of a file that is not read', 'other.cfg', ''],
  ['of a file that is read twice', 'twice.cfg', ''],
  ['of settings', 'settings.cfg', 'log_level=DEBUG\n'],
  ['that adds a setting', 'hosts.cfg', 'log_level=DEBUG\n'],
  ['that leaves an object open', 'hosts.cfg', 'define host {\n    host_name  a\n'],
  ['that puts the first object into a file', 'empty.cfg', 'define host {\n    host_name  x\n}\n'],
])('an edit %s takes reading', (_, file, text) => {
  expect(edited(file, text).known).toBeUndefined();
});

test('no file is another by itself where one leaves something open', () => {
  const before = new Map(workspace(declaration).files).set(`${ROOT}/hosts.cfg`, 'define host {\n    host_name  a\n');
  expect(edited('more.cfg', 'define host {\n    host_name  z\n}\n', before).known).toBeUndefined();
});
