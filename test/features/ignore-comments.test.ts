import { describe, expect, test } from 'vitest';
import { hover } from '../../server/src/features/hover';
import { checkLine, complete, help, labels } from './completing';
import { scene } from './support';

describe('in a comment that ignores rules', () => {
  test.each([
    '; shinken-ignore $0',
    '# shinken-ignore $0',
    '; shinken-ignore-file $0',
    '; shinken-ignore sil$0',
    '; shinken-ignore arbiter/unknown-host, $0',
    '; shinken-ignore $0 -- why',
    'x=1 ; shinken-ignore $0',
  ])('rules are completed: %s', (text) => {
    expect(labels(`${text}\n`)).toEqual(expect.arrayContaining(['silent/group-created', 'silent/*', '*']));
  });
  test.each([
    '; shin$0',
    '; shinken-ignore$0',
    '; shinken-ignored $0',
    '; shinken-ignore arbiter/* -- be$0',
    '# a comment $0',
    'x=1 # shinken-ignore $0',
  ])('and nothing elsewhere: %s', (text) => {
    expect(labels(`${text}\n`)).not.toContain('silent/group-created');
  });
  test('the whole of a code takes the place of what is there', () => {
    checkLine(
      '; shinken-ignore sil$0ent/x, arbiter/*\n',
      'silent/group-created',
      '; shinken-ignore silent/group-created|, arbiter/*',
    );
  });
  test('each once', () => {
    expect(labels('; shinken-ignore silent/*, $0\n')).not.toContain('silent/*');
  });
  test('with what they say', () => {
    expect(complete('; shinken-ignore $0\n').list?.items[0]?.detail).toMatch(/^\S/);
    expect(help('; shinken-ignore $0\n', 'silent/group-created')).toMatch(/^\*\*A group that exists only because/);
  });

  const hovered = (text: string): string | undefined => {
    const { analysis, at } = scene(text);
    return hover(analysis, at, () => '')?.contents;
  };
  test('a hover tells what a rule says', () => {
    expect(hovered('; shinken-ignore silent/gr$0oup-created -- why\n')).toMatch(/^\*\*A group that exists/);
    expect(hovered('; shinken-ignore ava$0ilability/*\n')).toBe('All about high availability and distribution.');
    expect(hovered('; shinken-ign$0ore silent/group-created\n')).toBeUndefined();
    expect(hovered('; silent/gr$0oup-created\n')).toBeUndefined();
  });
});
