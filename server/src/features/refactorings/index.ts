/** The registry of refactorings: what is offered where the cursor is, whether or not anything is wrong there. */
import type { Analysis } from '../../analysis';
import type { Fix } from '../../rules/rule';
import type { FileRange } from '../feature';
import { addSpare } from './add-spare';

/** Looks at a place and says what could be done with it; nothing, nearly everywhere. */
export type Refactoring = (analysis: Analysis, range: FileRange) => readonly Fix[];

/** One line a refactoring. */
export const refactorings: readonly Refactoring[] = [addSpare];
