/** What is true of an object and not written in it, shown between its lines. */
import type { Analysis } from '../analysis';
import type { Place } from '../project/types';
import type { TextEdit } from '../rules/rule';
import { contains, type FileRange, type Markdown } from './feature';
import { hintSources } from './hints';

/** Each has its setting, `shinken.inlayHints.` and this name. */
export const hintKinds = [
  'spare',
  'port',
  'realm',
  'timers',
  'subRealms',
  'manageArbiters',
  'inherited',
  'filledIn',
  'members',
] as const;

export type HintKind = (typeof hintKinds)[number];

/** Shown only where somebody asks for them: on every object, and seldom news. */
export const quietHints: ReadonlySet<HintKind> = new Set(['filledIn']);

export interface InlayHint {
  readonly kind: HintKind;
  /** The offset that it stands behind. */
  readonly offset: number;
  readonly label: readonly HintPart[];
  /** Asked for when somebody looks at the hint. */
  tooltip(link: (place: Place) => string): Markdown;
  /** Writes into the same file what the hint says; asked for when somebody wants it. */
  edits(): readonly TextEdit[];
}

export interface HintPart {
  readonly text: string;
  /** What it names. */
  readonly target?: Place;
}

/** What a hint says, its parts together. */
export function labelOf({ label }: InlayHint): string {
  return label.map(({ text }) => text).join('');
}

/** The hints of these kinds in a part of a file, in the order of the text. */
export function inlayHints(analysis: Analysis, range: FileRange, kinds: ReadonlySet<HintKind>): InlayHint[] {
  return hintSources
    .filter((source) => source.kinds.some((kind) => kinds.has(kind)))
    .flatMap((source) => source.hints(analysis, range))
    .filter(({ kind, offset }) => kinds.has(kind) && contains(range.span, { start: offset, end: offset }))
    .sort((a, b) => a.offset - b.offset);
}
