/** Completions as the protocol has them: as little on the wire as the client can do with, the help of an item when it is asked for. */
import {
  type CompletionItem as LspCompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList as LspCompletionList,
  InsertTextFormat,
  type MarkupContent,
} from 'vscode-languageserver';
import type { CompletionItem, CompletionKind, CompletionList, Topic } from '../features/completion';
import type { Markdown } from '../features/feature';
import type { ClientAbilities } from './capabilities';
import { type Lines, toRange } from './convert';
import { completeOnCommand, parameterHintsCommand } from './requests';
import { markup } from './results';
import { record } from './settings';

const kinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  type: CompletionItemKind.Class,
  directive: CompletionItemKind.Property,
  setting: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  object: CompletionItemKind.Reference,
  template: CompletionItemKind.Interface,
  macro: CompletionItemKind.Variable,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
};

/** What an item carries to be asked for its help with; its label says the rest. */
interface ItemData {
  readonly uri: string;
  readonly topic: Topic;
}

/** Looks the help of an item up: for a client that cannot ask for it later, at once. */
type Help = (topic: Topic, label: string) => Markdown | undefined;

export function toCompletionList(
  lines: Lines,
  { uri, offset }: { readonly uri: string; readonly offset: number },
  { span, items, incomplete, topic: common }: CompletionList,
  client: ClientAbilities,
  help: Help,
): LspCompletionList {
  const replace = toRange(lines, span);
  const insert = { start: replace.start, end: lines.positionAt(offset) };
  const { itemDefaults } = client;
  const dataOf = (topic: Topic): ItemData => ({ uri, topic });
  const toItem = (item: CompletionItem, index: number): LspCompletionItem => {
    const { label, kind, filterText, deprecated, commitCharacters, goesOn, takesArguments } = item;
    const snippet = client.snippets ? item.snippet : undefined;
    const newText = snippet ?? item.insertText ?? label;
    const topic = item.topic ?? common;
    const isCommon = item.topic === undefined && itemDefaults.has('data');
    return {
      label,
      kind: kinds[kind],
      ...detailsOf(item, client),
      ...(filterText === undefined ? {} : { filterText }),
      sortText: String(index).padStart(3, '0'),
      ...(snippet === undefined ? {} : { insertTextFormat: InsertTextFormat.Snippet }),
      ...(itemDefaults.has('editRange')
        ? newText === label
          ? {}
          : { textEditText: newText }
        : { textEdit: client.insertReplace ? { newText, insert, replace } : { newText, range: replace } }),
      ...(topic && !client.resolvesHelp ? documentation(help(topic, label), client) : {}),
      ...(topic && client.resolvesHelp && !isCommon ? { data: dataOf(topic) } : {}),
      ...(deprecated && client.deprecation === 'tag' ? { tags: [CompletionItemTag.Deprecated] } : {}),
      ...(deprecated && client.deprecation === 'flag' ? { deprecated: true } : {}),
      ...(commitCharacters && client.commitCharacters ? { commitCharacters: [...commitCharacters] } : {}),
      ...(goesOn ? commandOf('Suggest', completeOnCommand, client) : {}),
      ...(takesArguments && snippet !== undefined ? commandOf('Explain', parameterHintsCommand, client) : {}),
    };
  };
  const defaults = {
    ...(itemDefaults.has('editRange') ? { editRange: client.insertReplace ? { insert, replace } : replace } : {}),
    ...(itemDefaults.has('data') && common && client.resolvesHelp ? { data: dataOf(common) } : {}),
  };
  const useful = client.snippets ? items : items.filter(({ needsSnippets }) => !needsSnippets);
  return {
    isIncomplete: incomplete,
    ...(Object.keys(defaults).length > 0 ? { itemDefaults: defaults } : {}),
    items: useful.map(toItem),
  };
}

/** What the client does once the item is there, if it can. */
function commandOf(title: string, command: string, client: ClientAbilities): Pick<LspCompletionItem, 'command'> {
  return client.commands.has(command) ? { command: { title, command } } : {};
}

function detailsOf({ suffix, detail }: CompletionItem, client: ClientAbilities): Partial<LspCompletionItem> {
  if (suffix === undefined && !detail) return {};
  if (!client.labelDetails) return { detail: [suffix?.trim(), detail].filter(Boolean).join(' · ') };
  return { labelDetails: { ...(suffix && { detail: suffix }), ...(detail && { description: detail }) } };
}

function documentation(help: Markdown | undefined, client: ClientAbilities): { documentation?: MarkupContent } {
  return help === undefined ? {} : { documentation: markup(help, client.completionMarkdown) };
}

/** What the item's data says it is about; undefined where it says nothing that we know. */
export function askedAbout({ data }: LspCompletionItem): ItemData | undefined {
  const { uri, topic } = record(data);
  return typeof uri === 'string' && typeof record(topic)['of'] === 'string'
    ? { uri, topic: topic as Topic }
    : undefined;
}

/** The item with its help. */
export function withHelp(
  item: LspCompletionItem,
  help: Markdown | undefined,
  client: ClientAbilities,
): LspCompletionItem {
  return { ...item, ...documentation(help, client) };
}
