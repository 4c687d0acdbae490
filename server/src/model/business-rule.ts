/**
 * The expression behind `bp_rule!`, taken apart as Shinken takes it apart (dependencynode.py:233-460), its slips included: operators do
 * not mix on one level, text before a parenthesis is glued to what is inside, a misplaced `!` vanishes.
 */

/** A text whose characters still know where they stood in the whole expression. */
interface Excerpt {
  readonly text: string;
  readonly at: readonly number[];
}

/** A host, a service or a pattern for several: the parts between commas, stripped. */
export interface RuleLeaf {
  readonly kind: 'leaf';
  readonly negated: boolean;
  /** Host part and, if there is one, service part; more parts are an error or are passed over. An empty host part is the rule's own host. */
  readonly parts: readonly string[];
  /** True for flags (`g:` …) or `*`: it stands for every match. */
  readonly expands: boolean;
  /** Offsets in the expression. */
  readonly start: number;
  readonly end: number;
}

export interface RuleGroup {
  readonly kind: 'group';
  readonly operator: '&' | '|' | 'of' | undefined;
  /** `N of:` or `A,B,C of:`, as written. */
  readonly of: readonly string[];
  readonly sons: readonly RuleNode[];
  readonly start: number;
  readonly end: number;
}

export type RuleNode = RuleLeaf | RuleGroup;

/** What Shinken makes of text it does not like without a word in any log. */
export interface RuleSlip {
  readonly kind: 'text-before-parenthesis' | 'too-many-closing' | 'misplaced-not' | 'unclosed';
  readonly start: number;
  readonly end: number;
}

export interface ParsedRule {
  readonly root: RuleNode;
  readonly slips: readonly RuleSlip[];
  /** Offset of an `&` after `|` on one level or the other way round: the arbiter dies of it. */
  readonly mixedAt: number | undefined;
}

const ofPattern = /^(-?\d+%?),*(-?\d*%?),*(-?\d*%?) *of: *(.+)/d;
const expandsHosts = /^([grlt]+|\*):/;
const expandsServices = /,\s*([grl]+:.*|\*)$/;

/** Deeper than this no real rule goes; the arbiter's own stack is exhausted a little later. */
const maxDepth = 200;

/** Takes an expression apart. Never throws. */
export function parseRule(expression: string): ParsedRule {
  const parser = new RuleParser();
  const whole = { text: expression, at: Array.from({ length: expression.length }, (_, index) => index) };
  const root = parser.node(whole, false, 0);
  return { root, slips: parser.slips, mixedAt: parser.mixedAt };
}

class RuleParser {
  readonly slips: RuleSlip[] = [];
  mixedAt: number | undefined;

  node(untrimmed: Excerpt, negated: boolean, depth: number): RuleNode {
    const pattern = trim(untrimmed);
    return /[()&|]/.test(pattern.text) && depth < maxDepth ? this.group(pattern, depth) : leaf(pattern, negated);
  }

  private group(whole: Excerpt, depth: number): RuleGroup {
    const { of, rest } = takeOf(whole);
    let operator: RuleGroup['operator'] = of.length > 0 ? 'of' : undefined;
    const sons: RuleNode[] = [];
    let pending = new Pending();
    let inParentheses = false;
    let open = 0;
    let negateNext = false;
    const flush = (): void => {
      sons.push(this.node(pending.excerpt(), negateNext, depth + 1));
      negateNext = false;
      pending = new Pending();
    };
    for (let index = 0; index < rest.text.length; index++) {
      const char = rest.text.charAt(index);
      const at = rest.at[index] ?? 0;
      if (char === '(') {
        open++;
        inParentheses = true;
        pending.trim();
        if (open === 1 && pending.text !== '') this.glued(pending.excerpt(), at);
        else if (open > 1) pending.push(char, at);
      } else if (char === ')') {
        open--;
        if (open < 0) this.slip('too-many-closing', { text: char, at: [at] }, at + 1);
        else if (open === 0) {
          flush();
          inParentheses = false;
        } else pending.push(char, at);
      } else if (inParentheses) pending.push(char, at);
      else if (char === '!') {
        pending.trim();
        if (pending.text !== '' && !pending.text.startsWith('!'))
          this.slip('misplaced-not', { text: char, at: [at] }, at + 1);
        else negateNext = true;
      } else if (char === '&' || char === '|') {
        pending.trim();
        if (operator !== undefined && operator !== 'of' && operator !== char) this.mixedAt ??= at;
        if (operator !== 'of') operator = char;
        if (pending.text !== '') flush();
        else pending = new Pending();
      } else pending.push(char, at);
    }
    pending.trim();
    if (inParentheses && open > 0) this.slip('unclosed', rest, (rest.at.at(-1) ?? 0) + 1);
    if (pending.text !== '') flush();
    return { kind: 'group', operator, of, sons, ...extent(whole) };
  }

  /** Text before a parenthesis joins what is inside, which is just right for `2 of: (…)`. */
  private glued(text: Excerpt, end: number): void {
    if (!/ of:$/.test(text.text)) this.slip('text-before-parenthesis', text, end);
  }

  private slip(kind: RuleSlip['kind'], { at }: Excerpt, end: number): void {
    this.slips.push({ kind, start: at[0] ?? end, end });
  }
}

/** What has been read of a son so far. */
class Pending {
  private chars: string[] = [];
  private at: number[] = [];

  get text(): string {
    return this.chars.join('');
  }
  push(char: string, at: number): void {
    this.chars.push(char);
    this.at.push(at);
  }
  trim(): void {
    const trimmed = trim(this.excerpt());
    this.chars = trimmed.text.split('');
    this.at = [...trimmed.at];
  }
  excerpt(): Excerpt {
    return { text: this.text, at: this.at };
  }
}

function leaf(pattern: Excerpt, negated: boolean): RuleLeaf {
  let { rest } = takeOf(pattern);
  const not = rest.text.startsWith('!');
  if (not) rest = cut(rest, 1);
  return {
    kind: 'leaf',
    negated: negated || not,
    parts: rest.text.split(',').map((part) => part.trim()),
    expands: expandsHosts.test(rest.text) || expandsServices.test(rest.text),
    ...extent(trim(rest)),
  };
}

function takeOf(pattern: Excerpt): { of: readonly string[]; rest: Excerpt } {
  const match = ofPattern.exec(pattern.text);
  const from = match?.indices?.[4]?.[0];
  if (!match || from === undefined) return { of: [], rest: pattern };
  const [, first = '', second = '', third = ''] = match;
  return { of: second !== '' && third !== '' ? [first, second, third] : [first], rest: cut(pattern, from) };
}

function cut({ text, at }: Excerpt, start: number, end = text.length): Excerpt {
  return { text: text.slice(start, end), at: at.slice(start, end) };
}

function trim(excerpt: Excerpt): Excerpt {
  const { text } = excerpt;
  const start = text.length - text.trimStart().length;
  return cut(excerpt, start, Math.max(start, text.trimEnd().length));
}

function extent({ at }: Excerpt): { start: number; end: number } {
  const start = at[0] ?? 0;
  return { start, end: (at.at(-1) ?? start - 1) + 1 };
}
