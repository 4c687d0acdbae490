import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { nodeFileSystem } from '../../server/src/cli/node-file-system';
import {
  alignments,
  applyEdits,
  defaultStyle,
  defaultWhitespace,
  type Edit,
  formatDocument,
  formatOnType,
  type FormatOptions,
  formatRanges,
  listStyles,
  safelyApplied,
} from '../../server/src/features/formatting';
import { readsTheSame } from '../../server/src/features/formatting/same-reading';
import { loadProject } from '../../server/src/project/load';
import { overlay } from '../../server/src/project/overlay';
import type { Project } from '../../server/src/project/types';
import { parse } from '../../server/src/syntax/parser';
import { shared, sharedJson } from '../support/shared';
import { memoryFileSystem, ROOT } from '../support/workspace';

// The test runner has its turn between tests that leave it none.
afterEach(() => new Promise((resolve) => setImmediate(resolve)));

const base: FormatOptions = { ...defaultStyle, ...defaultWhitespace, dialect: '2.4' };

/** Every way to format that differs in kind. */
const styles: readonly Partial<FormatOptions>[] = [
  {},
  { alignment: 'file', insertSpaces: false, maxBlankLines: 1 },
  { alignment: 'none', lists: 'compact', tabSize: 2 },
  { alignment: 'keep', lists: 'spaced', dialect: '3.0' },
];

/** What has to hold of a text and of what formatting makes of it; undefined if it does. */
function broken(text: string, edits: readonly Edit[], options: FormatOptions): string | undefined {
  const rising = edits.every(({ span }, index) => span.start >= (edits[index - 1]?.span.end ?? 0));
  if (!rising) return 'changes overlap';
  if (edits.some(({ span, newText }) => text.slice(span.start, span.end) === newText))
    return 'a change changes nothing';
  const after = applyEdits(text, edits);
  if (solid(text) !== solid(after)) return 'more than white space has changed';
  if (!readsTheSame(text, after, options)) return 'the arbiter would read something else';
  if (comments(text) !== comments(after)) return 'comments have changed';
  const before = breaks(text);
  if (before.size > 0 && [...breaks(after)].some((one) => !before.has(one))) return 'there are other line breaks';
  return undefined;
}

const solid = (text: string): string => text.replace(/[^\S\ufeff]/g, '');

const breaks = (text: string): Set<string> => new Set(text.match(/\r\n|\r|\n/g));

const comments = (text: string): string =>
  JSON.stringify(parse(text).comments.map(({ marker, span }) => [marker, solid(text.slice(span.start, span.end))]));

function brokenWhole(text: string, options: FormatOptions): string | undefined {
  const edits = formatDocument(text, options);
  const after = applyEdits(text, edits);
  return broken(text, edits, options) ?? (formatDocument(after, options).length > 0 ? 'it is never done' : undefined);
}

describe('any text', () => {
  const words =
    String.raw`define host {|define host{|define  service⇥{ ; c|define host|define{ host|definehost {|define a b { use x|define_me 1
define host { use x }|{|}|}|}| }| # }|}|};c| ⇥} ; d |} # x|  use a , b;c|key|address 192.0.2.1 ; c|⇥parents⇥a,b,|notes a⇥b ; c
max_check_attempts 3|a=b| a = b;c|=x|$U$=x;y|x \|use a\|\|\\|notes C:\s|use a \ ; c|members a, \|   b,\| c|cfg_file=a  b;c|⇥cfg_dir=x
cfg_file  x|# c \|# c|   # c|#    address  x|; c \|       ; c|                ; c|# IMPORTEDFROM=x |  # IMPORTEDFROM=x|#IMPORTEDFROM=  x
#define host{|# define host {|##define host {|#  use a ; b|# use a|#⇥address  b|#}| # }|##  }|#|# a ; b|           ; c
a\;b;c|  a\;\;b\|use a\;|\; b;c|   |||{ a|a # b|\s|Define host {`
      .replaceAll('⇥', '\t')
      .split(/[|\n]/)
      .concat(
        '\xa0use\xa0a b\xa0',
        'use \xa0a',
        '\u2003parents  b\u2028',
        '\ufeffdefine host {',
        '\x0buse\x0bv\x0cw \x0b;c',
        '\x1cuse  a \x85',
        '\u180e a  b',
        'é  \ud83d\ude00 ; c',
        '\ud83d',
      );
  const line = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...words) },
    { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...' \t\\;#{}=,ab\xa0'), maxLength: 8 }) },
  );
  const lineBreak = fc.oneof({ weight: 8, arbitrary: fc.constant('\n') }, fc.constantFrom('\r\n', '\r', '\n\n\n', ''));
  const oneBreak = fc.constantFrom('\n', '\r\n', '\r');
  const anyText = fc.oneof(
    fc.array(fc.tuple(line, lineBreak), { maxLength: 16 }).map((lines) => lines.flat().join('')),
    fc.tuple(fc.array(line, { maxLength: 16 }), oneBreak).map(([lines, end]) => lines.join(end)),
  );
  const anyOptions = fc.record({
    alignment: fc.constantFrom(...alignments),
    lists: fc.constantFrom(...listStyles),
    maxBlankLines: fc.constantFrom(undefined, 1, 2),
    tabSize: fc.constantFrom(1, 2, 4, 8),
    insertSpaces: fc.boolean(),
    trimTrailingWhitespace: fc.boolean(),
    insertFinalNewline: fc.boolean(),
    trimFinalNewlines: fc.boolean(),
    lineBreak: oneBreak,
    dialect: fc.constantFrom('2.4' as const, '3.0' as const),
  });
  const holds = (arbitraries: [typeof anyText, typeof anyOptions], count: number): void =>
    fc.assert(
      fc.property(...arbitraries, (text, options) => {
        expect(brokenWhole(text, options)).toBe(undefined);
      }),
      { seed: 1, numRuns: count },
    );

  test('means the same, and is the same formatted again', () => {
    holds([anyText, anyOptions], 2500);
  });
  test('is read into the same objects, settings and macros, as a main file and as one that it includes', () => {
    const project = (text: string, options: FormatOptions): string => {
      const files = new Map([
        [`${ROOT}/shinken.cfg`, text],
        [`${ROOT}/second.cfg`, 'cfg_file=other.cfg\n'],
        [`${ROOT}/other.cfg`, text],
      ]);
      return told(
        loadProject(memoryFileSystem(files), {
          mains: ['shinken.cfg', 'second.cfg'],
          cwd: ROOT,
          dialect: options.dialect,
        }),
      );
    };
    fc.assert(
      fc.property(anyText, anyOptions, (text, given) => {
        const options: FormatOptions = { ...given, lists: 'keep' };
        // Where a text ends within a line, what follows it belongs to that line, and is not read by itself.
        fc.pre(parse(`${text}\n`, undefined, undefined, options).exit.continued === '');
        const after = applyEdits(text, formatDocument(text, options));
        expect(project(after, options)).toBe(project(text, options));
      }),
      { seed: 2, numRuns: 800 },
    );
  });
  test('means the same when a part of it is formatted, and comes to the same in the end', () => {
    fc.assert(
      fc.property(anyText, anyOptions, fc.nat(), fc.nat(), (text, options, a, b) => {
        const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((one, other) => one - other);
        const edits = formatRanges(text, options, [{ start, end }]);
        expect(broken(text, edits, options)).toBe(undefined);
        const whole = applyEdits(text, formatDocument(text, options));
        const after = applyEdits(text, edits);
        expect(applyEdits(after, formatDocument(after, options))).toBe(whole);
      }),
      { seed: 3, numRuns: 1000 },
    );
  });
  test('means the same whatever is typed', () => {
    fc.assert(
      fc.property(anyText, anyOptions, fc.constantFrom('}', '\n', 'x'), fc.nat(), (text, options, typed, at) => {
        const offset = at % (text.length + 1);
        const now = text.slice(0, offset) + typed + text.slice(offset);
        expect(broken(now, formatOnType(now, options, offset + 1, typed), options)).toBe(undefined);
      }),
      { seed: 4, numRuns: 1000 },
    );
  });
});

/** All that a project reads, places apart. */
function told({ objects, settings, includes }: Project): string {
  return JSON.stringify([
    objects.map(({ type, properties }) => [type, properties.map(({ key, value }) => [key, value])]),
    settings.map(({ key, value, inMain }) => [key, value, inMain]),
    includes.map(({ directive, value, outcome }) => [directive, value, outcome]),
  ]);
}

/** The texts of all `.cfg` files below a folder. */
function textsBelow(folder: string): [name: string, text: string][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.cfg'))
    .flatMap((name) => {
      const text = nodeFileSystem.readFile(path.join(folder, name));
      return text === undefined ? [] : [[name, text] as [string, string]];
    });
}

function brokenFiles(folder: string): string[] {
  return textsBelow(folder).flatMap(([name, text]) =>
    styles.flatMap((style) => {
      const what = brokenWhole(text, { ...base, ...style });
      return what === undefined ? [] : [`${name} (${JSON.stringify(style)}): ${what}`];
    }),
  );
}

const examples = path.resolve(import.meta.dirname, '../../examples');

test('every example means the same, and is the same formatted again', () => {
  expect(brokenFiles(examples)).toEqual([]);
});

const corpus = shared('oracle/corpus');
const cases = shared('oracle/cases');

describe.skipIf(!corpus || !cases)('labelled configurations (where they stand beside the checkout)', () => {
  test.each([
    ['corpus', corpus ?? ''],
    ['cases', cases ?? ''],
  ])(
    '%s: every file',
    (_, folder) => {
      expect(brokenFiles(folder)).toEqual([]);
    },
    120_000,
  );

  interface Entry {
    readonly main: string;
    readonly with?: readonly string[];
    readonly cwd: string;
  }
  test.each([
    ['corpus', corpus ?? '', (): readonly Entry[] => sharedJson('oracle/verdicts.json') ?? []],
    [
      'cases',
      cases ?? '',
      (): readonly Entry[] => Object.values(sharedJson<Record<string, Entry>>('oracle/cases/expected.json') ?? {}),
    ],
  ])(
    '%s: every configuration is read into the same objects',
    (_, root, entries) => {
      const differing = entries().filter((entry) => {
        const spec = { mains: [entry.main, ...(entry.with ?? [])], cwd: path.posix.join(root, entry.cwd) };
        const before = loadProject(nodeFileSystem, spec);
        const texts = [...before.files.values()].map(({ path: file, text }) => {
          return [file, applyEdits(text, formatDocument(text, base))] as const;
        });
        return told(loadProject(overlay(nodeFileSystem, new Map(texts)), spec)) !== told(before);
      });
      expect(differing.map(({ main }) => main)).toEqual([]);
    },
    120_000,
  );
});

test('what differs is noticed', () => {
  const same = (before: string, after: string, lists: FormatOptions['lists'] = 'keep'): boolean =>
    readsTheSame(before, after, { dialect: '2.4', lists });
  const object = 'define host {\nuse a, b\n}\n';
  expect(same(object, 'define host{\n\tuse   a, b\n}')).toBe(true);
  for (const other of [
    '',
    object + object,
    'define host {\nuse a, c\n}\n',
    'define host {\nuses a, b\n}\n',
    'define host {\nuse a,b\n}\n',
    'define host {\n}\n',
    'define host {\nuse a, b\n',
    'define service {\nuse a, b\n}\n',
    'define host\nuse a, b\n}\n',
    'use a, b\n',
  ]) {
    expect(same(object, other), other).toBe(false);
  }
  expect(same(object, 'define host {\nuse a,b\n}\n', 'compact')).toBe(true);
  expect(same('define host {\nnotes a, b\n}\n', 'define host {\nnotes a,b\n}\n', 'compact')).toBe(false);
  for (const [before, after] of [
    ['a=b', 'a= b'],
    ['a=', 'a'],
    ['a b=c', 'a  b=c'],
    ['cfg_file=a;b', 'cfg_file=a ;b'],
  ] as const) {
    expect(same(before, after), after).toBe(false);
  }
});

test('changes that are not safe are not made', () => {
  const text = 'define host {\nuse  a\n}\n';
  const applied = (start: number, end: number, newText: string): string | undefined =>
    safelyApplied(text, [{ span: { start, end }, newText }], base);
  expect(applied(17, 18, '')).toBe('define host {\nuse a\n}\n');
  expect(applied(17, 19, '')).toBe(undefined);
  expect(applied(14, 14, '# ')).toBe(undefined);
  expect(applied(19, 20, 'b')).toBe(undefined);
  // What the arbiter does not read counts as well.
  expect(applied(0, 0, '# c\n')).toBe(undefined);
});
