import type { Analysis } from '../../analysis';
import type { RawObject } from '../../project/types';
import { type FileRange, overlaps } from '../feature';
import { symbolsOf } from '../symbols';

/** The objects of a file that reach into a part of it. What goes on in a second file has its hints in the first. */
export function objectsWithin({ project }: Analysis, { file, span }: FileRange): readonly RawObject[] {
  return symbolsOf(project)
    .objectsIn(file)
    .filter((object) => object.file === file && overlaps(object.node.span, span));
}
