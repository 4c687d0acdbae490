import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis';
import { copyOf, isCopy, loadCopy } from '../../server/src/availability/copies';
import { loadProject } from '../../server/src/project/load';
import { memoryFileSystem, ROOT, workspace } from '../support/workspace';
import { cfg, said } from './support';

const COPY = '/mnt/server3/etc/shinken';

const pair = cfg(`
  arbiter arbiter-master server1 host_name=server1
  arbiter arbiter-spare server3 host_name=server3 spare=1`);

/** What the rule says of a main file beside copies of it; undefined: one that cannot be read. */
function differs(main: string, ...copies: readonly (string | undefined)[]): string[] {
  const files = new Map(workspace(main).files);
  copies.forEach((text, index) => {
    if (text === undefined) return;
    for (const [file, content] of workspace(text).files) files.set(file.replace(ROOT, `${COPY}${index}`), content);
  });
  const fs = memoryFileSystem(files);
  const project = loadProject(fs, {
    mains: files.has(`${ROOT}/shinken.cfg`) ? [`${ROOT}/shinken.cfg`] : [],
    cwd: ROOT,
  });
  const found = copies.map((_, index) => loadCopy(fs, `${COPY}${index}`, { like: copyOf(project) }));
  return said(analyze(project, { dialect: '2.4', copies: found.filter(isCopy) }), 'copy-differs');
}

describe('a copy that differs', () => {
  test('is told of at the spare arbiter, who reads it', () => {
    expect(differs(`log_level=INFO\n${pair}`, `log_level=DEBUG\n${pair}`)).toEqual([
      `warning ‹arbiter-spare› The copy in ${COPY}0 differs: setting log_level. The arbiter arbiter-spare would take over with that copy. Copy the whole folder again, every day.`,
    ]);
  });

  test('is told of at the main file where no arbiter is a spare', () => {
    const other = cfg('poller poller-spare server3 spare=1');
    expect(differs(other, `${other}\nlog_level=DEBUG\n`)).toEqual([
      `warning ‹› The copy in ${COPY}0 differs: setting log_level. Copy the whole folder again, every day.`,
    ]);
  });

  test('has its differences named, and counted when they are many', () => {
    const hosts = cfg('host a\nhost b\nhost c\nhost d\nhost e');
    expect(differs(`${pair}\n${hosts}`, pair)[0]).toContain('differs: host a, host b, host c and 2 more.');
  });

  test('is one of several', () => {
    expect(differs(pair, pair, `${pair}\nlog_level=DEBUG\n`)).toEqual([expect.stringContaining(`${COPY}1 differs`)]);
  });
});

describe('nothing is said', () => {
  test.each([
    ['of a copy that says the same', pair, `# The copy\n${pair}`],
    ['of a copy that cannot be read', pair, undefined],
    ['where nobody wants a spare', cfg('arbiter a server1'), cfg('arbiter b server1')],
  ])('%s', (_what, main, copy) => {
    expect(differs(main, copy)).toEqual([]);
  });

  test('where no copy is named', () => {
    expect(differs(pair)).toEqual([]);
  });

  test('of a folder of packs without a main file', () => {
    expect(differs(`#- packs/a.cfg\n${pair}`, `${pair}\nlog_level=DEBUG\n`)).toEqual([]);
  });
});
