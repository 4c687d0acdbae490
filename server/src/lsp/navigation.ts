/** Requests that lead from one place to others, and those about names and paths wherever they stand: one line each. */
import type { Connection, WorkspaceSymbol as LspWorkspaceSymbol } from 'vscode-languageserver';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../features/call-hierarchy';
import { declaration, typeDefinition } from '../features/declaration';
import { definition } from '../features/definition';
import { documentLinks } from '../features/document-links';
import { documentSymbols } from '../features/document-symbols';
import { foldingRanges } from '../features/folding';
import { linkedEditing } from '../features/linked-editing';
import { moveFiles } from '../features/move-files';
import { documentHighlights, references } from '../features/references';
import { prepareRename, rename } from '../features/rename';
import { selectionRanges } from '../features/selection-ranges';
import { prepareTypeHierarchy, subtypes, supertypes } from '../features/type-hierarchy';
import { workspaceSymbols } from '../features/workspace-symbols';
import { isEmpty } from '../rules/edits';
import { type Answers, converted } from './answers';
import { toLocations, toPath, toRange, toWorkspaceEdit } from './convert';
import { toCall, toHierarchyItem, toItemKey } from './hierarchy';
import * as results from './results';
import type { Session } from './session';

export function listenForNavigation(
  connection: Connection,
  session: Session,
  { answer, atPosition, inDocument, atOnce, indexed, everywhere }: Answers,
): void {
  const { converter, workspace } = session;

  connection.onDefinition(
    atPosition((analysis, at) =>
      results.toDefinition(converter, at.file, definition(analysis, at), session.client.definitionLinks),
    ),
  );
  connection.onDeclaration(
    atPosition((analysis, at) =>
      results.toDefinition(converter, at.file, declaration(analysis, at), session.client.declarationLinks),
    ),
  );
  connection.onTypeDefinition(
    atPosition((analysis, at) =>
      results.toDefinition(converter, at.file, typeDefinition(analysis, at), session.client.typeDefinitionLinks),
    ),
  );
  connection.onReferences(
    indexed.atPosition((analysis, at, { context }) =>
      toLocations(converter, references(analysis, at, context.includeDeclaration, everywhere())),
    ),
  );
  connection.onDocumentHighlight(
    atOnce.atPosition((analysis, at) =>
      documentHighlights(analysis, at).map((one) => results.toHighlight(converter.lines(at.file), one)),
    ),
  );
  connection.onPrepareRename(
    indexed.atPosition((analysis, at) =>
      converted(prepareRename(analysis, at), ({ span, name }) => {
        return { range: toRange(converter.lines(at.file), span), placeholder: name };
      }),
    ),
  );
  connection.onRenameRequest(
    indexed.atPosition((analysis, at, { newName }) =>
      toWorkspaceEdit(converter, rename(analysis, at, newName, everywhere()), session.client),
    ),
  );
  connection.languages.onLinkedEditingRange(
    atOnce.atPosition((analysis, at) =>
      converted(linkedEditing(analysis, at, everywhere()), ({ spans, wordPattern }) => {
        const lines = converter.lines(at.file);
        return { ranges: spans.map((span) => toRange(lines, span)), wordPattern };
      }),
    ),
  );
  connection.workspace.onWillRenameFiles(
    indexed.answer(({ files }) => {
      const moves = files.map(({ oldUri, newUri }) => ({ from: toPath(oldUri), to: toPath(newUri) }));
      const change = moveFiles(everywhere(), moves);
      return isEmpty(change) ? undefined : toWorkspaceEdit(converter, change, session.client);
    }),
  );

  connection.languages.typeHierarchy.onPrepare(
    atPosition((analysis, at) => prepareTypeHierarchy(analysis, at).map((found) => toHierarchyItem(converter, found))),
  );
  connection.languages.typeHierarchy.onSupertypes(
    answer(({ item }) =>
      converted(toItemKey(converter, item), (key) =>
        supertypes(workspace.of(key.file).analysis, key).map((found) => toHierarchyItem(converter, found)),
      ),
    ),
  );
  connection.languages.typeHierarchy.onSubtypes(
    answer(({ item }) =>
      converted(toItemKey(converter, item), (key) =>
        subtypes(workspace.of(key.file).analysis, key).map((found) => toHierarchyItem(converter, found)),
      ),
    ),
  );
  connection.languages.callHierarchy.onPrepare(
    atPosition((analysis, at) => prepareCallHierarchy(analysis, at).map((found) => toHierarchyItem(converter, found))),
  );
  connection.languages.callHierarchy.onIncomingCalls(
    answer(({ item }) =>
      converted(toItemKey(converter, item), (key) =>
        incomingCalls(workspace.of(key.file).analysis, key).map((call) => {
          const { item: from, fromRanges } = toCall(converter, call.item.file, call);
          return { from, fromRanges };
        }),
      ),
    ),
  );
  connection.languages.callHierarchy.onOutgoingCalls(
    answer(({ item }) =>
      converted(toItemKey(converter, item), (key) =>
        outgoingCalls(workspace.of(key.file).analysis, key).map((call) => {
          const { item: to, fromRanges } = toCall(converter, key.file, call);
          return { to, fromRanges };
        }),
      ),
    ),
  );

  connection.onDocumentSymbol(
    atOnce.inDocument((analysis, file) => {
      const symbols = documentSymbols(analysis, file);
      return results.toDocumentSymbols(converter.lines(file), converter.uri(file), symbols, session.client);
    }),
  );
  connection.onWorkspaceSymbol(
    indexed.answer(({ query }) =>
      workspaceSymbols(everywhere(), query).map((one) => results.toWorkspaceSymbol(converter, one, session.client)),
    ),
  );
  const placed = answer((symbol: LspWorkspaceSymbol) => results.placed(converter, symbol));
  connection.onWorkspaceSymbolResolve(async (symbol) => (await placed(symbol)) ?? symbol);
  connection.onFoldingRanges(
    atOnce.inDocument((analysis, file) =>
      foldingRanges(analysis, file).map((fold) => results.toFoldingRange(converter.lines(file), fold)),
    ),
  );
  connection.onSelectionRanges(
    atOnce.inDocument((analysis, file, { positions }) => {
      const lines = converter.lines(file);
      const offsets = positions.map((one) => lines.offsetAt(one));
      return offsets.map((offset) =>
        results.toSelectionRange(lines, offset, selectionRanges(analysis, { file, offset })),
      );
    }),
  );
  connection.onDocumentLinks(
    inDocument((analysis, file) =>
      documentLinks(analysis, file).map((one) => results.toDocumentLink(converter, file, one, session.client)),
    ),
  );
}
