/** An editor without a window, at the other end of a language server's pipes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type Position,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { serverArguments, serverFlags } from '../client/src/server-process';
import type { Question, Reading } from './probe';

/** What VS Code tells of itself, as far as the server makes something of it. */
const capabilities: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: {},
    synchronization: { didSave: true },
    completion: {
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        resolveSupport: { properties: ['documentation', 'detail'] },
      },
      completionList: { itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'data'] },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] } },
  },
  window: { workDoneProgress: true },
};

/** Milliseconds of processor time in a second that being asked twice costs by itself; and seconds after which nobody waits any longer. */
const RESTING = 5;
const MOST_TRIES = 60;

export interface EditorOptions {
  /** The server's script. */
  readonly server: string;
  readonly folder: string;
  /** Where the server may keep what it has found. */
  readonly storage?: string;
  /** Where it may keep its own code. */
  readonly code?: string;
  /** Loaded into the server, for `ask`. */
  readonly probe?: string;
}

export class Editor {
  private readonly child: ChildProcess;
  private readonly connection: ProtocolConnection;
  private readonly documents = new Map<string, TextDocument>();

  /** Starts a server, and opens a folder. */
  static async start(options: EditorOptions): Promise<Editor> {
    const editor = new Editor(options);
    const uri = pathToFileURL(options.folder).href;
    const params: InitializeParams = {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: path.basename(options.folder) }],
      capabilities,
      initializationOptions: { storage: options.storage },
    };
    await editor.connection.sendRequest('initialize', params);
    await editor.connection.sendNotification('initialized', {});
    return editor;
  }

  private constructor(private readonly options: EditorOptions) {
    const { server, code, probe } = options;
    const how = [...serverFlags, ...(probe === undefined ? [] : ['--expose-gc', '--require', probe])];
    this.child = spawn(process.execPath, [...how, server, ...serverArguments(code), '--stdio'], {
      stdio: ['pipe', 'pipe', 'ignore', ...(probe === undefined ? [] : (['ipc'] as const))],
    });
    const { stdin, stdout } = this.child;
    if (!stdin || !stdout) throw new Error(`${server} has no pipes`);
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) =>
      items.map(() => null),
    );
    const others = ['client/registerCapability', 'window/workDoneProgress/create', 'workspace/diagnostic/refresh'];
    for (const method of others) this.connection.onRequest(method, () => null);
    this.connection.listen();
  }

  /** Opens a file of the folder. */
  async open(name: string): Promise<void> {
    const file = path.join(this.options.folder, name);
    const document = TextDocument.create(pathToFileURL(file).href, 'shinken', 1, readFileSync(file, 'utf8'));
    this.documents.set(name, document);
    const { uri, languageId, version } = document;
    const textDocument = { uri, languageId, version, text: document.getText() };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  text(name: string): string {
    return this.document(name).getText();
  }

  /** Types something over what is there between two offsets. */
  async type(name: string, start: number, end: number, text: string): Promise<void> {
    const document = this.document(name);
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    TextDocument.update(document, [{ range, text }], document.version + 1);
    const { uri, version } = document;
    const contentChanges = [{ range, text }];
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  /** The problems of an open file as it is now: waits until the server knows them. */
  async diagnostics(name: string): Promise<readonly Diagnostic[]> {
    const report = await this.about<DocumentDiagnosticReport>('textDocument/diagnostic', name);
    if (report.kind !== 'full') throw new Error(`${name}: a full report was asked for`);
    return report.items;
  }

  /** A question about an open file, or about a place in it. */
  about<Result>(method: string, name: string, offset?: number, more: object = {}): Promise<Result> {
    const document = this.document(name);
    const position: Position | undefined = offset === undefined ? undefined : document.positionAt(offset);
    return this.request(method, { textDocument: { uri: document.uri }, ...(position && { position }), ...more });
  }

  request<Result>(method: string, params: object): Promise<Result> {
    return this.connection.sendRequest<Result>(method, params);
  }

  /** A question that no server knows: it is answered as soon as the server listens at all. */
  async knock(): Promise<void> {
    await this.connection.sendRequest('bench/knock', {}).catch(() => undefined);
  }

  /** What the process knows of itself; only with `probe`. */
  ask(question: Question): Promise<Reading> {
    return new Promise((resolve, reject) => {
      const gone = (): void => reject(new Error('the server is gone'));
      this.child.once('message', (reading: Reading) => {
        this.child.off('exit', gone);
        resolve(reading);
      });
      this.child.once('exit', gone);
      this.child.send(question);
    });
  }

  /** Waits until the server does nothing any more, now that nobody asks: what it does behind its first answers, and collecting garbage, is over. */
  async rest(): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const { cpu } = await this.ask({ collect: false });
      await sleep(1000);
      if ((await this.ask({ collect: false })).cpu - cpu < RESTING) return;
    }
  }

  async stop(): Promise<void> {
    const gone = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
    const isGone = this.child.exitCode !== null || this.child.signalCode !== null;
    this.connection.dispose();
    this.child.kill('SIGKILL');
    if (!isGone) await gone;
  }

  private document(name: string): TextDocument {
    const document = this.documents.get(name);
    if (!document) throw new Error(`${name} is not open`);
    return document;
  }
}

/** Runs something with an editor that has files open, once its server knows all and has come to rest, and ends that. */
export async function withEditor<Result>(
  options: EditorOptions & { readonly probe: string },
  names: readonly string[],
  work: (editor: Editor) => Promise<Result>,
): Promise<Result> {
  const editor = await Editor.start(options);
  try {
    for (const name of names) await editor.open(name);
    for (const name of names) await editor.diagnostics(name);
    await editor.rest();
    return await work(editor);
  } finally {
    await editor.stop();
  }
}
