import { describe, expect, test } from 'vitest';
import { codeActions } from '../../../server/src/features/code-actions';
import { ROOT } from '../../support/workspace';
import { applied, scene } from '../support';

/** The main file after the action of that title; undefined where it is not offered. */
function after(declaration: string, title: string): string | undefined {
  const { analysis, at, fileSystem, files } = scene(declaration);
  const range = { file: at.file, span: { start: at.offset, end: at.offset } };
  const action = codeActions(analysis, range, { fileSystem, configurations: [] }).find((one) => one.title === title);
  if (!action) return undefined;
  const change = applied({ analysis, at, fileSystem, files }, action.change());
  return change['shinken.cfg'] ?? files.get(`${ROOT}/shinken.cfg`);
}

/** The problem of the code at the cursor is gone once it is ignored, and nothing else is: the comment does something. */
function check(declaration: string, code: string, where: 'here' | 'in this file', expected: string): void {
  const text = after(declaration, `Ignore ${code} ${where}`);
  expect(text).toBe(expected);
  const codes = (given: string): string[] => scene(given).analysis.problems.map((problem) => problem.code);
  const left = codes(text ?? '');
  expect(left).not.toContain('silent/idle-suppression');
  expect(left.filter((its) => its === code).length).toBeLessThan(
    codes(declaration).filter((its) => its === code).length,
  );
}

describe('a problem is ignored', () => {
  const code = 'silent/group-created';
  test('above its line', () => {
    check(
      'define host {\n    host_name a\n    hostgroups $0g\n}\n',
      code,
      'here',
      `define host {\n    host_name a\n    ; shinken-ignore ${code}\n    hostgroups g\n}\n`,
    );
  });
  test('above a value that goes on', () => {
    check(
      'define host {\n\thost_name a\n\thostgroups \\\n  $0g\n}\n',
      code,
      'here',
      `define host {\n\thost_name a\n\t; shinken-ignore ${code}\n\thostgroups \\\n  g\n}\n`,
    );
  });
  test('above its definition', () => {
    const timeless = 'silent/contact-never-notified';
    check(
      'define cont$0act {\n    contact_name c\n}\n',
      timeless,
      'here',
      `; shinken-ignore ${timeless}\ndefine contact {\n    contact_name c\n}\n`,
    );
  });
  test('in the comment that is there', () => {
    const text = (codes: string, cursor = ''): string =>
      `; shinken-ignore ${codes}\ndefine con${cursor}tact {\n    contact_name c\n    nonsense 1\n}\n`;
    check(
      text('silent/unknown-directive', '$0'),
      'silent/contact-never-notified',
      'here',
      text('silent/unknown-directive, silent/contact-never-notified'),
    );
  });
  test('in a comment of its own where the one that is there has a reason', () => {
    const text = (above: string, cursor = ''): string =>
      `${above}define con${cursor}tact {\n    contact_name c\n    nonsense 1\n}\n`;
    const reason = '; shinken-ignore silent/unknown-directive -- read by a script\n';
    check(
      text(reason, '$0'),
      'silent/contact-never-notified',
      'here',
      text(`${reason}; shinken-ignore silent/contact-never-notified\n`),
    );
  });
  test('in the line ends of the file', () => {
    check(
      'define host {\r\n  host_name a\r\n  hostgroups $0g\r\n}\r\n',
      code,
      'here',
      `define host {\r\n  host_name a\r\n  ; shinken-ignore ${code}\r\n  hostgroups g\r\n}\r\n`,
    );
  });
  test('in its file', () => {
    check(
      '# hosts\ndefine host {\n    host_name a\n    hostgroups $0g\n}\n',
      code,
      'in this file',
      `; shinken-ignore-file ${code}\n# hosts\ndefine host {\n    host_name a\n    hostgroups g\n}\n`,
    );
  });
});

const titles = (declaration: string): string[] => {
  const { analysis, at, fileSystem } = scene(declaration);
  const range = { file: at.file, span: { start: at.offset, end: at.offset } };
  return codeActions(analysis, range, { fileSystem, configurations: [] }).map(({ title }) => title);
};

test('they come last, and none is preferred', () => {
  const all = titles('define host {\n    host_name a\n    parents $0b\n}\n');
  expect(all.slice(-3)).toEqual([
    'Ignore arbiter/unknown-host here',
    'Ignore arbiter/unknown-host in this file',
    'Switch arbiter/unknown-host off everywhere',
  ]);
  expect(all[0]).toBe('Create host “b” in this file');
});
test('not for what the arbiter refuses, nor for comments that ignore nothing', () => {
  expect(titles('define host {\n    host_name a\n    check_period $0t\n}\n').join()).not.toMatch(/Ignore|Switch/);
  expect(titles('; shinken-ignore $0silent/group-created\ndefine host {\n    host_name a\n}\n').join()).not.toMatch(
    /Ignore|Switch/,
  );
});
test('not here what is said of the whole configuration', () => {
  const all = titles('$0define host {\n    host_name a\n}\n').filter((title) =>
    title.includes('arbiter/default-realm'),
  );
  expect(all).toEqual(['Ignore arbiter/default-realm in this file', 'Switch arbiter/default-realm off everywhere']);
});
test('not where no comment could stand', () => {
  const all = titles('\ufeffdefine ho$0st {\n    host_name a\n}\n');
  expect(all.filter((title) => title.startsWith('Ignore'))).toEqual([]);
});
