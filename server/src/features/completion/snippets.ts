/**
 * Snippets for more than one object, and for kinds of objects that their type alone does not tell apart. They are data of their own, for
 * editors that take them as they are; here they are offered where an object can begin, and nowhere else: a word in a value that happens to
 * begin one is none.
 */
import snippets from '../../../../snippets/shinken.json';
import { objectType } from '../../schema';
import type { Markdown } from '../feature';
import { block, paragraphs } from '../markdown';
import type { CompletionItem, Topic } from './item';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const topic: Topic = { of: 'snippets' };

/** Every snippet but those that begin a single object: of that, what this configuration has says more. */
const own: readonly Snippet[] = Object.values(snippets).filter(({ prefix }) => {
  const type = /^define (\S+)$/.exec(prefix)?.[1];
  return type === undefined || !objectType(type)?.definable;
});

/** At the beginning of a line outside objects. `empty`: nothing is there yet, so that it may become a main file. */
export function snippetItems(empty: boolean): CompletionItem[] {
  return own
    .filter(({ prefix }) => empty || !prefix.endsWith('.cfg'))
    .map((snippet) => itemOf(snippet.prefix, snippet.body.join('\n')));
}

/** Behind `define`. */
export function defineSnippetItems(): CompletionItem[] {
  return own.flatMap((snippet) => {
    if (!snippet.prefix.startsWith('define ')) return [];
    return [itemOf(withoutDefine(snippet.prefix), withoutDefine(snippet.body.join('\n')))];
  });
}

function withoutDefine(text: string): string {
  return text.replace(/^define /, '');
}

/** What it is for is said with its help: beside its name, an editor would cut the name short for it. */
function itemOf(label: string, snippet: string): CompletionItem {
  return { label, kind: 'keyword', detail: 'snippet', topic, insertText: plain(snippet), snippet, rank: 2.5 };
}

export function snippetMarkdown(label: string): Markdown | undefined {
  const found = own.find(({ prefix }) => prefix === label || prefix === `define ${label}`);
  return found && paragraphs(found.description, block(plain(found.body.join('\n')).replaceAll('\t', '    ')));
}

/** The text with what its tab stops hold at first. */
function plain(snippet: string): string {
  const held = new Map<string, string>();
  for (const [, number = '', text = ''] of snippet.matchAll(/\$\{(\d+):([^{}]*)\}/g)) held.set(number, text);
  const filled = snippet
    .replace(/\$\{\d+:([^{}]*)\}/g, '$1')
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/(?<!\\)\$(\d+)/g, (_, number: string) => held.get(number) ?? '');
  return filled.replace(/\\([$}\\])/g, '$1');
}
