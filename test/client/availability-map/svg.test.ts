import { describe, expect, test } from 'vitest';
import { mapSvg } from '../../../client/src/views/availability-map/svg';
import { textWidth, wrapped } from '../../../client/src/views/availability-map/svg-text';
import { type Dead, mapOf } from './support';

const pair = `
  arbiter arbiter-1 server1 host_name=server1
  arbiter arbiter-2 server3 spare=1 host_name=server3
  scheduler scheduler-1 server1
  scheduler scheduler-2 server3 spare=1
  poller poller-1 server1
  reactionner reactionner-1 server2
  broker broker-1 server2
`;

const svgOf = async (lines: string, ...dead: Dead): Promise<string> => mapSvg(await mapOf(lines, dead));

/** The words of a picture, in their order, entities resolved. @throws when it is not well-formed XML. */
function wordsOf(svg: string): string[] {
  const open: string[] = [];
  const words: string[] = [];
  let rest = svg.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '').trimEnd();
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  while (rest !== '') {
    const token =
      /^<(?<name>[a-z]+)(?: [a-zA-Z:-]+="(?:[^<&"]|&(?:amp|lt|gt|quot);)*")*(?<end>\/?)>/.exec(rest) ??
      /^<\/(?<closed>[a-z]+)>/.exec(rest) ??
      /^(?<text>(?:[^<&]|&(?:amp|lt|gt|quot);)+)/.exec(rest);
    if (!token) throw new Error(`not well-formed at: ${rest.slice(0, 60)}`);
    const { name, end, closed, text } = token.groups ?? {};
    if (name !== undefined && end === '') open.push(name);
    if (closed !== undefined && open.pop() !== closed) throw new Error(`</${closed}> closes nothing`);
    if (text !== undefined) words.push(text.replace(/&(\w+);/g, (_, entity: string) => entities[entity] ?? ''));
    rest = rest.slice(token[0].length);
    if (rest !== '' && open.length === 0) throw new Error(`a second root: ${rest.slice(0, 60)}`);
  }
  if (open.length > 0) throw new Error(`never closed: ${open.join(', ')}`);
  return words;
}

describe('the exported picture', () => {
  test('says all that the map says', async () => {
    const words = wordsOf(await svgOf(pair, 'server1'));
    for (const expected of [
      'Availability map of shinken/shinken.cfg',
      'server1',
      'dead',
      'server2',
      'single point of failure',
      'Schedulers',
      'scheduler-1',
      'scheduler-2 takes over',
      'no spare for reactionner-1',
      'server1 is dead.',
    ])
      expect(words).toContain(expected);
    expect(words.join(' ')).toContain('takes over from scheduler-1');
    expect(words.join(' ')).toContain('Lost: nobody runs the checks of');
  });

  test('says what nobody does', async () => {
    const words = wordsOf(await svgOf(pair, 'server2'));
    expect(words).toContain('nobody');
    expect(words).toContain('nobody takes over');
  });

  test.each([
    ['characters of XML', 'scheduler <a>&"b" server1', '<a>&"b"'],
    ['characters that XML does not know', 'scheduler a\u0001b server1', 'ab'],
  ])('stays well-formed with %s in a name', async (_, line, shown) => {
    expect(wordsOf(await svgOf(`${line}\nbroker b server1`))).toContain(shown);
  });

  test('stands by itself: no script, no style sheet, nothing from elsewhere', async () => {
    const svg = await svgOf(pair, 'server1');
    expect(svg).not.toMatch(/<script|<style|<image|href|var\(--|url\((?!#)/);
    expect(svg.match(/https?:[^"]+/g)).toEqual(['http://www.w3.org/2000/svg']);
  });

  test('is as large as what is in it', async () => {
    const svg = await svgOf(pair, 'server1');
    const [, width = 0, height = 0] = (/viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []).map(Number);
    for (const [, x = 0, y = 0, w = 0, h = 0] of [
      ...svg.matchAll(/<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"/g),
    ].map((all) => all.map(Number))) {
      expect(x + w).toBeLessThanOrEqual(width);
      expect(y + h).toBeLessThanOrEqual(height);
    }
  });

  test('strikes out the dead', async () => {
    expect(await svgOf(pair, 'server1')).toMatch(/text-decoration="line-through">scheduler-1</);
    expect(await svgOf(pair)).not.toContain('line-through');
  });
});

describe('lines of text', () => {
  test('are broken between words', () => {
    const lines = wrapped('takes over from scheduler-master', 120, 12);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(' ')).toBe('takes over from scheduler-master');
  });

  test.each(['x'.repeat(200), '主'.repeat(100)])('cut off a word that is too long', (word) => {
    const [line = '', ...more] = wrapped(word, 100, 12);
    expect(more).toEqual([]);
    expect(line).toMatch(/…$/);
    expect(textWidth(line, 12)).toBeLessThanOrEqual(100);
  });

  test('are none for no words', () => {
    expect(wrapped('', 100, 12)).toEqual([]);
  });
});
