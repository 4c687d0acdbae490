import { expect, test } from 'vitest';
import { parse } from '../../server/src/syntax/parser';
import { reparse } from '../../server/src/syntax/reparse';
import { all, anyText } from './any-text';
import { random } from './outline';

/** Objects as people write them, with any lines between them, and now and then in them. */
function anyFile(next: () => number): string {
  const odd = (often: number): string => (next() < often ? anyText(next) : '');
  return Array.from({ length: Math.floor(next() * 8) }, (_, index) => {
    const type = next() < 0.5 ? 'host' : 'service';
    const end = next() < 0.2 ? ['} ; c\n', '}\r\n', '}', '} \t\n', '}\\\n'][Math.floor(next() * 5)] : '}\n';
    return `${odd(0.1)}define ${type} {\n    name  n${index} ; c\n    _A  b\\;c\n${odd(0.1)}${end}`;
  }).join(next() < 0.5 ? '\n' : '');
}

interface Edit {
  readonly before: string;
  readonly after: string;
}

function anyEdit(next: () => number): Edit {
  const before = anyFile(next);
  const start = Math.floor(next() * (before.length + 1));
  const removed = next() < 0.5 ? 0 : Math.floor(next() * 12);
  const letters = ['x', '}', '{', '\n', '\\', ';', '#', ' ', 'define a {\n}\n', '}\n', '\r', '\ufffd', '\u20ac', '='];
  const added = next() < 0.3 ? '' : (letters[Math.floor(next() * letters.length)] ?? '');
  return { before, after: before.slice(0, start) + added + before.slice(start + removed) };
}

const edits = Array.from({ length: 4000 }, (_, seed) => anyEdit(random(seed)));

test('a text read again is what it is when it is read', () => {
  const wrong = edits.filter(({ before, after }) => {
    const tree = reparse(parse(before), after);
    return tree && (tree.text !== after || all(tree) !== all(parse(after)));
  });
  expect(wrong).toEqual([]);
});

test('most edits are read without reading all', () => {
  const known = edits.filter(({ before, after }) => reparse(parse(before), after));
  expect(known.length / edits.length).toBeGreaterThan(0.6);
});

test('edit after edit, a tree stays that of its text', () => {
  for (let seed = 0; seed < 100; seed++) {
    const next = random(seed);
    let tree = parse(anyFile(next));
    for (let count = 0; count < 20; count++) {
      const at = Math.floor(next() * (tree.text.length + 1));
      const gone = Math.floor(next() * 3);
      const text = tree.text.slice(0, at) + (next() < 0.6 ? 'a' : '\n') + tree.text.slice(at + gone);
      tree = reparse(tree, text) ?? parse(text);
      expect(all(tree)).toBe(all(parse(text)));
    }
  }
});

test('what stands before an edit is the very same, what stands behind it is not read again', () => {
  const object = (name: string): string => `define host {\n    host_name  ${name}\n}\n`;
  const before = parse(object('a') + object('b') + object('c'));
  const after = reparse(before, object('a') + object('bb') + object('c'));
  expect(after?.nodes[0]).toBe(before.nodes[0]);
  expect(after?.nodes[1]).not.toBe(before.nodes[1]);
  expect(after?.nodes[2]).not.toBe(before.nodes[2]);
  expect(after && all(after)).toBe(all(parse(object('a') + object('bb') + object('c'))));
});
