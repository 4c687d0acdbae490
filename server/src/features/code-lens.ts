/** What stands above a definition: a few words about it, and where a click on them leads. */
import type { Analysis } from '../analysis';
import type { SpareQuestion } from '../rules/rule';
import { Attached } from '../project/attached';
import type { FilePath, Place } from '../project/types';
import type { Span } from '../syntax/nodes';
import { type LensSource, lensSources } from './lenses';

/** Each has its setting, `shinken.codeLens.` and this name. */
export const lensKinds = ['availability', 'usage', 'expansion'] as const;

export type LensKind = (typeof lensKinds)[number];

export interface CodeLens {
  readonly kind: LensKind;
  /** Unlike any other of the file, and the same after an edit that has nothing to do with it. */
  readonly id: string;
  /** It stands above the line where this begins. */
  readonly span: Span;
  /**
   * What it says: asked for when it comes into view, for finding it out may take a simulation. `others` are the other configurations of
   * the editor's folders.
   */
  say(others?: readonly Analysis[]): LensText;
}

export interface LensText {
  readonly title: string;
  readonly tooltip?: string;
  readonly action?: LensAction;
}

/** What a click does, in an editor that can do it. `offer` are the words for it, where the title alone does not invite to it. */
export type LensAction =
  | { readonly does: 'go'; readonly to: readonly Place[]; readonly offer?: undefined }
  /** There may be thousands: they are asked for when somebody clicks. */
  | { readonly does: 'show'; places(others?: readonly Analysis[]): readonly Place[]; readonly offer?: undefined }
  | { readonly does: 'add-spare'; readonly question: SpareQuestion; readonly offer: string }
  | { readonly does: 'generate-spares'; readonly offer: string }
  | { readonly does: 'show-map'; readonly machines: readonly string[]; readonly offer?: undefined };

/** The lenses of these kinds in a file, in the order of the text. */
export function codeLenses(analysis: Analysis, file: FilePath, kinds: ReadonlySet<LensKind>): CodeLens[] {
  return lensSources
    .filter(({ kind }) => kinds.has(kind))
    .flatMap((source) => drawn(analysis, file, source))
    .sort((a, b) => a.span.start - b.span.start);
}

/** The lens of an id, if it is still there. */
export function codeLensOf(
  analysis: Analysis,
  file: FilePath,
  kinds: ReadonlySet<LensKind>,
  id: string,
): CodeLens | undefined {
  for (const source of lensSources) {
    const found = kinds.has(source.kind) ? drawn(analysis, file, source).find((lens) => lens.id === id) : undefined;
    if (found) return found;
  }
  return undefined;
}

const known = new Attached<Analysis, Map<string, readonly CodeLens[]>>();

/** Kept, for each lens of a file that comes into view is looked up among all of them. */
function drawn(analysis: Analysis, file: FilePath, { kind, lenses }: LensSource): readonly CodeLens[] {
  let byFile = known.get(analysis);
  if (!byFile) known.set(analysis, (byFile = new Map()));
  const key = `${kind} ${file}`;
  const found = byFile.get(key) ?? lenses(analysis, file);
  byFile.set(key, found);
  return found;
}
