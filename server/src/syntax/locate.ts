import type { CommentNode, ObjectNode, PropertyNode, SettingNode, Span, SyntaxNode, SyntaxTree } from './nodes';
import { offsetIn } from './values';

/** What a cursor is on. Text still being written counts: a place where something could stand is that kind of place. */
export type NodeAt =
  | { readonly kind: 'comment'; readonly comment: CommentNode }
  /** The word `define`. */
  | { readonly kind: 'keyword'; readonly object: ObjectNode }
  /** Behind `define` and a blank; `span` is the type so far. */
  | { readonly kind: 'type'; readonly object: ObjectNode; readonly span: Span }
  | { readonly kind: 'brace'; readonly object: ObjectNode }
  | { readonly kind: 'key'; readonly object: ObjectNode; readonly property: PropertyNode }
  /** Behind a key and a blank; `offset` is that in the decoded value. */
  | { readonly kind: 'value'; readonly object: ObjectNode; readonly property: PropertyNode; readonly offset: number }
  | { readonly kind: 'setting-key'; readonly setting: SettingNode }
  | { readonly kind: 'setting-value'; readonly setting: SettingNode; readonly offset: number }
  /** Blank, where a property could begin. */
  | { readonly kind: 'blank'; readonly object: ObjectNode }
  /** Text that the arbiter drops: behind `{`, or behind a `}` that does not close. */
  | { readonly kind: 'dropped' }
  /** Blank, outside any object. */
  | { readonly kind: 'top' };

/** What stands at an offset of the text, or would if it were typed there. */
export function nodeAt(tree: SyntaxTree, offset: number): NodeAt {
  const comment = before(tree.comments, offset);
  if (comment && comment.span.start < offset && offset <= comment.span.end) return { kind: 'comment', comment };
  const node = before(tree.nodes, offset + 1);
  if (node?.kind === 'setting' && onLine(tree.text, node.span, offset)) return inSetting(node, offset);
  const object = lastObject(tree.nodes, node);
  const inside = object && inObject(tree, object, offset);
  if (inside) return inside;
  const { start, end } = lineAt(tree.text, offset);
  const blank = /^\s*$/.test(tree.text.slice(start, offset)) && /^\s*(?:$|[#;])/.test(tree.text.slice(offset, end));
  return blank ? { kind: 'top' } : { kind: 'dropped' };
}

/** The last of some nodes that begins before an offset. */
function before<T extends { readonly span: Span }>(nodes: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.span.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return nodes[low - 1];
}

/** Between a `define` and a late `{` stand settings: the object is the one before them. */
function lastObject(nodes: readonly SyntaxNode[], from: SyntaxNode | undefined): ObjectNode | undefined {
  for (let at = from ? nodes.indexOf(from) : -1; at >= 0; at--) {
    const node = nodes[at];
    if (node?.kind === 'object') return node;
  }
  return undefined;
}

function inSetting(setting: SettingNode, offset: number): NodeAt {
  if (setting.equals === undefined || offset <= setting.equals) return { kind: 'setting-key', setting };
  return { kind: 'setting-value', setting, offset: decoded(setting, offset) };
}

function decoded({ value }: SettingNode | PropertyNode, offset: number): number {
  return offset < value.span.start ? 0 : (offsetIn(value, offset) ?? value.text.length);
}

/** Undefined behind its closing brace, or where the object has not begun for want of a `{`. */
function inObject({ text }: SyntaxTree, object: ObjectNode, offset: number): NodeAt | undefined {
  const { keywordSpan, typeSpan, open, close, properties } = object;
  if (close && offset > close.end) return undefined;
  if (close && offset >= close.start) return { kind: 'brace', object };
  if (!object.continues) {
    if (offset <= keywordSpan.end) return { kind: 'keyword', object };
    const head = onLine(text, { start: keywordSpan.start, end: typeSpan.end }, offset);
    const typed = typeSpan.start < typeSpan.end;
    if (head && typed && offset >= typeSpan.start && offset <= typeSpan.end) {
      return { kind: 'type', object, span: typeSpan };
    }
    if (head && (!typed || offset < typeSpan.start) && (!open || offset <= open.start)) {
      return { kind: 'type', object, span: { start: offset, end: offset } };
    }
    if (head || (open && offset >= open.start && offset <= open.end)) return { kind: 'brace', object };
  }
  const property = before(properties, offset + 1);
  if (property && onLine(text, property.span, offset)) {
    if (offset <= property.keySpan.end) return { kind: 'key', object, property };
    return { kind: 'value', object, property, offset: decoded(property, offset) };
  }
  const begun = open ? offset > open.end : property !== undefined;
  if (!begun && !object.continues) return undefined;
  const line = lineAt(text, offset);
  const behindOpen = open && line.start <= open.start;
  const blank = /^\s*$/.test(text.slice(line.start, offset));
  return blank && !behindOpen ? { kind: 'blank', object } : { kind: 'dropped' };
}

/** In the span, or in the blanks behind it on its last line. */
function onLine(text: string, span: Span, offset: number): boolean {
  if (offset <= span.end) return offset >= span.start;
  return /^[^\S\r\n]*$/.test(text.slice(span.end, offset));
}

/** The line of an offset, without its line break. */
export function lineAt(text: string, offset: number): Span {
  let { start, end } = { start: offset, end: offset };
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start--;
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
  return { start, end };
}

function isBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}
