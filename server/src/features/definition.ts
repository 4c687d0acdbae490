import type { Analysis } from '../analysis';
import type { Place } from '../project/types';
import type { Span } from '../syntax/nodes';
import { touches, type FilePosition } from './feature';
import { symbolsOf, topOf, type Occurrence } from './symbols';
import { hostsOf, isTemplate } from './symbols/written';

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

/**
 * The definitions that a name stands for. A service is one of a host where the text says which: those written for that host, else
 * what the model finds, else every service of that description.
 */
export function definitionsOf(analysis: Analysis, { space, name, host, role, at }: Occurrence): readonly Occurrence[] {
  const all = symbolsOf(analysis.project).definitions(space, name);
  if (space !== 'service' || role === 'definition' || all.length < 2 || !host) return all;
  const written = all.filter(({ object }) => object && !isTemplate(object) && hostsOf(object).includes(host));
  if (written.length > 0) return written;
  const source = analysis.model.find('service', `${host}/${name}`)?.source;
  const found = all.filter(({ object, at: place }) => object?.node === source?.node && place !== at);
  return source && found.length > 0 ? found : all;
}
