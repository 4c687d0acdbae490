import { expect, test } from 'vitest';
import type { ResponseMessage } from 'vscode-languageserver';
import { linesOf, toLocations } from '../../server/src/lsp/convert';
import { textOf } from '../../server/src/lsp/wire';

const converter = {
  lines: () => linesOf('one\ntwo\nthree\n'),
  uri: (file: string) => `file://${file}`,
  version: () => undefined,
};

const answer = (
  id: ResponseMessage['id'],
  ...places: readonly (readonly [string, number, number])[]
): ResponseMessage => ({
  jsonrpc: '2.0',
  id,
  result: toLocations(
    converter,
    places.map(([file, start, end]) => ({ file, span: { start, end } })),
  ),
});

test.each([
  ['no place', answer(1)],
  ['one', answer(2, ['/a', 0, 3])],
  ['several in several files', answer('three', ['/a', 0, 3], ['/a', 4, 9], ['/b', 8, 8], ['/a', 1, 2])],
  ['a name that has to be quoted', answer(4, ['/"\\\u2028ä', 0, 3], ['/a', 0, 1])],
])('an answer of %s is written as JSON has it', (_, message) => {
  expect(JSON.parse(textOf(message) ?? '')).toEqual(message);
  expect(textOf(message)).toBe(JSON.stringify(message));
});

test.each([
  ['another answer', { jsonrpc: '2.0', id: 1, result: [{ uri: 'file:///a' }] }],
  ['nothing', { jsonrpc: '2.0', id: 1, result: null }],
  ['a notification', { jsonrpc: '2.0', method: 'textDocument/didOpen', params: {} }],
])('%s is for JSON.stringify', (_, message) => {
  expect(textOf(message)).toBeUndefined();
});
