/** How problems get to the editor: it asks for them where it can, and is told of the others. */
import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type PublishDiagnosticsParams,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { FilePath } from '../project/types';
import type { Converter } from './convert';
import { NOTHING, type Report, type Reports } from './reports';

export interface DeliveryOptions {
  readonly converter: Converter;
  /** Whether the editor asks for the problems of what it has open. */
  readonly pulls: () => boolean;
  /** Whether it can be told to ask again. */
  readonly refreshes: () => boolean;
  readonly isOpen: (file: FilePath) => boolean;
  /** Called when somebody asks for what is not delivered yet: what can be told at once may be. */
  readonly asked: () => void;
}

/** Milliseconds after which what was said of a file that has been closed is said again; see `closed`. */
const AFTER_CLOSE = 300;

/**
 * An editor that asks for the problems of a document gets them when it asks; one that asks for those of the workspace gets them, for as
 * long as it waits, whenever they change: its question is left open, so that nobody need ask again and again. What nobody asks for is
 * published.
 */
export class Delivery {
  private readonly published = new Map<FilePath, string>();
  /** What the editor has been given of documents, by the id of the report. */
  private readonly given = new Map<FilePath, string>();
  private readonly streams = new Set<Stream>();
  /** The editor has asked for the problems of the workspace, and will again. */
  private asksForAll = false;
  private waiting: (() => void)[] = [];
  private isFresh = false;

  constructor(
    private readonly connection: Connection,
    private readonly reports: Reports,
    private readonly options: DeliveryOptions,
  ) {}

  /** Somebody waits for what is to be delivered, or has to be told of it. */
  get isAwaited(): boolean {
    return this.waiting.length > 0 || !this.options.pulls();
  }

  /** What is known is about to change: answers wait for `deliver`. */
  expectNews(): void {
    this.isFresh = false;
  }

  /** The reports are those of the texts of the moment, and those of some files are others than before. */
  deliver(changed: readonly FilePath[]): void {
    this.isFresh = true;
    for (const answer of this.waiting.splice(0)) answer();
    for (const stream of this.streams) stream.send(changed);
    for (const file of changed) this.publish(file);
    if (!this.options.pulls() || !this.options.refreshes()) return;
    // What has just been waited for is on its way before anybody looks whether an open document lacks something.
    setImmediate(() => {
      const isBehind = (file: FilePath): boolean => {
        return this.options.isOpen(file) && this.given.get(file) !== this.reports.of(file).id;
      };
      if (changed.some(isBehind)) void this.connection.languages.diagnostics.refresh().catch(() => undefined);
    });
  }

  /** What was published of a file is taken back from an editor that now asks for it. */
  opened(file: FilePath): void {
    this.publish(file);
  }

  /**
   * VS Code asks for a document's problems a last time when it closes it, keeps the answer to itself, and does not look at what it is told
   * of the workspace meanwhile. So that is said again a moment later.
   */
  closed(file: FilePath): void {
    this.given.delete(file);
    this.publish(file);
    for (const stream of this.streams) stream.forget(file);
    setTimeout(() => {
      if (this.isFresh && !this.options.isOpen(file)) for (const stream of this.streams) stream.send([file]);
    }, AFTER_CLOSE).unref();
  }

  /** The problems of a document as it is now. */
  async ofDocument(
    file: FilePath,
    { previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    await this.fresh(token);
    const { id, diagnostics } = this.reports.of(file);
    if (!token.isCancellationRequested) this.given.set(file, id);
    return id === previousResultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id }
      : { kind: DocumentDiagnosticReportKind.Full, resultId: id, items: [...diagnostics] };
  }

  /** The problems of all files that have others than the editor knows; with somebody to hear of them, from now on until it has had enough. */
  async ofWorkspace(
    { previousResultIds }: WorkspaceDiagnosticParams,
    fileOf: (uri: string) => FilePath,
    token: CancellationToken,
    listener: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    this.asksForAll = true;
    await this.fresh(token);
    for (const file of [...this.published.keys()]) this.publish(file);
    const known = new Map(previousResultIds.map(({ uri, value }) => [fileOf(uri), value]));
    return new Promise((resolve) => {
      const end = (report: WorkspaceDiagnosticReport): void => {
        this.streams.delete(stream);
        resolve(report);
      };
      const tell = (items: WorkspaceDocumentDiagnosticReport[]): void => {
        if (listener) listener.report({ items });
        else end({ items });
      };
      const stream = new Stream(this.reports, this.options.converter, known, tell);
      if (token.isCancellationRequested) {
        end({ items: [] });
        return;
      }
      token.onCancellationRequested(() => end({ items: [] }));
      this.streams.add(stream);
      stream.send([...known.keys(), ...this.reports.files()]);
    });
  }

  /** Waits until there is something to say of the texts of the moment, or nobody wants to hear it any more. */
  private fresh(token: CancellationToken): Promise<void> {
    if (this.isFresh || token.isCancellationRequested) return Promise.resolve();
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      token.onCancellationRequested(() => resolve());
      this.options.asked();
    });
  }

  /** Publishes what the editor does not ask for, unless it knows that. */
  private publish(file: FilePath): void {
    const { converter, pulls, isOpen } = this.options;
    const isAskedFor = pulls() && (this.asksForAll || isOpen(file));
    const { id, diagnostics }: Report = isAskedFor ? NOTHING : this.reports.of(file);
    if ((this.published.get(file) ?? NOTHING.id) === id) return;
    if (id === NOTHING.id) this.published.delete(file);
    else this.published.set(file, id);
    const version = converter.version(file);
    const params: PublishDiagnosticsParams = { uri: converter.uri(file), diagnostics: [...diagnostics] };
    void this.connection.sendDiagnostics(version === undefined ? params : { ...params, version });
  }
}

/** One open question for the problems of the workspace. */
class Stream {
  /** `known`: the ids of what the editor knows of files; `tell` is called with what is new to it. */
  constructor(
    private readonly reports: Reports,
    private readonly converter: Converter,
    private readonly known: Map<FilePath, string>,
    private readonly tell: (items: WorkspaceDocumentDiagnosticReport[]) => void,
  ) {}

  send(files: readonly FilePath[]): void {
    const items = [...new Set(files)].flatMap((file): WorkspaceDocumentDiagnosticReport[] => {
      const { id, diagnostics } = this.reports.of(file);
      if ((this.known.get(file) ?? NOTHING.id) === id) return [];
      this.known.set(file, id);
      const items: Diagnostic[] = [...diagnostics];
      const { converter } = this;
      const version = converter.version(file) ?? null;
      return [{ kind: DocumentDiagnosticReportKind.Full, uri: converter.uri(file), version, resultId: id, items }];
    });
    if (items.length > 0) this.tell(items);
  }

  /** What the editor knows of a file may be anything. */
  forget(file: FilePath): void {
    this.known.set(file, 'unknown');
  }
}
