import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { linesOf } from '../../server/src/lsp/lines';

test.each(['', 'a', 'a\n', '\n', 'one\ntwo\n\nthree', 'a\r\nb\r\n', 'a\rb\n\r\nc', '\r', '\n\r', 'ä😀\nb'])(
  'lines and columns of %j are those of the documents of editors',
  (text) => {
    const lines = linesOf(text);
    const document = TextDocument.create('', '', 0, text);
    for (let offset = -1; offset <= text.length + 1; offset++)
      expect(lines.positionAt(offset)).toEqual(document.positionAt(offset));
    for (let line = -1; line < 6; line++)
      for (let character = -1; character < 8; character++)
        expect(lines.offsetAt({ line, character })).toBe(document.offsetAt({ line, character }));
  },
);

test('a mark that the editor hides does not count', () => {
  const lines = linesOf('\ufeffa\nb', 1);
  expect([0, 1, 3].map((offset) => lines.positionAt(offset).character)).toEqual([0, 0, 0]);
  expect([0, 1].map((line) => lines.offsetAt({ line, character: 0 }))).toEqual([1, 3]);
});
