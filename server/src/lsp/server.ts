/** The language server: one line a request. What a request means is in `features/`, what it looks like on the wire in `results.ts`. */
import {
  type CodeLens,
  type CompletionItem,
  type Connection,
  type FormattingOptions,
  LSPErrorCodes,
  ResponseError,
  type TextDocumentIdentifier,
  type TextDocumentPositionParams,
  type TextEdit,
} from 'vscode-languageserver';
import type { Analysis } from '../analysis';
import { codeActions } from '../features/code-actions';
import { codeLenses } from '../features/code-lens';
import { completion, completionHelp, type Topic } from '../features/completion';
import { definition } from '../features/definition';
import { documentLinks } from '../features/document-links';
import { documentSymbols } from '../features/document-symbols';
import type { FilePosition } from '../features/feature';
import { foldingRanges } from '../features/folding';
import { type Edit, formatDocument, type FormatOptions, formatOnType, formatRanges } from '../features/formatting';
import { hover } from '../features/hover';
import { inlayHints } from '../features/inlay-hints';
import { documentHighlights, references } from '../features/references';
import { prepareRename, rename, RenameError } from '../features/rename';
import { selectionRanges } from '../features/selection-ranges';
import { semanticTokens } from '../features/semantic-tokens';
import { signatureHelp } from '../features/signature';
import { workspaceSymbols } from '../features/workspace-symbols';
import type { FilePath, Place } from '../project/types';
import { lensData, toCodeLens, toInlayHint, toLensCommand } from './annotations';
import { askedAbout, toCompletionList, withHelp } from './completion';
import { type Lines, toLink, toLocation, toPath, toRange, toSpan, toWorkspaceEdit } from './convert';
import { noGit } from './compare';
import { toFormatOptions, toTextEdits } from './formatting';
import { customHandlers } from './handlers';
import { toDiagnostic } from './publish';
import * as results from './results';
import { type Runtime, Session } from './session';

export type { Runtime } from './session';

/** Answers the editor at the other end of the connection, until that ends. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const session = new Session(connection, runtime);
  const { converter, workspace, fileSystem } = session;
  const link = (place: Place): string => toLink(converter, place);
  const position = ({ textDocument, position }: TextDocumentPositionParams): FilePosition => {
    const file = toPath(textDocument.uri);
    return { file, offset: converter.lines(file).offsetAt(position) };
  };

  connection.onInitialize((params) => session.initialize(params));
  connection.onInitialized(() => session.begin());
  connection.onShutdown(() => session.stop());
  connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) => session.configure(settings));
  connection.onDidChangeWatchedFiles(({ changes }) => session.diskChanged(changes.map(({ uri }) => toPath(uri))));
  connection.workspace.onDidCreateFiles(({ files }) => session.diskChanged(files.map(({ uri }) => toPath(uri))));
  connection.workspace.onDidDeleteFiles(({ files }) => session.diskChanged(files.map(({ uri }) => toPath(uri))));
  connection.workspace.onDidRenameFiles(({ files }) =>
    session.diskChanged(files.flatMap(({ oldUri, newUri }) => [toPath(oldUri), toPath(newUri)])),
  );

  /** An answer about a place, once the editor's settings are known; null for none, and for a failure, which is logged. */
  const answer =
    <Params, Result>(feature: (params: Params) => Result | undefined) =>
    async (params: Params): Promise<Result | null> => {
      await session.ready;
      try {
        return feature(params) ?? null;
      } catch (error) {
        if (error instanceof RenameError) throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
        connection.console.error(`shinken: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        return null;
      }
    };
  const atPosition = <Params extends TextDocumentPositionParams, Result>(
    feature: (analysis: Analysis, at: FilePosition, params: Params) => Result | undefined,
  ): ((params: Params) => Promise<Result | null>) =>
    answer((params) => {
      const at = position(params);
      return feature(workspace.of(at.file).analysis, at, params);
    });
  const inDocument = <Params extends { readonly textDocument: TextDocumentIdentifier }, Result>(
    feature: (analysis: Analysis, file: FilePath, params: Params) => Result | undefined,
  ): ((params: Params) => Promise<Result | null>) =>
    answer((params) => {
      const file = toPath(params.textDocument.uri);
      return feature(workspace.of(file).analysis, file, params);
    });
  const everywhere = (): readonly Analysis[] => workspace.all().map(({ analysis }) => analysis);
  const converted = <From, To>(found: From | undefined, convert: (found: From) => To): To | undefined => {
    return found === undefined ? undefined : convert(found);
  };

  connection.onCompletion(
    atPosition((analysis, at, { context, textDocument }) => {
      const { dialect } = workspace.of(at.file).settings;
      const list = completion(analysis, at, { dialect, fileSystem, trigger: context?.triggerCharacter });
      const lines = converter.lines(at.file);
      const place = { uri: textDocument.uri, offset: at.offset };
      const help = (topic: Topic, label: string): string | undefined => completionHelp(analysis.project, topic, label);
      return converted(list, (found) => toCompletionList(lines, place, found, session.client, help));
    }),
  );
  const explained = answer((item: CompletionItem) => {
    const asked = askedAbout(item);
    const project = asked && workspace.of(toPath(asked.uri)).analysis.project;
    return project && withHelp(item, completionHelp(project, asked.topic, item.label), session.client);
  });
  connection.onCompletionResolve(async (item) => (await explained(item)) ?? item);
  connection.onHover(
    atPosition((analysis, at) =>
      converted(hover(analysis, at, link), (found) => results.toHover(converter.lines(at.file), found, session.client)),
    ),
  );
  connection.onSignatureHelp(
    atPosition((analysis, at) =>
      converted(signatureHelp(analysis, at), (found) => results.toSignatureHelp(found, session.client)),
    ),
  );
  connection.onDefinition(
    atPosition((analysis, at) => results.toDefinition(converter, at.file, definition(analysis, at), session.client)),
  );
  connection.onReferences(
    atPosition((analysis, at, { context }) =>
      references(analysis, at, context.includeDeclaration, everywhere()).map((place) => toLocation(converter, place)),
    ),
  );
  connection.onDocumentHighlight(
    atPosition((analysis, at) =>
      documentHighlights(analysis, at).map((one) => results.toHighlight(converter.lines(at.file), one)),
    ),
  );
  connection.onPrepareRename(
    atPosition((analysis, at) =>
      converted(prepareRename(analysis, at), ({ span, name }) => {
        return { range: toRange(converter.lines(at.file), span), placeholder: name };
      }),
    ),
  );
  connection.onRenameRequest(
    atPosition((analysis, at, { newName }) =>
      toWorkspaceEdit(converter, rename(analysis, at, newName, everywhere()), session.client),
    ),
  );
  connection.onDocumentSymbol(
    inDocument((analysis, file) => {
      const symbols = documentSymbols(analysis, file);
      return results.toDocumentSymbols(converter.lines(file), converter.uri(file), symbols, session.client);
    }),
  );
  connection.onFoldingRanges(
    inDocument((analysis, file) =>
      foldingRanges(analysis, file).map((fold) => results.toFoldingRange(converter.lines(file), fold)),
    ),
  );
  connection.onSelectionRanges(
    inDocument((analysis, file, { positions }) => {
      const lines = converter.lines(file);
      const offsets = positions.map((one) => lines.offsetAt(one));
      return offsets.map((offset) =>
        results.toSelectionRange(lines, offset, selectionRanges(analysis, { file, offset })),
      );
    }),
  );
  connection.onDocumentLinks(
    inDocument((analysis, file) =>
      documentLinks(analysis, file).map(({ span, target }) => ({
        range: toRange(converter.lines(file), span),
        target: converter.uri(target),
      })),
    ),
  );
  connection.onCodeLens(
    inDocument((analysis, file) =>
      codeLenses(analysis, file, workspace.of(file).settings.codeLens).map((one) => toCodeLens(converter, file, one)),
    ),
  );
  const resolved = answer((lens: CodeLens) => {
    const data = lensData(lens);
    if (!data) return undefined;
    const file = toPath(data.uri);
    const { analysis, settings } = workspace.of(file);
    const found = codeLenses(analysis, file, settings.codeLens).find(({ id }) => id === data.id);
    return found && { ...lens, command: toLensCommand(converter, file, found, session.client) };
  });
  connection.onCodeLensResolve(async (lens) => (await resolved(lens)) ?? lens);
  connection.languages.inlayHint.on(
    inDocument((analysis, file, { range }) => {
      const span = toSpan(converter.lines(file), range);
      const hints = inlayHints(analysis, { file, span }, workspace.of(file).settings.inlayHints);
      return hints.map((hint) => toInlayHint(converter, file, hint, session.client));
    }),
  );
  connection.languages.semanticTokens.on(
    inDocument((analysis, file) =>
      session.semanticTokens.full(file, converter.lines(file), semanticTokens(analysis, file)),
    ),
  );
  connection.languages.semanticTokens.onDelta(
    inDocument((analysis, file, { previousResultId }) =>
      session.semanticTokens.delta(file, converter.lines(file), semanticTokens(analysis, file), previousResultId),
    ),
  );
  connection.languages.semanticTokens.onRange(
    inDocument((analysis, file, { range }) => {
      const lines = converter.lines(file);
      return session.semanticTokens.range(lines, semanticTokens(analysis, file, toSpan(lines, range)));
    }),
  );
  connection.onCodeAction(
    inDocument((analysis, file, { range, context }) => {
      const span = toSpan(converter.lines(file), range);
      const { settings } = workspace.of(file);
      return codeActions(analysis, { file, span }).flatMap((action) => {
        const { problem } = action;
        if (problem && settings.rules.get(problem.code) === 'off') return [];
        const diagnostic = problem && toDiagnostic(converter, session.client, settings, problem);
        const found = results.toCodeAction(converter, file, action, diagnostic, session.client);
        const wanted = context.only?.some((kind) => found.kind === kind || found.kind?.startsWith(`${kind}.`));
        return wanted === false ? [] : [found];
      });
    }),
  );
  /** The text alone counts: an editor that formats while it saves does not wait for a configuration to be judged. */
  const formatting = <Params extends { readonly textDocument: TextDocumentIdentifier; options: FormattingOptions }>(
    format: (text: string, options: FormatOptions, lines: Lines, params: Params) => readonly Edit[],
  ): ((params: Params) => Promise<TextEdit[] | null>) =>
    answer((params) => {
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
  connection.onWorkspaceSymbol(
    answer(({ query }: { query: string }) =>
      workspace
        .all()
        .flatMap(({ analysis }) => workspaceSymbols(analysis, query))
        .map((symbol) => results.toWorkspaceSymbol(converter, symbol)),
    ),
  );

  const context = {
    position,
    knowledge: (uri: string) => session.knowledge(toPath(uri)),
    configurations: () => workspace.all(),
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
    connection.onRequest(method, (params, token) => answer(() => handle(context, params as never, token))(undefined));
  }

  connection.listen();
}
