import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  fsyncSync,
  ftruncateSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/**
 * Gives a file other content. Its mode and its owner stay, a symbolic link to it stays one, and whatever happens meanwhile, the old
 * content or the new one is there whole: that is written beside the file and takes its place. Where the file has other names, or must
 * not be replaced, it is written where it stands, with the new content beside it until that is done.
 * @throws Error of the file system when the file cannot be written.
 */
export function rewriteFile(file: string, content: Uint8Array): void {
  const target = realpathSync(file);
  accessSync(target, constants.W_OK);
  const stats = statSync(target);
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.${String(process.pid)}.tmp`);
  const copied = succeeds(() => write(beside, 'wx', content));
  if (copied && stats.nlink === 1 && succeeds(() => replace(target, stats, beside))) return;
  write(target, 'r+', content);
  if (copied) rmSync(beside);
}

function write(file: string, flags: 'wx' | 'r+', content: Uint8Array): void {
  const descriptor = openSync(file, flags, 0o600);
  try {
    writeFileSync(descriptor, content);
    ftruncateSync(descriptor, content.length);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function replace(target: string, { mode, uid, gid }: Stats, beside: string): void {
  const own = statSync(beside);
  if (own.uid !== uid || own.gid !== gid) chownSync(beside, uid, gid);
  chmodSync(beside, mode & 0o7777);
  renameSync(beside, target);
}

function succeeds(attempt: () => void): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
