/** Answers of features as the protocol has them. */
import {
  type CodeAction as LspCodeAction,
  type DefinitionLink as LspDefinitionLink,
  type Diagnostic,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink as LspDocumentLink,
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
  type WorkspaceSymbol as LspWorkspaceSymbol,
} from 'vscode-languageserver';
import type { CodeAction } from '../features/code-actions';
import type { DefinitionLink } from '../features/definition';
import type { DocumentLink } from '../features/document-links';
import type { DocumentSymbol, SymbolKind as OwnSymbolKind } from '../features/document-symbols';
import type { Fold } from '../features/folding';
import type { Hover } from '../features/hover';
import type { Highlight } from '../features/references';
import type { Signature } from '../features/signature';
import type { WorkspaceSymbol } from '../features/workspace-symbols';
import type { FilePath } from '../project/types';
import { isEmpty } from '../rules/edits';
import type { Span } from '../syntax/nodes';
import type { ClientAbilities } from './capabilities';
import { type Converter, type Lines, toLocation, toPath, toRange, toWorkspaceEdit } from './convert';
import {
  type AddSpareArguments,
  addSpareCommand,
  type AskValueArguments,
  askValueCommand,
  revealFolderCommand,
  type ShareStatesArguments,
  shareStatesCommand,
  type SwitchOffRuleArguments,
  switchOffRuleCommand,
} from './requests';
import { record } from './settings';

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
  linkSupport: boolean,
): LspDefinitionLink[] | Location[] {
  if (!linkSupport) {
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

export function symbolKind(kind: OwnSymbolKind): SymbolKind {
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

/** With its range only where the client does not ask for that later: to know it, the whole text of a file has to be looked at. */
export function toWorkspaceSymbol(
  converter: Converter,
  { name, kind, container, at }: WorkspaceSymbol,
  client: ClientAbilities,
): SymbolInformation | LspWorkspaceSymbol {
  const symbol = { name, kind: symbolKind(kind), containerName: container };
  if (!client.resolvesSymbols) return { ...symbol, location: toLocation(converter, at) };
  return { ...symbol, location: { uri: converter.uri(at.file) }, data: at.span };
}

/** A symbol with its range; undefined where it is none of ours. */
export function placed(converter: Converter, symbol: LspWorkspaceSymbol): LspWorkspaceSymbol | undefined {
  const { start, end } = record(symbol.data);
  if (typeof start !== 'number' || typeof end !== 'number') return undefined;
  const file = toPath(symbol.location.uri);
  return { ...symbol, location: toLocation(converter, { file, span: { start, end } }) };
}

export function toFoldingRange(lines: Lines, { span, kind }: Fold): FoldingRange {
  const { start, end } = toRange(lines, span);
  const range = { startLine: start.line, endLine: end.line };
  if (kind === 'object') return range;
  return { ...range, kind: kind === 'comment' ? FoldingRangeKind.Comment : FoldingRangeKind.Region };
}

/** A folder is shown where the client can do that, else opened as a file is. */
export function toDocumentLink(
  converter: Converter,
  file: FilePath,
  { span, target }: DocumentLink,
  client: ClientAbilities,
): LspDocumentLink {
  const range = toRange(converter.lines(file), span);
  if (target.kind === 'page') return { range, target: target.url };
  const uri = converter.uri(target.path);
  if (target.kind === 'file' || !client.commands.has(revealFolderCommand)) return { range, target: uri };
  const link = `command:${revealFolderCommand}?${encodeURIComponent(JSON.stringify([uri]))}`;
  return { range, target: link, tooltip: 'Show the folder' };
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

/**
 * One with a question goes to a client that can ask it; any other gets what follows from the answer that is proposed, or nothing where
 * none is. What takes long to work out is left for later.
 */
export function toCodeAction(
  converter: Converter,
  file: FilePath,
  action: CodeAction,
  diagnostic: Diagnostic | undefined,
  client: ClientAbilities,
): LspCodeAction | undefined {
  const { title, kind, preferred, costly, question, switchesOff } = action;
  const shown: LspCodeAction = {
    title,
    kind,
    ...(preferred ? { isPreferred: true } : {}),
    ...(diagnostic ? { diagnostics: [diagnostic] } : {}),
  };
  if (costly) return shown;
  if (switchesOff !== undefined) {
    const argument: SwitchOffRuleArguments = { uri: converter.uri(file), code: switchesOff };
    const command = { title, command: switchOffRuleCommand, arguments: [argument] };
    return client.commands.has(switchOffRuleCommand) ? { ...shown, command } : undefined;
  }
  const asked = question && commandFor(converter.uri(file), question);
  if (!asked || !client.commands.has(asked.command)) {
    const change = action.change();
    return isEmpty(change) ? undefined : { ...shown, edit: toWorkspaceEdit(converter, change, client) };
  }
  const { command, argument } = asked;
  return { ...shown, title: `${title}…`, command: { title, command, arguments: [argument] } };
}

/** The client's command that asks a question, and what it has to know. */
function commandFor(
  uri: string,
  question: NonNullable<CodeAction['question']>,
): { readonly command: string; readonly argument: AddSpareArguments | ShareStatesArguments | AskValueArguments } {
  if (question.about === 'value') {
    const { kind, name, key, proposed: value } = question;
    return { command: askValueCommand, argument: { uri, kind, name, key, value } };
  }
  const { master, proposed: address } = question;
  return question.about === 'spare-address'
    ? { command: addSpareCommand, argument: { uri, kind: question.kind, master, address } }
    : { command: shareStatesCommand, argument: { uri, master, store: question.store, address } };
}
