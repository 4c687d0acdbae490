import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { brokenExamples } from '../scripts/broken-examples';
import { accepted, analyze } from '../server/src/analysis';
import { planSpares } from '../server/src/availability/spares';
import { nodeFileSystem } from '../server/src/cli/node-file-system';
import { loadProject } from '../server/src/project/load';
import { overlay } from '../server/src/project/overlay';
import type { FileSystem } from '../server/src/project/types';
import { codesOf } from './support/analysis';

const examples = path.resolve(import.meta.dirname, '../examples').replaceAll('\\', '/');

const analysisOf = (name: string, fs: FileSystem = nodeFileSystem) =>
  analyze(loadProject(fs, { mains: ['shinken.cfg'], cwd: `${examples}/${name}` }), {
    dialect: '2.4',
    hostname: 'server1',
  });

describe('examples/etc-shinken', () => {
  const analysis = analysisOf('etc-shinken');

  test('is clean but for the quiet note on the arbiter', () => {
    expect(codesOf(analysis)).toEqual(['availability/single-server']);
  });
  test('is clean with the spares that the command writes', () => {
    const { newFiles } = planSpares(analysis.model, 'server3').change;
    expect(newFiles.map(({ file }) => path.posix.relative(examples, file))).toEqual([
      'etc-shinken/arbiters/arbiter-spare.cfg',
      'etc-shinken/schedulers/scheduler-spare.cfg',
      'etc-shinken/pollers/poller-spare.cfg',
      'etc-shinken/reactionners/reactionner-spare.cfg',
      'etc-shinken/brokers/broker-spare.cfg',
      'etc-shinken/receivers/receiver-spare.cfg',
    ]);
    const after = analysisOf(
      'etc-shinken',
      overlay(nodeFileSystem, new Map(newFiles.map(({ file, text }) => [file, text]))),
    );
    expect(codesOf(after)).toEqual([]);
  });
});

describe('examples/broken', () => {
  test('is refused, and shows mistakes of every family', () => {
    const analysis = analysisOf('broken');
    expect(accepted(analysis.problems)).toBe(false);
    for (const family of ['syntax', 'arbiter', 'silent', 'availability']) {
      expect(codesOf(analysis, `${family}/`).length, family).toBeGreaterThan(2);
    }
  });
  test('has an example of every rule, as it stands in the rule: npm run generate', () => {
    const folder = `${examples}/broken/one-by-one`;
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .map((name) => [name.replaceAll('\\', '/'), readFileSync(path.join(folder, name), 'utf8')] as const);
    expect(Object.fromEntries(files)).toEqual(Object.fromEntries(brokenExamples()));
  });
});
