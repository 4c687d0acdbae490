import { expect, test } from 'vitest';
import { VirtualFiles } from '../../server/src/lsp/virtual-files';
import { dirname, join, locate, normalize } from '../../server/src/project/paths';
import type { FileSystem } from '../../server/src/project/types';
import { memoryFileSystem } from '../support/workspace';

test.each([
  ['a', 'b', 'a/b'],
  ['a/', 'b', 'a/b'],
  ['', 'b', 'b'],
  ['a', '', 'a/'],
  ['a', '/b', '/b'],
  ['a', ' /b', 'a/ /b'],
])('%j with %j is %j', (folder, name, expected) => {
  expect(join(folder, name)).toBe(expected);
});

test.each([
  ['/a/b', '/a'],
  ['a/b', 'a'],
  ['a', ''],
  ['/a', '/'],
  ['a//b', 'a'],
])('the folder of %j is %j', (path, expected) => {
  expect(dirname(path)).toBe(expected);
});

test.each([
  ['/a/./b//c/', '/a/b/c'],
  ['/a/../b', '/b'],
  ['/../b', '/b'],
  ['/', '/'],
  ['/a/..', '/'],
])('%j is %j', (path, expected) => {
  expect(normalize(path)).toBe(expected);
});

test.each([
  ['a.cfg', '/w/a.cfg'],
  ['', undefined],
  ['a.cfg/', undefined],
  ['d/', '/w/d'],
  ['d/../a.cfg', '/w/a.cfg'],
  ['x/../a.cfg', undefined],
  ['a.cfg/../a.cfg', undefined],
  ['/w/d/../../w/a.cfg', '/w/a.cfg'],
  ['../../..', '/'],
])('from a folder, %j opens %j', (path, expected) => {
  expect(
    locate(
      memoryFileSystem(
        new Map([
          ['/w/a.cfg', ''],
          ['/w/d/b.cfg', ''],
        ]),
      ),
      '/w',
      path,
    ),
  ).toBe(expected);
});

test('.. behind a link is the folder that holds its target', () => {
  const fs: FileSystem = {
    ...memoryFileSystem(
      new Map([
        ['/w/link/x', ''],
        ['/real/d/x', ''],
      ]),
    ),
    realPath: (path) => path.replace('/w/link', '/real/d'),
  };
  expect(locate(fs, '/w', 'link/../a.cfg')).toBe('/real/a.cfg');
});

const remote = 'ssh://host';

test.each([
  ['ssh://host/etc', 'hosts', 'ssh://host/etc/hosts'],
  ['ssh://host/', 'hosts', 'ssh://host/hosts'],
  ['ssh://host/etc', '/srv', 'ssh://host/srv'],
  ['ssh://host/etc', 'c:/srv', 'ssh://host/etc/c:/srv'],
  ['/etc', 'ssh://host/srv', 'ssh://host/srv'],
])('in another file system, %j with %j is %j', (folder, name, expected) => {
  expect(join(folder, name)).toBe(expected);
});

test.each([
  ['ssh://host/a/b', 'ssh://host/a'],
  ['ssh://host/a', 'ssh://host/'],
  ['ssh://host/', 'ssh://host/'],
  ['mem:///a', 'mem:///'],
])('in another file system, the folder of %j is %j', (path, expected) => {
  expect(dirname(path)).toBe(expected);
});

test.each([
  ['ssh://host/a/./b//c/', 'ssh://host/a/b/c'],
  ['ssh://host/../b', 'ssh://host/b'],
  ['ssh://host/', 'ssh://host/'],
  ['mem:///a/..', 'mem:///'],
])('in another file system, %j is %j', (path, expected) => {
  expect(normalize(path)).toBe(expected);
});

test.each([
  ['a.cfg', `${remote}/w/a.cfg`],
  ['d/../a.cfg', `${remote}/w/a.cfg`],
  ['x/../a.cfg', undefined],
  ['/w/d/../../w/a.cfg', `${remote}/w/a.cfg`],
  ['../../..', `${remote}/`],
])('in another file system, %j opens %j', (path, expected) => {
  const fs = new VirtualFiles();
  fs.update(`${remote}/w/a.cfg`, '');
  fs.update(`${remote}/w/d/b.cfg`, '');
  expect(locate(fs, `${remote}/w`, path)).toBe(expected);
});
