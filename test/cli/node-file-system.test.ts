import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { nodeFileSystem as fs } from '../../server/src/cli/node-file-system';

const root = mkdtempSync(path.join(os.tmpdir(), 'shinken-'));
mkdirSync(path.join(root, 'd'));
writeFileSync(path.join(root, 'd/bom.cfg'), '\ufeffa');
writeFileSync(path.join(root, 'd/latin1.cfg'), Buffer.from([0x61, 0xe9, 0x62]));
afterAll(() => {
  rmSync(root, { recursive: true });
});
const at = (name: string): string => path.join(root, name).replaceAll('\\', '/');

test('a byte order mark is kept, a byte that is no UTF-8 becomes U+FFFD', () => {
  expect(fs.readFile(at('d/bom.cfg'))).toBe('\ufeffa');
  expect(fs.readFile(at('d/latin1.cfg'))).toBe('a\ufffdb');
});

test('what is not there, or is of another kind, is undefined', () => {
  expect([fs.readFile(at('none')), fs.readFile(at('d')), fs.list(at('d/bom.cfg')), fs.kind(at('none'))]).toEqual(
    Array(4).fill(undefined),
  );
  expect(fs.kind(at('d/bom.cfg/x'))).toBeUndefined();
});

test('kinds and names', () => {
  expect([fs.kind(at('d')), fs.kind(at('d/bom.cfg'))]).toEqual(['directory', 'file']);
  expect([...(fs.list(at('d')) ?? [])].sort()).toEqual(['bom.cfg', 'latin1.cfg']);
});

test.skipIf(process.platform === 'win32')(
  'links are followed; one that leads nowhere is nothing, though listed',
  () => {
    symlinkSync('d', at('link'));
    symlinkSync('nowhere', at('dangling.cfg'));
    expect([fs.kind(at('link')), fs.kind(at('dangling.cfg'))]).toEqual(['directory', undefined]);
    expect(fs.realPath(at('link/bom.cfg'))).toBe(fs.realPath(at('d/bom.cfg')));
    expect(fs.realPath(at('dangling.cfg'))).toBe(at('dangling.cfg'));
    expect(fs.list(root)).toContain('dangling.cfg');
  },
);
