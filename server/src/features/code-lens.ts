/** What stands above a definition: a few words about it, and where a click on them leads. */
import type { Analysis } from '../analysis';
import type { SpareQuestion } from '../rules/rule';
import type { FilePath, Place } from '../project/types';
import type { Span } from '../syntax/nodes';
import { lensSources } from './lenses';

/** Each has its setting, `shinken.codeLens.` and this name. */
export const lensKinds = ['availability'] as const;

export type LensKind = (typeof lensKinds)[number];

export interface CodeLens {
  readonly kind: LensKind;
  /** Unlike any other of the file, and the same after an edit that has nothing to do with it. */
  readonly id: string;
  /** It stands above the line where this begins. */
  readonly span: Span;
  /** What it says: asked for when it comes into view, for finding it out may take a simulation. */
  say(): LensText;
}

export interface LensText {
  readonly title: string;
  readonly tooltip?: string;
  readonly action?: LensAction;
}

/** What a click does, in an editor that can do it. `offer` are the words for it, where the title alone does not invite to it. */
export type LensAction =
  | { readonly does: 'go'; readonly to: readonly Place[]; readonly offer?: undefined }
  | { readonly does: 'add-spare'; readonly question: SpareQuestion; readonly offer: string }
  | { readonly does: 'generate-spares'; readonly offer: string }
  | { readonly does: 'show-map'; readonly machines: readonly string[]; readonly offer?: undefined };

/** The lenses of these kinds in a file, in the order of the text. */
export function codeLenses(analysis: Analysis, file: FilePath, kinds: ReadonlySet<LensKind>): CodeLens[] {
  return lensSources
    .flatMap((source) => source(analysis, file))
    .filter(({ kind }) => kinds.has(kind))
    .sort((a, b) => a.span.start - b.span.start);
}
