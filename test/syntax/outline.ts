import type { Span, SyntaxTree, Value } from '../../server/src/syntax/nodes';

/** A tree in one line a node: `host{use=a}` for an object (`{` missing where it is not closed: `host{use=a`), `key=value` for a setting. */
export function outline({ nodes }: SyntaxTree): string[] {
  return nodes.map((node) => {
    if (node.kind === 'setting') return node.equals === undefined ? `?${node.key}` : `${node.key}=${node.value.text}`;
    const properties = node.properties.map(({ key, value }) => `${key}=${value.text}`).join(' ');
    return `${node.continues ? '…' : node.type}${node.open ? '{' : '('}${properties}${node.close ? '}' : ''}`;
  });
}

/** What is said about a text: `kind «the text it stands on»`. */
export function facts({ text, facts }: SyntaxTree): string[] {
  return facts.map(({ kind, span }) => `${kind} «${at(text, span)}»`);
}

export function at(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** A value put together again from where its pieces stand. */
export function fromPieces(text: string, { pieces }: Value): string {
  return pieces.map(({ start, length }) => text.slice(start, start + length)).join('');
}

/** Numbers from 0 to below 1, the same every time for a seed. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
