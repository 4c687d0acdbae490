import { expect, test } from 'vitest';
import { pythonRegex } from '../../server/src/model/python-regex';

function match(pattern: string, text: string): boolean | string {
  const regex = pythonRegex(pattern);
  return regex.kind === 'regex' ? regex.matches(text) : regex.kind;
}

test.each([
  ['web', 'web-1', true],
  ['web', 'my-web', false],
  ['.*web', 'my-web', true],
  ['(?i)WEB', 'web', true],
  ['web(?i)', 'WEB', true],
  ['(?P<kind>web|db)-(?P=kind)', 'db-db', true],
  ['\\Aweb\\Z', 'web', true],
  ['\\Aweb\\Z', 'web-1', false],
  ['a{,2}$', 'aa', true],
  ['[]a]+$', ']a', true],
  ['[^]a]+$', ']', false],
  ['(?#a remark)web', 'web', true],
  ['[', 'web', 'invalid'],
  ['(', 'web', 'invalid'],
  ['*web', 'web', 'invalid'],
  ['a**', 'a', 'invalid'],
  ['(a)?(?(1)b|c)', 'ab', 'unknown'],
])('%s on %s: %s', (pattern, text, expected) => {
  expect(match(pattern, text)).toBe(expected);
});
