/** A language server that does nothing: it finds no problem in anything. What an editor waits for it, it waits for any server. */
import { createConnection, ProposedFeatures, TextDocumentSyncKind } from 'vscode-languageserver/node';

const connection = createConnection(ProposedFeatures.all);
connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false },
  },
}));
connection.onInitialized(() => undefined);
connection.languages.diagnostics.on(() => ({ kind: 'full', items: [] }));
connection.listen();
