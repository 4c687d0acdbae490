/** What this client can do, read once; and what we tell it that we can. */
import {
  CodeActionKind,
  CompletionItemTag,
  type DiagnosticTag,
  type DidChangeWatchedFilesRegistrationOptions,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
  WatchKind,
} from 'vscode-languageserver';
import { typedCharacters } from '../features/formatting';
import { type InitializationOptions, tellCommand } from './requests';
import { semanticTokensLegend } from './semantic-tokens';
import { record } from './settings';

export interface ClientAbilities {
  readonly configuration: boolean;
  readonly configurationRegistration: boolean;
  readonly workspaceFolders: boolean;
  readonly watchedFilesRegistration: boolean;
  readonly snippets: boolean;
  readonly insertReplace: boolean;
  /** It asks for the help of an item when the user looks at it. */
  readonly resolvesHelp: boolean;
  readonly labelDetails: boolean;
  readonly commitCharacters: boolean;
  /** How an item says that it is there for old configurations only. */
  readonly deprecation: 'tag' | 'flag' | 'none';
  /** What a list may say once for all its items. */
  readonly itemDefaults: ReadonlySet<string>;
  readonly markdown: boolean;
  readonly completionMarkdown: boolean;
  /** A parameter may be a part of the signature by its place; else it is one by its text. */
  readonly parameterOffsets: boolean;
  readonly signatureMarkdown: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly definitionLinks: boolean;
  readonly declarationLinks: boolean;
  readonly typeDefinitionLinks: boolean;
  readonly typeHierarchy: boolean;
  readonly callHierarchy: boolean;
  readonly linkedEditing: boolean;
  /** A symbol of the workspace may come without its range, which is asked for when somebody goes there. */
  readonly resolvesSymbols: boolean;
  /** It asks what is to change before files get other names. */
  readonly willRenameFiles: boolean;
  /** Edits may say why they are made, and be asked about. */
  readonly changeAnnotations: boolean;
  readonly codeActionLiterals: boolean;
  /** It asks for the change of an action once that is wanted, and gives back what was put beside it. */
  readonly resolvesActions: boolean;
  readonly documentChanges: boolean;
  readonly createFiles: boolean;
  readonly deleteFiles: boolean;
  readonly relatedInformation: boolean;
  /** What a diagnostic may be tagged with. */
  readonly diagnosticTags: ReadonlySet<DiagnosticTag>;
  /** Where the pages of the rules are; undefined when the client has none, or cannot show a link. */
  readonly rulesPage: string | undefined;
  /** Where the server may keep what it wants to find again. */
  readonly storage: string | undefined;
  /** It listens to `availabilityRequests.changed`. */
  readonly availability: boolean;
  /** It asks for the problems of the documents that it has open. */
  readonly pullsDiagnostics: boolean;
  readonly diagnosticsRefresh: boolean;
  /** It shows that something takes its time. */
  readonly progress: boolean;
  readonly codeLensRefresh: boolean;
  readonly inlayHintRefresh: boolean;
  /** What of a hint it asks for when the user looks at it. */
  readonly resolvesHints: ReadonlySet<string>;
  readonly semanticTokens: boolean;
  readonly semanticTokensRefresh: boolean;
  /** It asks for the formatting of several selections at once. */
  readonly rangesFormatting: boolean;
  readonly prepareRename: boolean;
  readonly lineFoldingOnly: boolean;
  /** Commands that the client itself has. */
  readonly commands: ReadonlySet<string>;
  /** What stands before the colon in the URIs of its folders, and `file`. */
  readonly schemes: ReadonlySet<string>;
}

export function abilitiesOf({
  capabilities,
  initializationOptions,
  workspaceFolders,
}: InitializeParams): ClientAbilities {
  const { workspace, textDocument, window } = capabilities;
  const completion = textDocument?.completion?.completionItem;
  const signature = textDocument?.signatureHelp?.signatureInformation;
  const diagnostics = textDocument?.publishDiagnostics;
  const options: { readonly [Key in keyof InitializationOptions]?: unknown } = record(initializationOptions);
  const commands = Array.isArray(options.clientCommands) ? options.clientCommands : [];
  return {
    configuration: workspace?.configuration === true,
    configurationRegistration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    watchedFilesRegistration: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    snippets: completion?.snippetSupport === true,
    insertReplace: completion?.insertReplaceSupport === true,
    resolvesHelp: completion?.resolveSupport?.properties.includes('documentation') === true,
    labelDetails: completion?.labelDetailsSupport === true,
    commitCharacters: completion?.commitCharactersSupport === true,
    deprecation: completion?.tagSupport?.valueSet.includes(CompletionItemTag.Deprecated)
      ? 'tag'
      : completion?.deprecatedSupport
        ? 'flag'
        : 'none',
    itemDefaults: new Set(textDocument?.completion?.completionList?.itemDefaults),
    parameterOffsets: signature?.parameterInformation?.labelOffsetSupport === true,
    signatureMarkdown: signature?.documentationFormat?.includes('markdown') === true,
    markdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    completionMarkdown: completion?.documentationFormat?.includes('markdown') === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    declarationLinks: textDocument?.declaration?.linkSupport === true,
    typeDefinitionLinks: textDocument?.typeDefinition?.linkSupport === true,
    typeHierarchy: textDocument?.typeHierarchy !== undefined,
    callHierarchy: textDocument?.callHierarchy !== undefined,
    linkedEditing: textDocument?.linkedEditingRange !== undefined,
    resolvesSymbols: workspace?.symbol?.resolveSupport?.properties.includes('location.range') === true,
    willRenameFiles: workspace?.fileOperations?.willRename === true,
    changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    resolvesActions:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    deleteFiles: workspace?.workspaceEdit?.resourceOperations?.includes('delete') === true,
    relatedInformation: diagnostics?.relatedInformation === true,
    diagnosticTags: new Set(diagnostics?.tagSupport?.valueSet),
    rulesPage:
      diagnostics?.codeDescriptionSupport === true && typeof options.rulesPage === 'string'
        ? options.rulesPage
        : undefined,
    storage: typeof options.storage === 'string' ? options.storage : undefined,
    availability: options.availability === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    diagnosticsRefresh: workspace?.diagnostics?.refreshSupport === true,
    progress: window?.workDoneProgress === true,
    codeLensRefresh: workspace?.codeLens?.refreshSupport === true,
    resolvesHints: new Set(textDocument?.inlayHint?.resolveSupport?.properties),
    inlayHintRefresh: workspace?.inlayHint?.refreshSupport === true,
    semanticTokens: textDocument?.semanticTokens !== undefined,
    semanticTokensRefresh: workspace?.semanticTokens?.refreshSupport === true,
    rangesFormatting: textDocument?.rangeFormatting?.rangesSupport === true,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    lineFoldingOnly: textDocument?.foldingRange?.lineFoldingOnly === true,
    commands: new Set(commands.filter((name): name is string => typeof name === 'string')),
    schemes: new Set(['file', ...(workspaceFolders ?? []).map(({ uri }) => uri.slice(0, uri.indexOf(':')))]),
  };
}

/** Characters behind which there is something to offer; a blank stands between a directive and its value. */
const triggerCharacters = [' ', '\t', ',', '!', '$', '=', '/', '&', '|', '(', '+', ':'];

const codeActionKinds = [
  CodeActionKind.QuickFix,
  CodeActionKind.Refactor,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorInline,
  CodeActionKind.RefactorRewrite,
  'refactor.move',
  `${CodeActionKind.SourceFixAll}.shinken`,
];

export function serverCapabilities(client: ClientAbilities): ServerCapabilities {
  const [firstTriggerCharacter, ...moreTriggerCharacter] = typedCharacters;
  const changes = { filters: [...client.schemes].map((scheme) => ({ scheme, pattern: { glob: '**' } })) };
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    completionProvider: {
      triggerCharacters,
      resolveProvider: client.resolvesHelp,
      completionItem: { labelDetailsSupport: true },
    },
    hoverProvider: true,
    signatureHelpProvider: { triggerCharacters: ['!'], retriggerCharacters: [','] },
    definitionProvider: true,
    declarationProvider: true,
    typeDefinitionProvider: true,
    typeHierarchyProvider: client.typeHierarchy,
    callHierarchyProvider: client.callHierarchy,
    linkedEditingRangeProvider: client.linkedEditing,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: client.resolvesSymbols ? { resolveProvider: true } : true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: {},
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: client.resolvesHints.size > 0 ? { resolveProvider: true } : true,
    semanticTokensProvider: client.semanticTokens
      ? { legend: semanticTokensLegend, full: { delta: true }, range: true }
      : undefined,
    codeActionProvider: client.codeActionLiterals
      ? { codeActionKinds, resolveProvider: client.resolvesActions }
      : false,
    executeCommandProvider: { commands: [tellCommand] },
    diagnosticProvider: client.pullsDiagnostics
      ? { identifier: 'shinken', interFileDependencies: true, workspaceDiagnostics: true }
      : undefined,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: client.rangesFormatting ? { rangesSupport: true } : true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter, moreTriggerCharacter },
    renameProvider: client.prepareRename ? { prepareProvider: true } : true,
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: {
        didCreate: changes,
        didRename: changes,
        didDelete: changes,
        ...(client.willRenameFiles ? { willRename: changes } : {}),
      },
    },
  };
}

/** What the client tells us of. A folder that comes or goes with its files has no ending to know it by. */
export const watchedFiles: DidChangeWatchedFilesRegistrationOptions = {
  watchers: [{ globPattern: '**/*.{cfg,trig}' }, { globPattern: '**', kind: WatchKind.Create | WatchKind.Delete }],
};
