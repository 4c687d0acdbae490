import { isBlank, isSpace } from './blanks';
import type { ObjectNode, PropertyNode, SettingNode, SyntaxFact, Value } from './nodes';
import { cut, spanOf } from './scanner';

/** What is surprising about one property line. */
export function propertyFacts(line: Value, node: PropertyNode, object: ObjectNode, facts: SyntaxFact[]): void {
  const { key, value } = node;
  if (key.includes('=')) facts.push({ kind: 'equals-in-object', span: node.keySpan, text: key, object });
  else if (value.text.startsWith('=')) {
    facts.push({ kind: 'equals-before-value', span: spanOf(value, 0, 1), text: value.text, object });
  }
  oddBlanks(line, key.length, facts, object);
  hash(value, 0, facts, object);
}

/** What is surprising about one line outside any object. */
export function settingFacts(line: Value, node: SettingNode, facts: SyntaxFact[]): void {
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

function blanksAroundEquals(line: Value, equals: number, facts: SyntaxFact[]): void {
  let from = equals;
  let to = equals + 1;
  while (from > 0 && isSpace(line.text.charCodeAt(from - 1))) from--;
  while (to < line.text.length && isSpace(line.text.charCodeAt(to))) to++;
  if (to - from > 1) {
    facts.push({ kind: 'blanks-around-equals', span: spanOf(line, from, to), text: line.text.slice(from, to) });
  }
}

/** Zero-width characters that no blank of Python's but look like nothing at all. */
const INVISIBLE = new Set([0x200b, 0x200c, 0x200d, 0x2060, 0xfeff]);

/**
 * Characters that look like a blank and do not separate: in a key, in a type, or right before a value. Inside a value they are
 * as good as any character. A byte order mark at the head of the file has a fact of its own.
 */
export function oddBlanks(line: Value, keyLength: number, facts: SyntaxFact[], object?: ObjectNode): void {
  const { text } = line;
  let limit = keyLength;
  while (limit < text.length && isBlank(text.charCodeAt(limit))) limit++;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const odd = !isBlank(code) && (isSpace(code) || INVISIBLE.has(code));
    if (!odd) {
      if (at >= limit) return;
      continue;
    }
    const span = spanOf(line, at, at + 1);
    if (code === 0xfeff && span.start === 0) continue;
    facts.push({ kind: 'no-break-space', span, text: text.charAt(at), ...(object && { object }) });
  }
}
