import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/workspace';
import { analysisOfFiles } from '../support/analysis';
import { fixed, problemLines } from '../support/problems';

const text = (...lines: string[]): string => lines.join('\n');
const command = (name: string): string =>
  text('define command {', `    command_name  ${name}`, '    command_line  /bin/true');

/** What is said under `syntax/`. */
const said = (declaration: string): string[] => problemLines(declaration).filter((line) => line.includes(' syntax/'));

describe('braces', () => {
  test.each([
    [
      'text behind {',
      text('define command { # mine', '    command_name  a', '    command_line  b', '}'),
      'warning syntax/text-after-open ‹# mine›',
    ],
    [
      'a whole object on a line',
      'define command { command_name a }',
      'warning syntax/one-line-define ‹define command { command_name a }›',
    ],
    ['text behind }', text(command('a'), '} # end'), 'warning syntax/text-after-close ‹} # end›'],
    ['a brace too many', text(command('a'), '}', '}'), 'warning syntax/stray-close ‹}›'],
    [
      'a second {',
      text('define command {', '{', '    command_name  a', '    command_line  b', '}'),
      'warning syntax/stray-open ‹{›',
    ],
    [
      'none before the next',
      text(command('a'), command('b'), '}'),
      'warning syntax/unclosed-before-define ‹define command›',
    ],
    ['none before the end', command('a'), 'warning syntax/unclosed-at-end ‹define command›'],
    [
      'define within',
      text('define command {', '    define_me  1', '    command_line  b', '}'),
      'warning syntax/define-inside-object ‹define_me  1›',
    ],
    ['no {', text('define command', ''), 'warning syntax/missing-open ‹define command›'],
  ])('%s', (_what, declaration, problem) => {
    expect(said(declaration)).toContain(problem);
  });
});

describe('lines', () => {
  const line = (added: string): string => text(command('a'), added, '}');
  test.each([
    ['timeout=5', 'warning syntax/equals-in-object ‹timeout=5›'],
    ['timeout = 5', 'warning syntax/equals-before-value ‹=›'],
    ['poller_tag None # all', 'warning syntax/hash-in-value ‹# all›'],
    ['timeout 5 # all', 'warning syntax/hash-in-value ‹# all›'],
    ['module_type fork # all', 'information syntax/hash-in-value ‹# all›'],
    ['# a \\\n    timeout 5', 'warning syntax/comment-continues ‹\\›'],
    ['timeout 5 \\', 'warning syntax/continuation-swallows-close ‹}›'],
    ['_DIR C:\\s\n    timeout 5', 'warning syntax/backslash-s-continues ‹\\s›'],
    ['timeout\u00a0 5', 'warning syntax/no-break-space ‹\u00a0›'],
  ])('%j', (added, problem) => {
    expect(said(line(added))).toContain(problem);
  });
  test('a # in a text of one line is fine where no blank stands before it', () => {
    expect(said(line('_URL http://x/#top'))).toEqual([]);
  });
  test('the backslash-s of 2.4 is mended in 3.0', () => {
    const files = new Map([[`${ROOT}/shinken.cfg`, line('_DIR C:\\s')]]);
    const codes = (dialect: '2.4' | '3.0'): boolean =>
      analysisOfFiles(files, { dialect }).problems.some(({ code }) => code === 'syntax/backslash-s-continues');
    expect([codes('2.4'), codes('3.0')]).toEqual([true, false]);
  });
});

describe('files', () => {
  test('a byte order mark is refused', () => {
    expect(said(`\ufeff${command('a')}\n}`)).toContain('error syntax/byte-order-mark ‹\ufeff›');
    expect(fixed(`\ufeff${command('a')}\n}`, 'syntax/byte-order-mark')).toBe(`${command('a')}\n}`);
  });
  test('what is no UTF-8 kills 3.0 only', () => {
    const files = new Map([[`${ROOT}/shinken.cfg`, 'admin_email=J\ufffdrgen\n']]);
    const levels = (dialect: '2.4' | '3.0'): string[] =>
      analysisOfFiles(files, { dialect }).problems.flatMap((each) =>
        each.code === 'syntax/not-utf8' ? [each.severity] : [],
      );
    expect([levels('2.4'), levels('3.0')]).toEqual([['warning'], ['error']]);
  });
});

describe('mending', () => {
  test.each([
    [
      'text-after-open',
      text('define command { command_name a', '}'),
      text('define command { ', '    command_name a', '}'),
    ],
    ['one-line-define', 'define command { command_name a }', text('define command {', '    command_name a', '}')],
    ['text-after-close', text(command('a'), '} # end'), text(command('a'), '} ; end')],
    [
      'text-after-close',
      text(command('a'), '} define command {', '}'),
      text(command('a'), '} ', 'define command {', '}'),
    ],
    ['text-after-close', text(command('a'), '} and so on'), text(command('a'), '}')],
    ['stray-close', text(command('a'), '}', '}'), text(command('a'), '}', '')],
    ['unclosed-before-define', text(command('a'), command('b'), '}'), text(command('a'), '}', command('b'), '}')],
    ['unclosed-at-end', command('a'), text(command('a'), '}')],
    ['equals-in-object', text(command('a'), 'timeout=5', '}'), text(command('a'), 'timeout 5', '}')],
    ['equals-before-value', text(command('a'), 'timeout = 5', '}'), text(command('a'), 'timeout 5', '}')],
    ['hash-in-value', text(command('a'), 'timeout 5 # s', '}'), text(command('a'), 'timeout 5 ; s', '}')],
    ['continuation-swallows-close', text(command('a'), 'timeout 5 \\', '}'), text(command('a'), 'timeout 5 ', '}')],
    ['no-break-space', text(command('a'), 'timeout\u00a05', '}'), text(command('a'), 'timeout 5', '}')],
  ])('%s', (kind, before, after) => {
    expect(fixed(before, `syntax/${kind}`)).toBe(after);
  });
  test('line breaks stay what they are', () => {
    expect(fixed(command('a').replaceAll('\n', '\r\n'), 'syntax/unclosed-at-end')).toBe(
      `${command('a').replaceAll('\n', '\r\n')}\r\n}`,
    );
  });
});
