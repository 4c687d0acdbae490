import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { run } from '../../server/src/cli/program';
import { ROOT, workspace } from '../support/workspace';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** What a command has printed, and its exit status. Paths are below the folder that it ran in. */
export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  readonly folder: string;
  /** A file as it is afterwards. */
  read(file: string): string;
}

/** Runs `shinken` in a folder of its own that holds the declared files. */
export async function shinken(args: readonly string[], declaration = ''): Promise<Ran> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'shinken-cli-')).replaceAll('\\', '/');
  folders.push(folder);
  for (const [file, text] of workspace(declaration).files) {
    const target = path.join(folder, path.posix.relative(ROOT, file));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return shinkenIn(folder, args);
}

/** Runs `shinken` in a folder that is there. What it prints as bytes is shown as Latin-1. */
export async function shinkenIn(folder: string, args: readonly string[], stdin?: Uint8Array): Promise<Ran> {
  let out = '';
  let err = '';
  const status = await run(args, {
    out: (text) => void (out += typeof text === 'string' ? text : Buffer.from(text).toString('latin1')),
    err: (text) => void (err += text),
    stdin: () => Promise.resolve(stdin ?? new Uint8Array()),
    cwd: folder,
    colour: false,
  });
  return { status, out, err, folder, read: (file) => readFileSync(path.join(folder, file), 'utf8') };
}
