import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Keeper } from '../project/keeper';

/** Characters of a text that is kept. */
const LARGEST = 16_000_000;
/** Texts that are kept in one folder. */
const MOST = 4;

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

/**
 * Keeps texts in files of this machine, each behind a line with its digest, by which a damaged one is known. A file is there whole or not
 * at all, and failure to write one is no harm.
 */
export const nodeKeeper: Keeper = {
  digest,
  read(folder, name) {
    try {
      const written = readFileSync(path.join(folder, name), 'utf8');
      const end = written.indexOf('\n');
      const text = written.slice(end + 1);
      return written.slice(0, end) === digest(text) ? text : undefined;
    } catch {
      return undefined;
    }
  },
  async write(folder, name, text) {
    const file = path.join(folder, name);
    const fresh = `${file}.${randomUUID()}.new`;
    try {
      if (text.length > LARGEST) {
        await rm(file, { force: true });
        return;
      }
      await mkdir(folder, { recursive: true });
      await writeFile(fresh, `${digest(text)}\n${text}`);
      await rename(fresh, file);
      await forgetOldest(folder);
    } catch {
      await rm(fresh, { force: true }).catch(() => undefined);
    }
  },
};

async function forgetOldest(folder: string): Promise<void> {
  const files = (await readdir(folder)).map((name) => path.join(folder, name));
  const found = await Promise.all(files.map(async (file) => ({ file, time: (await stat(file)).mtimeMs })));
  const old = found.sort((a, b) => b.time - a.time).slice(MOST);
  await Promise.all(old.map(({ file }) => rm(file, { force: true })));
}
