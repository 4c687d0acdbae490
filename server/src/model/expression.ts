/** Expressions over host groups or host templates (complexexpression.py). */
import { strip } from '../syntax/blanks';

/** One of these makes a list an expression (util.py, `is_complex_expr`); `+` alone does not. */
export function isExpression(text: string): boolean {
  return /[()&|!*]/.test(text);
}

export interface Expression {
  readonly names: readonly string[];
  /** Parentheses that do not pair, or text glued to one: the arbiter says so on its standard output only. */
  readonly malformed: boolean;
  /** Both operators on one level. */
  readonly mixed: boolean;
  /** The hosts it selects, in no particular order. */
  evaluate(membersOf: (name: string) => readonly string[]): Set<string>;
}

/** Nobody nests deeper; it keeps hostile text from exhausting the stack. */
const MAX_DEPTH = 100;

type Node =
  | { readonly kind: 'leaf'; readonly name: string; readonly not: boolean }
  | { readonly kind: 'group'; readonly operator: '|' | '&'; readonly parts: readonly Node[] };

/**
 * Reads an expression: `,` and `|` unite, `&` and `+` intersect, `!name` takes away, parentheses group. On one level the last operator
 * counts for all, as in the arbiter. Text before a parenthesis is kept and glued to what stands in it.
 */
export function parseExpression(text: string): Expression {
  const names: string[] = [];
  let malformed = false;
  let mixed = false;

  const parse = (pattern: string, level: number): Node => {
    const body = strip(pattern);
    if (level > MAX_DEPTH || !/[()+&|,]/.test(body)) {
      const not = body.startsWith('!');
      const name = strip(not ? body.slice(1) : body);
      names.push(name);
      return { kind: 'leaf', name, not };
    }
    const parts: Node[] = [];
    let operator: '|' | '&' | undefined;
    let depth = 0;
    let inside = false;
    let pending = '';
    let glued = '';
    for (const character of body) {
      if (!inside && (character === ',' || character === '|' || character === '&' || character === '+')) {
        const next = character === '&' || character === '+' ? '&' : '|';
        mixed ||= operator !== undefined && operator !== next;
        operator = next;
        if (strip(pending) !== '') parts.push(parse(pending, level + 1));
        pending = '';
      } else if (character === '(') {
        depth++;
        inside = true;
        if (depth > 1) pending += character;
        else glued = strip(pending);
      } else if (character === ')') {
        depth--;
        if (depth < 0) malformed = true;
        else if (depth === 0) {
          const part = parse(pending, level + 1);
          // `!(a)` is `!a`, but `!(a|b)` is `!a|b`.
          malformed ||= glued !== '' && (glued !== '!' || part.kind === 'group');
          parts.push(part);
          inside = false;
          pending = '';
        } else pending += character;
      } else pending += character;
    }
    if (depth !== 0) malformed = true;
    if (strip(pending) !== '') parts.push(parse(pending, level + 1));
    return { kind: 'group', operator: operator ?? '|', parts };
  };

  const root = parse(text, 0);
  return {
    names,
    malformed,
    mixed,
    evaluate: (membersOf) => evaluate(root, membersOf),
  };
}

function evaluate(node: Node, membersOf: (name: string) => readonly string[]): Set<string> {
  if (node.kind === 'leaf') return new Set(membersOf(node.name));
  let result = new Set<string>();
  let first = true;
  for (const part of node.parts) {
    if (isNot(part)) continue;
    const members = evaluate(part, membersOf);
    if (first || node.operator === '|') for (const member of members) result.add(member);
    else result = new Set([...result].filter((member) => members.has(member)));
    first = false;
  }
  for (const part of node.parts) {
    if (isNot(part)) for (const member of evaluate(part, membersOf)) result.delete(member);
  }
  return result;
}

function isNot(node: Node): boolean {
  return node.kind === 'leaf' && node.not;
}
