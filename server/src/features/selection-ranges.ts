import type { Analysis } from '../analysis';
import type { RawObject } from '../project/types';
import { objectType, type Directive } from '../schema';
import type { PropertyNode, Span } from '../syntax/nodes';
import { callParts, listItems } from '../syntax/values';
import { contains, touches, type FilePosition } from './feature';
import { symbolsOf } from './symbols';
import { directiveOf } from '../model/names/written';

/** What a selection grows to, step by step: the name, the item of a list or the argument of a call, the value, the line, the object, the file. */
export function selectionRanges({ project }: Pick<Analysis, 'project'>, at: FilePosition): Span[] {
  const source = project.files.get(at.file);
  if (!source) return [];
  const { text, tree } = source;
  const spans: Span[] = [{ start: 0, end: text.length }];
  const node = tree.nodes.find(({ span }) => touches(span, at.offset));
  if (node) spans.push(node.span);
  const line = node?.kind === 'object' ? node.properties.find(({ span }) => touches(span, at.offset)) : node;
  if (line) {
    spans.push(line.span, touches(line.keySpan, at.offset) ? line.keySpan : line.value.span);
    const name = symbolsOf(project).at(at);
    if (name) spans.push(...(name.reach ? [name.reach] : []), name.at.span);
  }
  if (line?.kind === 'property') {
    const object = symbolsOf(project)
      .objectsIn(at.file)
      .find((one) => one.properties.some((property) => property.node === line));
    if (object) spans.push(...itemSpans(object, line));
  }
  return spans
    .filter((span) => touches(span, at.offset) && span.start < span.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))
    .reduce<Span[]>((chain, span) => {
      const last = chain.at(-1);
      const grows = !last || (contains(span, last) && span.end - span.start > last.end - last.start);
      return grows ? [...chain, span] : chain;
    }, []);
}

/** The parts that a value is put together from. */
function itemSpans(object: RawObject, { key, value }: PropertyNode): Span[] {
  const directive = directiveOf(object, key);
  const shape = directive?.reference?.shape;
  const calls = shape === 'call' ? [callParts(value)] : [];
  const parts = calls.flatMap(({ command, args }) => [command, ...args]).map(({ span }) => span);
  return isList(object, directive) ? [...parts, ...listItems(value).map(({ span }) => span)] : parts;
}

/** Commas part the value: those of free text are only commas. */
function isList({ type }: RawObject, directive: Directive | undefined): boolean {
  if (!directive) return objectType(type)?.name === 'timeperiod';
  const shape = directive.reference?.shape ?? 'name';
  const isPlain = directive.value === 'list' || directive.value === 'integerList' || directive.value === 'dictionary';
  return (isPlain && directive.oneItemPerLine !== true) || !['name', 'call', 'override'].includes(shape);
}
