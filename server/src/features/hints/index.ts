/** The registry of what hints are drawn from. */
import type { Analysis } from '../../analysis';
import type { FileRange } from '../feature';
import type { HintKind, InlayHint } from '../inlay-hints';
import { daemonDefaults } from './daemon-defaults';
import { filledIn } from './filled-in';
import { inherited } from './inherited';
import { members } from './members';

export interface HintSource {
  /** What it gives: it is not asked where none of that is wanted. */
  readonly kinds: readonly HintKind[];
  /** The hints of a part of a file; a few that stand outside it do no harm. */
  hints(analysis: Analysis, range: FileRange): readonly InlayHint[];
}

/** One line a source. */
export const hintSources: readonly HintSource[] = [daemonDefaults, inherited, filledIn, members];
