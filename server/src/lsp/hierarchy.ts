/** Items of hierarchies as the protocol has them, and back. */
import type { CallHierarchyItem, Range, TypeHierarchyItem } from 'vscode-languageserver';
import type { Call } from '../features/call-hierarchy';
import type { ItemKey, ObjectItem, ObjectKind } from '../features/object-item';
import type { FilePath } from '../project/types';
import { type Converter, toPath, toRange } from './convert';
import { symbolKind } from './results';
import { record } from './settings';

/** What an item brings back when its neighbours are asked for. */
interface ItemData {
  readonly kind: ObjectKind;
}

/** Items of both hierarchies are of the same shape. */
export function toHierarchyItem(converter: Converter, item: ObjectItem): TypeHierarchyItem & CallHierarchyItem {
  const { name, detail, kind, file, span, selection } = item;
  const lines = converter.lines(file);
  const data: ItemData = { kind };
  return {
    name,
    kind: symbolKind(kind),
    detail,
    uri: converter.uri(file),
    range: toRange(lines, span),
    selectionRange: toRange(lines, selection),
    data,
  };
}

/** The object that an item of ours stands for; undefined where another server, or another version, has made it up. */
export function toItemKey(converter: Converter, item: TypeHierarchyItem | CallHierarchyItem): ItemKey | undefined {
  const { kind } = record(item.data);
  if (typeof kind !== 'string') return undefined;
  const file = toPath(item.uri);
  const offset = converter.lines(file).offsetAt(item.selectionRange.start);
  return { file, offset, name: item.name, kind: kind as ObjectKind };
}

/** A call with its places, which are in `file`: that of the caller. */
export function toCall(
  converter: Converter,
  file: FilePath,
  { item, ranges }: Call,
): { readonly item: CallHierarchyItem; readonly fromRanges: Range[] } {
  const lines = converter.lines(file);
  return { item: toHierarchyItem(converter, item), fromRanges: ranges.map((span) => toRange(lines, span)) };
}
