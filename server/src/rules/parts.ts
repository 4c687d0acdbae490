/** Changes of lists between commas. */
import type { Model } from '../model/types';
import type { FilePath } from '../project/types';
import type { Span } from '../syntax/nodes';
import { listItems } from '../syntax/values';
import { edits } from './edits';
import { deleteLines } from './fixes';
import type { Fix } from './rule';

/** Takes one item out of the list it stands in, with its comma; the whole directive if it was the only one. Nothing if no list has it there. */
export function removePart(model: Model, file: FilePath, span: Span, title: string): readonly Fix[] {
  const source = model.project.files.get(file);
  for (const node of source?.tree.nodes ?? []) {
    if (node.kind !== 'object' || node.span.end < span.start) continue;
    for (const property of node.properties) {
      const items = listItems(property.value);
      const index = items.findIndex((item) => item.span.start === span.start && item.span.end === span.end);
      if (index < 0) continue;
      const previous = items[index - 1];
      const next = items[index + 1];
      const change =
        items.length === 1
          ? edits(deleteLines(source?.text ?? '', file, property.span))
          : previous
            ? edits({ file, span: { start: previous.span.end, end: span.end }, newText: '' })
            : edits({ file, span: { start: span.start, end: next?.span.start ?? span.end }, newText: '' });
      return [{ title, change, preferred: true }];
    }
    if (node.span.start > span.end) break;
  }
  return [];
}
