import { describe, expect, test } from 'vitest';
import { installation, SHAPES } from '../../bench/generate';
import { random } from '../../bench/random';
import { analyze } from '../../server/src/analysis';
import { loadProject } from '../../server/src/project/load';
import type { FileSystem } from '../../server/src/project/types';
import type { Problem } from '../../server/src/rules/rule';
import { Sampler, type Verdict } from '../../server/src/sample/verdict';
import { complete } from '../../server/src/steps';
import { randomEdit } from '../incremental/edits';
import { shown } from '../incremental/shown';
import { memoryFileSystem, ROOT } from '../support/workspace';
import { randomInstallation } from './installation';

const spec = { mains: [`${ROOT}/shinken.cfg`], cwd: ROOT };
const options = { dialect: '2.4' } as const;

const inRoot = (files: Iterable<readonly [string, string]>): Map<string, string> =>
  new Map([...files].map(([path, text]) => [`${ROOT}/${path}`, text]));

const wholeOf = (fileSystem: FileSystem): readonly Problem[] =>
  analyze(loadProject(fileSystem, spec), options).problems;

/** However little may be left out. */
const eager = (): Sampler => new Sampler(undefined, { least: 1, share: 0 });

const sampled = (sampler: Sampler, fileSystem: FileSystem): Verdict | undefined =>
  complete(sampler.judging(fileSystem, spec, options));

const hostsIn = ({ project }: Verdict): number => project.objects.filter(({ type }) => type === 'host').length;

describe('the verdict from a part of a configuration', () => {
  test('is that of the whole, for random installations', () => {
    let told = 0;
    for (let seed = 0; seed < 500; seed++) {
      const fileSystem = memoryFileSystem(inRoot(randomInstallation(seed)));
      const verdict = sampled(eager(), fileSystem);
      if (!verdict) continue;
      told++;
      expect(shown(verdict.problems), `installation ${seed}`).toEqual(shown(wholeOf(fileSystem)));
    }
    expect(told).toBeGreaterThan(100);
  });

  test('is that of the whole after every edit', () => {
    let told = 0;
    for (let seed = 0; seed < 40; seed++) {
      const files = inRoot(randomInstallation(seed));
      const sampler = eager();
      const draw = random(seed);
      for (let step = 0; step < 12; step++) {
        const fileSystem = memoryFileSystem(files);
        const verdict = sampled(sampler, fileSystem);
        if (verdict) {
          told++;
          const what = `installation ${seed}, edit ${step}`;
          expect(shown(verdict.problems), what).toEqual(shown(wholeOf(fileSystem)));
        }
        const edit = randomEdit(loadProject(fileSystem, spec), draw);
        // Every other edit is taken back: else there would soon be nothing but mistakes.
        if (edit)
          files.set(edit.file, step % 2 === 0 ? edit.text : (inRoot(randomInstallation(seed)).get(edit.file) ?? ''));
      }
    }
    expect(told).toBeGreaterThan(60);
  });
});

describe.each(SHAPES)('of an installation of %s', (shape) => {
  const files = inRoot(installation({ shape, hosts: 400, dialect: 'shinken', seed: 1, folder: ROOT }));

  test('a few hosts stand for the others', () => {
    const fileSystem = memoryFileSystem(files);
    const verdict = sampled(eager(), fileSystem);
    expect(verdict && hostsIn(verdict)).toBeLessThan(shape === 'templates' ? 250 : 60);
    expect(verdict && shown(verdict.problems)).toEqual(shown(wholeOf(fileSystem)));
    expect([...(verdict?.project.files.values() ?? [])].map(({ path, text }) => [path, text]).sort()).toEqual(
      [...files].sort(),
    );
  });

  test.each([
    [
      'a mistake in the template of all',
      'templates/generic.cfg',
      'check_interval         5',
      'check_interval         five',
    ],
    [
      'a realm that is not there',
      'hosts/hosts-0001.cfg',
      'host_name           srv-000150',
      'realm Nowhere\nhost_name srv-000150',
    ],
    ['a host that is there twice', 'hosts/hosts-0001.cfg', 'srv-000150', 'srv-000151'],
    ['a template that is not there', 'hosts/hosts-0002.cfg', 'use ', 'use nothing,'],
    ['an object that is not closed', 'hosts/hosts-0000.cfg', '}\n', '\n'],
  ])('%s is found or left to the whole', (_, path, text, replacement) => {
    const file = `${ROOT}/${path}`;
    const before = files.get(file) ?? '';
    const after = before.replace(text, replacement);
    const sampler = eager();
    sampled(sampler, memoryFileSystem(files));
    const fileSystem = memoryFileSystem(new Map([...files, [file, after]]));
    const verdict = sampled(sampler, fileSystem);
    if (verdict) expect(shown(verdict.problems)).toEqual(shown(wholeOf(fileSystem)));
    else expect(wholeOf(fileSystem)).not.toEqual([]);
    expect(sampled(sampler, memoryFileSystem(files))?.problems).toEqual(
      sampled(eager(), memoryFileSystem(files))?.problems,
    );
  });
});

test('nothing is told where it would not be worth it', () => {
  const files = inRoot(installation({ shape: 'explicit', hosts: 50, dialect: 'shinken', seed: 1, folder: ROOT }));
  expect(sampled(new Sampler(), memoryFileSystem(files))).toBeUndefined();
});
