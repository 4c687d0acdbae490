import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWhole } from '../../server/src/cli/whole-file';

let home: string;

beforeEach(() => void (home = mkdtempSync(path.join(tmpdir(), 'whole-file-'))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

test('of many who write a file at once each writes all of it, and nothing else is left', async () => {
  const file = path.join(home, 'folder', 'file');
  const contents = Array.from({ length: 20 }, (_, n) => String(n).repeat(100_000 + n));
  const written = await Promise.allSettled(contents.map((content) => writeWhole(file, content)));
  expect(written.map(({ status }) => status)).toEqual(contents.map(() => 'fulfilled'));
  expect(contents.includes(readFileSync(file, 'utf8'))).toBe(true);
  expect(readdirSync(path.dirname(file))).toEqual(['file']);
});
