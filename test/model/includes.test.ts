import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis';
import { loadProject } from '../../server/src/project/load';
import { fixed, problemLines } from '../support/problems';
import { memoryFileSystem, ROOT } from '../support/workspace';

const others = '\n#- hosts/web.cfg\n# a host\n';

describe('include lines', () => {
  test.each<[line: string, problem: string | undefined, mended?: string]>([
    ['cfg_file=hosts/web.cfg', undefined],
    ['cfg_dir=hosts', undefined],
    ['cfg_file=hosts/wbe.cfg', 'error arbiter/failed-include ‹hosts/wbe.cfg›'],
    ['cfg_dir=hosts ; all', 'error arbiter/failed-include ‹hosts ; all›', 'cfg_dir=hosts'],
    ['cfg_file=hosts/web.cfg # one', 'error arbiter/failed-include ‹hosts/web.cfg # one›', 'cfg_file=hosts/web.cfg'],
    ['cfg_file="hosts/web.cfg"', 'error arbiter/failed-include ‹"hosts/web.cfg"›', 'cfg_file=hosts/web.cfg'],
    ['cfg_dir= hosts', 'error arbiter/failed-include ‹ hosts›', 'cfg_dir=hosts'],
    ['cfg_file=hosts', 'error arbiter/failed-include ‹hosts›', 'cfg_dir=hosts'],
    ['cfg_dir=hosts/web.cfg', 'error arbiter/failed-include ‹hosts/web.cfg›', 'cfg_file=hosts/web.cfg'],
    ['cfg_file hosts/web.cfg', 'error arbiter/failed-include ‹cfg_file hosts/web.cfg›', 'cfg_file=hosts/web.cfg'],
  ])('%s', (line, problem, mended) => {
    const lines = problemLines(line + others).filter((text) => text.includes('include'));
    expect(lines).toEqual(problem === undefined ? [] : [problem]);
    if (mended !== undefined) expect(fixed(line + others, 'arbiter/failed-include')).toBe(`${mended}\n`);
  });

  test('are not obeyed in an included file', () => {
    expect(problemLines('cfg_file=a.cfg\n#- a.cfg\ncfg_dir=hosts\nresource_file=b.cfg\n')).toEqual([
      'warning silent/nested-include ‹cfg_dir=hosts›',
      'warning silent/nested-include ‹resource_file=b.cfg›',
    ]);
  });

  test('a file of a folder that cannot be opened is refused', () => {
    const files = new Map([
      [`${ROOT}/shinken.cfg`, 'cfg_dir=hosts\n'],
      [`${ROOT}/hosts/gone.cfg`, ''],
    ]);
    const fs = memoryFileSystem(files);
    const broken = { ...fs, readFile: (file: string) => (file.endsWith('gone.cfg') ? undefined : fs.readFile(file)) };
    const project = loadProject(broken, { mains: ['shinken.cfg'], cwd: ROOT });
    const { problems } = analyze(project, { dialect: '2.4' });
    expect(problems.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([
      `The arbiter cannot open ${ROOT}/hosts/gone.cfg.`,
    ]);
  });
});
