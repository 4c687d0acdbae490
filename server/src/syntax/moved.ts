/** Parts of a tree as they are where other text has come or gone before them. */
import type { CommentNode, ObjectNode, SettingNode, Source, Span, SyntaxFact, SyntaxNode, Value } from './nodes';
import { OpenObject, Sheet } from './object-node';
import { Comment } from './tree-builder';

/** `source`: the text that they stand in now, so much further on. */
export function movedNodes(nodes: readonly SyntaxNode[], { file, text }: Source, delta: number): SyntaxNode[] {
  const sheets = new Map<Sheet, Sheet>();
  return nodes.map((node) => {
    if (node.kind === 'setting') return movedSetting(node, delta);
    if (!(node instanceof OpenObject)) throw new Error('A tree has other objects than the parser makes.');
    let sheet = sheets.get(node.sheet);
    if (!sheet) sheets.set(node.sheet, (sheet = new Sheet(file, text, node.sheet.lines)));
    return node.moved(sheet, delta);
  });
}

function movedSetting(setting: SettingNode, delta: number): SettingNode {
  const { span, keySpan, equals, value } = setting;
  return {
    ...setting,
    span: movedSpan(span, delta),
    keySpan: movedSpan(keySpan, delta),
    equals: equals === undefined ? undefined : equals + delta,
    value: movedValue(value, delta),
  };
}

export function movedComment({ marker, span }: CommentNode, delta: number): CommentNode {
  return new Comment(marker, span.start + delta, span.end + delta);
}

/** `objectNow`: what has become of the object that it is about. */
export function movedFact(
  fact: SyntaxFact,
  delta: number,
  objectNow: (object: ObjectNode) => ObjectNode | undefined,
): SyntaxFact {
  const { span, object, cause } = fact;
  return {
    ...fact,
    span: movedSpan(span, delta),
    ...(object && { object: objectNow(object) }),
    ...(cause && { cause: movedSpan(cause, delta) }),
  };
}

export function movedValue({ text, span, pieces }: Value, delta: number): Value {
  const moved = pieces.map((piece) => ({ ...piece, start: piece.start + delta }));
  return { text, span: movedSpan(span, delta), pieces: moved };
}

export function movedSpan({ start, end }: Span, delta: number): Span {
  return { start: start + delta, end: end + delta };
}
