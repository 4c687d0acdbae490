import type { Analysis } from '../analysis';
import { daemonTypes } from '../schema';
import type { Place } from '../project/types';
import type { Span } from '../syntax/nodes';
import type { FilePosition } from './feature';
import { symbolsOf, type Occurrence, type Symbols } from './symbols';

/** Every place that says the name under the cursor, definitions first. */
export function references(
  { project }: Pick<Analysis, 'project'>,
  at: FilePosition,
  includeDefinitions: boolean,
): Place[] {
  const symbols = symbolsOf(project);
  const occurrence = symbols.at(at);
  if (!occurrence) return [];
  return occurrencesOf(symbols, occurrence)
    .filter(({ role }) => includeDefinitions || role === 'reference')
    .map((one) => one.at);
}

/** Definitions and references of a name, those as a daemon of any kind included. */
export function occurrencesOf(symbols: Symbols, { space, name }: Occurrence): readonly Occurrence[] {
  const spaces =
    space === 'satellite' ? [...daemonTypes.filter((type) => symbols.definitions(type, name).length > 0)] : [space];
  if (spaces.length === 0) return symbols.references('satellite', name);
  const found = spaces.flatMap((one) => [...symbols.definitions(one, name), ...symbols.references(one, name)]);
  return [...new Set(found)];
}

export interface Highlight {
  readonly span: Span;
  readonly kind: 'definition' | 'reference';
}

/** The places in the same file that say the name under the cursor. */
export function documentHighlights({ project }: Pick<Analysis, 'project'>, at: FilePosition): Highlight[] {
  const symbols = symbolsOf(project);
  const occurrence = symbols.at(at);
  if (!occurrence) return [];
  return occurrencesOf(symbols, occurrence)
    .filter((one) => one.at.file === at.file)
    .map((one) => ({ span: one.at.span, kind: one.role }));
}
