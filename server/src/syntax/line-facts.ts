import { isBlank, isSpace } from './blanks';
import type { ObjectNode, PropertyNode, SettingNode, SyntaxFact, Value } from './nodes';
import { cut, spanOf, type Decoded } from './scanner';

/** What is surprising about one property line. */
export function propertyFacts(line: Decoded, node: PropertyNode, object: ObjectNode, facts: SyntaxFact[]): void {
  const { key, value } = node;
  if (key.includes('=')) facts.push({ kind: 'equals-in-object', span: node.keySpan, text: key, object });
  else if (value.text.startsWith('=')) {
    facts.push({ kind: 'equals-before-value', span: spanOf(value, 0, 1), text: value.text, object });
  }
  oddBlanks(line, key.length, facts, object);
  hash(value, 0, facts, object);
}

/** What is surprising about one line outside any object. */
export function settingFacts(line: Decoded, node: SettingNode, facts: SyntaxFact[]): void {
  const { key, value } = node;
  if (node.equals === undefined) {
    facts.push({ kind: line.text === '{' ? 'stray-open' : 'malformed-setting', span: node.span, text: line.text });
  } else if (value.text === '') facts.push({ kind: 'setting-without-value', span: node.span, text: key });
  else {
    if (key === '') facts.push({ kind: 'setting-without-name', span: node.span, text: value.text });
    blanksAroundEquals(line, key.length, facts);
    hash(value, 1, facts);
  }
  oddBlanks(line, key.length, facts);
}

/** A blank, then `#`: `from` 0 also takes a value that is all comment, its blank standing before the value. */
function hash(value: Value, from: 0 | 1, facts: SyntaxFact[], object?: ObjectNode): void {
  for (let at = value.text.indexOf('#'); at >= 0; at = value.text.indexOf('#', at + 1)) {
    if (at === 0 ? from === 1 : !isBlank(value.text.charCodeAt(at - 1))) continue;
    const { text, span } = cut(value, at, value.text.length);
    facts.push({ kind: 'hash-in-value', span, text, ...(object && { object }) });
    return;
  }
}

function blanksAroundEquals(line: Decoded, equals: number, facts: SyntaxFact[]): void {
  let from = equals;
  let to = equals + 1;
  while (from > 0 && isSpace(line.text.charCodeAt(from - 1))) from--;
  while (to < line.text.length && isSpace(line.text.charCodeAt(to))) to++;
  if (to - from > 1) {
    facts.push({ kind: 'blanks-around-equals', span: spanOf(line, from, to), text: line.text.slice(from, to) });
  }
}

/** Blanks that are not ASCII, and characters of no width: no blanks to Python, and nothing to the eye. */
const ODD = /[\x1c-\x1f\x85\xa0\u1680\u180e\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/;

/**
 * Characters that look like a blank and do not separate: in a key, in a type, or right before a value. Inside a value they are
 * as good as any character. A byte order mark at the head of the file has a fact of its own.
 */
export function oddBlanks(line: Decoded, keyLength: number, facts: SyntaxFact[], object?: ObjectNode): void {
  const { text } = line;
  let at = text.search(ODD);
  if (at < 0) return;
  let limit = keyLength;
  while (limit < text.length && isBlank(text.charCodeAt(limit))) limit++;
  for (; at < text.length && at <= limit; at++) {
    if (!ODD.test(text.charAt(at))) continue;
    // What stands before the value may be several characters.
    if (at === limit) limit++;
    const span = spanOf(line, at, at + 1);
    if (span.start === 0 && text.charCodeAt(at) === 0xfeff) continue;
    facts.push({ kind: 'no-break-space', span, text: text.charAt(at), ...(object && { object }) });
  }
}
