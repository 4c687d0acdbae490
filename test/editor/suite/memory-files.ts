import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
} from 'vscode';

/** Files in memory, that VS Code is told of as an extension for a remote machine would. */
export class MemoryFiles implements FileSystemProvider {
  private readonly texts = new Map<string, Uint8Array>();
  private readonly changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;

  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) this.texts.set(path, new TextEncoder().encode(text));
  }

  watch(): Disposable {
    return new Disposable(() => undefined);
  }
  stat(uri: Uri): FileStat {
    const size = this.texts.get(uri.path)?.length;
    if (size === undefined && this.below(uri).length === 0) throw FileSystemError.FileNotFound(uri);
    return {
      type: size === undefined ? FileType.Directory : FileType.File,
      ctime: 0,
      mtime: Date.now(),
      size: size ?? 0,
    };
  }
  readDirectory(uri: Uri): [string, FileType][] {
    const found = this.below(uri);
    if (found.length === 0) throw FileSystemError.FileNotFound(uri);
    return [
      ...new Map(
        found.map((path): [string, FileType] => {
          const [name = '', ...more] = path.split('/');
          return [name, more.length > 0 ? FileType.Directory : FileType.File];
        }),
      ),
    ];
  }
  readFile(uri: Uri): Uint8Array {
    const found = this.texts.get(uri.path);
    if (!found) throw FileSystemError.FileNotFound(uri);
    return found;
  }
  writeFile(uri: Uri, content: Uint8Array): void {
    const type = this.texts.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created;
    this.texts.set(uri.path, content);
    this.changed.fire([{ type, uri }]);
  }
  delete(uri: Uri): void {
    for (const path of [uri.path, ...this.below(uri).map((name) => `${uri.path}/${name}`)]) this.texts.delete(path);
    this.changed.fire([{ type: FileChangeType.Deleted, uri }]);
  }
  /** Folders are there once they hold something. */
  createDirectory(): void {
    return;
  }
  rename(from: Uri, to: Uri): void {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }

  private below({ path }: Uri): string[] {
    const base = path.endsWith('/') ? path : `${path}/`;
    return [...this.texts.keys()].filter((file) => file.startsWith(base)).map((file) => file.slice(base.length));
  }
}
