import { type CancellationToken, commands, type Disposable, EventEmitter, Uri, workspace } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
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
  switchOffRuleCommand,
} from '../../server/src/lsp/requests';
import { LANGUAGE } from './detect';
import { linkToLines } from './rules-page';

/** Without one of these in the folder, and without an open file, there is nothing that the server could say. */
const MAIN_FILES = '**/{shinken,nagios}.cfg';

function clientOptions(rulesPage: string): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
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
  };
  return {
    documentSelector: [
      { scheme: 'file', language: LANGUAGE },
      { scheme: 'untitled', language: LANGUAGE },
    ],
    initializationOptions,
    middleware: linkToLines(rulesPage),
    diagnosticPullOptions: { onChange: true },
  };
}

/** The language server: a process that is started at the first need of it, and only then. */
export class Server implements Disposable {
  private readonly client: LanguageClient;
  private readonly availability = new EventEmitter<void>();
  /** The answers to `availabilityRequests` may be others from now on. */
  readonly onAvailabilityChanged = this.availability.event;

  /** `module`: the server's; `rulesPage`: the file that explains the rules. */
  constructor(module: string, rulesPage: string) {
    const run = { module, transport: TransportKind.ipc };
    const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
    // The id is the section of `shinken.trace.server`.
    this.client = new LanguageClient('shinken', 'Shinken', { run, debug }, clientOptions(rulesPage));
    this.client.onNotification(availabilityRequests.changed, () => this.availability.fire());
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
    this.availability.dispose();
    void this.client.dispose();
  }

  /** A failure to start is shown by the client itself. From now on there is something for our views to show. */
  private begin(): void {
    void commands.executeCommand('setContext', 'shinken.active', true);
    this.client.start().catch(() => undefined);
  }
}
