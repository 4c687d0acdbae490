import { describe, expect, test } from 'vitest';
import { accepted, analyzeAfter } from '../../../server/src/analysis';
import { codeActions, fixAll } from '../../../server/src/features/code-actions';
import { editedText } from '../../../server/src/rules/edits';
import type { Level } from '../../../server/src/rules/levels';
import { ROOT } from '../../support/workspace';
import { applied, scene } from '../support';

const main = `${ROOT}/shinken.cfg`;

/** The main file once all is fixed; undefined where there is nothing to fix. */
function all(declaration: string, levels: readonly (readonly [string, Level])[] = []): string | undefined {
  const { analysis, fileSystem, files } = scene(declaration);
  const action = fixAll(analysis, main, { levels: new Map(levels), fileSystem });
  if (!action) return undefined;
  expect(action.kind).toBe('source.fixAll.shinken');
  const change = action.change();
  expect(change.newFiles).toEqual([]);
  expect(change.edits.every(({ file }) => file === main)).toBe(true);
  const after = analyzeAfter(analysis, change, fileSystem);
  const errors = ({ problems }: typeof after): number => problems.filter(({ severity }) => severity === 'error').length;
  expect(errors(after)).toBeLessThanOrEqual(errors(analysis));
  expect(accepted(after.problems) || !accepted(analysis.problems)).toBe(true);
  expect(fixAll(after, main, { levels: new Map(levels), fileSystem })).toBeUndefined();
  return editedText(files.get(main) ?? '', change.edits);
}

const host = (...lines: string[]): string => `define host {\n${lines.map((line) => `    ${line}\n`).join('')}}\n`;

describe('all problems of a file are fixed', () => {
  test('that have one thing to do', () => {
    const text = host('host_name web-1') + host('host_name db-1', 'parents web-l', 'max_check_atempts 3');
    expect(all(text)).toBe(text.replace('web-l', 'web-1').replace('atempts', 'attempts'));
  });
  test('that are about directives which have a value without the line', () => {
    const template = host('name t', 'register 0', 'max_check_attempts 5');
    const text = template + host('use t', 'host_name db-1', 'adress 192.0.2.1', 'max_check_atempts 3');
    expect(all(text)).toBe(text.replace('adress', 'address').replace('atempts', 'attempts'));
  });
  test('but not by a second line of the same directive', () => {
    expect(all(host('host_name db-1', 'address 192.0.2.1', 'adress 192.0.2.1'))).toBeUndefined();
    expect(all(host('host_name db-1', 'normal_check_interval 5', 'check_intervall 3'))).toBeUndefined();
  });
  test('and what comes to light by that', () => {
    // Once the `;` is a part of the value no more than the blank is, the name is wrong.
    const text = 'log_level =info\n';
    expect(all(text)).toBe('log_level=INFO\n');
  });
  test('but not those that need an answer, or have several', () => {
    expect(all(host('host_name web-1') + host('host_name db-1', 'check_command nothing'))).toBeUndefined();
  });
  test('nor names that may be meant for several others, or are of another number', () => {
    const hosts = (...names: string[]): string => names.map((name) => host(`host_name ${name}`)).join('');
    expect(all(hosts('web-1', 'web-2') + host('host_name db-1', 'parents web-l'))).toBeUndefined();
    expect(all(hosts('router-1') + host('host_name db-1', 'parents router-2'))).toBeUndefined();
    expect(
      all(host('name t-one', 'register 0') + host('name t-two', 'register 0') + host('use t-ooo', 'host_name a')),
    ).toBe(undefined);
  });
  test('nor those of other files', () => {
    expect(all(`cfg_file=a.cfg\n#- a.cfg\n${host('host_name a', 'max_check_atempts 3')}`)).toBeUndefined();
  });
  test('nor those that are switched off, or ignored', () => {
    const text = host('host_name a', 'max_check_atempts 3');
    expect(all(text, [['arbiter/unknown-directive', 'off']])).toBeUndefined();
    expect(all(text, [['arbiter/*', 'off']])).toBeUndefined();
    expect(all(`; shinken-ignore arbiter/unknown-directive\n${text}`)).toBeUndefined();
  });
  test('nor those of who stands in for whom', () => {
    const text =
      'define arbiter {\n    arbiter_name a\n    address server1\n}\ndefine arbiter {\n    arbiter_name b\n    address server2\n    spare 1\n}\n';
    const { analysis } = scene(text);
    expect(analysis.problems.some(({ code, fixable }) => code.startsWith('availability/') && fixable)).toBe(true);
    expect(all(text)).toBeUndefined();
  });
});

describe('all problems of a rule', () => {
  const titles = (declaration: string): string[] => {
    const { analysis, at, fileSystem } = scene(declaration);
    const range = { file: at.file, span: { start: at.offset, end: at.offset } };
    return codeActions(analysis, range, { fileSystem, configurations: [] }).map(({ title }) => title);
  };
  const fixed = (declaration: string, title: string): string | undefined => {
    const found = scene(declaration);
    const range = { file: found.at.file, span: { start: found.at.offset, end: found.at.offset } };
    const actions = codeActions(found.analysis, range, { fileSystem: found.fileSystem, configurations: [] });
    const action = actions.find((one) => one.title === title);
    return action && applied(found, action.change())['shinken.cfg'];
  };
  const text = host('host_name a', 'max_$0check_atempts 3') + host('host_name b', 'max_check_atempts 4', 'nonsense 1');

  test('are fixed together', () => {
    expect(fixed(text, 'Fix all 2 problems of arbiter/unknown-directive in this file')).toBe(
      text.replace('$0', '').replaceAll('atempts', 'attempts'),
    );
  });
  test('where there are several', () => {
    expect(titles(host('host_name a', 'max_$0check_atempts 3')).join()).not.toContain('Fix all');
  });
  test('and one thing to do', () => {
    expect(titles(host('host_name a', 'no$0nsense 3') + host('host_name b', 'nonsense 1')).join()).not.toContain(
      'Fix all',
    );
  });
});
