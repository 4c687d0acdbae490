/** What completion offers. */
import type { Span } from '../../syntax/nodes';
import type { Markdown } from '../feature';

export type CompletionKind =
  'keyword' | 'type' | 'directive' | 'setting' | 'value' | 'object' | 'template' | 'macro' | 'file' | 'folder';

export interface CompletionItem {
  readonly label: string;
  readonly kind: CompletionKind;
  readonly detail?: string;
  readonly documentation?: Markdown;
  /** What to insert, where that is more than the label. */
  readonly insertText?: string;
  /** The same with tab stops, for a client that has them. */
  readonly snippet?: string;
  /** What the user types to find it, where that is not the label. */
  readonly filterText?: string;
  /** Items are offered in the order of `rank`, then of their labels; 0 unless given. */
  readonly rank?: number;
  /** Once it is inserted, there is something to complete right behind it. */
  readonly goesOn?: boolean;
}

export interface CompletionList {
  /** The text that an item takes the place of: from the beginning of the word to its end, the cursor somewhere in it. */
  readonly span: Span;
  readonly items: readonly CompletionItem[];
  /** More typing may bring up items that are not in the list. */
  readonly incomplete: boolean;
}

/** More items than this are of no use to anyone: those that match what is typed already come first. */
const limit = 500;

/** The list in its order, cut to a bearable length. `typed` is what stands before the cursor already. */
export function completionList(span: Span, items: readonly CompletionItem[], typed: string): CompletionList {
  const sorted = [...items].sort(
    (a, b) => (a.rank ?? 0) - (b.rank ?? 0) || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0),
  );
  if (sorted.length <= limit) return { span, items: sorted, incomplete: false };
  const wanted = typed.toLowerCase();
  const matching = sorted.filter(({ label, filterText }) => holdsInOrder((filterText ?? label).toLowerCase(), wanted));
  return { span, items: matching.slice(0, limit), incomplete: true };
}

/** True when the letters of `wanted` stand in `text` in that order, as editors match. */
function holdsInOrder(text: string, wanted: string): boolean {
  let at = 0;
  for (const letter of wanted) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
