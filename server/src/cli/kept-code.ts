/** What V8 has made of a file of code, kept from one run of the process to the next. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';
import { writeWhole } from './whole-file';

/** What {@link load} has made of a file. */
export interface Loaded {
  /** Its `module.exports`. */
  readonly exports: unknown;
  /**
   * Keeps what V8 has made of the file so far. That is gathered before it returns, which takes some tens of milliseconds; it settles once all
   * is written. Failure is no harm. Undefined where nothing is to be kept, or what is kept has been of use.
   */
  readonly keep?: () => Promise<void>;
}

/** A file that has been compiled, and of which nothing has been run. */
interface Compiled {
  readonly script: Script;
  /** What its code must have been made of and by. */
  readonly origin: Buffer;
}

/** The one file that is kept in a folder, and whatever has been left over where it was written. */
const NAME = 'server-code';
const LEFT_OVER = /^server-code\..*\.new$/;

/** Bytes of a digest. The file is one of what the code was made of, one of the code, and the code. */
const DIGEST = 32;

const digest = (...parts: (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/**
 * Does what `require` does, for a CommonJS module's absolute path. With a folder to keep code in, V8 need not compile again what it has
 * compiled for the process that called `keep`, down to the functions that it compiles when they are first called. There must be no `import()`
 * in the file: Node.js 20 does not know for whom code imports that has been kept.
 */
export function load(file: string, folder: string | undefined): Loaded {
  const compiled = folder === undefined ? undefined : compile(file, folder);
  if (folder === undefined || !compiled) return { exports: createRequire(file)(file) };
  const { script, origin } = compiled;
  const exports = run(script, file);
  const isKept = script.cachedDataRejected === false;
  return { exports, keep: isKept ? undefined : () => write(folder, origin, script) };
}

/** Undefined where `require` had better see to it. */
function compile(file: string, folder: string): Compiled | undefined {
  try {
    const content = readFileSync(file);
    const { version, versions, arch, execArgv } = process;
    // V8 looks at its own version and flags, too, but of what it compiles at no more than the length.
    const origin = digest(content, JSON.stringify([version, versions.v8, arch, execArgv]));
    const script = new Script(Module.wrap(content.toString()), {
      filename: file,
      // So that columns are those of the file.
      columnOffset: -Module.wrap('').indexOf('\n'),
      cachedData: read(folder, origin),
    });
    return { script, origin };
  } catch {
    return undefined;
  }
}

function run(script: Script, file: string): unknown {
  const require = createRequire(file);
  const module = new Module(file);
  module.filename = file;
  module.paths = require.resolve.paths('anything') ?? [];
  require.cache[file] = module;
  const wrapped = script.runInThisContext() as (...globals: unknown[]) => void;
  wrapped.call(module.exports, module.exports, require, module, file, path.dirname(file));
  module.loaded = true;
  return module.exports;
}

/** Undefined where there is none of that origin, or where it is damaged: V8 itself would not notice. */
function read(folder: string, origin: Buffer): Buffer | undefined {
  try {
    const kept = readFileSync(path.join(folder, NAME));
    const code = kept.subarray(2 * DIGEST);
    const isWhole = kept.subarray(0, 2 * DIGEST).equals(Buffer.concat([origin, digest(code)]));
    return isWhole ? code : undefined;
  } catch {
    return undefined;
  }
}

async function write(folder: string, origin: Buffer, script: Script): Promise<void> {
  try {
    const code = script.createCachedData();
    await writeWhole(path.join(folder, NAME), Buffer.concat([origin, digest(code), code]));
    // Whoever is writing one of these at the moment comes too late, and keeps nothing.
    const left = (await readdir(folder)).filter((name) => LEFT_OVER.test(name));
    await Promise.all(left.map((name) => rm(path.join(folder, name), { force: true })));
  } catch {
    // The next start takes as long as this one.
  }
}
