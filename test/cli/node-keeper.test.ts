import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nodeKeeper } from '../../server/src/cli/node-keeper';

let home: string;
let folder: string;

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'keeper-'));
  folder = path.join(home, 'not', 'there', 'yet');
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

const { read, write } = nodeKeeper;
const text = '{"a":"ä\\n\u2028"}\nsecond line\n';

describe('what is kept in a folder', () => {
  test('is read as it was written', async () => {
    expect(read(folder, 'a.json')).toBeUndefined();
    await write(folder, 'a.json', text);
    expect(read(folder, 'a.json')).toBe(text);
    await write(folder, 'a.json', 'other');
    expect(read(folder, 'a.json')).toBe('other');
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  const damages: [string, (written: string) => string][] = [
    ['cut off', (written) => written.slice(0, -1)],
    ['empty', () => ''],
    ['changed', (written) => written.replace('second', 'Second')],
    ['of another format', () => '{}'],
    ['longer than it was', (written) => `${written} `],
  ];
  test.each(damages)('is not read where it is %s', async (_, damage) => {
    await write(folder, 'a.json', text);
    const file = path.join(folder, 'a.json');
    writeFileSync(file, damage(readFileSync(file, 'utf8')));
    expect(read(folder, 'a.json')).toBeUndefined();
  });

  test('is the newest few', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    for (const [index, name] of names.entries()) {
      await write(folder, name, text);
      utimesSync(path.join(folder, name), index, index);
    }
    await write(folder, 'g', text);
    expect(readdirSync(folder).sort()).toEqual(['d', 'e', 'f', 'g']);
  });

  test('is nothing that is too long, and nothing older in its place', async () => {
    await write(folder, 'a.json', text);
    await write(folder, 'a.json', 'x'.repeat(16_000_001));
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is nothing where there is no room for it, and nobody is bothered', async () => {
    writeFileSync(path.join(home, 'not'), 'a file');
    await expect(write(folder, 'a.json', text)).resolves.toBeUndefined();
    expect(read(folder, 'a.json')).toBeUndefined();
  });
});

test('another text has another digest', () => {
  const texts = ['', 'a', 'b', 'a\n', 'ä', 'a'.repeat(100_000)];
  expect(new Set(texts.map(nodeKeeper.digest)).size).toBe(texts.length);
  expect(nodeKeeper.digest('a')).toBe(nodeKeeper.digest('a'));
});
