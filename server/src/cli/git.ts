/**
 * Files as they were in a commit, by the user's own `git`. It is only asked for what is in the repository: nothing is checked out, no hook
 * or filter is run, and nothing is fetched.
 */
import { spawn } from 'node:child_process';
import type { Entry, Source } from '../project/source';
import type { FilePath } from '../project/types';
import { type Found, GitTree, isLink, treeLines } from './git-tree';
import { decode } from './node-file-system';

/** Something the user can mend; the message says what. */
export class GitError extends Error {}

/** A name for a commit. */
export interface GitRef {
  readonly name: string;
  readonly kind: 'branch' | 'tag' | 'commit';
  /** The day of the commit or of the tag, `YYYY-MM-DD`. */
  readonly date: string;
  readonly subject: string;
}

/** A commit, as a place to read files from. */
export interface Commit {
  /** Its whole number. */
  readonly id: string;
  /** The files of the repository as they were, under the paths that they have now; any other path as it is on the disk. */
  readonly source: Source;
  /** The path from the repository's top, as `git show` takes it; undefined for a file that is not in the repository. */
  inRepository(file: FilePath): string | undefined;
}

/** The latest names, and the latest commits that changed the folder. */
const MOST_REFS = 200;
const MOST_COMMITS = 50;

/**
 * Branches and tags, then the commits that changed a folder, the latest of each first.
 * @throws GitError without git, or where the folder is in no repository.
 */
export async function listRefs(folder: FilePath, signal?: AbortSignal): Promise<readonly GitRef[]> {
  const fields = ['%(refname)', '%(refname:short)', '%(creatordate:short)', '%(contents:subject)'].join('%00');
  const names = ['refs/heads', 'refs/remotes', 'refs/tags'];
  const refs = await records(
    git(
      folder,
      ['for-each-ref', '--sort=-creatordate', `--count=${MOST_REFS}`, `--format=${fields}`, ...names],
      signal,
    ),
  );
  const log = ['-c', 'log.showSignature=false', 'log', `--max-count=${MOST_COMMITS}`, '--format=%h%x00%cs%x00%s'];
  const commits = refs.length > 0 ? await records(git(folder, [...log, '--', '.'], signal)) : [];
  return [
    ...refs
      .filter(([full = '']) => !full.endsWith('/HEAD'))
      .map(([full = '', name = '', date = '', subject = '']): GitRef => {
        return { name, kind: full.startsWith('refs/tags/') ? 'tag' : 'branch', date, subject };
      }),
    ...commits.map(([name = '', date = '', subject = '']): GitRef => ({ name, kind: 'commit', date, subject })),
  ];
}

async function records(output: Promise<Buffer>): Promise<string[][]> {
  const lines = (await output).toString('utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => line.split('\0'));
}

/**
 * The commit that a name stands for, in the repository that a folder is in. What is in no repository is read from `disk`.
 * @throws GitError without git, where the folder is in no repository, and for a name that stands for no commit.
 */
export async function openCommit(folder: FilePath, ref: string, disk: Source, signal?: AbortSignal): Promise<Commit> {
  const where = await git(folder, ['rev-parse', '--show-toplevel', '--show-prefix'], signal);
  const [top = '', prefix = ''] = where.toString('utf8').split('\n');
  const id = await commitOf(folder, ref, signal);
  const listing = await git(folder, ['ls-tree', '-r', '-z', '--full-tree', id], signal);
  const lines = treeLines(listing.toString('utf8'));
  const links = lines.filter(isLink);
  const targets = await readBlobs(folder, links.map(({ blob }) => blob), signal); // prettier-ignore
  // The folder by the name that it has here: links above the repository are none of git's business.
  const inner = prefix === '' ? '' : `/${prefix.replace(/\/$/, '')}`;
  const here = folder.endsWith(inner) ? folder.slice(0, folder.length - inner.length) : top;
  const tree = new GitTree(here, lines, new Map(links.map(({ path }, index) => [path, targets[index] ?? ''])));
  return { id, source: sourceIn(tree, folder, disk), inRepository: (file) => tree.inside(file) };
}

function sourceIn(tree: GitTree, folder: FilePath, disk: Source): Source {
  /** Asks the disk for what is outside, in one go; the answers come in the order of the paths. */
  const answers = async <Answer>(
    found: readonly (Found | undefined)[],
    ask: (paths: readonly FilePath[]) => Promise<readonly Answer[]>,
    own: (each: Found | undefined) => Answer,
  ): Promise<Answer[]> => {
    const outside = found.flatMap((each) => (each?.kind === 'outside' ? [each.path] : []));
    const there = [...(await ask(outside))].values();
    return found.map((each) => (each?.kind === 'outside' ? (there.next().value as Answer) : own(each)));
  };
  return {
    look: (paths, signal) =>
      answers<Entry | undefined>(
        paths.map((path) => tree.find(path)),
        (outside) => disk.look(outside, signal),
        (each) => {
          if (!each || each.kind === 'outside') return undefined;
          return { kind: each.kind, realPath: each.path, names: each.kind === 'directory' ? each.names : undefined };
        },
      ),
    read: async (paths, signal) => {
      const found = paths.map((path) => tree.find(path));
      const blobs = [...new Set(found.flatMap((each) => (each?.kind === 'file' ? [each.blob] : [])))];
      const texts = await readBlobs(folder, blobs, signal);
      const byBlob = new Map(blobs.map((blob, index) => [blob, texts[index]]));
      return answers<string | undefined>(
        found,
        (outside) => disk.read(outside, signal),
        (each) => (each?.kind === 'file' ? byBlob.get(each.blob) : undefined),
      );
    },
  };
}

async function commitOf(folder: FilePath, ref: string, signal?: AbortSignal): Promise<string> {
  const unknown = new GitError(`${ref}: git knows no such branch, tag or commit`);
  // A name that begins with a hyphen would be taken for an option; git has no such names.
  if (ref === '' || ref.startsWith('-')) throw unknown;
  try {
    const id = await git(folder, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], signal);
    return id.toString('utf8').trim();
  } catch (error) {
    throw error instanceof GitError ? unknown : error;
  }
}

/** The texts of some blobs, in their order; undefined for one that git does not have. */
async function readBlobs(
  folder: FilePath,
  blobs: readonly string[],
  signal?: AbortSignal,
): Promise<(string | undefined)[]> {
  if (blobs.length === 0) return [];
  const output = await git(folder, ['cat-file', '--batch'], signal, blobs.map((blob) => `${blob}\n`).join(''));
  let at = 0;
  return blobs.map(() => {
    // `ID blob SIZE`, the text and a line end; or `ID missing`.
    const end = output.indexOf('\n', at);
    const size = /^\S+ blob (\d+)$/.exec(output.toString('latin1', at, end))?.[1];
    const start = end + 1;
    if (size === undefined) {
      at = start;
      return undefined;
    }
    at = start + Number(size) + 1;
    return decode(output.subarray(start, at - 1));
  });
}

/** What a hook's environment says: of the repository that it runs in. */
const ofAnotherRepository: ReadonlySet<string> = new Set(['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX']);

/** With it git asks neither the user nor another machine for anything. */
function environment(): NodeJS.ProcessEnv {
  const rest = Object.entries(process.env).filter(([name]) => !ofAnotherRepository.has(name));
  return {
    ...Object.fromEntries(rest),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
  };
}

/**
 * Runs git in a folder, and gives what it prints.
 * @throws GitError when there is no git, or when it fails: with its own words. What `signal` was aborted with.
 */
async function git(folder: FilePath, args: readonly string[], signal?: AbortSignal, input = ''): Promise<Buffer> {
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const process = spawn('git', ['-C', folder, ...args], { env: environment(), signal, windowsHide: true });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    process.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    process.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    // It may end before it has read everything; its status tells why.
    process.stdin.on('error', () => undefined).end(input);
    process.on('error', (error: NodeJS.ErrnoException) => {
      if (signal?.aborted) reject(signal.reason as Error);
      else reject(new GitError(error.code === 'ENOENT' ? 'there is no git on this machine' : error.message));
    });
    process.on('close', (status) => {
      if (status === 0) resolve(Buffer.concat(output));
      else reject(new GitError(complaint(folder, Buffer.concat(errors).toString('utf8'))));
    });
  });
}

function complaint(folder: FilePath, said: string): string {
  if (said.includes('not a git repository')) return `${folder} is in no git repository`;
  return (
    said
      .trim()
      .split('\n')[0]
      ?.replace(/^fatal: /, 'git: ') || 'git has failed'
  );
}
