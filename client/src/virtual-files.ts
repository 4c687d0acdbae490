/** Sends the server what it cannot read itself: the files of workspace folders that are on no disk of this machine. */
import {
  type Disposable,
  FileSystemError,
  FileType,
  ProgressLocation,
  RelativePattern,
  Uri,
  window,
  workspace,
  type WorkspaceFolder,
} from 'vscode';
import type { VirtualFilesParams } from '../../server/src/lsp/requests';
import { Collector, type Entry, NotWhole, type Provider, readChanges, type Reading, readTree } from './remote-tree';

/** Milliseconds without a change before what has changed is read. */
const PAUSE = 300;

/** Milliseconds after which the user is shown what keeps them waiting. */
const PATIENCE = 2000;

export type Send = (params: VirtualFilesParams) => Promise<void>;

/** True for a folder whose files nobody but VS Code can read. */
export function isVirtual({ uri }: WorkspaceFolder): boolean {
  return uri.scheme !== 'file' && uri.query === '';
}

/** Keeps the server in step with all such folders, for as long as it runs. */
export class VirtualFiles implements Disposable {
  private readonly folders = new Map<string, RemoteFolder>();
  private readonly subscription = workspace.onDidChangeWorkspaceFolders(() => this.isRunning && this.update());
  private isRunning = false;

  constructor(private readonly send: Send) {}

  /** The server has started, and knows nothing. */
  begin(): void {
    this.end();
    this.isRunning = true;
    this.update();
  }

  /** The server is gone. */
  end(): void {
    this.isRunning = false;
    for (const folder of this.folders.values()) folder.dispose();
    this.folders.clear();
  }

  dispose(): void {
    this.end();
    this.subscription.dispose();
  }

  private update(): void {
    const open = new Map((workspace.workspaceFolders ?? []).filter(isVirtual).map((one) => [one.uri.toString(), one]));
    for (const [uri, folder] of this.folders) {
      if (open.has(uri)) continue;
      folder.dispose();
      this.folders.delete(uri);
    }
    for (const [uri, folder] of open) {
      if (!this.folders.has(uri)) this.folders.set(uri, new RemoteFolder(folder, this.send));
    }
  }
}

/** One such folder: read as a whole, and then whatever changes in it. */
export class RemoteFolder implements Disposable {
  private readonly stop = new AbortController();
  private readonly provider: Provider;
  private readonly changed = new Collector<string>(PAUSE, (paths) => this.follow(paths));
  private readonly subscriptions: readonly Disposable[];
  /** Settled once the folder has been read as far as it can be: what changes is sent after that. */
  private read: Promise<void>;
  /** Paths of the files that the server has. */
  private readonly sent = new Set<string>();

  constructor(
    private readonly folder: Pick<WorkspaceFolder, 'uri' | 'name'>,
    private readonly send: Send,
  ) {
    this.provider = providerOf(folder.uri);
    const files = workspace.createFileSystemWatcher(new RelativePattern(folder.uri, '**/*.{cfg,trig}'));
    // A folder that comes or goes with its files has no ending to know it by.
    const all = workspace.createFileSystemWatcher(new RelativePattern(folder.uri, '**'), false, true, false);
    const look = (uri: Uri): void => this.look(uri);
    this.subscriptions = [
      files,
      all,
      files.onDidChange(look),
      all.onDidCreate(look),
      all.onDidDelete(look),
      // Not everything that provides files tells of changes; what is done in this window is known all the same.
      workspace.onDidSaveTextDocument(({ uri }) => look(uri)),
      workspace.onDidCreateFiles((event) => event.files.forEach(look)),
      workspace.onDidDeleteFiles((event) => event.files.forEach(look)),
      workspace.onDidRenameFiles((event) =>
        event.files.forEach(({ oldUri, newUri }) => [oldUri, newUri].forEach(look)),
      ),
    ];
    this.read = this.readAll();
  }

  dispose(): void {
    this.stop.abort();
    this.changed.clear();
    for (const subscription of this.subscriptions) void subscription.dispose();
  }

  private async readAll(): Promise<void> {
    const { name, uri } = this.folder;
    const given = new AbortController();
    const signal = AbortSignal.any([this.stop.signal, given.signal]);
    const before = new Set(this.sent);
    this.sent.clear();
    try {
      const reading = this.reading(signal);
      await this.withPatience(readTree(this.provider, '', reading), given);
      const gone = [...before].filter((path) => !this.sent.has(path));
      reading.send(gone.map((path) => ({ path, text: null })));
      await this.send({ files: [], complete: [uri.toString()] });
    } catch (error) {
      if (this.stop.signal.aborted) return;
      for (const path of before) this.sent.add(path);
      const reason = given.signal.aborted ? 'reading it was stopped' : reasonOf(error);
      void this.offerAgain(`Shinken: nothing is said of problems in ${name}: ${reason}.`);
    }
  }

  private async offerAgain(message: string): Promise<void> {
    const again = 'Read Again';
    const answer = await window.showWarningMessage(message, again);
    if (answer === again && !this.stop.signal.aborted) this.read = this.readAll();
  }

  /** Shows that something takes its time, and lets the user end it. */
  private async withPatience(reading: Promise<void>, given: AbortController): Promise<void> {
    const timer = setTimeout(() => {
      const title = `Shinken: reading ${this.folder.name}`;
      const options = { location: ProgressLocation.Notification, title, cancellable: true };
      void window.withProgress(options, (_, token) => {
        token.onCancellationRequested(() => given.abort());
        return reading.catch(() => undefined);
      });
    }, PATIENCE);
    await reading.finally(() => clearTimeout(timer));
  }

  private look(uri: Uri): void {
    const path = pathIn(this.folder.uri, uri);
    if (path !== undefined) this.changed.add(path);
  }

  private async follow(paths: ReadonlySet<string>): Promise<void> {
    await this.read;
    try {
      await readChanges(this.provider, paths, this.reading(this.stop.signal));
    } catch (error) {
      if (!this.stop.signal.aborted)
        void this.offerAgain(`Shinken: what has changed in ${this.folder.name} is not known: ${reasonOf(error)}.`);
    }
  }

  private reading(signal: AbortSignal): Reading {
    const uriOf = (path: string): string => Uri.joinPath(this.folder.uri, path).toString();
    return {
      signal,
      send: (files) => {
        if (signal.aborted || files.length === 0) return;
        for (const { path, text } of files) {
          if (text === null) this.sent.delete(path);
          else this.sent.add(path);
        }
        void this.send({ files: files.map(({ path, text }) => ({ uri: uriOf(path), text })) });
      },
    };
  }
}

const reasonOf = (error: unknown): string => (error instanceof NotWhole ? error.message : String(error));

/** The path of a file from a folder; undefined for what is not in there, and for the folder itself. */
function pathIn(folder: Uri, { scheme, authority, path }: Uri): string | undefined {
  const base = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  const isInside = scheme === folder.scheme && authority === folder.authority && path.startsWith(base);
  return isInside && path.length > base.length ? path.slice(base.length) : undefined;
}

function providerOf(folder: Uri): Provider {
  const at = (path: string): Uri => (path === '' ? folder : Uri.joinPath(folder, path));
  return {
    kind: (path) => unlessMissing(workspace.fs.stat(at(path)).then(({ type }) => kindOf(type))),
    list: (path) =>
      unlessMissing(
        workspace.fs
          .readDirectory(at(path))
          .then((entries) =>
            entries.map(([name, type]) => ({ name, kind: kindOf(type), isLink: (type & FileType.SymbolicLink) !== 0 })),
          ),
      ),
    read: (path) => unlessMissing(workspace.fs.readFile(at(path))),
  };
}

function kindOf(type: FileType): Entry['kind'] {
  if ((type & FileType.Directory) !== 0) return 'folder';
  return (type & FileType.File) !== 0 ? 'file' : 'other';
}

/** A file may be gone by the time that one asks for it. */
async function unlessMissing<Result>(found: Thenable<Result>): Promise<Result | undefined> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}
