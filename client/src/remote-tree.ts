/**
 * Reads what a folder holds of Shinken's, wherever the folder is. It knows nothing of VS Code, which only lends it the functions to look
 * and to read with: so it can be tried without an editor.
 */

/** What is in a folder. */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
  /** It is reached through a symbolic link. */
  readonly isLink: boolean;
}

/** Where files come from. Paths have `/` between their names and start in the folder; `''` is the folder. All of it rejects on failure. */
export interface Provider {
  /** Undefined for what is not there. */
  kind(path: string): Promise<Entry['kind'] | undefined>;
  /** Undefined where there is no such folder (any more). */
  list(path: string): Promise<readonly Entry[] | undefined>;
  /** Undefined where there is no such file (any more). */
  read(path: string): Promise<Uint8Array | undefined>;
}

/** A file of the folder; null where it is gone, and so is all below it. */
export interface RemoteFile {
  readonly path: string;
  readonly text: string | null;
}

export interface Reading {
  readonly signal?: AbortSignal;
  /** Called with files as they come, a good many at once. */
  readonly send: (files: readonly RemoteFile[]) => void;
}

/** What a folder may hold at most. One that holds more is not Shinken's alone, and reading all of it takes too long. */
export interface Limits {
  readonly files: number;
  readonly folders: number;
  readonly depth: number;
  /** In bytes, of one file. */
  readonly size: number;
}

const LIMITS: Limits = { files: 20_000, folders: 20_000, depth: 16, size: 5_000_000 };

/** What is asked for at once: each may be a request over a network. */
const AT_ONCE = 16;

/** A batch is sent with so many files, or so many characters. */
const BATCH = { files: 200, characters: 1_000_000 };

/** Folders that hold no configuration of the user's. */
const SKIPPED = new Set(['node_modules', '.git', '.svn', '.hg']);

/** Something is missing of what was to be read: without it nothing can be judged. The message is the middle of a sentence. */
export class NotWhole extends Error {}

/** Whether a file may be one of Shinken's, by its path. */
export function isRelevant(path: string): boolean {
  return /\.(?:cfg|trig)$/.test(path) && !isSkipped(path);
}

function isSkipped(path: string): boolean {
  return path.split('/').some((name) => SKIPPED.has(name));
}

/**
 * Reads all files that may be Shinken's in a folder and below it. Of links to folders, one is followed on the way down: behind a second
 * one there may be a loop.
 *
 * @throws NotWhole where something cannot be read, or there is too much of it; whatever `signal` was aborted with.
 */
export async function readTree(
  provider: Provider,
  from: string,
  { signal, send }: Reading,
  limits: Limits = LIMITS,
): Promise<void> {
  const batch = new Batch(send);
  let level: readonly Folder[] = [{ path: from, isLinked: false }];
  let files = 0;
  let folders = 0;
  for (let depth = 0; level.length > 0; depth++) {
    folders += level.length;
    if (depth > limits.depth) throw new NotWhole(`its folders are nested more than ${String(limits.depth)} deep`);
    if (folders > limits.folders) throw new NotWhole(`it has more than ${counted(limits.folders)} folders`);
    const below: Folder[] = [];
    const found: string[] = [];
    await each(level, signal, async (folder) => {
      const entries = await attempt(folder.path, () => provider.list(folder.path));
      if (!entries && folder.path === '') throw new NotWhole('the folder is not there');
      for (const { name, kind, isLink } of entries ?? []) {
        const path = folder.path === '' ? name : `${folder.path}/${name}`;
        if (kind === 'file' && isRelevant(path)) found.push(path);
        else if (kind === 'folder' && !SKIPPED.has(name) && !(isLink && folder.isLinked))
          below.push({ path, isLinked: isLink || folder.isLinked });
      }
    });
    files += found.length;
    if (files > limits.files) throw new NotWhole(`it has more than ${counted(limits.files)} files of configuration`);
    await each(found, signal, async (path) => {
      const text = await textOf(provider, path, limits);
      if (text !== undefined) batch.add({ path, text });
    });
    level = below;
  }
  batch.flush();
}

interface Folder {
  readonly path: string;
  /** It is a link, or below one. */
  readonly isLinked: boolean;
}

/**
 * Reads what has changed: files, and folders that have come or gone.
 *
 * @throws as `readTree`
 */
export async function readChanges(
  provider: Provider,
  paths: Iterable<string>,
  { signal, send }: Reading,
  limits: Limits = LIMITS,
): Promise<void> {
  const batch = new Batch(send);
  const wanted = [...new Set(paths)].filter((path) => !isSkipped(path));
  await each(wanted, signal, async (path) => {
    const kind = await attempt(path, () => provider.kind(path));
    if (kind === 'folder') {
      await readTree(provider, path, { signal, send: (files) => files.forEach((file) => batch.add(file)) }, limits);
      return;
    }
    const isFile = kind === 'file' && isRelevant(path);
    if (isFile || kind === undefined)
      batch.add({ path, text: (isFile ? await textOf(provider, path, limits) : undefined) ?? null });
  });
  batch.flush();
}

/** Undefined for what is not there, and for what is no text. */
async function textOf(provider: Provider, path: string, { size }: Limits): Promise<string | undefined> {
  const bytes = await attempt(path, () => provider.read(path));
  if (!bytes) return undefined;
  if (bytes.length > size) throw new NotWhole(`${path} is larger than ${counted(size / 1_000_000)} MB`);
  // The byte order mark stays: Shinken reads it, too.
  return bytes.subarray(0, 8000).includes(0) ? undefined : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

async function attempt<Result>(path: string, what: () => Promise<Result>): Promise<Result> {
  try {
    return await what();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new NotWhole(`${path === '' ? 'the folder' : path} cannot be read (${reason})`);
  }
}

/** Does something for each item, some at once; the first failure ends it. */
async function each<Item>(
  items: readonly Item[],
  signal: AbortSignal | undefined,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  let hasFailed = false;
  const worker = async (): Promise<void> => {
    for (const item of queue) {
      signal?.throwIfAborted();
      if (hasFailed) return;
      await work(item);
    }
  };
  const workers = Array.from({ length: Math.min(AT_ONCE, items.length) }, () =>
    worker().catch((error: unknown) => {
      hasFailed = true;
      throw error;
    }),
  );
  await Promise.all(workers);
  signal?.throwIfAborted();
}

class Batch {
  private files: RemoteFile[] = [];
  private characters = 0;

  constructor(private readonly send: Reading['send']) {}

  add(file: RemoteFile): void {
    this.files.push(file);
    this.characters += file.text?.length ?? 0;
    if (this.files.length >= BATCH.files || this.characters >= BATCH.characters) this.flush();
  }

  flush(): void {
    if (this.files.length > 0) this.send(this.files);
    this.files = [];
    this.characters = 0;
  }
}

const counted = (count: number): string => count.toLocaleString('en');

/** Collects what comes in quick succession, and hands it over once there is a pause; what comes meanwhile waits for the next time. */
export class Collector<Item> {
  private items = new Set<Item>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isBusy = false;

  /** `pause` in milliseconds. What `hand` rejects with is its own affair. */
  constructor(
    private readonly pause: number,
    private readonly hand: (items: ReadonlySet<Item>) => Promise<void>,
  ) {}

  add(item: Item): void {
    this.items.add(item);
    this.later();
  }

  /** Forgets what has not been handed over. */
  clear(): void {
    clearTimeout(this.timer);
    this.items.clear();
  }

  private later(): void {
    clearTimeout(this.timer);
    if (!this.isBusy && this.items.size > 0) this.timer = setTimeout(() => void this.flush(), this.pause);
  }

  private async flush(): Promise<void> {
    const items = this.items;
    this.items = new Set();
    this.isBusy = true;
    await this.hand(items).catch(() => undefined);
    this.isBusy = false;
    this.later();
  }
}
