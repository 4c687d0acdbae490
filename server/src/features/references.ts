import type { Analysis } from '../analysis';
import type { Place } from '../project/types';
import type { Span } from '../syntax/nodes';
import type { FilePosition } from './feature';
import { mentionsOf } from './meaning';
import { Places } from './places';
import { symbolsOf } from './symbols';

/**
 * Every place that means what the name under the cursor means, definitions first. `others` are the other configurations of the editor's
 * folders: what they say of the same definitions counts, too.
 */
export function references(
  analysis: Analysis,
  at: FilePosition,
  includeDefinitions: boolean,
  others: readonly Analysis[] = [],
): Place[] {
  const occurrence = symbolsOf(analysis.project).at(at);
  if (!occurrence) return [];
  const own = mentionsOf(analysis, occurrence);
  const elsewhere = others
    .filter(({ project }) => project !== analysis.project)
    .flatMap((other) =>
      own
        .filter(({ role }) => role === 'definition')
        .flatMap((definition) => {
          const same = symbolsOf(other.project).at({ file: definition.at.file, offset: definition.at.span.start });
          return same?.space === definition.space ? mentionsOf(other, same) : [];
        }),
    );
  const all = elsewhere.length > 0 ? [...own, ...elsewhere] : own;
  const wanted = includeDefinitions ? all : all.filter(({ role }) => role === 'reference');
  const places = wanted.map(({ at: place }) => place);
  // Of one configuration, each place is there once: of tens of thousands, that need not be found out again.
  if (elsewhere.length === 0) return places;
  const seen = new Places();
  return places.filter((place) => seen.add(place));
}

export interface Highlight {
  readonly span: Span;
  readonly kind: 'definition' | 'reference';
}

/** The places in the same file that mean what the name under the cursor means. */
export function documentHighlights(analysis: Analysis, at: FilePosition): Highlight[] {
  const occurrence = symbolsOf(analysis.project).at(at);
  if (!occurrence) return [];
  return mentionsOf(analysis, occurrence, at.file).map((one) => ({ span: one.at.span, kind: one.role }));
}
