/** The registry of what hints are drawn from. */
import type { Analysis } from '../../analysis';
import type { FileRange } from '../feature';
import type { InlayHint } from '../inlay-hints';
import { daemonDefaults } from './daemon-defaults';

/** Gives the hints of a part of a file; a few that stand outside it do no harm. */
export type HintSource = (analysis: Analysis, range: FileRange) => readonly InlayHint[];

/** One line a source. */
export const hintSources: readonly HintSource[] = [daemonDefaults];
