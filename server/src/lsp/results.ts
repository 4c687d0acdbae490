/** Answers of features as the protocol has them. */
import {
  type CodeAction as LspCodeAction,
  CodeActionKind,
  type DefinitionLink as LspDefinitionLink,
  type Diagnostic,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentSymbol as LspDocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type Hover as LspHover,
  type Location,
  type MarkupContent,
  MarkupKind,
  type SelectionRange,
  type SignatureHelp,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import type { CodeAction } from '../features/code-actions';
import type { DefinitionLink } from '../features/definition';
import type { DocumentSymbol, SymbolKind as OwnSymbolKind, WorkspaceSymbol } from '../features/document-symbols';
import type { Fold } from '../features/folding';
import type { Hover } from '../features/hover';
import type { Highlight } from '../features/references';
import type { Signature } from '../features/signature';
import type { FilePath } from '../project/types';
import type { Span } from '../syntax/nodes';
import type { ClientAbilities } from './capabilities';
import { type Converter, type Lines, toLocation, toRange, toWorkspaceEdit } from './convert';
import { type AddSpareArguments, addSpareCommand, type ShareStatesArguments, shareStatesCommand } from './requests';

/** Markdown, or for a client without it the text alone. */
export function markup(value: string, markdown: boolean): MarkupContent {
  return markdown ? { kind: MarkupKind.Markdown, value } : { kind: MarkupKind.PlainText, value: plain(value) };
}

function plain(markdown: string): string {
  return markdown
    .replace(/^```\w*\n?/gm, '')
    .replace(/\[((?:[^\]\\]|\\.)*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|`/g, '')
    .replace(/\\([^\w\s])/g, '$1');
}

export function toHover(lines: Lines, { span, contents }: Hover, client: ClientAbilities): LspHover {
  return { range: toRange(lines, span), contents: markup(contents, client.markdown) };
}

export function toSignatureHelp(
  { label, documentation, parameters, active }: Signature,
  client: ClientAbilities,
): SignatureHelp {
  const information = {
    label,
    documentation: markup(documentation, client.signatureMarkdown),
    parameters: parameters.map(({ span: { start, end }, documentation: help }) => ({
      label: client.parameterOffsets ? ([start, end] as [number, number]) : label.slice(start, end),
      ...(help === undefined ? {} : { documentation: markup(help, client.signatureMarkdown) }),
    })),
  };
  return { signatures: [information], activeSignature: 0, activeParameter: active };
}

export function toDefinition(
  converter: Converter,
  from: FilePath,
  links: readonly DefinitionLink[],
  client: ClientAbilities,
): LspDefinitionLink[] | Location[] {
  if (!client.definitionLinks) {
    return links.map(({ target, selection }) => toLocation(converter, { file: target.file, span: selection }));
  }
  return links.map(({ origin, target, selection }) => ({
    originSelectionRange: toRange(converter.lines(from), origin),
    targetUri: converter.uri(target.file),
    targetRange: toRange(converter.lines(target.file), target.span),
    targetSelectionRange: toRange(converter.lines(target.file), selection),
  }));
}

export function toHighlight(lines: Lines, { span, kind }: Highlight): DocumentHighlight {
  const written = kind === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read;
  return { range: toRange(lines, span), kind: written };
}

const symbolKinds: Readonly<Partial<Record<OwnSymbolKind, SymbolKind>>> = {
  template: SymbolKind.Interface,
  setting: SymbolKind.Property,
  macro: SymbolKind.Constant,
  unknown: SymbolKind.Null,
  host: SymbolKind.Object,
  service: SymbolKind.Method,
  command: SymbolKind.Function,
  contact: SymbolKind.Variable,
  hostgroup: SymbolKind.Package,
  servicegroup: SymbolKind.Package,
  contactgroup: SymbolKind.Package,
  realm: SymbolKind.Namespace,
  module: SymbolKind.Module,
  timeperiod: SymbolKind.Event,
};

function symbolKind(kind: OwnSymbolKind): SymbolKind {
  return symbolKinds[kind] ?? SymbolKind.Class;
}

export function toDocumentSymbols(
  lines: Lines,
  uri: string,
  symbols: readonly DocumentSymbol[],
  client: ClientAbilities,
): LspDocumentSymbol[] | SymbolInformation[] {
  if (client.hierarchicalSymbols) {
    return symbols.map(({ name, detail, kind, span, selection }) => ({
      name,
      detail,
      kind: symbolKind(kind),
      range: toRange(lines, span),
      selectionRange: toRange(lines, selection),
    }));
  }
  return symbols.map(({ name, kind, span }) => ({
    name,
    kind: symbolKind(kind),
    location: { uri, range: toRange(lines, span) },
  }));
}

export function toWorkspaceSymbol(converter: Converter, symbol: WorkspaceSymbol): SymbolInformation {
  const { name, kind, container, at } = symbol;
  return { name, kind: symbolKind(kind), containerName: container, location: toLocation(converter, at) };
}

export function toFoldingRange(lines: Lines, { span, kind }: Fold): FoldingRange {
  const { start, end } = toRange(lines, span);
  const range = { startLine: start.line, endLine: end.line };
  return kind === 'comment' ? { ...range, kind: FoldingRangeKind.Comment } : range;
}

/** From the innermost outwards. */
export function toSelectionRange(lines: Lines, offset: number, spans: readonly Span[]): SelectionRange {
  const position = lines.positionAt(offset);
  return (
    [...spans]
      .reverse()
      .reduce<SelectionRange | undefined>((parent, span) => ({ range: toRange(lines, span), parent }), undefined) ?? {
      range: { start: position, end: position },
    }
  );
}

/** One with a question goes to a client that can ask it; any other gets what follows from the answer that is proposed. */
export function toCodeAction(
  converter: Converter,
  file: FilePath,
  { title, kind, preferred, change, question }: CodeAction,
  diagnostic: Diagnostic | undefined,
  client: ClientAbilities,
): LspCodeAction {
  const action: LspCodeAction = {
    title,
    kind: kind === 'quickfix' ? CodeActionKind.QuickFix : CodeActionKind.Refactor,
    ...(preferred ? { isPreferred: true } : {}),
    ...(diagnostic ? { diagnostics: [diagnostic] } : {}),
  };
  const asked = question && commandFor(converter.uri(file), question);
  if (!asked || !client.commands.has(asked.command))
    return { ...action, edit: toWorkspaceEdit(converter, change, client) };
  const { command, argument } = asked;
  return { ...action, title: `${title}…`, command: { title, command, arguments: [argument] } };
}

/** The client's command that asks a question, and what it has to know. */
function commandFor(
  uri: string,
  question: NonNullable<CodeAction['question']>,
): { readonly command: string; readonly argument: AddSpareArguments | ShareStatesArguments } {
  const { master, proposed: address } = question;
  return question.about === 'spare-address'
    ? { command: addSpareCommand, argument: { uri, kind: question.kind, master, address } }
    : { command: shareStatesCommand, argument: { uri, master, store: question.store, address } };
}
