/** The registry of what lenses are drawn from. */
import type { Analysis } from '../../analysis';
import type { FilePath } from '../../project/types';
import type { CodeLens } from '../code-lens';
import { availability } from './availability';

/** Gives the lenses of a file, quickly: what they say is found out one by one. */
export type LensSource = (analysis: Analysis, file: FilePath) => readonly CodeLens[];

/** One line a source. */
export const lensSources: readonly LensSource[] = [availability];
