import { describe, expect, test } from 'vitest';
import type { ObjectNode, PropertyNode } from '../../server/src/syntax/nodes';
import { parse } from '../../server/src/syntax/parser';
import { at, fromPieces, outline } from './outline';

describe('what is read', () => {
  const cases: [name: string, text: string, ...outline: string[]][] = [
    ['nothing', ''],
    ['an object', 'define host{\n use a\n}\n', 'host{use=a}'],
    ['blanks before the brace', 'define \t host \t {\n}', 'host{}'],
    ['an indented define', '  define host {\n}', 'host{}'],
    ['a setting', 'log_level=INFO', 'log_level=INFO'],
    ['a setting is stripped at its ends only', ' a = b ', 'a = b'],
    ['the first = divides', 'a=b=c', 'a=b=c'],
    ['no =', 'foo', '?foo'],
    ['a macro', '$USER1$=/usr/lib', '$USER1$=/usr/lib'],

    ['; ends a line anywhere', 'define host{;c\n a b;c\n};c', 'host{a=b}'],
    ['; in quotes too', 'a="b;c"', 'a="b'],
    ['\\; is a character', 'define host{\n a b\\;c;d\n}', 'host{a=b;c}'],
    ['\\\\; leaves a backslash', 'a=b\\\\;c', 'a=b\\;c'],
    ['\\;\\; both', 'a=\\;\\;b;c', 'a=;;b'],
    ['# is a comment as first character', '# a=b\n  # c=d', ...[]],
    ['# elsewhere is text', 'define host{\n a 1 # x\n}', 'host{a=1 # x}'],
    ['# after a ; comment', ';x # y\na=b', 'a=b'],

    ['a continued line', 'a=b\\\n  c', 'a=bc'],
    ['the blank before the backslash stays', 'a=b \\\n  c', 'a=b c'],
    ['three lines', 'a=b\\\nc\\\nd', 'a=bcd'],
    ['a backslash and a blank line', 'a=b \\\n\nc=d', 'a=b ', 'c=d'],
    ['a backslash and blanks', 'a=b\\  \nc', 'a=bc'],
    ['a backslash and a comment', 'a=b\\ ;x\nc', 'a=bc'],
    ['two backslashes: one stays', 'a=b\\\\\nc', 'a=b\\c'],
    ['\\; at the end is none', 'a=b\\;\nc=d', 'a=b;', 'c=d'],
    ['\\sss is one', 'a=C:\\sss\nb', 'a=C:b'],
    ['\\s is one', 'a=C:\\s\nb', 'a=C:b'],
    ['ss is none', 'a=Css\nb=c', 'a=Css', 'b=c'],
    ['a comment line continues', '# a\\\nb=c\nd=e', 'd=e'],
    ['a comment line continues twice', '# a\\\nb\\\nb=c\nd=e', 'd=e'],
    ['a swallowed brace', 'define host{\n a b \\\n}\nc=d', 'host{a=b } c=d='],
    ['a lone backslash joins nothing', 'define host{\n\\\n}\na=b', 'host{}', 'a=b'],
    ['a key and a value apart', 'define host{\n use\\\n a\n key \\\n  v\n}', 'host{usea= key=v}'],
    ['a continued define', 'define \\\n host \\\n{\n a b\n}', 'host{a=b}'],
    ['a continuation at the end loses the line', 'a=b\nc=d\\', 'a=b'],

    ['text behind the closing brace', 'define host{\n a b\n} x\n c d\n}', 'host{a=b c=d}'],
    ['# behind the closing brace', 'define host{\n} # end\n c d\n}', 'host{c=d}'],
    ['define behind the closing brace', 'define host{\n} define service {\n c d\n}', 'host{c=d}'],
    ['; behind the closing brace', 'define host{\n};x\nc=d', 'host{}', 'c=d'],
    ['text behind the opening brace', 'define host{ use x\n a b\n}', 'host{a=b}'],
    ['one line', 'define host{ use x }\na=b', 'host{a=b='],
    ['a define in an object', 'define host{\n a b\ndefine service{\n c d\n}', 'host{a=b', 'service{c=d}'],
    ['any line that begins with define', 'define host{\ndefine_me 1\n a b\n}', 'host{', '1(a=b}'],
    ['Define', 'Define host{', '?Define host{'],
    ['define of nothing', 'define{\n a b\n}', '{a=b}'],
    ['definehost', 'definehost{\n a b\n}', '{a=b}'],
    ['define{ host', 'define{ host\n a b\n}', 'host{a=b}'],
    ['a type of two words', 'define host extra{\n}', 'host extra{}'],
    ['a type of two words and a tab', 'define host\textra{\n}', 'host extra{}'],
    ['a type with capitals', 'define Host{\n}', 'Host{}'],
    ['the brace on a later line', 'define host\n\n# x\n{\n a b\n}', 'host{a=b}'],
    ['lines before the brace', 'define host\n a b\nc=d\n{\n e f\n}', 'host{e=f}', '?a b', 'c=d'],
    ['no brace', 'define host\n a b\n}', 'host(', '?a b'],
    ['a waiting brace after another object', 'define host\ndefine service{\n}\n{\n a b\n}', 'host(', 'service{a=b}'],
    ['no closing brace', 'define host{\n a b', 'host{a=b'],
    ['a stray closing brace', '}\na=b', 'a=b'],
    ['a stray opening brace', '{\na=b', '?{', 'a=b'],
    ['two opening braces', 'define host{\n{\n a b\n}', 'host{{= a=b}'],
    ['an empty object', 'define host{\n}', 'host{}'],

    ['a tab', 'define host{\n\ta\tb\tc\n}', 'host{a=b\tc}'],
    ['vertical tab and form feed', 'define host{\n\x0ba\x0bb\x0cc\n}', 'host{a=b\x0cc}'],
    ['a no-break space does not divide', 'define host{\n a\xa0b c\n}', 'host{a\xa0b=c}'],
    ['a no-break space at the ends is dropped', 'define host{\n\xa0a b\xa0\n}\u2003', 'host{a=b}'],
    ['a no-break space in define', 'define\xa0host{\n}', '{}'],
    ['a key alone', 'define host{\n use\n}', 'host{use=}'],
    ['key=value in an object', 'define host{\n a=b\n}', 'host{a=b=}'],
    ['a key twice', 'define host{\n a b\n a c\n}', 'host{a=b a=c}'],

    ['CR LF', 'define host{\r\n a b\r\n}\r\nc=d\r\n', 'host{a=b}', 'c=d'],
    ['CR', 'define host{\r a b\r}\rc=d', 'host{a=b}', 'c=d'],
    ['all kinds of line ends', 'a=b\rc=d\r\ne=f\ng=h', 'a=b', 'c=d', 'e=f', 'g=h'],
    ['CR LF after a backslash', 'a=b\\\r\nc', 'a=bc'],
    ['U+2028 ends no line', 'a=b\u2028c', 'a=b\u2028c'],
    ['a byte order mark is text', '\ufeffdefine host{\n a b\n}', '?\ufeffdefine host{', '?a b'],
    ['a byte order mark alone', '\ufeff', '?\ufeff'],

    ["the arbiter's own file marker is skipped", '# IMPORTEDFROM=x\\\na=b', 'a=b'],
    ['even in a continued line', 'a=b\\\n# IMPORTEDFROM=x\nc', 'a=bc'],
    ['not if indented', ' # IMPORTEDFROM=x\\\na=b\nc=d', 'c=d'],
  ];
  test.each(cases)('%s', (_, text, ...expected) => {
    expect(outline(parse(text))).toEqual(expected);
  });

  test('3.0 continues at a backslash only', () => {
    const text = 'a=C:\\s\nb=D:\\\nc';
    expect(outline(parse(text, undefined, undefined, { dialect: '3.0' }))).toEqual(['a=C:\\s', 'b=D:c']);
  });
});

describe('where it stands', () => {
  const object = (text: string): ObjectNode => {
    const node = parse(text).nodes.find((each) => each.kind === 'object');
    if (!node) throw new Error('no object');
    return node;
  };
  const property = (line: string): { text: string; node: PropertyNode } => {
    const text = `define host{\n${line}\n}`;
    const [node] = object(text).properties;
    if (!node) throw new Error('no property');
    return { text, node };
  };

  const values: [name: string, line: string, key: string, value: string][] = [
    ['plain', '  use   a, b  ', 'use', 'a, b'],
    ['a comment', ' use a ; b', 'use', 'a'],
    ['an escape', ' use a\\;b', 'use', 'a\\;b'],
    ['a continuation', ' use a,\\\n   b', 'use', 'a,\\\n   b'],
    ['an escape and a continuation', ' use a\\;b,\\\n   c;d', 'use', 'a\\;b,\\\n   c'],
    ['a value on the next line', ' use \\\n   c', 'use', 'c'],
    ['no value', ' use ', 'use', ''],
  ];
  test.each(values)('%s', (_, line, key, value) => {
    const { text, node } = property(line);
    expect(at(text, node.keySpan)).toBe(key);
    expect(at(text, node.value.span)).toBe(value);
    expect(fromPieces(text, node.value)).toBe(node.value.text);
  });

  test('the parts of an object', () => {
    const text = ' define  host  { ;x\n use a\n} ;y\n';
    const { span, keywordSpan, typeSpan, open, close, closedBy } = object(text);
    expect(at(text, span)).toBe('define  host  { ;x\n use a\n}');
    expect([at(text, keywordSpan), at(text, typeSpan)]).toEqual(['define', 'host']);
    expect([open && at(text, open), close && at(text, close), closedBy]).toEqual(['{', '}', 'brace']);
  });

  test('an object without an end', () => {
    const text = 'define host{\n use a ;x\n\n# y\n';
    const { span, closedBy } = object(text);
    expect([at(text, span), closedBy]).toEqual(['define host{\n use a', 'end']);
  });

  test('an object that a define ends', () => {
    const text = 'define host{\n use a\ndefine service{\n}';
    const { span, closedBy } = object(text);
    expect([at(text, span), closedBy]).toEqual(['define host{\n use a', 'define']);
  });

  test('a brace on a later line', () => {
    const text = 'define host ;x\n{\n}';
    const { open, typeSpan } = object(text);
    expect([at(text, typeSpan), open]).toEqual(['host', { start: 15, end: 16 }]);
  });

  test('a setting', () => {
    const text = ' key = value ; x';
    const [node] = parse(text).nodes;
    if (node?.kind !== 'setting') throw new Error('no setting');
    expect([at(text, node.span), at(text, node.keySpan), node.equals]).toEqual(['key = value', 'key ', 5]);
    expect(at(text, node.value.span)).toBe(' value');
  });

  const comments: [name: string, text: string, ...comments: string[]][] = [
    ['behind a backslash alone', '# a\nb=c\n\\\n# d', '# a', '# d'],
    ['a line', '# a ; b\n', '# a ; b'],
    ['behind something', 'a=b ; c # d\r\n', '; c # d'],
    ['indented', '  # a  \n', '# a  '],
    ['behind a brace', 'define host{;a\n};b', ';a', ';b'],
    ['over two lines', '# a \\\n b ; c\nd=e', '# a \\\n b ; c'],
    ['within a continued line', 'a=b\\;c\\ ;d\n;e\n', ';d', ';e'],
    ['two lines', '# a\n# b', '# a', '# b'],
    ['an escaped one', 'a=\\;b'],
  ];
  test.each(comments)('comment: %s', (_, text, ...expected) => {
    expect(parse(text).comments.map(({ span }) => at(text, span))).toEqual(expected);
  });
});

describe('from one text to the next', () => {
  const cases: [name: string, first: string, second: string, ...outline: string[]][] = [
    ['nothing open', 'define host{\n}\n', 'a=b', 'a=b'],
    ['an object', 'define host{\n', 'use a\n}\nb=c', '…(use=a}', 'b=c'],
    ['an object that a define ends', 'define host{\n', 'define service{\n}', '…(', 'service{}'],
    ['an object and nothing', 'define host{\n', '# x\n'],
    ['a brace', 'define host\n', '{\nuse a\n}', '…{use=a}'],
    ['a brace that is still missing', 'define host\n', 'a=b', 'a=b'],
    ['a line', 'a=b\\', 'c\nd=e', 'a=bc', 'd=e'],
    ['a line, ended by its line break', 'a=b\\\n', 'c=d', 'c=d'],
    ['a comment', '# a\\', 'c=d\ne=f', 'e=f'],
  ];
  test.each(cases)('%s', (_, first, second, ...expected) => {
    expect(outline(parse(second, parse(first).exit))).toEqual(expected);
  });

  test('a key begun in the text before', () => {
    const text = 'st_name web\n}';
    const [object] = parse(text, { inObject: true, pendingDefine: false, continued: 'ho' }).nodes;
    if (object?.kind !== 'object') throw new Error('no object');
    const [property] = object.properties;
    expect([property?.key, property && at(text, property.keySpan)]).toEqual(['host_name', 'st_name']);
    expect(property && at(text, property.value.span)).toBe('web');
  });

  test('an empty line behind ends a continued one', () => {
    expect(outline(parse('a=b\\', undefined, undefined, { blankBehind: true }))).toEqual(['a=b']);
  });

  test('a range', () => {
    const text = 'a=b\nc=d\ne=f\n';
    const tree = parse(text, undefined, { start: 4, end: 8 });
    expect(outline(tree)).toEqual(['c=d']);
    expect(tree.nodes.map(({ span }) => at(text, span))).toEqual(['c=d']);
  });

  test('a range ends where it ends', () => {
    const text = 'a=b\\\n# IMPORTEDFROM=x\nc=d';
    expect(outline(parse(text, undefined, { start: 0, end: 5 }))).toEqual(['a=b']);
  });
});
