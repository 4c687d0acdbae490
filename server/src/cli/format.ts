import { readFileSync } from 'node:fs';
import { formatDocument, type FormatStyle, safelyApplied } from '../features/formatting';
import type { Dialect } from '../model/types';
import { hasSections, looksLikeShinken } from '../project/ours';
import type { FilePath } from '../project/types';
import { SKIPPED_FOLDERS, walk } from '../project/walk';
import { decodeBytes } from './bytes';
import { type EditorConfig, openEditorConfig } from './editor-config';
import { type Io, STATUS, UsageError } from './io';
import { corePath } from './load';
import { nodeFileSystem } from './node-file-system';
import { Locator } from './report';
import { rewriteFile } from './rewrite';

export interface FormatCommandOptions extends FormatStyle {
  readonly dialect: Dialect;
  readonly check: boolean;
  readonly stdout: boolean;
  /** Where the text on standard input would stand. */
  readonly stdinFilepath?: string;
}

/** The argument that stands for standard input. */
const STDIN = '-';

/**
 * `shinken format`: files put in order where they stand; or, with `--check`, those listed that are not in order. One that cannot be
 * read or written keeps no other from its turn.
 * @throws UsageError when standard input is named together with files.
 */
export async function format(args: readonly string[], options: FormatCommandOptions, io: Io): Promise<number> {
  if (args.includes(STDIN) && args.length > 1) throw new UsageError('standard input (-) is formatted by itself');
  const editorConfig = await openEditorConfig();
  const locator = new Locator(() => undefined, io.cwd);
  let changed = 0;
  let failed = false;
  const one = (name: string, path: FilePath, read: () => Uint8Array): void => {
    try {
      const before = read();
      const after = formatted(before, editorConfig(path), options);
      const differs = Buffer.compare(before, after) !== 0;
      if (differs) changed++;
      if (!options.check && (options.stdout || name === STDIN)) io.out(after);
      else if (differs) {
        if (!options.check) rewriteFile(path, after);
        io.out(`${name}\n`);
      }
    } catch (error) {
      failed = true;
      io.err(`shinken: ${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  };
  if (args.includes(STDIN)) {
    const bytes = (await io.stdin?.()) ?? new Uint8Array();
    one(STDIN, corePath(io.cwd, options.stdinFilepath ?? 'stdin.cfg'), () => bytes);
  } else {
    for (const argument of args) {
      const path = corePath(io.cwd, argument);
      const files = nodeFileSystem.kind(path) === 'directory' ? ownFiles(path) : [path];
      for (const file of files) one(file === path ? argument : locator.name(file), file, () => readFileSync(file));
    }
  }
  if (options.check && changed > 0)
    io.err(`${String(changed)} ${changed === 1 ? 'file is' : 'files are'} not in order.\n`);
  return failed ? STATUS.usage : options.check && changed > 0 ? STATUS.refused : STATUS.ok;
}

/** The files of Shinken's below a folder. */
function ownFiles(folder: FilePath): FilePath[] {
  return walk(nodeFileSystem, folder, '.cfg', { skip: SKIPPED_FOLDERS }).filter((file) => {
    const text = nodeFileSystem.readFile(file);
    return text !== undefined && looksLikeShinken(text);
  });
}

function formatted(bytes: Uint8Array, whitespace: ReturnType<EditorConfig>, style: FormatCommandOptions): Uint8Array {
  const decoded = decodeBytes(bytes);
  if (!decoded) throw new Error('it is no text');
  const { text, encode } = decoded;
  if (hasSections(text)) throw new Error("it is made of [sections], so it is no file of Shinken's");
  const options = { ...whitespace, ...style };
  const after = safelyApplied(text, formatDocument(text, options), options);
  if (after === undefined)
    throw new Error('it would not be read as it is now, and is left so: a mistake of the formatter');
  return encode(after);
}
