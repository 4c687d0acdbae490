/** The language server: one line a request. What a request means is in `features/`, what it looks like on the wire in `results.ts`. */
import {
  type CompletionItem,
  type Connection,
  type FormattingOptions,
  type TextDocumentIdentifier,
  type TextEdit,
} from 'vscode-languageserver';
import { completion, completionHelp, type Topic } from '../features/completion';
import { type Edit, formatDocument, type FormatOptions, formatOnType, formatRanges } from '../features/formatting';
import { hover } from '../features/hover';
import { semanticTokens } from '../features/semantic-tokens';
import { signatureHelp } from '../features/signature';
import type { FilePath, Place } from '../project/types';
import { listenForAnnotations } from './annotations';
import { answers as answering, converted } from './answers';
import { listenForCodeActions } from './code-actions';
import { askedAbout, toCompletionList, withHelp } from './completion';
import { type Lines, toLink, toLocation, toPath, toSpan, toWorkspaceEdit } from './convert';
import { noGit } from './compare';
import { toFormatOptions, toTextEdits } from './formatting';
import { customHandlers } from './handlers';
import { listenForNavigation } from './navigation';
import { virtualFilesNotification, type VirtualFilesParams } from './requests';
import * as results from './results';
import { type Runtime, Session } from './session';

export type { Runtime } from './session';

/** Answers the editor at the other end of the connection, until that ends. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const session = new Session(connection, runtime);
  const { converter, workspace, fileSystem } = session;
  const link = (place: Place): string => toLink(converter, place);
  const answers = answering(session);
  const { answer, atOnce, indexed, position } = answers;

  connection.onInitialize((params) => session.initialize(params));
  connection.onInitialized(() => session.begin());
  connection.onShutdown(() => session.stop());
  connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) => session.configure(settings));
  connection.onDidChangeWatchedFiles(({ changes }) => session.diskChanged(changes.map(({ uri }) => toPath(uri))));
  connection.onNotification(virtualFilesNotification, (params: VirtualFilesParams) => session.receive(params));
  connection.workspace.onDidCreateFiles(({ files }) => session.diskChanged(files.map(({ uri }) => toPath(uri))));
  connection.workspace.onDidDeleteFiles(({ files }) => session.diskChanged(files.map(({ uri }) => toPath(uri))));
  connection.workspace.onDidRenameFiles(({ files }) =>
    session.diskChanged(files.flatMap(({ oldUri, newUri }) => [toPath(oldUri), toPath(newUri)])),
  );

  connection.onCompletion(
    atOnce.atPosition((analysis, at, { context, textDocument }) => {
      const { dialect } = workspace.of(at.file).settings;
      const list = completion(analysis, at, { dialect, fileSystem, trigger: context?.triggerCharacter });
      const lines = converter.lines(at.file);
      const place = { uri: textDocument.uri, offset: at.offset };
      const help = (topic: Topic, label: string): string | undefined => completionHelp(analysis.project, topic, label);
      return converted(list, (found) => toCompletionList(lines, place, found, session.client, help));
    }),
  );
  const explained = atOnce.answer((item: CompletionItem) => {
    const asked = askedAbout(item);
    const project = asked && workspace.of(toPath(asked.uri)).analysis.project;
    return project && withHelp(item, completionHelp(project, asked.topic, item.label), session.client);
  });
  connection.onCompletionResolve(async (item) => (await explained(item)) ?? item);
  connection.onHover(
    // Of a definition it tells how often others say the name.
    indexed.atPosition((analysis, at) =>
      converted(hover(analysis, at, link), (found) => results.toHover(converter.lines(at.file), found, session.client)),
    ),
  );
  connection.onSignatureHelp(
    atOnce.atPosition((analysis, at) =>
      converted(signatureHelp(analysis, at), (found) => results.toSignatureHelp(found, session.client)),
    ),
  );
  connection.languages.semanticTokens.on(
    atOnce.inDocument((analysis, file) =>
      session.semanticTokens.full(file, converter.lines(file), semanticTokens(analysis, file)),
    ),
  );
  connection.languages.semanticTokens.onDelta(
    atOnce.inDocument((analysis, file, { previousResultId }) =>
      session.semanticTokens.delta(file, converter.lines(file), semanticTokens(analysis, file), previousResultId),
    ),
  );
  connection.languages.semanticTokens.onRange(
    atOnce.inDocument((analysis, file, { range }) => {
      const lines = converter.lines(file);
      return session.semanticTokens.range(lines, semanticTokens(analysis, file, toSpan(lines, range)));
    }),
  );
  /** The text alone counts: an editor that formats while it saves does not wait for a configuration to be judged. */
  const formatting = <Params extends { readonly textDocument: TextDocumentIdentifier; options: FormattingOptions }>(
    format: (text: string, options: FormatOptions, lines: Lines, params: Params) => readonly Edit[],
  ): ((params: Params) => Promise<TextEdit[] | null>) =>
    atOnce.answer((params) => {
      const file = toPath(params.textDocument.uri);
      const text = fileSystem.readFile(file);
      const options = toFormatOptions(workspace.settings(file), params.options);
      const lines = converter.lines(file);
      return text === undefined ? undefined : toTextEdits(lines, format(text, options, lines, params));
    });
  connection.onDocumentFormatting(formatting(formatDocument));
  connection.onDocumentRangeFormatting(
    formatting((text, options, lines, { range }) => formatRanges(text, options, [toSpan(lines, range)])),
  );
  connection.onDocumentRangesFormatting(
    formatting((text, options, lines, { ranges }) => {
      return formatRanges(
        text,
        options,
        ranges.map((range) => toSpan(lines, range)),
      );
    }),
  );
  connection.onDocumentOnTypeFormatting(
    formatting((text, options, lines, { position, ch }) => formatOnType(text, options, lines.offsetAt(position), ch)),
  );
  listenForAnnotations(connection, session, answers);
  listenForNavigation(connection, session, answers);

  const { delivery } = session;
  connection.languages.diagnostics.on((params, token) =>
    delivery.ofDocument(toPath(params.textDocument.uri), params, token),
  );
  connection.languages.diagnostics.onWorkspace((params, token, _, listener) =>
    delivery.ofWorkspace(params, toPath, token, listener),
  );
  listenForCodeActions(connection, session, answers);

  const context = {
    position,
    knowledge: (uri: string) => session.knowledge(toPath(uri)),
    configurations: () => workspace.all(),
    isPending: (uri: string) => session.isPending(toPath(uri)),
    file: toPath,
    uri: converter.uri,
    location: (place: Place) => toLocation(converter, place),
    link,
    fileSystem,
    exists: (file: FilePath) => fileSystem.kind(file) !== undefined,
    copies: session.copies,
    source: session.source,
    git: runtime.git ?? noGit,
    workspaceEdit: (change: Parameters<typeof toWorkspaceEdit>[1]) =>
      toWorkspaceEdit(converter, change, session.client),
  };
  for (const { method, handle } of customHandlers) {
    connection.onRequest(method, (params: unknown, token) =>
      answer(() => handle(context, params as never, token))(params, token),
    );
  }

  connection.listen();
}
