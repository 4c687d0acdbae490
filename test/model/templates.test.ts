import { describe, expect, test } from 'vitest';
import { modelOf, objectIn, shown } from '../support/objects';
import { codesOf } from '../support/analysis';
import { judged, problemLines } from '../support/problems';

/** `name: key value; key value` for each host template, the last line the host `h`. */
function hosts(...lines: string[]): string {
  return lines
    .map((line) => {
      const [name = '', body = ''] = line.split(': ');
      const head = name === 'h' ? 'host_name  h' : `name  ${name}\n    register  0`;
      return `define host {\n    ${head}\n${body
        .split('; ')
        .filter((each) => each !== '')
        .map((each) => `    ${each}\n`)
        .join('')}}\n`;
    })
    .join('');
}

const value = (text: string, key: string): string => {
  const item = objectIn(modelOf(text), 'host h');
  return shown(key.startsWith('_') ? item.customs.get(key) : item.props.get(key));
};

describe('a value', () => {
  test.each([
    ['comes from a template', ['t: notes x', 'h: use t'], 'notes', 'x'],
    ['of its own wins', ['t: notes x', 'h: use t; notes y'], 'notes', 'y'],
    [
      'comes from the first template that has it',
      ['a: alias x', 'b: notes y', 'c: notes z', 'h: use a,b,c'],
      'notes',
      'y',
    ],
    [
      'comes depth first, so that a base beats a sibling',
      ['base: notes x', 'l: use base', 'r: use base; notes y', 'h: use l,r'],
      'notes',
      'x',
    ],
    ['comes through several lines of use', ['a: alias x', 'b: notes y', 'h: use a; use b'], 'notes', 'y'],
    ['that is empty is a value', ['t: notes x', 'h: use t; notes'], 'notes', ''],
    ['is cancelled by null', ['t: notes x', 'h: use t; notes null'], 'notes', '(none)'],
    ['is not cancelled in a list', ['t: contacts x', 'h: use t; contacts null'], 'contacts', '[null]'],
    ['is a list shared with the template', ['t: contacts x,y', 'h: use t'], 'contacts', '[x y]'],
    ['of register is not inherited', ['t: notes x', 'h: use t'], 'register', '(none)'],
    ['of name is not inherited', ['t: notes x', 'h: use t'], 'name', '(none)'],
    ['of host_name is, though too late', ['t: host_name x', 'h: use t'], 'host_name', 'h'],
  ])('%s', (_what, lines, key, expected) => {
    expect(value(hosts(...lines), key)).toBe(expected);
  });
});

describe('a list that begins with +', () => {
  test.each([
    ['adds to the template', ['t: contacts a', 'h: use t; contacts +b'], '[a b]'],
    ['adds through templates', ['t0: contacts a', 't1: use t0; contacts +b', 'h: use t1; contacts +c'], '[a b c]'],
    ['lets the next template speak', ['t1: contacts +a', 't2: contacts b', 'h: use t1,t2'], '[a b]'],
    ['may be all there is', ['t1: contacts +a', 't2: contacts +b', 'h: use t1,t2; contacts +c'], '[a b c]'],
    ['adds to nothing', ['t: notes x', 'h: use t; contacts +a'], '[a]'],
    ['takes blanks', ['t: contacts a', 'h: use t; contacts + b'], '[a  b]'],
    ['counts on its first line only', ['t: contacts a', 'h: use t; contacts b; contacts +c'], '[b +c]'],
  ])('%s', (_what, lines, expected) => {
    expect(value(hosts(...lines), 'contacts')).toBe(expected);
  });
});

describe('custom macros', () => {
  test.each([
    ['come from templates', ['t: _A x', 'h: use t'], 'x'],
    ['of its own win, whatever their case', ['t: _A x', 'h: use t; _a y'], 'y'],
    ['come from the first template that has them', ['t: _A x', 'u: _A y', 'h: use t,u'], 'x'],
    ['are not cancelled by null', ['t: _A x', 'h: use t; _A null'], 'null'],
  ])('%s', (_what, lines, expected) => {
    expect(value(hosts(...lines), '_A')).toBe(expected);
  });
});

test('origins tell where a value was written, and through which templates it came', () => {
  const item = objectIn(modelOf(hosts('a: contacts x', 'b: use a; contacts +y', 'h: use b; contacts +z')), 'host h');
  const origin = item.origins.get('contacts');
  expect([origin, ...(origin?.also ?? [])].map((each) => [each?.property.value, each?.via])).toEqual([
    ['x', ['b', 'a']],
    ['+y', ['b']],
    ['+z', []],
  ]);
});

test('32 steps up is as far as it goes', () => {
  const chain = (length: number): string =>
    value(
      hosts(
        ...Array.from({ length }, (_, n) => `t${String(n)}: ${n + 1 < length ? `use t${String(n + 1)}` : 'notes x'}`),
        'h: use t0',
      ),
      'notes',
    );
  expect(chain(32)).toBe('x');
  expect(chain(33)).toBe('(none)');
});

test('tags are all names in use, up the templates, whether they exist or not', () => {
  const { tags } = objectIn(modelOf(hosts('a: use none', 'b: use a', 'h: use b')), 'host h');
  expect([...tags].sort()).toEqual(['a', 'b', 'none']);
});

describe('what is wrong', () => {
  test.each([
    [['h: use none'], 'warning arbiter/unknown-template ‹none›'],
    [['t: use t'], 'error arbiter/uses-itself ‹t›'],
  ])('%#', (lines, problem) => {
    expect(problemLines(hosts(...lines))).toEqual([problem]);
  });

  test.each([[['a: use b', 'b: use a']], [['a: use b', 'b: use a', 'h: use a']]])(
    'a loop is said at every use in it',
    (lines) => {
      expect(problemLines(hosts(...lines))).toEqual([
        'error arbiter/template-loop ‹b›',
        'error arbiter/template-loop ‹a›',
      ]);
    },
  );

  test('many templates that all use each other come to an end', () => {
    const names = Array.from({ length: 40 }, (_, n) => `t${String(n)}`);
    const text = hosts(
      ...names.map((name) => `${name}: use ${names.filter((other) => other !== name).join(',')}`),
      'h: use t0',
    );
    expect(codesOf(judged(text))).toContain('arbiter/template-loop');
  });

  test('a registered object is no template, and its name is said to be one of an object', () => {
    const text = `${hosts('h: notes x')}define host {\n    host_name  i\n    use  h\n}\n`;
    expect(judged(text).problems.find(({ code }) => code === 'arbiter/unknown-template')?.message).toMatch(
      /register 0/,
    );
  });
});

test('time periods get the ranges of their direct templates, and no exclude', () => {
  const text = `
    define timeperiod {
        name      far
        register  0
        sunday    00:00-01:00
    }
    define timeperiod {
        name      near
        use       far
        register  0
        exclude   holidays
        monday    00:00-01:00
    }
    define timeperiod {
        timeperiod_name  t
        use              near
        tuesday          00:00-01:00
    }`;
  const period = objectIn(modelOf(text), 'timeperiod t');
  expect(period.ranges.map(({ text: range, via }) => `${range} via ${via.join()}`)).toEqual([
    'tuesday 00:00-01:00 via ',
    'monday 00:00-01:00 via near',
  ]);
  expect(shown(period.get('exclude'))).toBe('');
});
