import type { Analysis } from '../analysis';
import type { Span } from '../syntax/nodes';
import { contains, touches, type FilePosition } from './feature';
import { symbolsOf } from './symbols';

/** What a selection grows to, step by step: the name, the value, the line, the object, the file. */
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
  return spans
    .filter((span) => touches(span, at.offset) && span.start < span.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))
    .reduce<Span[]>((chain, span) => {
      const last = chain.at(-1);
      const grows = !last || (contains(span, last) && span.end - span.start > last.end - last.start);
      return grows ? [...chain, span] : chain;
    }, []);
}
