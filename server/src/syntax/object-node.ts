import type { ObjectNode, PropertyNode, Span } from './nodes';

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** An object while lines are still added to it. */
export type OpenObject = Mutable<Omit<ObjectNode, 'span' | 'properties'>> & {
  readonly span: Mutable<Span>;
  readonly properties: PropertyNode[];
};

export function newObject(
  keywordSpan: Span,
  type: string,
  typeSpan: Span,
  open: Span | undefined,
  continues: boolean,
): OpenObject {
  const span = { start: keywordSpan.start, end: (open ?? typeSpan).end };
  const rest = { close: undefined, closedBy: 'end', continues } as const;
  return { kind: 'object', span, keywordSpan, type, typeSpan, open, properties: [], ...rest };
}

/** `define type`, or only `define`: where one looks for an object that is not as it should be. */
export function headOf({ keywordSpan, typeSpan }: ObjectNode): Span {
  return { start: keywordSpan.start, end: Math.max(keywordSpan.end, typeSpan.end) };
}
