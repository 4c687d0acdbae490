import { type CancellationToken, commands, type Disposable, EventEmitter, Uri, workspace } from 'vscode';
import { LanguageClient, type LanguageClientOptions, State, TransportKind } from 'vscode-languageclient/node';
import {
  addSpareCommand,
  askValueCommand,
  availabilityRequests,
  completeOnCommand,
  generateSparesCommand,
  goToCommand,
  type InitializationOptions,
  parameterHintsCommand,
  renameAtCommand,
  revealFolderCommand,
  shareStatesCommand,
  showMapCommand,
  showPlacesCommand,
  type StatusParams,
  statusRequests,
  switchOffRuleCommand,
  virtualFilesNotification,
} from '../../server/src/lsp/requests';
import { LANGUAGE } from './detect';
import { linkToLines } from './rules-page';
import { serverArguments, serverFlags } from './server-process';
import { isVirtual, VirtualFiles } from './virtual-files';

/** Without one of these in the folder, and without an open file, there is nothing that the server could say. */
const MAIN_FILES = '**/{shinken,nagios}.cfg';

/** Paths of files and folders. */
export interface Places {
  /** The server's script. */
  readonly module: string;
  /** The file that explains the rules. */
  readonly rulesPage: string;
  /** Where the server may keep something of this workspace; undefined where no folder is open. */
  readonly storage: string | undefined;
  /** Where it may keep its own code as it has been compiled; undefined where no disk is at hand. */
  readonly code: string | undefined;
}

/** Documents of one kind of folder. */
interface Selector {
  readonly scheme: string;
  readonly language: string;
}

const selectorOf = (scheme: string): Selector => ({ scheme, language: LANGUAGE });

/** How URIs of documents begin that the server knows the folder of. */
const schemes = (): readonly string[] => [
  ...new Set([
    'file',
    'untitled',
    ...(workspace.workspaceFolders ?? []).filter(isVirtual).map(({ uri }) => uri.scheme),
  ]),
];

const remembers = (): boolean => workspace.getConfiguration('shinken').get('rememberProblems', true);

function clientOptions({ rulesPage, storage }: Places, documentSelector: Selector[]): LanguageClientOptions {
  const initializationOptions = (): InitializationOptions => ({
    clientCommands: [
      addSpareCommand,
      askValueCommand,
      completeOnCommand,
      generateSparesCommand,
      goToCommand,
      parameterHintsCommand,
      renameAtCommand,
      revealFolderCommand,
      shareStatesCommand,
      showMapCommand,
      showPlacesCommand,
      switchOffRuleCommand,
    ],
    rulesPage: Uri.file(rulesPage).toString(),
    availability: true,
    storage: remembers() ? storage : undefined,
  });
  return {
    documentSelector,
    initializationOptions,
    middleware: linkToLines(rulesPage),
    diagnosticPullOptions: { onChange: true },
  };
}

/** The language server: a process that is started at the first need of it, and only then. */
export class Server implements Disposable {
  private readonly client: LanguageClient;
  private readonly availability = new EventEmitter<void>();
  /** The client looks at it whenever it starts. */
  private readonly selector = schemes().map(selectorOf);
  private readonly subscriptions: readonly Disposable[];
  /** The answers to `availabilityRequests` may be others from now on. */
  readonly onAvailabilityChanged = this.availability.event;

  constructor(places: Places) {
    const server = { module: places.module, transport: TransportKind.ipc };
    const run = { ...server, args: serverArguments(places.code), options: { execArgv: [...serverFlags] } };
    // Whoever debugs the server wants it as it is on the disk.
    const debug = { ...server, options: { execArgv: [...serverFlags, '--nolazy', '--inspect=6009'] } };
    // The id is the section of `shinken.trace.server`.
    this.client = new LanguageClient('shinken', 'Shinken', { run, debug }, clientOptions(places, this.selector));
    const virtual = new VirtualFiles((params) =>
      this.client.sendNotification(virtualFilesNotification, params).catch(() => undefined),
    );
    this.subscriptions = [
      this.availability,
      virtual,
      this.client.onNotification(availabilityRequests.changed, () => this.availability.fire()),
      this.client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) virtual.begin();
        else virtual.end();
      }),
      workspace.onDidChangeWorkspaceFolders(() => void this.learnSchemes().catch(() => undefined)),
    ];
  }

  /** Starts the server with the first file in our language, or at once in a folder that holds a configuration. */
  startWhenNeeded(): Disposable {
    const hasLanguage = workspace.textDocuments.some((document) => document.languageId === LANGUAGE);
    if (hasLanguage || workspace.getConfiguration('shinken').get<string[]>('mainFiles', []).length > 0) this.begin();
    else void workspace.findFiles(MAIN_FILES, undefined, 1).then((files) => files.length > 0 && this.begin());
    return workspace.onDidOpenTextDocument((document) => {
      if (document.languageId === LANGUAGE) this.begin();
    });
  }

  /** Sends a request, to a server that is started for it if need be. */
  async request<Result>(method: string, params: object, token?: CancellationToken): Promise<Result> {
    await this.client.start();
    return token
      ? this.client.sendRequest<Result>(method, params, token)
      : this.client.sendRequest<Result>(method, params);
  }

  /** Whether some configuration reads a file, as far as a running server knows: none is started to find out. */
  async reads(uri: Uri): Promise<boolean> {
    if (this.client.state !== State.Running) return false;
    const params: StatusParams = { uri: uri.toString() };
    return (await this.client.sendRequest<boolean | null>(statusRequests.isRead, params)) === true;
  }

  /** What a reply holds, in VS Code's terms. */
  get convert(): LanguageClient['protocol2CodeConverter'] {
    return this.client.protocol2CodeConverter;
  }

  async restart(): Promise<void> {
    await this.client.restart();
  }

  async stop(): Promise<void> {
    await this.client.stop();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) void subscription.dispose();
    void this.client.dispose();
  }

  /** Whether documents with such a URI are the server's. */
  serves({ scheme }: Uri): boolean {
    return this.selector.some((one) => one.scheme === scheme);
  }

  /** A folder of a new kind has come: what a client listens to is fixed while it runs. */
  private async learnSchemes(): Promise<void> {
    const fresh = schemes().filter((scheme) => !this.selector.some((one) => one.scheme === scheme));
    if (fresh.length === 0) return;
    this.selector.push(...fresh.map(selectorOf));
    if (this.client.state === State.Running) await this.client.restart();
  }

  /** A failure to start is shown by the client itself. From now on there is something for our views to show. */
  private begin(): void {
    void commands.executeCommand('setContext', 'shinken.active', true);
    this.client.start().catch(() => undefined);
  }
}
