import type { Analysis } from '../analysis';
import type { Place } from '../project/types';
import type { Span } from '../syntax/nodes';
import { touches, type FilePosition } from './feature';
import { definitionsOf } from './meaning';
import { symbolsOf, topOf } from './symbols';

export interface DefinitionLink {
  /** The text that the link is on. */
  readonly origin: Span;
  /** The whole of what it leads to, and the name in it. */
  readonly target: Place;
  readonly selection: Span;
}

/** Where the name under the cursor is defined, once for each of its definitions; for an include line, the files it brings in. */
export function definition(analysis: Analysis, at: FilePosition): DefinitionLink[] {
  const { project } = analysis;
  const include = project.includes.find(({ main, span }) => main === at.file && touches(span, at.offset));
  if (include) {
    return include.files.map((file) => ({
      origin: include.valueSpan,
      target: topOf(file),
      selection: topOf(file).span,
    }));
  }
  const occurrence = symbolsOf(project).at(at);
  if (!occurrence) return [];
  const origin = occurrence.reach ?? occurrence.at.span;
  return definitionsOf(analysis, occurrence).map(({ at: { file, span }, object, property }) => ({
    origin,
    target: { file, span: object && property && object.file === file ? object.node.span : span },
    selection: span,
  }));
}
