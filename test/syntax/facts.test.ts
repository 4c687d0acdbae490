import { describe, expect, test } from 'vitest';
import { parse } from '../../server/src/syntax/parser';
import { at, facts } from './outline';

const inHost = (lines: string): string => `define host {\n${lines}\n}\n`;

describe('what is noted', () => {
  const cases: [name: string, text: string, ...facts: string[]][] = [
    ['nothing about a sound text', `# x\n${inHost('  use  a ; b\n  alias A-#B')}log_level=INFO\n`],

    ['text behind {', 'define host { use a\n}', 'text-after-open «use a»'],
    ['a comment behind { is none', 'define host { ; use a\n}'],
    ['one line', 'define host { use a }\n}', 'one-line-define «define host { use a }»'],
    ['one empty line', 'define host {}\n}', 'one-line-define «define host {}»'],
    ['text behind }', 'define host {\n} # end\n}', 'text-after-close «} # end»'],
    ['text behind a stray }', '}};', 'text-after-close «}}»'],
    ['a stray }', ' } ', 'stray-close «}»'],
    ['a stray {', '{', 'stray-open «{»'],
    ['a stray { in an object', inHost('{'), 'stray-open «{»'],

    ['no } before a define', 'define  host {\ndefine service {\n}', 'unclosed-before-define «define  host»'],
    ['no } at the end', 'define host {\n use a\n', 'unclosed-at-end «define host»'],
    ['no { at the end', 'define host\n', 'missing-open «define host»'],
    ['no { before a define', 'define host\ndefine service {\n}', 'missing-open «define host»'],
    ['lines before {', 'define host\na=b\nc=d\n{\n}', 'missing-open «define host»'],
    ['{ on a later line is fine', 'define host\n\n# x\n{\n}'],
    [
      'no { in an object left open',
      'define host {\ndefine service\n use a\n}',
      'unclosed-before-define «define host»',
      'missing-open «define service»',
    ],
    [
      'a key that begins with define',
      inHost('define_me 1'),
      'define-inside-object «define_me 1»',
      'missing-open «define_me 1»',
    ],

    ['no =', 'foo bar', 'malformed-setting «foo bar»'],
    ['no value', 'a=', 'setting-without-value «a=»'],
    ['no name', '=a', 'setting-without-name «=a»'],
    ['no name and no value', '=', 'setting-without-value «=»'],
    ['blanks around =', 'a \t= b', 'blanks-around-equals « \t= »'],
    ['a blank before =', 'a =b', 'blanks-around-equals « =»'],
    ['a blank behind =', 'a= b', 'blanks-around-equals «= »'],
    ['= in an object', inHost('a=b c'), 'equals-in-object «a=b»'],
    ['= between key and value', inHost('a = b'), 'equals-before-value «=»'],

    ['# behind a value', inHost('a b # c'), 'hash-in-value «# c»'],
    ['# instead of a value', inHost('a # c'), 'hash-in-value «# c»'],
    ['# within a word is none', inHost('a b#c\n b c!#1')],
    ['# behind a setting', 'a=b #c', 'hash-in-value «#c»'],
    ['# as first of a setting is none', 'a=#c'],

    ['a comment that continues', '# a\\\nb=c', 'comment-continues «\\»'],
    ['two lines in a comment', '# a\\ \nb=c\\\nd=e', 'comment-continues «\\»', 'comment-continues «\\»'],
    ['a comment that swallows nothing', '# a\\\n\n# b\\\n# c\n'],
    [
      'a comment that swallows a }',
      'define host {\n# a\\\n}',
      'continuation-swallows-close «}»',
      'unclosed-at-end «define host»',
    ],
    ['\\s at the end', 'a=C:\\ss\nb', 'backslash-s-continues «\\ss»'],
    ['\\s at the end of a comment', '# C:\\s\nb=c', 'comment-continues «\\s»'],
    ['a swallowed }', 'define host {\na b\\\n}', 'continuation-swallows-close «}»', 'unclosed-at-end «define host»'],
    ['a } behind a lone backslash closes', 'define host {\n\\\n}'],
    ['a continuation at the end', 'a=b\\', 'continuation-at-end «\\»'],
    ['a continuation before the last line break', 'a=b\\\n'],

    ['a no-break space for a blank', inHost('use\xa0a'), 'no-break-space «\xa0»'],
    ['a no-break space before a value', inHost('use \xa0a'), 'no-break-space «\xa0»'],
    ['a zero-width space in a key', inHost('u\u200bse a'), 'no-break-space «\u200b»'],
    ['a no-break space within a value is none', inHost('alias a\xa0b')],
    ['a no-break space at the ends is none', inHost('\xa0use a\xa0')],
    ['a no-break space in define', 'define\xa0host {\n}', 'no-break-space «\xa0»'],
    ['a no-break space before =', 'a\xa0=b', 'blanks-around-equals «\xa0=»', 'no-break-space «\xa0»'],

    ['a byte order mark', '\ufeff# a=b', 'byte-order-mark «\ufeff»'],
    ['a byte that is no UTF-8', '# a\n# \ufffd\ufffd', 'not-utf8 «\ufffd»'],
  ];
  test.each(cases)('%s', (_, text, ...expected) => {
    expect(facts(parse(text))).toEqual(expected);
  });
});

test('what a fact knows beside its place', () => {
  const text = 'define host {\n a b \\\n}\n';
  const fact = parse(text).facts.find(({ kind }) => kind === 'continuation-swallows-close');
  expect([fact?.text, fact?.object?.type, fact?.cause && at(text, fact.cause)]).toEqual(['}', 'host', '\\']);
});

test.each([
  ['text-after-open', 'define host { use a\\;b\n}', 'use a;b'],
  ['one-line-define', 'define host { use a }', 'use a'],
  ['text-after-close', 'define host {\n}  x', 'x'],
  ['hash-in-value', 'a=b # c\\;d', '# c;d'],
  ['unclosed-at-end', 'define host {', 'host'],
] as const)('the text of %s', (kind, text, expected) => {
  expect(parse(text).facts.find((fact) => fact.kind === kind)?.text).toBe(expected);
});
