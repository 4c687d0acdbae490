/** One editor's time with the server: what it can do, what it has open and set, and what it has been told. */
import type { CancellationToken, Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import {
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
} from 'vscode-languageserver';
import type { Analysis } from '../analysis';
import type { Keeper } from '../project/keeper';
import { type Overlay, overlay } from '../project/overlay';
import { isBelow } from '../project/paths';
import { type Source, sourceOf } from '../project/source';
import { recorded, type Recorder } from '../project/trace';
import type { FilePath, FileSystem } from '../project/types';
import { SKIPPED_FOLDERS } from '../project/walk';
import type { Steps } from '../steps';
import { abilitiesOf, type ClientAbilities, serverCapabilities, watchedFiles } from './capabilities';
import { type Converter, isVirtual, type Lines, linesOf, toFolder, toPath, toUri } from './convert';
import { cached, type Disk } from '../project/disk';
import type { Git } from './compare';
import { Copies } from './copies';
import { Delivery } from './delivery';
import { Documents } from './documents';
import { type Diagnostics, KeptVerdict } from './kept-verdict';
import { Preparation } from './preparation';
import { allDiagnostics, amendedDiagnostics, sampledDiagnostics } from './problems';
import { workDone } from './progress';
import { Reports } from './reports';
import { availabilityRequests, type VirtualFilesParams } from './requests';
import { SemanticTokensResults } from './semantic-tokens';
import { defaultSettings } from './settings';
import { settingsFrom } from './user-settings';
import { VirtualFiles, virtualSource, withVirtualFiles } from './virtual-files';
import { type Knowledge, Workspace, type WorkspaceOptions } from './workspace';

/** What the server needs of the machine that it runs on. */
export interface Runtime {
  readonly fileSystem: FileSystem;
  readonly version?: string;
  /** Another one for another build of the same version. */
  readonly build?: string;
  /** The same files, for what may keep one waiting; by default, they are at hand. */
  readonly source?: Source;
  /** By default, there is none. */
  readonly git?: Git;
  /** By default, nothing is kept. */
  readonly keeper?: Keeper;
  /** Called once, when all has been judged and nothing has been typed for a while: for what must not keep anybody waiting. */
  readonly rested?: () => void;
}

/** Milliseconds between the last keystroke and the verdict; more where a verdict takes longer than that and nobody waits for it. */
const PAUSE = 150;
const LONGEST_PAUSE = 1500;

/** Milliseconds without a keystroke, once all is known, after which nobody is expected to type within the next few. */
const REST = 2000;

export class Session {
  /** Until `initialize` has told more: a client that can do nothing. */
  client: ClientAbilities = abilitiesOf({ processId: null, rootUri: null, capabilities: {} });
  readonly fileSystem: Overlay;
  readonly workspace: Workspace;
  readonly documents = new Documents();
  readonly copies: Copies;
  readonly source: Source;
  readonly semanticTokens = new SemanticTokensResults();
  readonly converter: Converter;
  /** Settled once the editor's settings are known: no answer is given before. */
  readonly ready: Promise<void>;
  readonly delivery: Delivery;
  /** All that is there without the editor's texts: on the disk, and in folders that are on none. */
  private readonly disk: Disk;
  private readonly virtual = new VirtualFiles();
  private readonly reports = new Reports();
  private readonly telling = new Preparation(() => this.tell());
  private readonly preparation = new Preparation(
    () => this.workspace.preparing(),
    () => workDone(this.connection, this.client, 'judging the configuration'),
  );
  private readonly indexing = new Preparation(
    () => this.workspace.indexing(),
    () => workDone(this.connection, this.client, 'looking for names'),
  );
  private readonly amendable = new Preparation(() => this.workspace.makingAmendable());
  private readonly rehearsal = new Preparation(() => this.workspace.rehearsing());
  private readonly keeping = new Preparation(() => this.keep());
  /** What the workspace reads. */
  private readonly recorder: Recorder;
  /** What the editor has said of itself. */
  private introduction: InitializeParams | undefined;
  private kept: KeptVerdict | undefined;
  private readonly lines = new Map<FilePath, { readonly text: string; readonly lines: Lines }>();
  private folders: readonly FilePath[] = [];
  private configured: Promise<void> = Promise.resolve();
  private isReady: () => void = () => undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** When that goes off. */
  private due = 0;
  /** What has been told is what is true of the texts of the moment; or it has been tried in vain to tell it without judging all of them. */
  private isTold = false;
  /** It has been told from all of them. */
  private isJudged = false;
  private amending: ReturnType<typeof setImmediate> | undefined;
  /** Until the server has come to rest for the first time. */
  private resting: ReturnType<typeof setTimeout> | undefined;
  private rested: (() => void) | undefined;
  /** How often, at the moment, all is made ready for edits to be told, from what has just been judged. */
  private gettingReady = 0;
  /** What the editor's lenses and hints were drawn from. */
  private drawn: readonly Analysis[] = [];

  constructor(
    private readonly connection: Connection,
    private readonly runtime: Runtime,
  ) {
    this.rested = runtime.rested;
    this.disk = cached(withVirtualFiles(runtime.fileSystem, this.virtual));
    this.fileSystem = overlay(this.disk, this.documents.texts);
    this.recorder = recorded(this.fileSystem);
    const { recorder: fileSystem, documents } = this;
    const openFiles = (): Iterable<FilePath> => documents.files();
    this.source = virtualSource(runtime.source ?? sourceOf(runtime.fileSystem), sourceOf(this.virtual));
    this.copies = new Copies({ source: this.source, texts: documents.texts, changed: () => this.copiesChanged() });
    const copies: WorkspaceOptions['copies'] = (paths, own, dialect) => this.copies.known(paths, own, dialect);
    const isPending = (path: FilePath): boolean => this.isPending(path);
    this.workspace = new Workspace({ fileSystem, openFiles, copies, isPending }, defaultSettings);
    this.converter = {
      lines: (file) => this.linesOf(file),
      uri: (file) => documents.get(file)?.uri ?? toUri(file),
      version: (file) => documents.get(file)?.version,
    };
    this.delivery = new Delivery(connection, this.reports, {
      converter: this.converter,
      pulls: () => this.client.pullsDiagnostics,
      refreshes: () => this.client.diagnosticsRefresh,
      isOpen: (file) => this.documents.get(file) !== undefined,
      asked: () => this.amendSoon(),
    });
    this.ready = new Promise((resolve) => (this.isReady = resolve));
    documents.listen(connection, {
      opened: (file) => {
        this.delivery.opened(file);
        this.workspace.openFilesChanged();
        this.copies.refresh();
        // A file that has just come may be opened before anybody has told of it.
        const isNews = this.disk.changed([file]).length > 0;
        if (!isNews && this.fileSystem.readFile(file) === this.disk.readFile(file)) this.schedule();
        else this.textsChanged();
      },
      closed: (file, text) => {
        this.delivery.closed(file);
        this.semanticTokens.forget(file);
        this.workspace.openFilesChanged();
        this.disk.changed([file]);
        if (this.disk.readFile(file)?.replace(/^\ufeff/, '') === text.replace(/^\ufeff/, '')) this.schedule();
        else this.textsChanged();
      },
      saved: (file) => {
        this.copies.refresh();
        // A client that tells of no changes may have had others while this file was being edited.
        if (this.client.watchedFilesRegistration) this.disk.changed([file]);
        else this.diskChanged();
        this.keepSoon();
      },
      textChanged: (file) => {
        this.workspace.textChanged(file);
        this.schedule();
        if (this.delivery.isAwaited) this.amendSoon();
      },
    });
  }

  initialize(params: InitializeParams): InitializeResult {
    this.client = abilitiesOf(params);
    this.introduction = params;
    const { workspaceFolders, rootUri, capabilities } = params;
    const uris = capabilities.workspace?.workspaceFolders ? workspaceFolders?.map(({ uri }) => uri) : undefined;
    this.folders = (uris ?? (rootUri ? [rootUri] : [])).map(toFolder);
    return {
      capabilities: serverCapabilities(this.client),
      serverInfo: { name: 'shinken-language-server', version: this.runtime.version },
    };
  }

  /** Once the editor listens: asks it for its settings, and to tell of changes. */
  async begin(): Promise<void> {
    const { connection, client } = this;
    if (client.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = removed.map(({ uri }) => toFolder(uri));
        this.disk.changed(gone.flatMap((folder) => this.virtual.forget(folder)));
        this.folders = [
          ...this.folders.filter((folder) => !gone.includes(folder)),
          ...added.map(({ uri }) => toFolder(uri)),
        ];
        void this.configure();
      });
    }
    await this.configure();
    this.isReady();
    try {
      if (client.configurationRegistration)
        await connection.client.register(DidChangeConfigurationNotification.type, {
          section: ['shinken', 'files.exclude'],
        });
      if (client.watchedFilesRegistration)
        await connection.client.register(DidChangeWatchedFilesNotification.type, watchedFiles);
    } catch (error) {
      connection.console.warn(`shinken: the editor will not tell of changes: ${String(error)}`);
    }
  }

  /** Takes the user's settings: asked for, where the editor answers, else as it sends them. The last call has the last word. */
  configure(sent?: unknown): Promise<void> {
    this.configured = this.configured.then(async () => {
      const { connection, client, folders } = this;
      const { given, settingsOf } = await settingsFrom(connection, client, folders, sent);
      this.workspace.configure(folders, settingsOf);
      const kept = this.keptUnder(given);
      if (kept?.key !== this.kept?.key) this.kept = kept;
      this.copies.forget();
      this.copiesChanged();
    });
    return this.configured;
  }

  /** Paths have changed on the disk; without any, all may have. */
  diskChanged(paths?: readonly FilePath[]): void {
    if (!paths) {
      this.disk.changedAnywhere();
      this.textsChanged();
      return;
    }
    const relevant = new Set(paths.filter((path) => this.isRelevant(path)));
    if (this.disk.changed(paths).some((path) => relevant.has(path))) this.textsChanged();
  }

  /** Takes files of folders that are on no disk. Those of a folder that is not complete are no news yet. */
  receive({ files, complete = [] }: VirtualFilesParams): void {
    const changed = files.flatMap(({ uri, text }) => this.virtual.update(toPath(uri), text));
    const isComplete = complete.filter((uri) => this.virtual.completed(toFolder(uri))).length > 0;
    if (isComplete) this.diskChanged();
    else this.diskChanged(changed.filter((path) => !this.isPending(path)));
  }

  /** Nothing can be said of what is in a folder on no disk while not all of its files are known. */
  isPending(path: FilePath): boolean {
    return isVirtual(path) && !this.virtual.isKnown(path);
  }

  private textsChanged(): void {
    this.workspace.filesChanged();
    this.recorder.forget();
    this.copies.refresh();
    this.schedule();
  }

  private copiesChanged(): void {
    this.workspace.copiesChanged();
    this.schedule();
  }

  /** Only what a configuration may read: folders, and files by their names, or because one has been looked for. */
  private isRelevant(path: FilePath): boolean {
    if (path.split('/').some((part) => SKIPPED_FOLDERS.has(part))) return false;
    // The editor's text counts, whatever happens on the disk; that is looked at when the document is closed.
    if (this.documents.get(path)) return false;
    if (/\.(?:cfg|trig)$/.test(path) || this.workspace.knows(path)) return true;
    return this.disk.isFolder(path);
  }

  /** What is known of a file, or of the first configuration in or around a folder. */
  knowledge(path: FilePath): Knowledge {
    if (this.fileSystem.kind(path) !== 'directory') return this.workspace.of(path);
    const near = ({ analysis: { project } }: Knowledge): boolean => {
      return isBelow(path, project.cwd) || isBelow(project.cwd, path);
    };
    return this.workspace.all().find(near) ?? this.workspace.of(path);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    clearImmediate(this.amending);
    this.invalidate();
    this.amendable.invalidate();
    this.copies.stop();
  }

  /** Settled once all is known of the texts of the moment, or the editor has stopped waiting. */
  prepared(token: CancellationToken): Promise<void> {
    return this.settled(token, () => this.prepare());
  }

  /** The same, once it is known as well where every name is said. */
  indexed(token: CancellationToken): Promise<void> {
    return this.settled(token, async () => (await this.prepare()) && (await this.indexing.run()));
  }

  /** What can be told at once comes first. */
  private async prepare(): Promise<boolean> {
    return (await this.telling.run()) && this.preparation.run();
  }

  /** `work` is done again until nothing has overtaken it. */
  private async settled(token: CancellationToken, work: () => Promise<boolean>): Promise<void> {
    await this.ready;
    const cancelled = new Promise<true>((resolve) => token.onCancellationRequested(() => resolve(true)));
    const done = async (): Promise<boolean> => {
      try {
        return await work();
      } catch (error) {
        // Whoever asks for what could not be worked out will hear of it.
        this.log(error);
        return true;
      }
    };
    while (!token.isCancellationRequested && !(await Promise.race([done(), cancelled])));
  }

  log(error: unknown): void {
    this.connection.console.error(
      `shinken: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }

  private invalidate(): void {
    this.telling.invalidate();
    this.preparation.invalidate();
    this.indexing.invalidate();
    this.rehearsal.invalidate();
    this.keeping.invalidate();
    clearTimeout(this.resting);
    this.isTold = false;
    this.isJudged = false;
  }

  /** Judges and publishes once the user pauses. */
  private schedule(): void {
    this.invalidate();
    this.delivery.expectNews();
    this.publishIn(Math.min(Math.max(PAUSE, this.preparation.duration), LONGEST_PAUSE));
  }

  private publishIn(pause: number): void {
    clearTimeout(this.timer);
    this.due = performance.now() + pause;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.publish();
    }, pause);
  }

  /** Of several changes that come at once only the last one counts. */
  private amendSoon(): void {
    clearImmediate(this.amending);
    this.amending = setImmediate(() => void this.amend());
  }

  /** Delivers what has become of the problems, where that can be told without judging all; that is done nevertheless, in the pause. */
  private async amend(): Promise<void> {
    try {
      const diagnostics = amendedDiagnostics(this);
      if (diagnostics) {
        this.isTold = true;
        this.delivery.deliver(this.reports.updateSome(diagnostics));
        return;
      }
      // Then this is called again.
      if (this.gettingReady > 0) return;
      await this.ready;
      const isLate = (await this.telling.run()) && this.delivery.isAwaited;
      if (isLate && this.timer && this.due - performance.now() > PAUSE) this.publishIn(PAUSE);
    } catch (error) {
      this.log(error);
    }
  }

  /** Where a verdict is kept that rests on these settings too, if anywhere. */
  private keptUnder(settings: unknown): KeptVerdict | undefined {
    const { keeper, version, build } = this.runtime;
    const { capabilities, initializationOptions } = this.introduction ?? {};
    const folder = this.client.storage;
    // What is in a folder on no disk is not known when it is opened.
    const isOnDisk = this.folders.length > 0 && !this.folders.some(isVirtual);
    if (!keeper || folder === undefined || !isOnDisk) return undefined;
    const told = [version, build, capabilities, initializationOptions, this.folders, settings];
    return new KeptVerdict(keeper, folder, JSON.stringify(told));
  }

  /** Tells what was found the last time, where that still holds, or what can be told from a part of everything. */
  private *tell(): Steps<void> {
    if (this.isTold) return;
    const known = this.kept && (yield* this.kept.recalling(this.fileSystem, this.documents.files()));
    const found = known ?? (yield* this.sampling());
    this.isTold = true;
    if (!found) return;
    const changed = this.reports.update(found);
    this.workspace.told(changed);
    this.delivery.deliver(changed);
  }

  /** Whatever goes wrong here keeps nobody from judging everything. */
  private *sampling(): Steps<Diagnostics | undefined> {
    try {
      return yield* sampledDiagnostics(this);
    } catch (error) {
      this.log(error);
      return undefined;
    }
  }

  private keepSoon(): void {
    if (!this.isJudged) return;
    this.keeping.invalidate();
    this.keeping.run().catch((error: unknown) => this.log(error));
  }

  /** Keeps the verdict on what is on the disk: what is typed and not saved will not be there the next time. */
  private *keep(): Steps<void> {
    const { kept, workspace, folders } = this;
    const all = workspace.all();
    // Copies are not read by the workspace; and where there is no main file, any text may make one of a file.
    const isAllRead = all.every(({ analysis, settings }) => {
      return settings.copies.length === 0 && analysis.project.mains.length > 0;
    });
    if (!kept || !isAllRead) return;
    const isInSight = (file: FilePath): boolean => {
      return folders.some((folder) => isBelow(folder, file)) && !workspace.isExcluded(file);
    };
    const read = all.flatMap(({ analysis }) => [...analysis.project.files.keys()]);
    const files = new Set(read.filter(isInSight));
    // Files that are open by themselves bring their own configurations, and verdicts; what is out of sight is shown while it is open.
    const isSaved = (file: FilePath): boolean => this.fileSystem.readFile(file) === this.disk.readFile(file);
    if (![...this.documents.files()].every((file) => files.has(file) && isSaved(file))) return;
    yield* kept.keeping(this.recorder, files, this.reports.all());
  }

  private async publish(): Promise<void> {
    await this.ready;
    try {
      // Otherwise a text has changed meanwhile, for which this is called again.
      if (!(await this.prepare())) return;
      const changed = this.reports.update(allDiagnostics(this));
      this.isJudged = true;
      this.workspace.reported();
      this.delivery.deliver(changed);
      this.redraw();
      void this.getReady().catch((error: unknown) => this.log(error));
      if (this.client.availability) void this.connection.sendNotification(availabilityRequests.changed, {});
    } catch (error) {
      this.log(error);
      // Whoever waits hears what was true before.
      this.delivery.deliver([]);
    }
  }

  /** Makes ready to tell of edits from what has been judged, and keeps that. */
  private async getReady(): Promise<void> {
    this.amendable.invalidate();
    this.gettingReady++;
    const isDone = await this.amendable.run().finally(() => this.gettingReady--);
    if (!isDone) return;
    // Whoever has typed on meanwhile need not wait for the next verdict.
    if (this.delivery.isAwaited) await this.amend();
    if (this.isJudged) await this.rehearsal.run();
    this.keepSoon();
    this.restSoon();
  }

  private restSoon(): void {
    if (!this.isJudged || !this.rested) return;
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      const { rested } = this;
      this.rested = undefined;
      rested?.();
    }, REST);
  }

  /** A lens, a hint or a colour may tell of another file than the one that it is shown in: the editor does not know when to ask for it again. */
  private redraw(): void {
    const analyses = this.workspace.all().map(({ analysis }) => analysis);
    if (analyses.length === this.drawn.length && analyses.every((one, index) => one === this.drawn[index])) return;
    this.drawn = analyses;
    const requests = [
      ...(this.client.codeLensRefresh ? [CodeLensRefreshRequest.type] : []),
      ...(this.client.inlayHintRefresh ? [InlayHintRefreshRequest.type] : []),
      ...(this.client.semanticTokensRefresh ? [SemanticTokensRefreshRequest.type] : []),
    ];
    for (const request of requests) void this.connection.sendRequest(request).catch(() => undefined);
  }

  private linesOf(file: FilePath): Lines {
    const text = this.fileSystem.readFile(file) ?? '';
    const known = this.lines.get(file);
    if (known?.text === text) return known.lines;
    const open = this.documents.get(file) !== undefined;
    const hidden = open ? this.fileSystem.hiddenBefore(file) : text.startsWith('\ufeff') ? 1 : 0;
    const lines = linesOf(text, hidden);
    this.lines.set(file, { text, lines });
    return lines;
  }
}
