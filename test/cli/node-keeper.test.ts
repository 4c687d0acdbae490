import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
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
    expect(readdirSync(folder)).toHaveLength(1);
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
    const file = path.join(folder, readdirSync(folder)[0] ?? '');
    writeFileSync(file, damage(readFileSync(file, 'utf8')));
    expect(read(folder, 'a.json')).toBeUndefined();
  });

  test('is the newest few, and nothing is touched that somebody else has there', async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'thesis.tex'), text);
    utimesSync(path.join(folder, 'thesis.tex'), 0, 0);
    const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
    for (const [index, key] of keys.entries()) {
      const there = new Set(readdirSync(folder));
      await write(folder, key, text);
      for (const name of readdirSync(folder))
        if (!there.has(name)) utimesSync(path.join(folder, name), index + 1, index + 1);
    }
    await write(folder, 'g', text);
    const left = [...keys, 'g'].filter((key) => read(folder, key) !== undefined);
    expect(left).toEqual(['d', 'e', 'f', 'g']);
    expect(readdirSync(folder)).toHaveLength(5);
    expect(readdirSync(folder)).toContain('thesis.tex');
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
