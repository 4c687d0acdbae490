import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Entry, Source } from '../project/source';
import type { FilePath } from '../project/types';
import { decode, isFile } from './node-file-system';

/** So many files are asked for at once: more would be open at the same time than a process may have. */
const AT_ONCE = 32;

/** The files of this machine, and of what is mounted on it, without waiting for any: a share may not answer. */
export const nodeSource: Source = {
  look: (paths, signal) => each(paths, look, signal),
  read: (paths, signal) => each(paths, read, signal),
};

async function look(file: FilePath): Promise<Entry | undefined> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isDirectory() && !isFile(file, found)) return undefined;
  const real = await realpath(file).catch(() => file);
  const realPath = real.split(path.sep).join('/');
  if (!found?.isDirectory()) return { kind: 'file', realPath };
  return { kind: 'directory', names: await readdir(file).catch(() => undefined), realPath };
}

async function read(file: FilePath): Promise<string | undefined> {
  const found = await stat(file).catch(() => undefined);
  return isFile(file, found) ? readFile(file).then(decode, () => undefined) : undefined;
}

async function each<Result>(
  paths: readonly FilePath[],
  ask: (path: FilePath) => Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    signal?.throwIfAborted();
    results.push(...(await unlessAborted(Promise.all(paths.slice(at, at + AT_ONCE).map(ask)), signal)));
  }
  return results;
}

/** What a share that does not answer was asked for cannot be taken back; nobody has to wait for it. */
async function unlessAborted<Result>(promise: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
  if (!signal) return promise;
  let stop: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
