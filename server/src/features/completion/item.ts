/** What completion offers. */
import type { ObjectTypeName } from '../../schema';
import type { Span } from '../../syntax/nodes';
import { firstOf } from '../first';
import type { Space } from '../symbols';

export type CompletionKind =
  'keyword' | 'type' | 'directive' | 'setting' | 'value' | 'object' | 'template' | 'macro' | 'file' | 'folder';

/** What the labels of a list are names of: enough to look an item's help up once someone wants to read it. */
export type Topic =
  | { readonly of: 'types' }
  | { readonly of: 'snippets' }
  | { readonly of: 'directives'; readonly type: ObjectTypeName; readonly module?: string }
  | { readonly of: 'settings' }
  | { readonly of: 'modules' }
  /** `host`: services of that host, where it is one. */
  | { readonly of: 'objects'; readonly space: Space; readonly host?: string }
  | { readonly of: 'macros' }
  | { readonly of: 'days' }
  | { readonly of: 'rules' };

export interface CompletionItem {
  readonly label: string;
  readonly kind: CompletionKind;
  /** What follows the label without a gap: the arguments of a command, the new name of an old one. */
  readonly suffix?: string;
  /** A few words about it. */
  readonly detail?: string;
  /** Where that is not what the whole list is about. */
  readonly topic?: Topic;
  /** What to insert, where that is more than the label. */
  readonly insertText?: string;
  /** The same with tab stops, for a client that has them. */
  readonly snippet?: string;
  /** Of no use without its tab stops. */
  readonly needsSnippets?: boolean;
  /** What the user types to find it, where that is not the label. */
  readonly filterText?: string;
  /** Items are offered in the order of `rank`, then of their labels; 0 unless given. */
  readonly rank?: number;
  /** Once it is inserted, there is something to complete right behind it. */
  readonly goesOn?: boolean;
  /** Once it is inserted, the cursor is in the first argument of a command. */
  readonly takesArguments?: boolean;
  /** Shinken does nothing with it, or has another name for it now. */
  readonly deprecated?: boolean;
  /** Characters that accept the item when they are typed: only where nothing but the items can stand, so that nobody's own text changes. */
  readonly commitCharacters?: readonly string[];
}

export interface CompletionList {
  /** The text that an item takes the place of: from the beginning of the word to its end, the cursor somewhere in it. */
  readonly span: Span;
  readonly items: readonly CompletionItem[];
  /** More typing may bring up items that are not in the list. */
  readonly incomplete: boolean;
  /** What the items are names of, unless they say otherwise. */
  readonly topic?: Topic;
}

/** Of more items than this not all are sent: with each letter the client asks anew. */
export const MOST_ITEMS = 500;
/** So many of them, then: nobody reads on further, and those that fit best what is typed already come first. */
export const CUT_TO = 200;

/** The list in its order, cut to a bearable length. `typed` is what stands before the cursor already. */
export function completionList(
  span: Span,
  items: readonly CompletionItem[],
  typed: string,
  topic?: Topic,
): CompletionList {
  const { chosen, incomplete } = choose(items, typed);
  return { span, items: chosen, incomplete, ...(topic && { topic }) };
}

/** What decides on the place of an item in its list. */
type Candidate = Pick<CompletionItem, 'label' | 'rank' | 'filterText'>;

/** The candidates in their order; of too many, those that fit what is typed, the closest first. */
export function choose<C extends Candidate>(
  candidates: readonly C[],
  typed: string,
): { readonly chosen: readonly C[]; readonly incomplete: boolean } {
  if (candidates.length <= MOST_ITEMS) return { chosen: [...candidates].sort(byRank), incomplete: false };
  const wanted = typed.toLowerCase();
  const byFit: C[][] = [[], [], []];
  for (const candidate of candidates) {
    byFit[misfit((candidate.filterText ?? candidate.label).toLowerCase(), wanted)]?.push(candidate);
  }
  const chosen: C[] = [];
  for (const group of byFit) {
    if (chosen.length < CUT_TO) chosen.push(...firstOf(group, CUT_TO - chosen.length, byRank));
  }
  return { chosen, incomplete: true };
}

function byRank(a: Candidate, b: Candidate): number {
  return (a.rank ?? 0) - (b.rank ?? 0) || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0);
}

/** 0: begins so; 1: holds it; 2: has its letters in that order, as editors match; more: does not fit. */
export function misfit(text: string, wanted: string): number {
  const index = text.indexOf(wanted);
  if (index >= 0) return index === 0 ? 0 : 1;
  let found = 0;
  for (let at = 0; at < text.length && found < wanted.length; at++)
    if (text.charCodeAt(at) === wanted.charCodeAt(found)) found++;
  return found === wanted.length ? 2 : 3;
}
