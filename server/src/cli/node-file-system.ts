import fs from 'node:fs';
import path from 'node:path';
import type { FileSystem } from '../project/types';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A byte that is no UTF-8 becomes U+FFFD, as it does for the arbiter; a byte order mark is kept. */
export function decode(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** Runs a call that fails when a file is not there, is not of that kind or may not be read. */
function attempt<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch {
    return undefined;
  }
}

/** A pipe or a device may keep a reader waiting for ever: only files, and the one device that configurations do name, are read. */
export function isFile(file: string, stat: fs.Stats | undefined): boolean {
  return stat !== undefined && (stat.isFile() || file === '/dev/null');
}

function stat(file: string): fs.Stats | undefined {
  return attempt(() => fs.statSync(file, { throwIfNoEntry: false }));
}

/** The files of this machine. */
export const nodeFileSystem: FileSystem = {
  readFile: (file) => (isFile(file, stat(file)) ? attempt(() => decode(fs.readFileSync(file))) : undefined),
  kind: (file) => {
    const found = stat(file);
    return found?.isDirectory() ? 'directory' : isFile(file, found) ? 'file' : undefined;
  },
  list: (file) => attempt(() => fs.readdirSync(file)),
  realPath: (file) => attempt(() => fs.realpathSync.native(file).split(path.sep).join('/')) ?? file,
};
