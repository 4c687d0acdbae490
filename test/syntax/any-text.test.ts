import { expect, test } from 'vitest';
import { strip } from '../../server/src/syntax/blanks';
import type { Span, SyntaxTree, Value } from '../../server/src/syntax/nodes';
import { CLEAN, parse } from '../../server/src/syntax/parser';
import { allBeforeEnd, anyText } from './any-text';
import { at, fromPieces, random } from './outline';

const texts = Array.from({ length: 1000 }, (_, seed) => anyText(random(seed)));

/** Every span that a tree says something about. */
function spansOf({ nodes, comments, facts }: SyntaxTree): Span[] {
  const own = nodes.flatMap((node) => {
    if (node.kind === 'setting') return [node.span];
    const head = { start: node.keywordSpan.start, end: (node.open ?? node.typeSpan).end };
    const parts = node.properties.map(({ span }) => span);
    return [{ ...head, end: Math.max(head.end, node.typeSpan.end) }, ...parts, ...(node.close ? [node.close] : [])];
  });
  return [...own, ...comments.map(({ span }) => span), ...facts.map(({ span }) => span)];
}

/** The texts for which something does not hold. */
const failing = (holds: (text: string) => boolean): string[] => texts.filter((text) => !holds(text));

const rising = (spans: readonly Span[]): boolean =>
  spans.every(({ start }, index) => index === 0 || (spans[index - 1]?.start ?? start) < start);

test('spans lie within the text, in order', () => {
  const holds = (text: string): boolean => {
    const tree = parse(text);
    const inText = spansOf(tree).every(({ start, end }) => start >= 0 && start <= end && end <= text.length);
    const inObject = tree.nodes.every((node) => {
      if (node.kind === 'setting') return true;
      const spans = node.properties.map(({ span }) => span);
      return rising(spans) && spans.every(({ start, end }) => start >= node.span.start && end <= node.span.end);
    });
    const all = [tree.nodes, tree.comments].map((list) => list.map(({ span }) => span));
    return tree.text === text && inText && inObject && all.every(rising);
  };
  expect(failing(holds)).toEqual([]);
});

test('what is read the fast way is what would be read anyway', () => {
  // Nothing is read the fast way in a part of a text.
  const holds = (text: string): boolean =>
    allBeforeEnd(parse(text)) === allBeforeEnd(parse(`${text}#`, CLEAN, { start: 0, end: text.length }));
  expect(failing(holds)).toEqual([]);
});

test('what objects share is what each of them says', () => {
  const characters = ['#', '=', ';', '\\', ' ', '\t', '\r', '\u00a0', 'x', '}', '{', '\n'];
  const next = random(7);
  const below = (limit: number): number => Math.floor(next() * limit);
  let shared = 0;
  for (let run = 0; run < 300; run++) {
    const block = 'define host {\n    host_name a\n    use x,y\n\talias  a b ; c\n    _m = 1\n}\n';
    const at = below(block.length);
    const other = block.slice(0, at) + characters[below(characters.length)] + block.slice(at + below(2));
    const text = [block, other, block, other, block].join('');
    const tree = parse(text);
    expect(allBeforeEnd(tree), text).toBe(allBeforeEnd(parse(`${text}#`, CLEAN, { start: 0, end: text.length })));
    const lines = tree.nodes.flatMap((node) => (node.kind === 'object' ? node.lines : []));
    shared += lines.length - new Set(lines).size;
  }
  expect(shared).toBeGreaterThan(1000);
});

test('a property is the same with its places and without', () => {
  const holds = (text: string): boolean =>
    parse(text).nodes.every((node) => {
      if (node.kind === 'setting') return true;
      const { placedLines: lines, properties } = node;
      return (
        lines.length === properties.length &&
        lines.every((line, index) => {
          const { key, value, written, node } = line;
          const places = [written, node.value, line.written].map(({ text, span, pieces }) => ({ text, span, pieces }));
          const isSame = places.every((each) => JSON.stringify(each) === JSON.stringify(places[0]));
          return node === properties[index] && key === node.key && value === node.value.text && isSame;
        })
      );
    });
  expect(failing(holds)).toEqual([]);
});

test('values are where they say they are', () => {
  const holds = (text: string): boolean =>
    parse(text)
      .nodes.flatMap((node): readonly { value: Value }[] => (node.kind === 'setting' ? [node] : node.properties))
      .every(({ value }) => {
        const ends = value.pieces.map(({ at, length }) => at + length);
        const joined = value.pieces.every((piece, index) => piece.at === (ends[index - 1] ?? 0));
        return joined && fromPieces(text, value) === value.text;
      });
  expect(failing(holds)).toEqual([]);
});

test('no character is lost without a word', () => {
  const holds = (given: string): boolean => {
    // With a line break at the end, no line is left half read.
    const text = `${given}\n`;
    const tree = parse(text);
    const known = new Uint8Array(text.length);
    for (const { start, end } of spansOf(tree)) known.fill(1, start, end);
    const rest = text.split('').filter((_, index) => known[index] === 0);
    // What joins two lines is nothing by itself, nor is a late brace that opens what is open.
    const late = tree.facts.some(({ kind }) => kind === 'missing-open');
    return strip(rest.join('').replace(late ? /\\s*|\{/g : /\\s*/g, '')) === '';
  };
  expect(failing(holds)).toEqual([]);
});

test('a text read in two goes is the same text', () => {
  const holds = (text: string): boolean => {
    const whole = flat([parse(text)]);
    return [...text.matchAll(/\r\n|\r|\n/g)].every((found) => {
      const cut = found.index + found[0].length;
      const line =
        text
          .slice(0, found.index)
          .split(/[\r\n]/)
          .at(-1) ?? '';
      // A line break is followed by an empty line, which ends a continued line.
      if (line.includes('\\') || line.startsWith('# IMPORTEDFROM=')) return true;
      const first = parse(text, CLEAN, { start: 0, end: cut });
      return flat([first, parse(text, first.exit, { start: cut, end: text.length })]) === whole;
    });
  };
  expect(failing(holds)).toEqual([]);
});

/** Objects, their properties and the settings, with their places; an object that goes on is one object. */
function flat(trees: readonly SyntaxTree[]): string {
  const objects: string[] = [];
  const settings: string[] = [];
  for (const { text, nodes } of trees) {
    for (const node of nodes) {
      if (node.kind === 'setting') settings.push(`${node.span.start} ${node.key} ${node.value.text}`);
      else {
        const own = node.properties
          .map(({ key, value, span }) => ` ${span.start} ${key} ${value.text} ${at(text, value.span)}`)
          .join('');
        if (node.continues) objects.push((objects.pop() ?? '') + own);
        else objects.push(`${node.span.start} ${node.type}${own}`);
      }
    }
  }
  return [...objects, ...settings].join('\n');
}
