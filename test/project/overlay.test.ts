import { describe, expect, test } from 'vitest';
import { overlay } from '../../server/src/project/overlay';
import { memoryFileSystem } from '../support/workspace';

const disk = memoryFileSystem(
  new Map([
    ['/d/a.cfg', 'disk'],
    ['/d/bom.cfg', '\ufeffdisk'],
  ]),
);

describe('unsaved texts', () => {
  const open = new Map([
    ['/d/a.cfg', 'editor'],
    ['/d/new.cfg', 'new'],
    ['/e/f/g.cfg', ''],
  ]);
  const fs = overlay(disk, open);

  test('an open file has the text of its editor', () => {
    expect([fs.readFile('/d/a.cfg'), fs.readFile('/d/bom.cfg'), fs.readFile('/x')]).toEqual([
      'editor',
      '\ufeffdisk',
      undefined,
    ]);
  });
  test('a file that is not saved is there, and its folders', () => {
    expect([fs.kind('/d/new.cfg'), fs.kind('/e/f'), fs.kind('/d'), fs.kind('/x')]).toEqual([
      'file',
      'directory',
      'directory',
      undefined,
    ]);
    expect([...(fs.list('/d') ?? [])].sort()).toEqual(['a.cfg', 'bom.cfg', 'new.cfg']);
    expect([fs.list('/e'), fs.list('/x')]).toEqual([['f'], undefined]);
  });
  test('the next text counts with the next call', () => {
    open.set('/d/a.cfg', 'later');
    expect(fs.readFile('/d/a.cfg')).toBe('later');
    open.delete('/d/a.cfg');
    expect(fs.readFile('/d/a.cfg')).toBe('disk');
  });
});

describe('the byte order mark that an editor hides', () => {
  test.each([
    ['hidden', '/d/bom.cfg', 'editor', '\ufeffeditor', 1],
    ['shown', '/d/bom.cfg', '\ufeffeditor', '\ufeffeditor', 0],
    ['none on the disk', '/d/a.cfg', 'editor', 'editor', 0],
    ['no file on the disk', '/d/x.cfg', 'editor', 'editor', 0],
  ])('%s', (_, file, text, expected, hidden) => {
    const fs = overlay(disk, new Map([[file, text]]));
    expect([fs.readFile(file), fs.hiddenBefore(file)]).toEqual([expected, hidden]);
  });
  test('a file that is not open hides nothing', () => {
    expect(overlay(disk, new Map()).hiddenBefore('/d/bom.cfg')).toBe(0);
  });
});
