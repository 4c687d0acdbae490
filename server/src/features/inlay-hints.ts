/** What is true of an object and not written in it, shown between its lines. */
import type { Analysis } from '../analysis';
import type { Place } from '../project/types';
import type { TextEdit } from '../rules/rule';
import { contains, type FileRange, type Markdown } from './feature';
import { hintSources } from './hints';

/** Each has its setting, `shinken.inlayHints.` and this name. */
export const hintKinds = ['spare', 'port', 'realm', 'timers', 'subRealms', 'manageArbiters'] as const;

export type HintKind = (typeof hintKinds)[number];

export interface InlayHint {
  readonly kind: HintKind;
  /** The offset that it stands behind. */
  readonly offset: number;
  readonly label: string;
  readonly tooltip: Markdown;
  /** Writes into the same file what the hint says. */
  readonly edits: readonly TextEdit[];
  /** What the label names. */
  readonly target?: Place;
}

/** The hints of these kinds in a part of a file, in the order of the text. */
export function inlayHints(analysis: Analysis, range: FileRange, kinds: ReadonlySet<HintKind>): InlayHint[] {
  return hintSources
    .flatMap((source) => source(analysis, range))
    .filter(({ kind, offset }) => kinds.has(kind) && contains(range.span, { start: offset, end: offset }))
    .sort((a, b) => a.offset - b.offset);
}
