import { afterEach, expect, test } from 'vitest';
import { type ClientCapabilities, CompletionItemTag, DiagnosticTag } from 'vscode-languageserver';
import { Client, modern } from './client';

let client: Client | undefined;

afterEach(() => client?.dispose());

/** What an editor says of itself that can do all of which the server knows how to make use. */
const able: ClientCapabilities = {
  workspace: {
    ...modern.workspace,
    workspaceEdit: { ...modern.workspace?.workspaceEdit, changeAnnotationSupport: {} },
    fileOperations: { didCreate: true, didRename: true, didDelete: true, willRename: true },
    symbol: { resolveSupport: { properties: ['location.range'] } },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
  textDocument: {
    ...modern.textDocument,
    completion: {
      completionItem: {
        ...modern.textDocument?.completion?.completionItem,
        resolveSupport: { properties: ['documentation'] },
        labelDetailsSupport: true,
        commitCharactersSupport: true,
        tagSupport: { valueSet: [CompletionItemTag.Deprecated] },
      },
      completionList: { itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'insertTextMode', 'data'] },
    },
    signatureHelp: {
      signatureInformation: { documentationFormat: ['markdown'], parameterInformation: { labelOffsetSupport: true } },
    },
    declaration: { linkSupport: true },
    typeDefinition: { linkSupport: true },
    typeHierarchy: {},
    callHierarchy: {},
    linkedEditingRange: {},
    codeAction: {
      ...modern.textDocument?.codeAction,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
    inlayHint: { resolveSupport: { properties: ['tooltip', 'textEdits', 'label.tooltip', 'label.location'] } },
    rangeFormatting: { rangesSupport: true },
    diagnostic: { relatedDocumentSupport: true },
    publishDiagnostics: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      tagSupport: { valueSet: [DiagnosticTag.Unnecessary, DiagnosticTag.Deprecated] },
    },
  },
  window: { workDoneProgress: true },
};

/** All that the server says of itself. Who adds to it or takes from it sees so here, and says so in docs/features.md and CHANGELOG.md. */
test.each<[string, ClientCapabilities]>([
  ['an editor that can do everything', able],
  ['an editor that can do nothing', {}],
])('what the server offers to %s', async (_, capabilities) => {
  client = new Client('#- shinken.cfg\n', { capabilities });
  expect(await client.result).toMatchSnapshot();
});

test('it asks to be told of settings and files only where it can', async () => {
  client = new Client('#- shinken.cfg\n', { capabilities: able });
  await client.result;
  const wanted = ['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles'];
  await expect.poll(() => client?.registered).toEqual(wanted);
  client.dispose();
  client = new Client('#- shinken.cfg\n', { capabilities: {} });
  await client.open('shinken.cfg', 'define host {\n}\n');
  await client.diagnostics('shinken.cfg');
  expect(client.registered).toEqual([]);
});
