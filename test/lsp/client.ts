import { PassThrough } from 'node:stream';
import {
  CancellationTokenSource,
  type CancellationToken,
  type ClientCapabilities,
  CodeLensRefreshRequest,
  type ConfigurationParams,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  FileChangeType,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  InlayHintRefreshRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type Range,
  RegistrationRequest,
  SemanticTokensRefreshRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentPositionParams,
  type WorkspaceDiagnosticParams,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
  WorkDoneProgressCreateRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { availabilityRequests } from '../../server/src/lsp/requests';
import { type Runtime, startServer } from '../../server/src/lsp/server';
import type { FilePath, FileSystem } from '../../server/src/project/types';
import { memoryFileSystem, ROOT, workspace } from '../support/workspace';

/** What a modern editor can do. */
export const modern: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
  },
  textDocument: {
    completion: {
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
      },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    semanticTokens: {
      requests: { full: { delta: true }, range: true },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ['relative'],
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor'] } } },
    rename: { prepareSupport: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] } },
  },
};

/** The same, which asks for problems. */
export const asking: ClientCapabilities = {
  ...modern,
  workspace: { ...modern.workspace, diagnostics: { refreshSupport: true } },
  textDocument: { ...modern.textDocument, diagnostic: {} },
};

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  /** The section `shinken` of the user's settings, or a `SettingsAnswer`. */
  readonly settings?: unknown;
  /** The section `files.exclude`. */
  readonly excluded?: unknown;
  readonly initialize?: Partial<InitializeParams>;
  /** What the server's machine has besides its disk. */
  readonly runtime?: Partial<Runtime>;
}

/** The section `shinken` for a folder, now or later; without a folder, for all others. */
export type SettingsAnswer = (scopeUri: string | undefined) => unknown;

/** Somebody who has asked for the problems of the workspace. */
export interface Listener {
  /** All that has been said so far. */
  readonly heard: readonly WorkspaceDocumentDiagnosticReport[];
  /** The last that is said of a file and fulfils a condition. */
  report(
    file: string,
    fulfilled: (report: WorkspaceDocumentDiagnosticReport) => boolean,
  ): Promise<WorkspaceDocumentDiagnosticReport>;
  end(): Promise<void>;
}

/** An editor at the other end of the wire, with a disk in memory. */
export class Client {
  readonly result: Promise<InitializeResult>;
  /** Methods that the server has registered for. */
  readonly registered: string[] = [];
  settings: unknown;
  private readonly connection: ProtocolConnection;
  private readonly files: Map<FilePath, string>;
  private readonly documents = new Map<FilePath, TextDocument>();
  private readonly problems = new Map<string, Diagnostic[]>();
  /** How often problems of a file have been published. */
  readonly published = new Map<FilePath, number>();
  /** Notifications of our own and requests to draw anew that the server has sent, by method. */
  readonly heard: string[] = [];
  private waiting: (() => void)[] = [];

  constructor(
    declaration: string,
    { capabilities = modern, settings, excluded, initialize, runtime }: ClientOptions = {},
  ) {
    const { files } = workspace(declaration);
    this.files = new Map(files);
    this.settings = settings;
    const [up, down] = [new PassThrough(), new PassThrough()];
    const disk = (): FileSystem => memoryFileSystem(this.files);
    const fileSystem: FileSystem = {
      readFile: (file) => disk().readFile(file),
      kind: (file) => disk().kind(file),
      list: (file) => disk().list(file),
      realPath: (file) => disk().realPath(file),
    };
    startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), {
      fileSystem,
      version: '1.2.3',
      ...runtime,
    });
    this.connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    this.connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      this.problems.set(uri, diagnostics);
      const file = uri.replace(`file://${ROOT}/`, '');
      this.published.set(file, (this.published.get(file) ?? 0) + 1);
      this.waiting.splice(0).forEach((wake) => wake());
    });
    this.connection.onNotification(availabilityRequests.changed, () => {
      this.heard.push(availabilityRequests.changed);
    });
    const redraws = [
      CodeLensRefreshRequest.type,
      DiagnosticRefreshRequest.type,
      InlayHintRefreshRequest.type,
      SemanticTokensRefreshRequest.type,
      WorkDoneProgressCreateRequest.type,
    ];
    for (const { method } of redraws) this.connection.onRequest(method, () => void this.heard.push(method));
    this.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registered.push(...registrations.map(({ method }) => method));
    });
    this.connection.onRequest('workspace/configuration', async ({ items }: ConfigurationParams) => {
      const { settings } = this;
      const shinken = (scope?: string): unknown =>
        typeof settings === 'function' ? (settings as SettingsAnswer)(scope) : settings;
      return Promise.all(
        items.map(
          async ({ section, scopeUri }) => (section === 'shinken' ? await shinken(scopeUri) : excluded) ?? null,
        ),
      );
    });
    this.connection.listen();
    const params: InitializeParams = {
      processId: null,
      rootUri: `file://${ROOT}`,
      workspaceFolders: [{ uri: `file://${ROOT}`, name: 'shinken' }],
      capabilities,
      ...initialize,
    };
    this.result = this.connection.sendRequest(InitializeRequest.type, params).then(async (result) => {
      await this.connection.sendNotification(InitializedNotification.type, {});
      return result;
    });
  }

  uri(file: string): string {
    return file.includes(':') ? file : `file://${file.startsWith('/') ? file : `${ROOT}/${file}`}`;
  }
  /** What is in the editor, or on the disk. */
  text(file: string): string {
    return this.documents.get(file)?.getText() ?? this.files.get(`${ROOT}/${file}`) ?? '';
  }
  async open(file: string, text = this.text(file)): Promise<void> {
    await this.result;
    this.documents.set(file, TextDocument.create(this.uri(file), 'shinken', 1, text));
    const textDocument = { uri: this.uri(file), languageId: 'shinken', version: 1, text };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }
  /** Types a text in the place of another one, which stands there once. */
  async replace(file: string, before: string, after: string): Promise<void> {
    const document = this.documents.get(file);
    if (!document) throw new Error(`not open: ${file}`);
    const start = document.getText().indexOf(before);
    if (start < 0) throw new Error(`not there: ${before}`);
    const range = { start: document.positionAt(start), end: document.positionAt(start + before.length) };
    const version = document.version + 1;
    TextDocument.update(document, [{ range, text: after }], version);
    const params = { textDocument: { uri: this.uri(file), version }, contentChanges: [{ range, text: after }] };
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, params);
  }
  async close(file: string): Promise<void> {
    this.documents.delete(file);
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: this.uri(file) },
    });
  }
  /** Another program writes a file, or deletes it; the server is told, if it asked to be. */
  async write(file: string, text: string | undefined): Promise<void> {
    const path = file.startsWith('/') ? file : `${ROOT}/${file}`;
    const there = this.files.has(path);
    if (text === undefined) this.files.delete(path);
    else this.files.set(path, text);
    await this.tell(
      file,
      text === undefined ? FileChangeType.Deleted : there ? FileChangeType.Changed : FileChangeType.Created,
    );
  }
  /** A whole folder comes or goes: only the folder is told of. */
  async moveFolder(from: string, to: string | undefined): Promise<void> {
    for (const [path, text] of [...this.files]) {
      if (!path.startsWith(`${ROOT}/${from}/`)) continue;
      this.files.delete(path);
      if (to !== undefined) this.files.set(path.replace(`/${from}/`, `/${to}/`), text);
    }
    await this.tell(from, FileChangeType.Deleted);
    if (to !== undefined) await this.tell(to, FileChangeType.Created);
  }
  private async tell(file: string, type: FileChangeType): Promise<void> {
    if (!this.registered.includes(DidChangeWatchedFilesNotification.method)) return;
    await this.notify(DidChangeWatchedFilesNotification.method, { changes: [{ uri: this.uri(file), type }] });
  }

  async request<Result>(method: string, params: object, token?: CancellationToken): Promise<Result> {
    await this.result;
    return token
      ? this.connection.sendRequest<Result>(method, params, token)
      : this.connection.sendRequest<Result>(method, params);
  }
  async notify(method: string, params: object): Promise<void> {
    await this.connection.sendNotification(method, params);
  }
  /** The position of the first such text in a file, `plus` characters on. */
  at(file: string, text: string, plus = 0): TextDocumentPositionParams {
    const document = TextDocument.create('', '', 0, this.text(file));
    const start = this.text(file).indexOf(text);
    if (start < 0) throw new Error(`not there: ${text}`);
    return { textDocument: { uri: this.uri(file) }, position: document.positionAt(start + plus) };
  }
  /** The text of a range. */
  textIn(file: string, range: Range): string {
    return TextDocument.create('', '', 0, this.text(file)).getText(range);
  }

  /** The problems of a file once they fulfil a condition; by default, once there are any. */
  async diagnostics(
    file: string,
    fulfilled: (found: readonly Diagnostic[]) => boolean = (found) => found.length > 0,
  ): Promise<readonly Diagnostic[]> {
    const until = Date.now() + 5000;
    for (;;) {
      const found = this.problems.get(this.uri(file));
      if (found && fulfilled(found)) return found;
      const left = until - Date.now();
      if (left <= 0) throw new Error(`problems of ${file} are: ${JSON.stringify(found, undefined, 2)}`);
      await this.news(left);
    }
  }
  /** Asks for the problems of the workspace, and keeps listening until `end`. */
  async listen(previousResultIds: WorkspaceDiagnosticParams['previousResultIds'] = []): Promise<Listener> {
    await this.result;
    const heard: WorkspaceDocumentDiagnosticReport[] = [];
    const partialResultToken = `listener ${String(Math.random())}`;
    this.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, ({ items }) => {
      heard.push(...items);
      this.waiting.splice(0).forEach((wake) => wake());
    });
    const source = new CancellationTokenSource();
    const params: WorkspaceDiagnosticParams = { previousResultIds, partialResultToken };
    const answer = this.connection.sendRequest(WorkspaceDiagnosticRequest.type, params, source.token);
    return {
      heard,
      report: async (file, fulfilled) => {
        const find = (): WorkspaceDocumentDiagnosticReport | undefined => {
          return heard.findLast((report) => report.uri === this.uri(file) && fulfilled(report));
        };
        for (const until = Date.now() + 5000; !find() && Date.now() < until;) await this.news(until - Date.now());
        const found = find();
        if (!found) throw new Error(`heard of ${file}: ${JSON.stringify(heard, undefined, 2)}`);
        return found;
      },
      end: async () => {
        source.cancel();
        await answer;
      },
    };
  }
  /** Waits for the next thing that the server tells of problems. */
  private news(milliseconds: number): Promise<void> {
    return new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
  /** The codes of a file's problems once one is among them. */
  async codes(file: string, wanted: string): Promise<string[]> {
    const found = await this.diagnostics(file, (all) => all.some(({ code }) => code === wanted));
    return found.map(({ code }) => String(code));
  }
  /** The files once an edit is carried out; undefined for one that is gone. */
  applied({ changes, documentChanges }: WorkspaceEdit): Record<string, string | undefined> {
    const texts: Record<string, string | undefined> = {};
    const edit = (uri: string, edits: readonly { range: Range; newText: string }[]): void => {
      const file = uri.replace(`file://${ROOT}/`, '');
      const document = TextDocument.create('', '', 0, texts[file] ?? this.text(file));
      texts[file] = TextDocument.applyEdits(document, [...edits]);
    };
    for (const [uri, edits] of Object.entries(changes ?? {})) edit(uri, edits);
    for (const change of documentChanges ?? []) {
      if ('edits' in change) edit(change.textDocument.uri, change.edits as { range: Range; newText: string }[]);
      else if (change.kind === 'create') texts[change.uri.replace(`file://${ROOT}/`, '')] = '';
      else if (change.kind === 'delete') texts[change.uri.replace(`file://${ROOT}/`, '')] = undefined;
    }
    return texts;
  }

  /** The server stops as well: what it would do behind its last answer is nothing that another test should hear of. */
  dispose(): void {
    const end = (): void => this.connection.dispose();
    this.connection.sendRequest(ShutdownRequest.type).then(end, end);
  }
}
