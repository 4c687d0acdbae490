/** As much of VS Code as reads files and tells of changes: for tests of client code without an editor. */
import { URI, Utils } from 'vscode-uri';

type Listener<Event> = (event: Event) => void;

export class EventEmitter<Event> {
  private readonly listeners = new Set<Listener<Event>>();
  readonly event = (listener: Listener<Event>): Disposable => {
    this.listeners.add(listener);
    return new Disposable(() => void this.listeners.delete(listener));
  };
  fire(event: Event): void {
    for (const listener of [...this.listeners]) listener(event);
  }
}

export class Disposable {
  constructor(readonly dispose: () => void) {}
}

export const Uri = { parse: (uri: string): URI => URI.parse(uri), joinPath: Utils.joinPath };
export const FileType = { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 };
export const FileChangeType = { Changed: 1, Created: 2, Deleted: 3 };
export const ProgressLocation = { Notification: 15 };

export class RelativePattern {
  constructor(
    readonly baseUri: URI,
    readonly pattern: string,
  ) {}
}

export class FileSystemError extends Error {
  code = 'Unknown';
  static FileNotFound(uri: URI): FileSystemError {
    return Object.assign(new FileSystemError(`${uri.path} is not there`), { code: 'FileNotFound' });
  }
  static NoPermissions(uri: URI): FileSystemError {
    return Object.assign(new FileSystemError(`${uri.path} may not be read`), { code: 'NoPermissions' });
  }
}

interface Provider {
  readonly onDidChangeFile: (listener: Listener<{ type: number; uri: URI }[]>) => Disposable;
  stat(uri: URI): unknown;
  readDirectory(uri: URI): unknown;
  readFile(uri: URI): unknown;
}

/** What a test does with the window. */
export class FakeWindow {
  provider: Provider | undefined;
  folders: { uri: URI; name: string }[] = [];
  readonly foldersChanged = new EventEmitter<object>();
  readonly saved = new EventEmitter<{ uri: URI }>();
  /** Warnings that were shown, and what answers the next one. */
  readonly warnings: string[] = [];
  answer: string | undefined;
  /** What progress was shown for, with the function that stops it. */
  readonly progress: { title: string; cancel: () => void }[] = [];
  /** Disposed listeners are none. */
  watchers = 0;
}

export let fake = new FakeWindow();
export function reset(): FakeWindow {
  return (fake = new FakeWindow());
}

const ask =
  (method: 'stat' | 'readDirectory' | 'readFile') =>
  async (uri: URI): Promise<unknown> => {
    await Promise.resolve();
    return fake.provider?.[method](uri);
  };

const none = (): Disposable => new Disposable(() => undefined);

export const workspace = {
  get workspaceFolders() {
    return fake.folders;
  },
  fs: { stat: ask('stat'), readDirectory: ask('readDirectory'), readFile: ask('readFile') },
  onDidChangeWorkspaceFolders: (listener: Listener<object>) => fake.foldersChanged.event(listener),
  onDidSaveTextDocument: (listener: Listener<{ uri: URI }>) => fake.saved.event(listener),
  onDidCreateFiles: none,
  onDidDeleteFiles: none,
  onDidRenameFiles: none,
  createFileSystemWatcher: ({ pattern }: RelativePattern) => {
    fake.watchers++;
    const on = (type: number) => (listener: Listener<URI>) =>
      fake.provider?.onDidChangeFile((changes) => {
        for (const { type: kind, uri } of changes)
          if (kind === type && (pattern === '**' || /\.(?:cfg|trig)$/.test(uri.path))) listener(uri);
      });
    return {
      onDidChange: on(FileChangeType.Changed),
      onDidCreate: on(FileChangeType.Created),
      onDidDelete: on(FileChangeType.Deleted),
      dispose: () => fake.watchers--,
    };
  },
};

export const window = {
  showWarningMessage: (message: string): Promise<string | undefined> => {
    const { answer } = fake;
    fake.answer = undefined;
    fake.warnings.push(message);
    return Promise.resolve(answer);
  },
  withProgress: (
    { title }: { title: string },
    task: (progress: object, token: object) => Promise<unknown>,
  ): Promise<unknown> => {
    const cancelled = new EventEmitter<void>();
    fake.progress.push({ title, cancel: () => cancelled.fire() });
    return task({}, { onCancellationRequested: cancelled.event });
  },
};
