import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes a file that is there whole or not at all, and its folder where there is none, whoever else does the same at the time. What it is
 * written to first is called after it, and ends in `.new`; a process that is ended just then leaves that behind.
 * @throws what the file system says where it cannot be written; nothing is left of it then.
 */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const fresh = `${file}.${randomUUID()}.new`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(fresh, content);
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined);
    throw error;
  }
}
