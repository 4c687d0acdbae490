import { describe, expect, test } from 'vitest';
import { installation, SHAPES, type Spec } from '../../bench/generate';
import { randomOf } from '../../bench/random';
import { accepted } from '../../server/src/analysis';
import { analysisOfFiles } from '../support/analysis';
import { ROOT } from '../support/workspace';

const HOSTS = 200;

function files(spec: Partial<Spec>): ReadonlyMap<string, string> {
  const whole: Spec = { shape: 'explicit', hosts: HOSTS, dialect: 'shinken', seed: 1, folder: ROOT, ...spec };
  return new Map([...installation(whole)].map(([path, text]) => [`${ROOT}/${path}`, text]));
}
/** How often something is defined as an object of its own. */
const defined = (text: string, type: string): number => text.split(new RegExp(`^define ${type} \\{`, 'm')).length - 1;

describe.each(SHAPES)('an installation, %s', (shape) => {
  const { problems, model } = analysisOfFiles(files({ shape }));

  test('has nothing wrong with it', () => {
    expect(accepted(problems)).toBe(true);
    expect(problems.filter(({ severity }) => severity !== 'information').map(({ code }) => code)).toEqual([]);
  });
  test('has as many hosts as are asked for, with ten services each', () => {
    expect(model.items('host').length).toBe(HOSTS);
    expect(model.items('service').length).toBe(10 * HOSTS);
  });
  test('is the same for the same seed, and another for another', () => {
    expect(files({ shape })).toEqual(files({ shape }));
    expect(files({ shape, seed: 2 })).not.toEqual(files({ shape }));
  });
  test('has the same hosts when there are more of them', () => {
    const [few, many] = [files({ shape }), files({ shape, hosts: 2 * HOSTS })];
    for (const [path, text] of few) if (path.includes('/hosts/')) expect(many.get(path)).toBe(text);
  });
  test('has the same hosts, services and dependencies for Nagios, and nothing that is only for Shinken', () => {
    const [ours, theirs] = [files({ shape }), files({ shape, dialect: 'nagios' })].map((all) =>
      [...all.values()].join(''),
    );
    for (const type of ['host', 'service', 'hostdependency', 'servicedependency', 'contact', 'command', 'timeperiod'])
      expect(defined(theirs ?? '', type), type).toBe(defined(ours ?? '', type));
    expect(theirs).not.toMatch(/realm|define (?:arbiter|scheduler|poller|broker|reactionner|receiver)/);
  });
});

describe('the generator of one thing among many', () => {
  test('draws the same again, and for another thing something else', () => {
    const draws = (seed: number, index: number): readonly number[] => {
      const draw = randomOf(seed, index);
      return Array.from({ length: 8 }, () => draw.below(1000));
    };
    expect(draws(1, 7)).toEqual(draws(1, 7));
    expect(draws(1, 8)).not.toEqual(draws(1, 7));
    expect(draws(2, 7)).not.toEqual(draws(1, 7));
  });
});
