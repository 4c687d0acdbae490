import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Keeper } from '../project/keeper';
import { writeWhole } from './whole-file';

/** Texts that are kept in one folder. */
const MOST = 4;

/** Only files of our own are ever removed, whatever folder it is. */
const OURS = /^verdict-[\w-]{43}\.json/;

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

/**
 * Keeps texts in files of this machine, each behind a line with its digest, by which a damaged one is known. A file is there whole or not
 * at all, and failure to write one is no harm.
 */
export const nodeKeeper: Keeper = {
  digest,
  largest: 16_000_000,
  read(folder, key) {
    try {
      const written = readFileSync(fileOf(folder, key), 'utf8');
      const end = written.indexOf('\n');
      const text = written.slice(end + 1);
      return written.slice(0, end) === digest(text) ? text : undefined;
    } catch {
      return undefined;
    }
  },
  async write(folder, key, text) {
    try {
      await writeWhole(fileOf(folder, key), `${digest(text)}\n${text}`);
      await forgetOldest(folder);
    } catch {
      // What is not kept is found again.
    }
  },
};

const fileOf = (folder: string, key: string): string => path.join(folder, `verdict-${digest(key)}.json`);

async function forgetOldest(folder: string): Promise<void> {
  const files = (await readdir(folder)).filter((name) => OURS.test(name)).map((name) => path.join(folder, name));
  const found = await Promise.all(files.map(async (file) => ({ file, time: (await stat(file)).mtimeMs })));
  const old = found.sort((a, b) => b.time - a.time).slice(MOST);
  await Promise.all(old.map(({ file }) => rm(file, { force: true })));
}
