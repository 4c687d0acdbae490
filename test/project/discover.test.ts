import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { discoverProjects, type DiscoverySettings } from '../../server/src/project/discover';
import { DEFINABLE_TYPES, looksLikeShinken } from '../../server/src/project/ours';
import { objectTypeList } from '../../server/src/schema';
import { memoryFileSystem, ROOT, workspace } from '../support/workspace';

/** Main files of each project found, `*` for one without. */
function found(declaration: string, settings?: DiscoverySettings, roots = [ROOT]): string[] {
  const fs = memoryFileSystem(workspace(declaration).files);
  return discoverProjects(fs, roots, settings).map(({ mains, root }) =>
    mains.length > 0
      ? mains.map((main) => path.posix.relative(ROOT, main)).join(' ')
      : `* ${path.posix.relative(ROOT, root)}`,
  );
}

describe('configurations of a folder', () => {
  const cases: [name: string, declaration: string, ...projects: string[]][] = [
    ['nothing', '#- readme.txt\nx'],
    ['shinken.cfg', 'x=y', 'shinken.cfg'],
    ['deeper', '#- a/b/etc/shinken.cfg\nx=y', 'a/b/etc/shinken.cfg'],
    ['several', '#- b/shinken.cfg\nx=y\n#- a/shinken.cfg\nx=y', 'a/shinken.cfg', 'b/shinken.cfg'],
    ['nagios.cfg', '#- nagios.cfg\nx=y', 'nagios.cfg'],
    ['nagios.cfg beside shinken.cfg', 'x=y\n#- nagios.cfg\nx=y', 'shinken.cfg'],
    ['one that another reads', 'cfg_dir=sub\n#- sub/shinken.cfg\nx=y', 'shinken.cfg'],
    ['one that another includes', 'cfg_file=sub/shinken.cfg\n#- sub/shinken.cfg\nx=y', 'shinken.cfg'],
    [
      'two that include each other',
      '#- a/shinken.cfg\ncfg_file=../b/shinken.cfg\n#- b/shinken.cfg\ncfg_file=../a/shinken.cfg',
      'a/shinken.cfg',
    ],
    ['not in node_modules', '#- node_modules/x/shinken.cfg\nx=y'],
    ['no main file', '#- packs/a.cfg\ndefine host {\n}', '* '],
    ['only the files of others', '#- setup.cfg\n[metadata]\n'],
  ];
  test.each(cases)('%s', (_, declaration, ...expected) => {
    expect(found(declaration)).toEqual(expected);
  });

  const declaration = 'x=y\n#- main.cfg\nx=y\n#- more.cfg\nx=y';
  test.each([
    [['main.cfg'], ['main.cfg']],
    [['main.cfg', 'more.cfg'], ['main.cfg more.cfg']],
    [[`${ROOT}/main.cfg`], ['main.cfg']],
    [['none.cfg'], ['shinken.cfg']],
    [[], ['shinken.cfg']],
  ])('the setting %j', (mainFile, expected) => {
    expect(found(declaration, { mainFile })).toEqual(expected);
  });

  test('folders within one another do not count twice', () => {
    expect(found('#- a/shinken.cfg\nx=y', undefined, [ROOT, `${ROOT}/a`])).toEqual(['a/shinken.cfg']);
  });

  test('relative settings are taken from the folder of the main file', () => {
    const [project] = discoverProjects(memoryFileSystem(workspace('#- etc/shinken.cfg\nx=y').files), [ROOT]);
    expect(project).toEqual({ mains: [`${ROOT}/etc/shinken.cfg`], cwd: `${ROOT}/etc`, root: ROOT });
  });
});

test('the types looked for are those of the schema', () => {
  expect([...DEFINABLE_TYPES].sort()).toEqual(objectTypeList.map(({ name }) => name).sort());
});

describe('is it ours?', () => {
  test.each([
    'define host {\n}',
    'define host{\n}',
    '# x\n\n  define\tservice  {\n}',
    '\ufeffdefine host {',
    'define timeperiod\n{\n}',
    'define host ; x\n{',
    'define host{\r\n}\r\n',
    '# x\rdefine host{\r}\r',
    '# [x]\ndefine host {',
    'x=y\ncfg_dir=objects\n',
    '$USER1$=/usr/lib',
    `${'# x\n'.repeat(10_000)}define host {`,
  ])('%# yes', (text) => {
    expect(looksLikeShinken(text)).toBe(true);
  });

  test.each([
    '',
    '[metadata]\nname = x\ndescription = define host {',
    '[x]\ncfg_file=a',
    '; x\n[x]\ndefine host {',
    'global\n  log /dev/log\ndefaults\n',
    'define foo {\n}',
    'define hosts {\n}',
    'Define host {',
    '# define host {',
    'x define host {',
    'main_config_file=/etc/shinken.cfg',
    '#define HOST 1',
  ])('%# no', (text) => {
    expect(looksLikeShinken(text)).toBe(false);
  });
});
