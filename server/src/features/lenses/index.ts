/** The registry of what lenses are drawn from. */
import type { Analysis } from '../../analysis';
import type { FilePath } from '../../project/types';
import type { CodeLens, LensKind } from '../code-lens';
import { availability } from './availability';
import { expansion } from './expansion';
import { usage } from './usage';

export interface LensSource {
  readonly kind: LensKind;
  /** The lenses of a file, quickly: what they say is found out one by one. */
  lenses(analysis: Analysis, file: FilePath): readonly CodeLens[];
}

/** One line a source: where several lenses stand above one object, in this order. */
export const lensSources: readonly LensSource[] = [availability, usage, expansion];
