import type { Analysis } from '../analysis';
import type { Span } from '../syntax/nodes';
import type { FilePosition } from './feature';
import { boundTo } from './meaning';
import { symbolsOf, type Space } from './symbols';

export interface LinkedRanges {
  readonly spans: readonly Span[];
  /** What the name may become while all of them follow, as a regular expression. */
  readonly wordPattern: string;
}

/**
 * The places that follow while a name is typed anew where it is defined. Only there: who types at a reference means something else from
 * then on. And only where it is safe: the name has one definition, all that say it say it in this file, and in the same letters.
 */
export function linkedEditing(
  analysis: Analysis,
  at: FilePosition,
  others: readonly Analysis[] = [],
): LinkedRanges | undefined {
  const { project } = analysis;
  const occurrence = symbolsOf(project).at(at);
  if (occurrence?.role !== 'definition' || occurrence.name === 'None') return undefined;
  const bound = boundTo(analysis, occurrence, others);
  const text = project.files.get(at.file)?.text ?? '';
  const said = text.slice(occurrence.at.span.start, occurrence.at.span.end);
  const isSafe = bound.every(
    ({ at: { file, span }, role }) =>
      file === at.file &&
      text.slice(span.start, span.end) === said &&
      (role === 'reference' || span.start === occurrence.at.span.start),
  );
  if (!isSafe || bound.length < 2) return undefined;
  return { spans: bound.map((one) => one.at.span), wordPattern: wordPattern(occurrence.space) };
}

/** What begins or ends no name anywhere, and stands for nothing else. */
function wordPattern(space: Space): string {
  return space === 'macro' || space.startsWith('custom ')
    ? '[A-Za-z0-9_]+'
    : String.raw`[^\s,;!&|()*$+\\][^,;!&|()*$\\\r\n]*`;
}
